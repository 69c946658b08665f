/// A parsed page: the tree the WHATWG HTML standard (§13.2) builds from its bytes, in flat arrays.
///
/// It owns the bytes of the page and never changes after it was built; it may be read from any number of
/// tasks. Nodes are named by `HTMLNodeID`; an ID of one document means nothing in another. Scripting counts
/// as disabled, so the contents of `noscript` are elements. The contents of `template` elements are no
/// children of anything: ordinary walks skip them, `templateContents(of:)` leads to them.
///
/// Building never throws and never traps, whatever the bytes; a page that goes beyond a limit of `HTMLLimits`
/// is read to its end all the same, only flatter, and `limitsHit` says so.
@usableFromInline
package struct HTMLDocument: Sendable {
    /// The page as it was read: the bytes given, with CR and CRLF turned into LF (§13.2.3.5). Text and
    /// attribute values without character references are ranges of it.
    @usableFromInline package let source: [UInt8]
    /// Text and attribute values that differ from the source, one after the other.
    @usableFromInline package let decoded: [UInt8]
    /// Every node ever made, by ID; a few of them (replaced clones) may stand outside of the tree.
    @usableFromInline package let nodes: [Node]
    /// The attributes of all elements; an element's own stand together.
    @usableFromInline package let attributes: [HTMLAttribute]
    let tagNames: NameTable
    let attributeNames: NameTable
    let doctypes: [HTMLDoctype]
    /// Template elements and the roots of their contents, in ascending order of the elements' IDs.
    let templates: [TemplateContents]
    /// How old the page claims to be by its doctype; nothing but the nesting of tables in paragraphs depends
    /// on it.
    package let quirks: HTMLQuirks
    /// The limits this page went beyond; empty for nearly every page.
    package let limitsHit: HTMLLimits

    /// The number of nodes made; every ID's `rawValue` is below it.
    @inlinable package var nodeCount: Int { nodes.count }

    /// The document node, root of everything but template contents.
    @inlinable package var root: HTMLNodeID { .document }

    /// The `html` element; there always is one.
    package var documentElement: HTMLNodeID? {
        children(of: root).first { kind(of: $0) == .element }
    }

    /// The `head` element; there always is one.
    package var head: HTMLNodeID? {
        documentElement.flatMap { html in children(of: html).first { isHTML($0, .head) } }
    }

    /// The `body` element; nil for a page with framesets (`frameset` is its place holder).
    package var body: HTMLNodeID? {
        documentElement.flatMap { html in children(of: html).first { isHTML($0, .body) } }
    }
}

// MARK: - A node and its neighbours

extension HTMLDocument {
    @inlinable
    package func kind(of id: HTMLNodeID) -> HTMLNodeKind { nodes[id.index].kind }

    /// Whether the node is an element, of any namespace.
    @inlinable
    package func isElement(_ id: HTMLNodeID) -> Bool { nodes[id.index].isElement }

    /// Whether the node is text; a comment is none.
    @inlinable
    package func isText(_ id: HTMLNodeID) -> Bool { nodes[id.index].isText }

    /// The element's name as a small number; `.none` for whatever is no element. An `a` of SVG has the same
    /// tag as one of HTML: compare `namespace(of:)` too where that matters, or use `isHTML`.
    @inlinable
    package func tag(of id: HTMLNodeID) -> HTMLTag { nodes[id.index].tag }

    /// The element's namespace; `.html` for whatever is no element.
    @inlinable
    package func namespace(of id: HTMLNodeID) -> HTMLNamespace { nodes[id.index].namespace }

    /// Whether the node is an HTML element (not SVG or MathML) of that name.
    @inlinable
    package func isHTML(_ id: HTMLNodeID, _ tag: HTMLTag) -> Bool { nodes[id.index].isHTML(tag) }

    /// Whether the node is an element of HTML, whatever its name.
    @inlinable
    package func isHTML(_ id: HTMLNodeID) -> Bool { nodes[id.index].label & 0x1F == 2 }

    @inlinable
    package func parent(of id: HTMLNodeID) -> HTMLNodeID? { HTMLNodeID(link: nodes[id.index].parent) }
    @inlinable
    package func firstChild(of id: HTMLNodeID) -> HTMLNodeID? { HTMLNodeID(link: nodes[id.index].firstChild) }
    @inlinable
    package func lastChild(of id: HTMLNodeID) -> HTMLNodeID? { HTMLNodeID(link: nodes[id.index].lastChild) }
    @inlinable
    package func nextSibling(of id: HTMLNodeID) -> HTMLNodeID? {
        HTMLNodeID(link: nodes[id.index].nextSibling)
    }
    @inlinable
    package func previousSibling(of id: HTMLNodeID) -> HTMLNodeID? {
        HTMLNodeID(link: nodes[id.index].previousSibling)
    }

    /// The root of a `template` element's contents (kind `.templateContents`, without parent); nil for other
    /// nodes.
    package func templateContents(of id: HTMLNodeID) -> HTMLNodeID? {
        TemplateContents.root(of: id, in: templates)
    }

    /// Name and identifiers of a doctype node; nil for other nodes.
    package func doctype(of id: HTMLNodeID) -> HTMLDoctype? {
        let node = nodes[id.index]
        return node.kind == .doctype ? doctypes[Int(node.start)] : nil
    }

    /// The element's name: lower case in HTML, as the standards spell it in SVG and MathML (`foreignObject`);
    /// empty for whatever is no element.
    package func name(of id: HTMLNodeID) -> String { name(of: tag(of: id)) }

    /// The name a tag stands for, known or not.
    package func name(of tag: HTMLTag) -> String { tagNames.name(tag.rawValue) }

    /// The tag of that lower-case name; nil if no known element and no element of this page is called so.
    package func tag(named name: String) -> HTMLTag? {
        tagNames.find(Array(name.utf8)).map(HTMLTag.init(rawValue:))
    }
}

// MARK: - Text

extension HTMLDocument {
    /// The bytes of a text or comment node, character references resolved; empty for other nodes. Nothing is
    /// copied.
    ///
    /// Bytes of the page that are no UTF-8 are still in it; whatever returns `String` shows them as U+FFFD.
    @inlinable
    package func text(of id: HTMLNodeID) -> ArraySlice<UInt8> {
        let node = nodes[id.index]
        switch node.kind {
        case .text, .comment: break
        default: return []
        }
        return bytes(node.start, node.length)
    }

    /// Hands the bytes of a text or comment node to `body` (the fastest way to read them); none for other
    /// nodes.
    @inlinable
    package func withText<Result>(of id: HTMLNodeID, _ body: (Span<UInt8>) -> Result) -> Result {
        let node = nodes[id.index]
        guard node.kind == .text || node.kind == .comment else { return body(decoded.span.extracting(0..<0)) }
        // A slice would be counted once more, which costs as much as reading a short text.
        if node.start >= 0 {
            return body(source.span.extracting(Int(node.start)..<Int(node.start) &+ Int(node.length)))
        }
        return body(decoded.span.extracting(Int(~node.start)..<Int(~node.start) &+ Int(node.length)))
    }

    /// Appends the bytes of one text or comment node.
    @inlinable
    package func appendText(of id: HTMLNodeID, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: text(of: id))
    }

    /// The text of all text nodes at and below a node, in document order (DOM's `textContent`): comments and
    /// template contents do not count, the contents of `script` and `style` do.
    package func textContent(of id: HTMLNodeID) -> String {
        var bytes: [UInt8] = []
        if kind(of: id) == .text { appendText(of: id, to: &bytes) }
        for node in descendants(of: id) where kind(of: node) == .text { appendText(of: node, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A range of the source (`start` at least 0) or of `decoded` (`start` negative: its complement).
    @inlinable
    package func bytes(_ start: Int32, _ length: Int32) -> ArraySlice<UInt8> {
        if start >= 0 { return source[Int(start)..<Int(start) &+ Int(length)] }
        return decoded[Int(~start)..<Int(~start) &+ Int(length)]
    }
}
