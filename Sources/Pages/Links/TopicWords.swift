import HTMLTree

/// The telling words of a text, as hashes: words of four bytes and more; pairs of characters in scripts without spaces.
///
/// Words count by their first letters alone: "strikes" and "striking", "Steuer" and "Steuerreform" are about one thing,
/// and most languages put case and number at the end. Each stands there once, in the order of the text. Titles and link
/// texts are short: looking through all of them is faster than a table.
struct TopicWords: Sendable {
    /// More words than that are no title.
    private static let maximumWords = 64
    /// Letters of a word that count. Five tell related lists of labelled pages from others better than whole words do;
    /// four, six and seven are nearly as good.
    private static let stemLetters = 5

    private(set) var hashes: [UInt64] = []

    init() {}

    init(_ text: ArraySlice<UInt8>) { add(text) }

    mutating func add(_ text: ArraySlice<UInt8>) {
        var found = hashes
        Self.visit(text) { hash in
            if found.count < Self.maximumWords, !found.contains(hash) { found.append(hash) }
        }
        hashes = found
    }

    func shared(with other: TopicWords) -> Int { hashes.count { other.hashes.contains($0) } }

    /// Calls `visit` with the hash of each word, repeats included.
    static func visit(_ text: ArraySlice<UInt8>, _ visit: (UInt64) -> Void) {
        let bytes = CaseFolding.fold(text)
        let folded = bytes.span
        var start = 0
        var place = 0
        var previous: UInt64 = 0
        while place <= folded.count {
            let byte = place < folded.count ? folded[place] : 0x20
            let isWide = byte >= 0xE3 && byte <= 0xED && place + 2 < folded.count
            let isLetter =
                byte >= 0x80 && !isWide && byte != 0xE2 && byte != 0xC2 || byte &- 0x61 < 26
                || byte &- 0x30 < 10
            if !isLetter {
                if place - start >= 4 { visit(folded.bytesHash(start..<stemEnd(folded, start..<place))) }
                start = place + 1
            }
            if isWide {
                let character = folded.bytesHash(place..<place + 3)
                if previous != 0 { visit(previous &* 31 ^ character) }
                previous = character
                place += 3
                start = place
                continue
            }
            if !isLetter { previous = 0 }
            place += 1
        }
    }

    /// Where the first letters of a word end.
    private static func stemEnd(_ folded: Span<UInt8>, _ word: Range<Int>) -> Int {
        var end = word.lowerBound
        var letters = 0
        while end < word.upperBound {
            // Not the second or a further byte of a letter.
            if folded[end] & 0xC0 != 0x80 {
                if letters == stemLetters { break }
                letters += 1
            }
            end += 1
        }
        return end
    }
}
