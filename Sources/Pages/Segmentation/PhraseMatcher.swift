/// Finds every phrase of a lexicon in one pass over the bytes of a text (the automaton of Aho and Corasick, 1975).
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

    private struct Phrase {
        var signs: UInt64
        var length: Int
        var startsFreely: Bool
        var endsFreely: Bool
        var atStart: Bool
        var atEnd: Bool
    }

    /// Column of a byte in `transitions`; 0 for bytes that occur in no phrase.
    private var columns: [UInt8]
    /// A power of two, 2 to the `shift`.
    private var columnCount: Int
    private var shift: Int
    /// Next state by state and column; states count in rows of columns here, so that stepping needs no multiplication.
    private var transitions: [Int32] = []
    /// Phrase that ends in a state; -1 if none.
    private var ending: [Int32] = []
    /// Nearest state on the failure path that ends a phrase; -1 if none.
    private var outputLink: [Int32] = []
    /// The state itself if it ends a phrase, else `outputLink`.
    private var firstOutput: [Int32] = []
    private var phrases: [Phrase] = []

    init(_ entries: [Entry]) {
        var spelled: [(bytes: [UInt8], phrase: Phrase)] = []
        for entry in entries {
            for text in entry.phrases { spelled.append(Self.parse(text, entry.signs)) }
        }
        columns = [UInt8](repeating: 0, count: 256)
        var used = 1
        for (bytes, _) in spelled {
            for byte in bytes where columns[Int(byte)] == 0 && used < 256 {
                columns[Int(byte)] = UInt8(used)
                used += 1
            }
        }
        shift = 0
        while 1 << shift < used { shift += 1 }
        columnCount = 1 << shift
        build(spelled)
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

    private mutating func build(_ spelled: [(bytes: [UInt8], phrase: Phrase)]) {
        addState()
        for (bytes, phrase) in spelled where !bytes.isEmpty {
            var state = 0
            for byte in bytes {
                let slot = state * columnCount + Int(columns[Int(byte)])
                if transitions[slot] < 0 {
                    transitions[slot] = Int32(ending.count)
                    addState()
                }
                state = Int(transitions[slot])
            }
            if ending[state] >= 0 {
                phrases[Int(ending[state])].signs |= phrase.signs
            } else {
                ending[state] = Int32(phrases.count)
                phrases.append(phrase)
            }
        }
        linkFailures()
        firstOutput = ending.indices.map { ending[$0] >= 0 ? Int32($0) : outputLink[$0] }
        for place in transitions.indices { transitions[place] *= Int32(columnCount) }
    }

    private mutating func addState() {
        transitions.append(contentsOf: repeatElement(-1, count: columnCount))
        ending.append(-1)
        outputLink.append(-1)
    }

    /// Breadth first, so that a state's failure state is complete before it.
    private mutating func linkFailures() {
        var failure = [Int](repeating: 0, count: ending.count)
        var queue: [Int] = []
        for column in 0..<columnCount {
            let next = transitions[column]
            if next > 0 { queue.append(Int(next)) } else { transitions[column] = 0 }
        }
        var place = 0
        while place < queue.count {
            let state = queue[place]
            place += 1
            let fallback = failure[state]
            outputLink[state] = ending[fallback] >= 0 ? Int32(fallback) : outputLink[fallback]
            for column in 0..<columnCount {
                let slot = state * columnCount + column
                let next = transitions[slot]
                let other = transitions[fallback * columnCount + column]
                if next < 0 {
                    transitions[slot] = other
                } else {
                    failure[Int(next)] = Int(other)
                    queue.append(Int(next))
                }
            }
        }
    }

    /// The signs of every phrase in `text`.
    func signs(in text: [UInt8]) -> UInt64 {
        var found: UInt64 = 0
        var row = 0
        for place in 0..<text.count {
            row = Int(transitions[row &+ Int(columns[Int(text[place])])])
            guard row != 0 else { continue }
            var ends = Int(firstOutput[row &>> shift])
            while ends >= 0 {
                let phrase = phrases[Int(ending[ends])]
                if found & phrase.signs != phrase.signs,
                    fits(phrase, from: place + 1 - phrase.length, to: place + 1, in: text)
                {
                    found |= phrase.signs
                }
                ends = Int(outputLink[ends])
            }
        }
        return found
    }

    private func fits(_ phrase: Phrase, from start: Int, to end: Int, in text: [UInt8]) -> Bool {
        if phrase.atStart && start != 0 { return false }
        if phrase.atEnd && end != text.count { return false }
        return (phrase.startsFreely || start == 0 || !Self.joins(text[start - 1], text[start]))
            && (phrase.endsFreely || end == text.count || !Self.joins(text[end - 1], text[end]))
    }

    /// Whether two neighbouring bytes are inside one word. Scripts without spaces (three-byte UTF-8 from U+3000 on)
    /// have a boundary everywhere.
    private static func joins(_ left: UInt8, _ right: UInt8) -> Bool {
        isWord(left) && isWord(right)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case 0xC3...0xDF: true
        default: false
        }
    }
}
