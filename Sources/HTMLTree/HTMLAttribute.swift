/// One attribute of an element; `HTMLDocument` knows its name and value.
@usableFromInline
package struct HTMLAttribute: Sendable {
    @usableFromInline package var name: HTMLAttributeName

    /// How many bytes the value has.
    @inlinable package var valueLength: Int { Int(length) }
    /// Where the value's bytes are, as in `HTMLDocument.bytes`.
    @usableFromInline package var start: Int32
    @usableFromInline package var length: Int32
}

extension HTMLDocument {
    /// The value of an element's attribute as bytes, character references resolved, nothing copied; empty for
    /// an attribute without value, nil if the element has no such attribute.
    @inlinable
    package func attribute(_ name: HTMLAttributeName, of id: HTMLNodeID) -> ArraySlice<UInt8>? {
        for place in attributePlaces(of: id) where attributes[place].name == name {
            return bytes(attributes[place].start, attributes[place].length)
        }
        return nil
    }

    /// The value of an element's attribute as text; nil if the element has no such attribute.
    package func attributeText(_ name: HTMLAttributeName, of id: HTMLNodeID) -> String? {
        attribute(name, of: id).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the element has the attribute, with or without value.
    @inlinable
    package func hasAttribute(_ name: HTMLAttributeName, of id: HTMLNodeID) -> Bool {
        for place in attributePlaces(of: id) where attributes[place].name == name { return true }
        return false
    }

    /// All attributes of an element in the order of the page; empty for other nodes.
    @inlinable
    package func attributes(of id: HTMLNodeID) -> ArraySlice<HTMLAttribute> {
        attributes[attributePlaces(of: id)]
    }

    @inlinable
    package func value(of attribute: HTMLAttribute) -> ArraySlice<UInt8> {
        bytes(attribute.start, attribute.length)
    }

    /// The attribute at a place of `attributePlaces(of:)`.
    @inlinable
    package func attribute(at place: Int) -> HTMLAttribute { attributes[place] }

    /// A hash of the value's bytes, as `Span.bytesHash`, so that each spelling of a page has to be read once.
    package func valueHash(of attribute: HTMLAttribute) -> UInt64 {
        if attribute.start >= 0 {
            let start = Int(attribute.start)
            return source.span.bytesHash(start..<start &+ Int(attribute.length))
        }
        let start = Int(~attribute.start)
        return decoded.span.bytesHash(start..<start &+ Int(attribute.length))
    }

    package func name(of attribute: HTMLAttribute) -> String { name(of: attribute.name) }

    package func name(of name: HTMLAttributeName) -> String { attributeNames.name(name.rawValue) }

    /// The bytes of an attribute's name, for comparing beginnings (`data-`) without making a string.
    package func nameBytes(of name: HTMLAttributeName) -> ArraySlice<UInt8> {
        attributeNames.bytes(name.rawValue)
    }

    /// The attribute name with that (lower-case) spelling; nil if it is neither known nor on this page, so
    /// that no element has it. Worth asking once a page for names such as `data-src`, which have no constant.
    package func attributeName(_ name: String) -> HTMLAttributeName? {
        attributeNames.find(Array(name.utf8)).map(HTMLAttributeName.init(rawValue:))
    }

    /// The class names of an element, in the order of the page, repeats included.
    package func classTokens(of id: HTMLNodeID) -> HTMLTokens { HTMLTokens(attribute(.class, of: id) ?? []) }

    /// Whether the element has that class name (compared byte by byte).
    package func hasClass(_ name: String, of id: HTMLNodeID) -> Bool {
        classTokens(of: id).contains { $0.elementsEqual(name.utf8) }
    }

    /// Where the attributes of an element are among all of the document, for walks that look at many elements.
    @inlinable
    package func attributePlaces(of id: HTMLNodeID) -> Range<Int> {
        let node = nodes[id.index]
        guard node.isElement else { return 0..<0 }
        return Int(node.start)..<Int(node.start) &+ Int(node.length)
    }
}

/// The words of an attribute that is a set of them (`class`, `rel`): parted by ASCII whitespace (WHATWG Infra
/// §4.7).
@usableFromInline
package struct HTMLTokens: Sequence, IteratorProtocol, Sendable {
    @usableFromInline package var rest: ArraySlice<UInt8>

    @inlinable
    package init(_ value: ArraySlice<UInt8>) { rest = value }

    @inlinable
    package mutating func next() -> ArraySlice<UInt8>? {
        var start = rest.startIndex
        while start < rest.endIndex, rest[start].isHTMLWhitespace { start &+= 1 }
        var end = start
        while end < rest.endIndex, !rest[end].isHTMLWhitespace { end &+= 1 }
        guard end > start else { return nil }
        defer { rest = rest[end...] }
        return rest[start..<end]
    }
}

extension UInt8 {
    /// Tab, line feed, form feed, carriage return or space (WHATWG Infra §4.6).
    @inlinable @inline(__always)
    package var isHTMLWhitespace: Bool {
        // One bit for each of the five bytes; nearly all bytes are above them.
        self <= 0x20 && 0x1_0000_3600 as UInt64 >> UInt64(self) & 1 != 0
    }
}
