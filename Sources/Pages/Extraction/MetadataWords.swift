/// The words of a short text in lower case, for comparing titles and names: ASCII letters and digits, and letters of
/// other scripts; everything else parts words.
struct MetadataWords: Sendable, Hashable {
    let words: [[UInt8]]

    init(_ text: String) {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        let folded = CaseFolding.fold(Array(text.utf8)[...])
        var place = 0
        while place < folded.count {
            let byte = folded[place]
            let length = Self.separatorLength(folded, at: place)
            if length > 0 {
                if !word.isEmpty { words.append(word) }
                word.removeAll(keepingCapacity: true)
                place += length
            } else {
                word.append(byte)
                place += 1
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }

    /// All letters and digits without what parts the words.
    var joined: [UInt8] { Array(words.joined()) }

    /// How much two texts have in common, 0 to 1: twice the shared words over all words (Dice).
    func overlap(with other: MetadataWords) -> Double {
        let all = words.count + other.words.count
        guard all > 0, words.count < 400, other.words.count < 400 else { return 0 }
        var rest: [[UInt8]: Int] = [:]
        for word in words { rest[word, default: 0] += 1 }
        var shared = 0
        for word in other.words {
            guard let left = rest[word], left > 0 else { continue }
            rest[word] = left - 1
            shared += 1
        }
        return Double(2 * shared) / Double(all)
    }

    /// Bytes of the mark at a place that parts words; 0 for a letter or digit.
    private static func separatorLength(_ bytes: [UInt8], at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 {
            let isWord = byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte == UInt8(ascii: "_")
            return isWord ? 0 : 1
        }
        guard place + 1 < bytes.count else { return 0 }
        let second = bytes[place + 1]
        // Latin-1 marks except ª, µ and º; general punctuation to miscellaneous symbols; CJK marks and wide forms.
        if byte == 0xC2 { return second == 0xAA || second == 0xB5 || second == 0xBA ? 0 : 2 }
        if byte == 0xE2, second < 0xB0 { return 3 }
        if byte == 0xE3, second == 0x80 { return 3 }
        if byte == 0xEF, second == 0xBC || second == 0xBD { return 3 }
        return byte >= 0xF0 && second == 0x9F ? 4 : 0
    }
}
