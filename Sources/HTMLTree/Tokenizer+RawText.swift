// Text in which only one end tag is markup: §13.2.5.2 to §13.2.5.5 and §13.2.5.9 to §13.2.5.31, and CDATA
// sections (§13.2.5.69 to §13.2.5.71).
extension Tokenizer {
    /// From now on text is read as `model` says, until the end tag of the element just read.
    mutating func read(as model: TextModel, until tag: HTMLTag) {
        self.model = model
        rawTextTag = tag
    }

    /// Whether `</` at `place` is the beginning of the end tag awaited ("appropriate end tag token").
    private func isAwaitedEndTag(_ input: Span<UInt8>, at place: Int) -> Bool {
        guard place &+ 1 < input.count, input[place &+ 1] == UInt8(ascii: "/") else { return false }
        let name = tagNames.bytes(rawTextTag.rawValue)
        let start = place &+ 2
        guard start &+ name.count < input.count else { return false }
        for offset in 0..<name.count
        where input[start &+ offset].lowercasedASCII != name[name.startIndex &+ offset] {
            return false
        }
        return endsName(input, at: start &+ name.count)
    }

    /// Whether the byte at `place` may end a tag's name.
    private func endsName(_ input: Span<UInt8>, at place: Int) -> Bool {
        guard place < input.count else { return false }
        let byte = input[place]
        return byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLWhitespace
    }

    /// The text up to the awaited end tag at `end`, or that end tag if there is no text before it. The text
    /// model goes back to `data` with the end tag.
    private mutating func rawTextToken(_ input: Span<UInt8>, _ start: Int, _ end: Int) -> Token {
        guard start < input.count else { return .endOfFile }
        guard end > start else {
            model = .data
            return endTag(input)
        }
        text = stretch(input, start, end)
        position = end
        return .text
    }

    // MARK: RCDATA, RAWTEXT, PLAINTEXT

    mutating func nextInRawText(_ input: Span<UInt8>, hasReferences: Bool) -> Token {
        let start = position
        var end = start
        while true {
            end = input.index(of: UInt8(ascii: "<"), from: end)
            if end >= input.count || isAwaitedEndTag(input, at: end) { break }
            end &+= 1
        }
        guard hasReferences, input.index(of: UInt8(ascii: "&"), from: start, to: end) < end else {
            return rawTextToken(input, start, end)
        }
        let begin = decoded.count
        var copied = start
        var place = start
        while true {
            place = input.index(ofAny: UInt8(ascii: "<"), UInt8(ascii: "&"), 0, from: place)
            guard place < end else { break }
            switch input[place] {
            case UInt8(ascii: "&"):
                input.append(copied..<place, to: &decoded)
                place = appendReference(input, at: place, inAttribute: false)
                copied = place
            case 0:
                input.append(copied..<place, to: &decoded)
                appendReplacement()
                place &+= 1
                copied = place
            default: place &+= 1
            }
        }
        input.append(copied..<end, to: &decoded)
        return emitDecoded(begin, next: end)
    }

    mutating func plaintext(_ input: Span<UInt8>) -> Token {
        guard position < input.count else { return .endOfFile }
        text = stretch(input, position, input.count)
        position = input.count
        return .text
    }

    // MARK: Script data

    /// How deep a script is in what looks like a comment: `<!--`, and `<script` within that, hide
    /// `</script>`.
    private enum Escape { case none, single, double }

    mutating func nextInScript(_ input: Span<UInt8>) -> Token {
        let start = position
        var place = start
        var escape = Escape.none
        while true {
            if escape == .none {
                place = input.index(of: UInt8(ascii: "<"), from: place)
            } else {
                place = input.index(
                    ofAny: UInt8(ascii: "<"), UInt8(ascii: "-"), UInt8(ascii: "-"), from: place)
            }
            guard place < input.count else { return rawTextToken(input, start, input.count) }
            if input[place] == UInt8(ascii: "-") {
                if follows(input, "->", behind: place) {
                    escape = .none
                    place &+= 3
                } else {
                    place &+= 1
                }
                continue
            }
            switch escape {
            case .none:
                if isAwaitedEndTag(input, at: place) { return rawTextToken(input, start, place) }
                if follows(input, "!--", behind: place) {
                    escape = .single
                    // The dashes may belong to a `-->` already.
                    place &+= 2
                } else {
                    place &+= 1
                }
            case .single:
                if isAwaitedEndTag(input, at: place) { return rawTextToken(input, start, place) }
                if follows(input, "script", behind: place), endsName(input, at: place &+ 7) {
                    escape = .double
                }
                place &+= 1
            case .double:
                if follows(input, "/script", behind: place), endsName(input, at: place &+ 8) {
                    escape = .single
                }
                place &+= 1
            }
        }
    }

    /// Whether the bytes behind `place` are those of `word` (lower case), letters in either case.
    func follows(_ input: Span<UInt8>, _ word: String, behind place: Int) -> Bool {
        var index = place &+ 1
        for byte in word.utf8 {
            guard index < input.count, input[index].lowercasedASCII == byte else { return false }
            index &+= 1
        }
        return true
    }

    // MARK: CDATA sections

    /// The next characters of the CDATA section that ends at `end`; behind it, the next token.
    mutating func nextInSection(_ input: Span<UInt8>, end: Int) -> Token {
        guard position < end else {
            sectionEnd = nil
            position = min(end &+ 3, input.count)
            return next(input)
        }
        if input[position] == 0 { return null() }
        return emitText(position, input.index(of: 0, from: position, to: end))
    }
}
