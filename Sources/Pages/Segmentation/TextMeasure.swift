/// Counts over the bytes of a block that tell prose from labels.
struct TextMeasure: Sendable {
    /// Words; in scripts without spaces half the number of characters.
    var words: Float = 0
    var sentenceEnds: Float = 0
    var commas: Float = 0
    var digits: Float = 0
    /// Words that begin with a capital (ASCII and two-byte scripts).
    var capitalised: Float = 0
    /// Capitals, anywhere.
    var capitals: Float = 0
    var letters: Float = 0
    var separators: Float = 0
    var endsSentence = false
    var endsWithColon = false
    var endsWithQuestion = false
    var endsWithEllipsis = false
    var beginsLower = false

    init() {}

    init(_ text: Span<UInt8>) {
        var inWord = false
        var ideographs = 0
        var place = 0
        let end = text.count
        while place < end {
            let byte = text[place]
            if byte < 0x80 {
                place += 1
                count(ascii: byte, in: text, next: place, &inWord)
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            if byte == 0xE2 || byte == 0xC2 {
                inWord = false
                countPunctuation(text, at: place)
            } else if byte >= 0xE3 && byte <= 0xE9 {
                if byte == 0xE3, place + 1 < end, text[place + 1] == 0x80 {
                    countCJKPunctuation(text, at: place)
                } else {
                    ideographs += 1
                }
                inWord = false
            } else if byte == 0xEF {
                countFullWidth(text, at: place)
                inWord = false
            } else {
                if !inWord { words += 1 }
                if !inWord, byte == 0xD0, place + 1 < end, text[place + 1] & 0x3F < 0x30 { capitalised += 1 }
                if byte == 0xE0, place + 2 < end, text[place + 1] == 0xA5, text[place + 2] == 0xA4 {
                    sentenceEnds += 1
                }
                inWord = true
                letters += 1
            }
            place = min(end, place + length)
        }
        words += Float(ideographs) / 2
        letters += Float(ideographs)
        judgeEnds(text)
    }

    private mutating func count(
        ascii byte: UInt8, in text: Span<UInt8>, next: Int, _ inWord: inout Bool
    ) {
        switch byte {
        case 0x61...0x7A:
            if !inWord { words += 1 }
            inWord = true
            letters += 1
        case 0x41...0x5A:
            if !inWord {
                words += 1
                capitalised += 1
            }
            inWord = true
            letters += 1
            capitals += 1
        case 0x30...0x39:
            if !inWord { words += 1 }
            inWord = true
            digits += 1
        case UInt8(ascii: "'"), UInt8(ascii: "_"):
            break
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            if next == text.count || !Self.isAlphanumeric(text[next]) { sentenceEnds += 1 }
            inWord = false
        case UInt8(ascii: ","), UInt8(ascii: ";"):
            commas += 1
            inWord = false
        case UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ">"):
            separators += 1
            inWord = false
        default:
            inWord = false
        }
    }

    private mutating func countPunctuation(_ text: Span<UInt8>, at place: Int) {
        if place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80, text[place + 2] == 0xA2 {
            separators += 1
        }
        if place + 1 < text.count, text[place] == 0xC2, text[place + 1] == 0xB7 { separators += 1 }
    }

    private mutating func countCJKPunctuation(_ text: Span<UInt8>, at place: Int) {
        guard place + 2 < text.count else { return }
        if text[place + 2] == 0x82 { sentenceEnds += 1 }
        if text[place + 2] == 0x81 { commas += 1 }
    }

    private mutating func countFullWidth(_ text: Span<UInt8>, at place: Int) {
        guard place + 2 < text.count, text[place + 1] == 0xBC else { return }
        switch text[place + 2] {
        case 0x81, 0x9F: sentenceEnds += 1
        case 0x8C: commas += 1
        default: break
        }
    }

    private mutating func judgeEnds(_ text: Span<UInt8>) {
        guard text.count > 0 else { return }
        beginsLower = text[0] >= 0x61 && text[0] <= 0x7A
        var end = text.count
        // Closing quotes and brackets, of which there are few.
        let start = max(0, end - 8)
        while end > start {
            let last = text[end - 1]
            guard last == 0x22 || last == 0x27 || last == 0x29 || last == 0x20 || last == 0x5D else { break }
            end -= 1
        }
        func ends(with first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
            end - start >= 3 && text[end - 3] == first && text[end - 2] == second && text[end - 1] == third
        }
        if ends(with: 0xE2, 0x80, 0x9D) || ends(with: 0xE2, 0x80, 0x99) { end -= 3 }
        guard end > start else { return }
        let last = text[end - 1]
        endsWithEllipsis = ends(with: 0xE2, 0x80, 0xA6) || ends(with: 0x2E, 0x2E, 0x2E)
        endsWithQuestion = last == UInt8(ascii: "?")
        endsWithColon = last == UInt8(ascii: ":")
        endsSentence =
            last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
            || ends(with: 0xE3, 0x80, 0x82) || ends(with: 0xE0, 0xA5, 0xA4)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}
