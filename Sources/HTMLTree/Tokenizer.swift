/// The tokenizer of HTML (§13.2.5) over a page that is wholly in memory.
///
/// Instead of a state a byte it reads one construct a call: a stretch of text, a tag, a comment, a doctype.
/// What was read stands in its properties until the next call. Positions are kept, not strings; bytes that
/// differ from the source (character references, U+0000) go to `decoded`.
struct Tokenizer {
    enum Token {
        /// Characters, at least one; `text` says which.
        case text
        /// One U+0000, which the tree builder drops or replaces depending on where it stands.
        case null
        case startTag, endTag, comment, doctype, endOfFile
    }

    /// How text is read (§13.2.5.1 to §13.2.5.5), as the tree builder sets it.
    enum TextModel {
        case data, rcdata, rawText, scriptData, plaintext
    }

    /// A stretch of bytes, as in `HTMLDocument.bytes`: of the source (`start` at least 0) or of `decoded`
    /// (complement).
    struct Stretch {
        var start: Int32 = 0
        var length: Int32 = 0

        var isEmpty: Bool { length == 0 }
    }

    /// Where reading goes on.
    var position = 0
    var model = TextModel.data
    /// Whether `<![CDATA[` begins a section: set while the current node is one of SVG or MathML.
    var allowsCDATA = false
    /// Whether the source contains U+0000 at all.
    let sourceHasNull: Bool

    /// The characters of a text token, the contents of a comment.
    var text = Stretch()
    /// The name of a tag.
    var tag = HTMLTag.none
    var isSelfClosing = false
    /// The first attribute of a start tag in `attributes`; the tag's attributes stand at the end of it.
    var firstAttribute = 0
    /// Set by the tree builder when an element takes over the attributes of the tag; otherwise the next tag
    /// overwrites them.
    var attributesAreTaken = false
    var doctype = DoctypeToken()

    var attributes: [HTMLAttribute] = []
    var decoded: [UInt8] = []
    var tagNames = NameTable.tags
    var attributeNames = NameTable.attributes
    var limitsHit: HTMLLimits = []

    /// Where the CDATA section being read ends (its `]]>` or the end of the page); nil outside of one.
    var sectionEnd: Int?
    /// The element whose end tag ends text that is not `data`.
    var rawTextTag = HTMLTag.none

    init(sourceHasNull: Bool) { self.sourceHasNull = sourceHasNull }

    /// Reads the next token. Every call but the last moves forward.
    @inline(__always)
    mutating func next(_ input: Span<UInt8>) -> Token {
        if model == .data, sectionEnd == nil { return nextInData(input) }
        return nextInText(input)
    }

    private mutating func nextInText(_ input: Span<UInt8>) -> Token {
        if let end = sectionEnd { return nextInSection(input, end: end) }
        switch model {
        case .data: return nextInData(input)
        case .rcdata: return nextInRawText(input, hasReferences: true)
        case .rawText: return nextInRawText(input, hasReferences: false)
        case .scriptData: return nextInScript(input)
        case .plaintext: return plaintext(input)
        }
    }

    // MARK: Data state (§13.2.5.1) and tag open state (§13.2.5.6)

    private mutating func nextInData(_ input: Span<UInt8>) -> Token {
        while position < input.count {
            let byte = input[position]
            guard byte == UInt8(ascii: "<") else { return textInData(input, byte) }
            guard position &+ 1 < input.count else { return textInData(input, byte) }
            let following = input[position &+ 1]
            if following.isASCIILetter { return startTag(input) }
            switch following {
            case UInt8(ascii: "/"):
                guard position &+ 2 < input.count else { return textInData(input, byte) }
                let third = input[position &+ 2]
                if third.isASCIILetter { return endTag(input) }
                if third == UInt8(ascii: ">") {
                    position &+= 3
                    continue
                }
                return bogusComment(input, from: position &+ 2)
            case UInt8(ascii: "!"): return markupDeclaration(input)
            case UInt8(ascii: "?"): return bogusComment(input, from: position &+ 1)
            default: return textInData(input, byte)
            }
        }
        return .endOfFile
    }

    /// Whether the `<` at `place` begins markup; if not it is text.
    @inline(__always)
    private func beginsMarkup(_ input: Span<UInt8>, _ place: Int) -> Bool {
        guard place &+ 1 < input.count else { return false }
        let following = input[place &+ 1]
        if following.isASCIILetter || following == UInt8(ascii: "!") || following == UInt8(ascii: "?") {
            return true
        }
        return following == UInt8(ascii: "/") && place &+ 2 < input.count
    }

    private mutating func textInData(_ input: Span<UInt8>, _ byte: UInt8) -> Token {
        let start = position
        if byte == 0 { return null() }
        // A `<` here is text already.
        var place = byte == UInt8(ascii: "<") ? start &+ 1 : start
        while true {
            place = input.index(ofAny: UInt8(ascii: "<"), UInt8(ascii: "&"), 0, from: place)
            guard place < input.count else { break }
            let found = input[place]
            if found == UInt8(ascii: "&") { return decodedTextInData(input, from: start, to: place) }
            if found == 0 || beginsMarkup(input, place) { break }
            place &+= 1
        }
        return emitText(start, place)
    }

    /// Text with character references: all of it goes to `decoded`, up to the next markup.
    private mutating func decodedTextInData(_ input: Span<UInt8>, from start: Int, to reference: Int) -> Token
    {
        let begin = decoded.count
        var copied = start
        var place = reference
        while place < input.count {
            let found = input[place]
            if found == UInt8(ascii: "&") {
                input.append(copied..<place, to: &decoded)
                place = appendReference(input, at: place, inAttribute: false)
                copied = place
            } else if found == 0 || beginsMarkup(input, place) {
                break
            } else {
                place &+= 1
            }
            place = input.index(ofAny: UInt8(ascii: "<"), UInt8(ascii: "&"), 0, from: place)
        }
        input.append(copied..<place, to: &decoded)
        return emitDecoded(begin, next: place)
    }

    // MARK: Emitting

    /// A text token of the source bytes `start..<end`, where reading goes on.
    @inline(__always)
    mutating func emitText(_ start: Int, _ end: Int) -> Token {
        text = Stretch(
            start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: end &- start))
        position = end
        return .text
    }

    /// A text token of what `decoded` got since it had `begin` bytes.
    mutating func emitDecoded(_ begin: Int, next: Int) -> Token {
        text = decodedStretch(from: begin)
        position = next
        return .text
    }

    func decodedStretch(from begin: Int) -> Stretch {
        Stretch(
            start: ~Int32(truncatingIfNeeded: begin),
            length: Int32(truncatingIfNeeded: decoded.count &- begin))
    }

    mutating func null() -> Token {
        position &+= 1
        return .null
    }

    /// Appends U+FFFD, what takes the place of U+0000.
    mutating func appendReplacement() {
        decoded.append(0xEF)
        decoded.append(0xBF)
        decoded.append(0xBD)
    }

    /// The source bytes `start..<end`, each U+0000 in them replaced.
    mutating func stretch(_ input: Span<UInt8>, _ start: Int, _ end: Int) -> Stretch {
        if sourceHasNull {
            var null = input.index(of: 0, from: start, to: end)
            if null < end {
                let begin = decoded.count
                var copied = start
                while null < end {
                    input.append(copied..<null, to: &decoded)
                    appendReplacement()
                    copied = null &+ 1
                    null = input.index(of: 0, from: copied, to: end)
                }
                input.append(copied..<end, to: &decoded)
                return decodedStretch(from: begin)
            }
        }
        return Stretch(
            start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: end &- start))
    }
}

extension NameTable {
    /// The names of elements every document starts with.
    static let tags = NameTable(known: HTMLTag.knownNames)
    /// The names of attributes every document starts with.
    static let attributes = NameTable(known: HTMLAttributeName.knownNames)
}
