/// Finds every phrase of a lexicon in one pass over the bytes of a text.
///
/// The phrases make a tree of bytes, walked from each place where a word begins. A table of pairs of bytes, small enough
/// for the innermost cache, tells at nearly every place that no phrase begins there: an automaton for all phrases of all
/// languages would be megabytes, and each of its steps would wait for the memory.
///
/// A phrase stands for one or more signs, the bits of a mask; the answer is the union of the signs found. Phrases are
/// given in lower case; what is searched has to be folded with `CaseFolding` before. Marks at the ends of a phrase:
///
/// | mark | the phrase counts |
/// |---|---|
/// | none | between word boundaries |
/// | leading `*`, trailing `*` | inside a word too, on that side |
/// | leading `^` | at the start of the text alone |
/// | trailing `$` | at the end of the text alone |
struct PhraseMatcher: Sendable {
    /// A phrase with the signs it stands for.
    struct Entry: Sendable {
        let signs: UInt64
        let phrases: [String]

        init(_ signs: UInt64, _ phrases: [String]) {
            self.signs = signs
            self.phrases = phrases
        }
    }

    private struct Phrase: Sendable {
        var signs: UInt64
        var length: Int
        var startsFreely: Bool
        var endsFreely: Bool
        var atStart: Bool
        var atEnd: Bool
    }

    /// A node of the tree; its children stand side by side, in ascending order of their bytes.
    private struct Node: Sendable {
        /// The byte that leads here.
        var byte: UInt8 = 0
        var childCount: UInt16 = 0
        var firstChild: Int32 = 0
        /// The phrase that ends here; -1 if none.
        var phrase: Int32 = -1
    }

    private var phrases: [Phrase] = []
    /// The root is the first.
    private var nodes: [Node] = []
    /// By byte: the phrase that is this byte alone; -1 if there is none.
    private var singles = [Int32](repeating: -1, count: 256)
    /// One bit for each pair of bytes with which a phrase begins.
    private var pairs = [UInt64](repeating: 0, count: 1024)
    /// How many bits the words of `pairs` before each have.
    private var pairsBefore = [Int32](repeating: 0, count: 1024)
    /// By the number of the pair among those in `pairs`: the node it leads to; 0 if there is none.
    private var pairNodes: [Int32] = []
    /// A bit for the hash of each three bytes with which a phrase begins; one that goes on after two has all of them.
    private var triples = [UInt64](repeating: 0, count: 1024)
    /// By byte, what `Kind` tells.
    private var kinds = [UInt8](repeating: 0, count: 256)

    /// What a byte is for the search.
    private enum Kind {
        /// It is part of a word, and no phrase that begins with it may begin inside one.
        static let bound: UInt8 = 1
        /// A phrase begins with it.
        static let begins: UInt8 = 2
        /// It is part of a word.
        static let word: UInt8 = 4
    }

    init(_ entries: [Entry]) {
        var spelled: [(bytes: [UInt8], phrase: Int)] = []
        var known: [[UInt8]: Int] = [:]
        var beginsFreely = [Bool](repeating: false, count: 256)
        for entry in entries {
            for text in entry.phrases {
                let (bytes, phrase) = Self.parse(text, entry.signs)
                guard let first = bytes.first else { continue }
                if let place = known[bytes] {
                    phrases[place].signs |= phrase.signs
                    continue
                }
                known[bytes] = phrases.count
                spelled.append((bytes, phrases.count))
                phrases.append(phrase)
                if phrase.startsFreely { beginsFreely[Int(first)] = true }
                kinds[Int(first)] |= Kind.begins
                for second in bytes.count > 1 ? Int(bytes[1])...Int(bytes[1]) : 0...255 {
                    let pair = Int(first) << 8 | second
                    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
                    guard bytes.count > 1 else { continue }
                    for third in bytes.count > 2 ? bytes[2]...bytes[2] : 0...255 {
                        let triple = Self.place(pair, third)
                        triples[triple >> 6] |= 1 << UInt64(triple & 63)
                    }
                }
            }
        }
        for byte in UInt8.min...UInt8.max where Self.isWord(byte) {
            kinds[Int(byte)] |= Kind.word | (beginsFreely[Int(byte)] ? 0 : Kind.bound)
        }
        spelled.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        nodes = [Node()]
        grow(spelled)
        indexPairs()
    }

    /// Fills what leads from the first two bytes to their node.
    private mutating func indexPairs() {
        var count = 0
        for (place, word) in pairs.enumerated() {
            pairsBefore[place] = Int32(count)
            count += word.nonzeroBitCount
        }
        pairNodes = [Int32](repeating: 0, count: count)
        for first in children(of: nodes[0]) {
            singles[Int(nodes[first].byte)] = nodes[first].phrase
            for second in children(of: nodes[first]) {
                let pair = Int(nodes[first].byte) << 8 | Int(nodes[second].byte)
                pairNodes[number(of: pair)] = Int32(second)
            }
        }
    }

    private func children(of node: Node) -> Range<Int> {
        Int(node.firstChild)..<Int(node.firstChild) + Int(node.childCount)
    }

    /// The number of a pair that is in `pairs`, among all that are.
    private func number(of pair: Int) -> Int {
        let before = pairs[pair >> 6] & ((1 as UInt64) << UInt64(pair & 63) &- 1)
        return Int(pairsBefore[pair >> 6]) &+ before.nonzeroBitCount
    }

    private static func parse(_ text: String, _ signs: UInt64) -> (bytes: [UInt8], phrase: Phrase) {
        var bytes = ArraySlice(Array(text.utf8))
        var phrase = Phrase(
            signs: signs, length: 0, startsFreely: false, endsFreely: false, atStart: false, atEnd: false)
        switch bytes.first {
        case UInt8(ascii: "*"): phrase.startsFreely = true
        case UInt8(ascii: "^"): phrase.atStart = true
        default: break
        }
        if phrase.startsFreely || phrase.atStart { bytes = bytes.dropFirst() }
        switch bytes.last {
        case UInt8(ascii: "*"): phrase.endsFreely = true
        case UInt8(ascii: "$"): phrase.atEnd = true
        default: break
        }
        if phrase.endsFreely || phrase.atEnd { bytes = bytes.dropLast() }
        phrase.length = bytes.count
        return (Array(bytes), phrase)
    }

    /// Makes the tree of sorted phrases, one level after the other.
    private mutating func grow(_ spelled: [(bytes: [UInt8], phrase: Int)]) {
        var waiting: [(node: Int, range: Range<Int>, depth: Int)] = [(0, 0..<spelled.count, 0)]
        var place = 0
        while place < waiting.count {
            let (node, range, depth) = waiting[place]
            place += 1
            var start = range.lowerBound
            if start < range.upperBound, spelled[start].bytes.count == depth {
                nodes[node].phrase = Int32(spelled[start].phrase)
                start += 1
            }
            nodes[node].firstChild = Int32(nodes.count)
            while start < range.upperBound {
                let byte = spelled[start].bytes[depth]
                var end = start + 1
                while end < range.upperBound, spelled[end].bytes[depth] == byte { end += 1 }
                waiting.append((nodes.count, start..<end, depth + 1))
                nodes.append(Node(byte: byte))
                nodes[node].childCount += 1
                start = end
            }
        }
    }

    /// Where the bit of three bytes stands in `triples`.
    @inline(__always)
    private static func place(_ pair: Int, _ third: UInt8) -> Int {
        Int(((UInt32(truncatingIfNeeded: pair) << 8 | UInt32(third)) &* 0x9E37_79B1) >> 16)
    }

    /// The signs of every phrase in `text`.
    ///
    /// Where words begin is found for 64 bytes at once, without a branch that a processor would have to guess.
    func signs(in text: [UInt8]) -> UInt64 {
        var found: UInt64 = 0
        let bytes = text.span
        let kinds = kinds.span
        let pairs = pairs.span
        let triples = triples.span
        var previous: UInt8 = 0
        var start = 0
        while start < bytes.count {
            let end = min(start &+ 64, bytes.count)
            var places: UInt64 = 0
            for place in start..<end {
                let kind = kinds[Int(bytes[place])]
                let isInside = previous & kind & Kind.bound
                places |= UInt64((kind & Kind.begins) >> 1 & ~isInside) << UInt64(place &- start)
                previous = kind | kind >> 2
            }
            while places != 0 {
                let place = start &+ places.trailingZeroBitCount
                places &= places &- 1
                let next = place &+ 1 < bytes.count ? bytes[place &+ 1] : 0
                let pair = Int(bytes[place]) << 8 | Int(next)
                guard pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0 else { continue }
                let isInside = place > 0 && Self.joins(bytes[place &- 1], bytes[place])
                let single = singles[Int(bytes[place])]
                if single >= 0 { add(single, place..<place + 1, bytes, isInside, &found) }
                guard place &+ 1 < bytes.count else { continue }
                let triple = Self.place(pair, place &+ 2 < bytes.count ? bytes[place &+ 2] : 0)
                guard triples[triple >> 6] >> UInt64(triple & 63) & 1 != 0 else { continue }
                collect(from: place, by: Int(pairNodes[number(of: pair)]), in: bytes, isInside, &found)
            }
            start = end
        }
        return found
    }

    /// Adds the signs of the phrases that begin at a place, from the node its first two bytes lead to.
    private func collect(
        from start: Int, by pairNode: Int, in text: Span<UInt8>, _ isInside: Bool, _ found: inout UInt64
    ) {
        var node = pairNode
        var place = start &+ 2
        while node != 0 {
            let here = nodes[node]
            if here.phrase >= 0 { add(here.phrase, start..<place, text, isInside, &found) }
            guard place < text.count else { return }
            node = child(of: here, by: text[place])
            place &+= 1
        }
    }

    /// Adds the signs of a phrase that stands in a range, if it counts there.
    private func add(
        _ number: Int32, _ range: Range<Int>, _ text: Span<UInt8>, _ isInside: Bool, _ found: inout UInt64
    ) {
        let phrase = phrases[Int(number)]
        if found & phrase.signs != phrase.signs, !isInside || phrase.startsFreely,
            fits(phrase, from: range.lowerBound, to: range.upperBound, in: text)
        {
            found |= phrase.signs
        }
    }

    private func child(of node: Node, by byte: UInt8) -> Int {
        for place in children(of: node) where nodes[place].byte >= byte {
            return nodes[place].byte == byte ? place : 0
        }
        return 0
    }

    private func fits(_ phrase: Phrase, from start: Int, to end: Int, in text: Span<UInt8>) -> Bool {
        if phrase.atStart && start != 0 { return false }
        if phrase.atEnd && end != text.count { return false }
        return phrase.endsFreely || end == text.count || !Self.joins(text[end - 1], text[end])
    }

    /// Whether two neighbouring bytes are inside one word. Scripts without spaces (three-byte UTF-8 from U+3000 on)
    /// have a boundary everywhere.
    @inline(__always)
    private static func joins(_ left: UInt8, _ right: UInt8) -> Bool {
        isWord(left) && isWord(right)
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte &- 0xC3 < 29
    }
}
