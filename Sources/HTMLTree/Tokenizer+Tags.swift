// Tags: §13.2.5.7 (end tag open) to §13.2.5.8 (tag name), §13.2.5.32 to §13.2.5.40 (attributes).
extension Tokenizer {
    /// Reads the start tag whose `<` is at `position`; `.endOfFile` if the page ends within it.
    mutating func startTag(_ input: Span<UInt8>) -> Token {
        beginTag()
        var place = position &+ 1
        tag = tagName(input, &place)
        return attributes(input, from: place) ? .startTag : .endOfFile
    }

    /// Reads the end tag whose `</` is at `position`. Its attributes are read and forgotten.
    mutating func endTag(_ input: Span<UInt8>) -> Token {
        beginTag()
        var place = position &+ 2
        tag = tagName(input, &place)
        guard place < input.count else { return endInTag(input) }
        if input[place] == UInt8(ascii: ">") {
            position = place &+ 1
            return .endTag
        }
        return attributes(input, from: place) ? .endTag : .endOfFile
    }

    private mutating func beginTag() {
        if !attributesAreTaken, attributes.count > firstAttribute {
            attributes.removeSubrange(firstAttribute...)
        }
        firstAttribute = attributes.count
        attributesAreTaken = false
        isSelfClosing = false
    }

    private mutating func endInTag(_ input: Span<UInt8>) -> Token {
        position = input.count
        return .endOfFile
    }

    // MARK: Names

    private mutating func tagName(_ input: Span<UInt8>, _ place: inout Int) -> HTMLTag {
        let start = place
        let key = name(input, &place, isTag: true)
        // A tag that the page ends in is dropped, and its name may be as long as the page.
        guard place < input.count else { return .none }
        guard let key else { return HTMLTag(rawValue: nameWithNulls(input, start, &place, isTag: true)) }
        return HTMLTag(rawValue: tagNames.intern(key, input, start..<place, lowercasing: true))
    }

    private mutating func attributeName(_ input: Span<UInt8>, _ place: inout Int) -> HTMLAttributeName {
        let start = place
        let key = name(input, &place, isTag: false)
        guard place < input.count else { return HTMLAttributeName(rawValue: 0) }
        guard let key else {
            return HTMLAttributeName(rawValue: nameWithNulls(input, start, &place, isTag: false))
        }
        return HTMLAttributeName(
            rawValue: attributeNames.intern(key, input, start..<place, lowercasing: true))
    }

    /// Moves behind a name and makes its key; nil if U+0000 is in it or the page ends in it.
    @inline(__always)
    private func name(_ input: Span<UInt8>, _ place: inout Int, isTag: Bool) -> NameTable.Key? {
        let start = place
        var key = NameTable.Key()
        while true {
            let word = input.word(at: place)
            let length = NameWords.length(word)
            if length > 0 { key.add(NameWords.lowercased(word, length: length), at: place &- start) }
            place &+= length
            if length < 8 { break }
        }
        if place > start, place < input.count, endsName(input[place], isTag: isTag) { return key }
        return place < input.count ? rareName(input, start, &place, isTag: isTag) : nil
    }

    /// A name that begins or goes on with bytes that end most names, or that the page ends in.
    private func rareName(_ input: Span<UInt8>, _ start: Int, _ place: inout Int, isTag: Bool) -> NameTable
        .Key?
    {
        while place < input.count, !endsName(input[place], isTag: isTag) || !isTag && place == start {
            if input[place] == 0 { return nil }
            place &+= 1
        }
        return NameTable.Key(input, start..<place, lowercasing: true)
    }

    /// Whether a byte ends a name; an attribute's name may begin with `=` all the same.
    @inline(__always)
    private func endsName(_ byte: UInt8, isTag: Bool) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLWhitespace
            || !isTag && byte == UInt8(ascii: "=")
    }

    /// Reads a name with U+0000 in it, each replaced by U+FFFD.
    private mutating func nameWithNulls(
        _ input: Span<UInt8>, _ start: Int, _ place: inout Int, isTag: Bool
    ) -> UInt32 {
        var name: [UInt8] = []
        place = start
        while place < input.count, !endsName(input[place], isTag: isTag) || !isTag && place == start {
            let byte = input[place]
            if byte == 0 { name += [0xEF, 0xBF, 0xBD] } else { name.append(byte.lowercasedASCII) }
            place &+= 1
        }
        return isTag ? tagNames.intern(name.span) : attributeNames.intern(name.span)
    }

    // MARK: Attributes

    /// Reads the attributes of a tag and the `>` behind them; false if the page ends first.
    private mutating func attributes(_ input: Span<UInt8>, from start: Int) -> Bool {
        var place = start
        let count = input.count
        while true {
            while place < count, input[place].isHTMLWhitespace { place &+= 1 }
            guard place < count else { break }
            let byte = input[place]
            if byte == UInt8(ascii: ">") {
                position = place &+ 1
                return true
            }
            if byte == UInt8(ascii: "/") {
                place &+= 1
                if place < count, input[place] == UInt8(ascii: ">") {
                    isSelfClosing = true
                    position = place &+ 1
                    return true
                }
                continue
            }
            let records = attributes.count &- firstAttribute < HTMLLimits.maximumAttributes
            if !records { limitsHit.insert(.attributes) }
            let name = records ? attributeName(input, &place) : skipName(input, &place)
            while place < count, input[place].isHTMLWhitespace { place &+= 1 }
            var value = Stretch()
            if place < count, input[place] == UInt8(ascii: "=") {
                place &+= 1
                guard let read = attributeValue(input, &place) else { break }
                value = read
            }
            if records, !hasAttribute(name) {
                attributes.append(HTMLAttribute(name: name, start: value.start, length: value.length))
            }
        }
        position = count
        return false
    }

    /// Passes over the name of an attribute that is not kept, without giving it a number.
    private func skipName(_ input: Span<UInt8>, _ place: inout Int) -> HTMLAttributeName {
        place &+= 1
        while place < input.count, !endsName(input[place], isTag: false) { place &+= 1 }
        return HTMLAttributeName(rawValue: 0)
    }

    @inline(__always)
    private func hasAttribute(_ name: HTMLAttributeName) -> Bool {
        var index = firstAttribute
        while index < attributes.count {
            if attributes[index].name == name { return true }
            index &+= 1
        }
        return false
    }

    /// Reads what follows the `=`; nil if the page ends within it.
    @inline(__always)
    private mutating func attributeValue(_ input: Span<UInt8>, _ place: inout Int) -> Stretch? {
        while place < input.count, input[place].isHTMLWhitespace { place &+= 1 }
        guard place < input.count else { return nil }
        let quote = input[place]
        if quote == UInt8(ascii: ">") { return Stretch() }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return unquoted(input, &place)
        }
        let start = place &+ 1
        place = input.index(ofAny: quote, UInt8(ascii: "&"), 0, from: start)
        guard place < input.count else { return nil }
        if input[place] != quote { return decodedQuoted(input, start, &place, quote) }
        place &+= 1
        return Stretch(
            start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: place &- 1 &- start))
    }

    /// A quoted value with a character reference or U+0000 at `place`.
    private mutating func decodedQuoted(
        _ input: Span<UInt8>, _ start: Int, _ place: inout Int, _ quote: UInt8
    ) -> Stretch? {
        let begin = decoded.count
        var copied = start
        while place < input.count {
            input.append(copied..<place, to: &decoded)
            let byte = input[place]
            if byte == quote {
                place &+= 1
                return decodedStretch(from: begin)
            }
            appendSpecial(input, &place, byte)
            copied = place
            place = input.index(ofAny: quote, UInt8(ascii: "&"), 0, from: place)
        }
        return nil
    }

    private mutating func unquoted(_ input: Span<UInt8>, _ place: inout Int) -> Stretch? {
        let start = place
        while place < input.count {
            let byte = input[place]
            if byte == UInt8(ascii: ">") || byte.isHTMLWhitespace {
                return Stretch(
                    start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: place &- start)
                )
            }
            if byte == UInt8(ascii: "&") || byte == 0 { return decodedUnquoted(input, start, &place) }
            place &+= 1
        }
        return nil
    }

    private mutating func decodedUnquoted(_ input: Span<UInt8>, _ start: Int, _ place: inout Int) -> Stretch?
    {
        let begin = decoded.count
        input.append(start..<place, to: &decoded)
        while place < input.count {
            let byte = input[place]
            if byte == UInt8(ascii: ">") || byte.isHTMLWhitespace { return decodedStretch(from: begin) }
            if byte == UInt8(ascii: "&") || byte == 0 {
                appendSpecial(input, &place, byte)
            } else {
                decoded.append(byte)
                place &+= 1
            }
        }
        return nil
    }

    /// Appends what the `&` or U+0000 at `place` stands for, and moves behind it.
    private mutating func appendSpecial(_ input: Span<UInt8>, _ place: inout Int, _ byte: UInt8) {
        if byte == 0 {
            appendReplacement()
            place &+= 1
        } else {
            place = appendReference(input, at: place, inAttribute: true)
        }
    }
}
