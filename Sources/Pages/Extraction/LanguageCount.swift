/// What one pass over a text counts: frequent words by language, and letters.
struct LanguageCount {
    /// What a word is worth to each of the languages that have it, by their number: one of few tells the language, one of
    /// many only the family.
    private static let worth = [0, 12, 8, 6, 5, 4, 3, 3, 3]
    /// The hash of no letters (FNV-1a, by code point).
    private static let noWord: UInt64 = 0xCBF2_9CE4_8422_2325

    /// All words, known or not.
    private(set) var words = 0
    /// The hash of the last of them.
    private(set) var lastWord = noWord
    /// By the number of a language, what its words in the text are worth.
    private(set) var scores: [Int]
    /// a to z; the other Latin letters are in `blocks`.
    private(set) var plainLetters = 0
    /// By code point, in lower case.
    private(set) var letters = [Int](repeating: 0, count: 0x800)
    /// All letters but a to z, by code point divided by 64.
    private(set) var blocks = [Int](repeating: 0, count: 0x400)

    init(languages: Int) { scores = [Int](repeating: 0, count: languages) }

    /// Counts the words and letters of a text; `languages` has the numbers of the languages of a word by its hash, a byte
    /// each from the lowest.
    mutating func read(_ bytes: Span<UInt8>, languages: HashMemo) {
        let folded = LanguageLetters.folded
        var hash = Self.noWord
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                place &+= 1
                if (byte | 0x20) &- 0x61 < 26 {
                    plainLetters &+= 1
                    Self.mix(UInt64(byte | 0x20), into: &hash)
                    continue
                }
            } else if byte >= 0xC2, byte < 0xE0, place &+ 1 < bytes.count {
                let scalar = Int(byte & 0x1F) << 6 | Int(bytes[place &+ 1] & 0x3F)
                place &+= 2
                let letter = folded[scalar]
                if letter == 1 { continue }
                if letter != 0 {
                    letters[Int(letter)] &+= 1
                    blocks[Int(letter) >> 6] &+= 1
                    Self.mix(UInt64(letter), into: &hash)
                    continue
                }
            } else if byte >= 0xE0, byte < 0xF0, place &+ 2 < bytes.count {
                let block = Int(byte & 0x0F) << 6 | Int(bytes[place &+ 1] & 0x3F)
                let scalar = block << 6 | Int(bytes[place &+ 2] & 0x3F)
                place &+= 3
                if Self.isLetter(scalar) {
                    blocks[block] &+= 1
                    // Capital and small letters of Latin Extended Additional are pairs.
                    Self.mix(UInt64(block & ~3 == 0x78 ? scalar | 1 : scalar), into: &hash)
                    continue
                }
            } else {
                place &+= 1
            }
            if hash != Self.noWord { endWord(&hash, languages) }
        }
        if hash != Self.noWord { endWord(&hash, languages) }
    }

    private mutating func endWord(_ hash: inout UInt64, _ languages: HashMemo) {
        words &+= 1
        lastWord = hash
        if var found = languages[hash] {
            let worth = Self.worth[(71 - found.leadingZeroBitCount) / 8]
            while found != 0 {
                scores[Int(found & 0xFF)] &+= worth
                found >>= 8
            }
        }
        hash = Self.noWord
    }

    @inline(__always)
    private static func mix(_ letter: UInt64, into hash: inout UInt64) {
        hash = (hash ^ letter) &* 0x100_0000_01B3
    }

    /// Whether one of the code points that three bytes make is part of a word; the others are punctuation.
    private static func isLetter(_ scalar: Int) -> Bool {
        switch scalar {
        case 0x964...0x96F, 0x1361...0x137C, 0x2000...0x2BFF, 0x3000...0x303F, 0xE000...: false
        default: scalar >= 0x800
        }
    }
}
