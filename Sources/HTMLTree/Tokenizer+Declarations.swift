/// What a doctype token says (§13.2.5.53 to §13.2.5.68); an identifier that is absent is nil.
struct DoctypeToken {
    var name: Tokenizer.Stretch?
    var publicIdentifier: Tokenizer.Stretch?
    var systemIdentifier: Tokenizer.Stretch?
    var forcesQuirks = false
}

// Comments, doctypes and what else begins with `<!`: §13.2.5.41 to §13.2.5.69.
extension Tokenizer {
    /// Reads what begins with the `<!` at `position`.
    mutating func markupDeclaration(_ input: Span<UInt8>) -> Token {
        let start = position
        if follows(input, "--", behind: start &+ 1) { return comment(input, from: start &+ 4) }
        if follows(input, "doctype", behind: start &+ 1) { return doctype(input, from: start &+ 9) }
        if allowsCDATA, isSectionStart(input, at: start) {
            position = start &+ 9
            sectionEnd = endOfSection(input, from: position)
            return next(input)
        }
        return bogusComment(input, from: start &+ 2)
    }

    /// Whether `<![CDATA[` stands at `place`, letters in upper case.
    private func isSectionStart(_ input: Span<UInt8>, at place: Int) -> Bool {
        guard follows(input, "[cdata[", behind: place &+ 1) else { return false }
        for index in place &+ 3..<place &+ 8 where input[index] & 0x20 != 0 { return false }
        return true
    }

    /// Where the first `]]>` stands; the end of the page if there is none.
    private func endOfSection(_ input: Span<UInt8>, from start: Int) -> Int {
        var place = start
        while true {
            place = input.index(of: UInt8(ascii: "]"), from: place)
            if place >= input.count || follows(input, "]>", behind: place) { return place }
            place &+= 1
        }
    }

    // MARK: Comments

    /// A comment whose contents run to the next `>`, whatever they are.
    mutating func bogusComment(_ input: Span<UInt8>, from start: Int) -> Token {
        let end = input.index(of: UInt8(ascii: ">"), from: start)
        return commentToken(input, min(start, end), end, next: end &+ 1)
    }

    private mutating func comment(_ input: Span<UInt8>, from start: Int) -> Token {
        if start < input.count {
            if input[start] == UInt8(ascii: ">") {
                return commentToken(input, start, start, next: start &+ 1)
            }
            if input[start] == UInt8(ascii: "-"), follows(input, ">", behind: start) {
                return commentToken(input, start, start, next: start &+ 2)
            }
        }
        var place = start
        while true {
            place = input.index(of: UInt8(ascii: "-"), from: place)
            guard place < input.count else { break }
            if follows(input, "->", behind: place) {
                return commentToken(input, start, place, next: place &+ 3)
            }
            if follows(input, "-!>", behind: place) {
                return commentToken(input, start, place, next: place &+ 4)
            }
            place &+= 1
        }
        return commentToken(input, start, endOfOpenComment(input, from: start), next: input.count)
    }

    /// Where the contents of a comment end that the end of the page cuts off: what may have begun its end is
    /// not part of it.
    private func endOfOpenComment(_ input: Span<UInt8>, from start: Int) -> Int {
        var end = input.count
        if end &- start >= 3, input[end &- 1] == UInt8(ascii: "!"), input[end &- 2] == UInt8(ascii: "-"),
            input[end &- 3] == UInt8(ascii: "-")
        {
            return end &- 3
        }
        for _ in 0..<2 where end > start && input[end &- 1] == UInt8(ascii: "-") { end &-= 1 }
        return end
    }

    private mutating func commentToken(_ input: Span<UInt8>, _ start: Int, _ end: Int, next: Int) -> Token {
        text = stretch(input, min(start, input.count), min(end, input.count))
        position = min(next, input.count)
        return .comment
    }

    // MARK: Doctypes

    private mutating func doctype(_ input: Span<UInt8>, from start: Int) -> Token {
        doctype = DoctypeToken()
        var place = start
        skipWhitespace(input, &place)
        let nameStart = place
        while place < input.count, input[place] != UInt8(ascii: ">"), !input[place].isHTMLWhitespace {
            place &+= 1
        }
        guard place > nameStart else { return endDoctype(input, place, forcesQuirks: true) }
        doctype.name = lowercasedStretch(input, nameStart, place)
        guard place < input.count else { return endDoctype(input, place, forcesQuirks: true) }
        skipWhitespace(input, &place)
        guard place < input.count else { return endDoctype(input, place, forcesQuirks: true) }
        if input[place] == UInt8(ascii: ">") { return endDoctype(input, place) }
        if follows(input, "public", behind: place &- 1) {
            place &+= 6
            skipWhitespace(input, &place)
            guard let identifier = identifier(input, &place) else {
                return endDoctype(input, place, forcesQuirks: true)
            }
            doctype.publicIdentifier = identifier.text
            guard identifier.isClosed else { return endDoctype(input, place, forcesQuirks: true) }
            skipWhitespace(input, &place)
            if place < input.count, input[place] == UInt8(ascii: ">") { return endDoctype(input, place) }
        } else if follows(input, "system", behind: place &- 1) {
            place &+= 6
            skipWhitespace(input, &place)
        } else {
            return endDoctype(input, place, forcesQuirks: true)
        }
        guard let identifier = identifier(input, &place) else {
            return endDoctype(input, place, forcesQuirks: true)
        }
        doctype.systemIdentifier = identifier.text
        guard identifier.isClosed else { return endDoctype(input, place, forcesQuirks: true) }
        skipWhitespace(input, &place)
        return endDoctype(input, place, forcesQuirks: place >= input.count)
    }

    /// Goes behind the next `>` and hands the doctype out.
    private mutating func endDoctype(_ input: Span<UInt8>, _ place: Int, forcesQuirks: Bool = false) -> Token
    {
        let end = input.index(of: UInt8(ascii: ">"), from: place)
        if forcesQuirks { doctype.forcesQuirks = true }
        position = min(end &+ 1, input.count)
        return .doctype
    }

    /// An identifier in quotes, which a `>` or the end of the page may cut off; nil if no quote stands at
    /// `place`.
    private mutating func identifier(
        _ input: Span<UInt8>, _ place: inout Int
    ) -> (text: Stretch, isClosed: Bool)? {
        guard place < input.count else { return nil }
        let quote = input[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let start = place &+ 1
        place = input.index(ofAny: quote, UInt8(ascii: ">"), quote, from: start)
        let text = stretch(input, start, place)
        guard place < input.count, input[place] == quote else { return (text, false) }
        place &+= 1
        return (text, true)
    }

    private func skipWhitespace(_ input: Span<UInt8>, _ place: inout Int) {
        while place < input.count, input[place].isHTMLWhitespace { place &+= 1 }
    }

    private mutating func lowercasedStretch(_ input: Span<UInt8>, _ start: Int, _ end: Int) -> Stretch {
        let begin = decoded.count
        for place in start..<end {
            if input[place] == 0 { appendReplacement() } else { decoded.append(input[place].lowercasedASCII) }
        }
        return decodedStretch(from: begin)
    }
}
