extension HTMLDocument {
    /// Reads a page: UTF-8 bytes, a byte order mark already removed.
    ///
    /// Bytes that are no UTF-8 are kept as they are (see `text(of:)`). The time is proportional to the number
    /// of bytes, on hostile pages as well.
    package init(parsing source: [UInt8]) {
        self.init(parsing: source, maximumNodes: HTMLLimits.maximumNodes)
    }

    /// Reads a page with another limit of nodes, which tests reach sooner.
    init(parsing source: [UInt8], maximumNodes: Int) {
        let page = SourceText(source)
        var builder = TreeBuilder(
            page.bytes, tagCount: page.tagCount, sourceHasNull: page.hasNull, maximumNodes: maximumNodes)
        builder.lexer.attributes.reserveCapacity(page.valueCount &+ 16)
        builder.run()
        builder.finish()
        self.source = page.bytes
        decoded = builder.lexer.decoded
        nodes = builder.nodes
        attributes = builder.lexer.attributes
        tagNames = builder.lexer.tagNames
        attributeNames = builder.lexer.attributeNames
        doctypes = builder.doctypes
        templates = builder.templates
        quirks = builder.quirks
        limitsHit = builder.limitsHit.union(builder.lexer.limitsHit).union(page.isCut ? .bytes : [])
            .union(tagNames.isFull || attributeNames.isFull ? .names : [])
    }
}

extension TreeBuilder {
    /// Brings what was kept apart while reading into the arrays of the document.
    mutating func finish() {
        for index in joinedText.nodes { flattenText(index) }
        for (element, late) in lateAttributes {
            let node = nodes[element.index]
            let start = lexer.attributes.count
            let own = lexer.attributes[Int(node.start)..<Int(node.start) &+ Int(node.length)]
            lexer.attributes.append(contentsOf: Array(own) + late)
            nodes[element.index].start = Int32(truncatingIfNeeded: start)
            nodes[element.index].length = node.length &+ Int32(truncatingIfNeeded: late.count)
        }
    }
}

/// The bytes of a page as the tokenizer wants them (§13.2.3.5): not too many, each line ended by LF alone.
private struct SourceText {
    let bytes: [UInt8]
    /// How many `<` there are, which is about how many nodes there will be.
    let tagCount: Int
    /// How many `=` there are, which is more than there are attributes with values.
    let valueCount: Int
    /// Whether U+0000 occurs.
    let hasNull: Bool
    /// Whether the page was longer than `HTMLLimits.maximumBytes`.
    let isCut: Bool

    init(_ source: [UInt8]) {
        isCut = source.count > HTMLLimits.maximumBytes
        let given = isCut ? Array(source[..<HTMLLimits.maximumBytes]) : source
        let input = given.span
        let census = input.census()
        tagCount = census.tags
        valueCount = census.values
        guard census.hasControls else {
            (bytes, hasNull) = (given, false)
            return
        }
        hasNull = input.index(of: 0, from: 0) < input.count
        let first = input.index(of: 0x0D, from: 0)
        bytes = first < input.count ? SourceText.normalised(input, first) : given
    }

    private static func normalised(_ input: Span<UInt8>, _ first: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(input.count)
        var copied = 0
        var place = first
        while place < input.count {
            input.append(copied..<place, to: &bytes)
            bytes.append(0x0A)
            copied = place &+ 1
            if copied < input.count, input[copied] == 0x0A { copied &+= 1 }
            place = input.index(of: 0x0D, from: copied)
        }
        input.append(copied..<input.count, to: &bytes)
        return bytes
    }
}
