/// The number of a node in its document.
///
/// Nodes are numbered as they were made, which is document order except where the standard moves nodes
/// (misnested formatting, content misplaced in tables, second halves of split elements);
/// `HTMLDocument.descendants(of:)` gives the true order.
@usableFromInline
package struct HTMLNodeID: Hashable, Sendable, Comparable {
    @usableFromInline package let rawValue: Int32

    @inlinable
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// The document node itself.
    @inlinable package static var document: HTMLNodeID { HTMLNodeID(rawValue: 0) }

    @inlinable
    package static func == (left: HTMLNodeID, right: HTMLNodeID) -> Bool { left.rawValue == right.rawValue }

    @inlinable
    package static func < (left: HTMLNodeID, right: HTMLNodeID) -> Bool { left.rawValue < right.rawValue }

    /// The place in arrays that run parallel to the document's nodes.
    @inlinable package var index: Int { Int(rawValue) }
}

extension HTMLNodeID {
    /// The node a link leads to; nil for the link that leads nowhere.
    @inlinable
    package init?(link: Int32) {
        guard link >= 0 else { return nil }
        self.init(rawValue: link)
    }
}

/// What a node is.
@usableFromInline
package enum HTMLNodeKind: UInt8, Sendable {
    case document, doctype, element, text, comment
    /// The root of what a `template` element holds.
    case templateContents
}

/// The vocabulary an element belongs to.
@usableFromInline
package enum HTMLNamespace: UInt8, Sendable {
    case html, svg, mathML
}

/// The document's mode (WHATWG DOM §4.5, HTML §13.2.6.4.1).
package enum HTMLQuirks: Sendable {
    case none, limited, full
}

/// A doctype as it stands in the page; an identifier that is absent is nil, an empty one is empty.
package struct HTMLDoctype: Sendable, Equatable {
    package let name: String
    package let publicIdentifier: String?
    package let systemIdentifier: String?
}

/// A template element and the root of its contents.
struct TemplateContents: Sendable {
    let element: HTMLNodeID
    let root: HTMLNodeID

    /// The root that belongs to an element in a list in ascending order of the elements; nil if it is not
    /// there.
    static func root(of element: HTMLNodeID, in templates: [TemplateContents]) -> HTMLNodeID? {
        var low = 0
        var high = templates.count
        while low < high {
            let middle = (low &+ high) >> 1
            if templates[middle].element < element { low = middle &+ 1 } else { high = middle }
        }
        return low < templates.count && templates[low].element == element ? templates[low].root : nil
    }
}

/// One node: its five links, what it is, and where its text or attributes are.
///
/// Open to inlining, as everything that walks over a document's nodes is: a call for each link would cost more than
/// following it.
@usableFromInline
package struct Node: Sendable {
    /// The link that leads nowhere.
    @inlinable package static var nowhere: Int32 { -1 }

    @usableFromInline package var parent: Int32 = nowhere
    @usableFromInline package var firstChild: Int32 = nowhere
    @usableFromInline package var lastChild: Int32 = nowhere
    @usableFromInline package var nextSibling: Int32 = nowhere
    @usableFromInline package var previousSibling: Int32 = nowhere
    /// Kind (bits 0-2), namespace (3-4), builder's marks (5-7) and tag (8-31).
    @usableFromInline package var label: UInt32
    /// Text and comment: start of the bytes, as in `HTMLDocument.bytes`; element: first attribute; doctype:
    /// its number.
    @usableFromInline package var start: Int32
    /// Text and comment: number of bytes; element: number of attributes.
    @usableFromInline package var length: Int32

    init(_ kind: HTMLNodeKind, start: Int32 = 0, length: Int32 = 0) {
        label = UInt32(kind.rawValue)
        self.start = start
        self.length = length
    }

    init(_ tag: HTMLTag, _ namespace: HTMLNamespace, start: Int32, length: Int32) {
        label =
            UInt32(HTMLNodeKind.element.rawValue) | UInt32(namespace.rawValue) << 3 | tag.rawValue << 8
        self.start = start
        self.length = length
    }

    @inlinable package var kind: HTMLNodeKind {
        switch label & 7 {
        case 0: .document
        case 1: .doctype
        case 3: .text
        case 4: .comment
        case 5: .templateContents
        default: .element
        }
    }
    @inlinable package var namespace: HTMLNamespace {
        switch label >> 3 & 3 {
        case 1: .svg
        case 2: .mathML
        default: .html
        }
    }
    @inlinable package var tag: HTMLTag { HTMLTag(rawValue: label >> 8) }
    @inlinable package var isElement: Bool { label & 7 == 2 }
    @inlinable package var isText: Bool { label & 7 == 3 }
    /// Whether it is an HTML element of that name.
    @inlinable
    package func isHTML(_ tag: HTMLTag) -> Bool { label & 0xFFFF_FF1F == 2 | tag.rawValue << 8 }
}
