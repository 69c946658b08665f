/// What the wording of a block hints at.
struct PhraseEvidence: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    static let newsletter = PhraseEvidence(bit: 0)
    static let share = PhraseEvidence(bit: 1)
    static let copyright = PhraseEvidence(bit: 2)
    /// Title of a block of related stories.
    static let related = PhraseEvidence(bit: 3)
    /// Start of a line that offers one more story: "Read more:", "Lesen Sie auch".
    static let readAlso = PhraseEvidence(bit: 4)
    static let advertisement = PhraseEvidence(bit: 5)
    static let comments = PhraseEvidence(bit: 6)
    static let author = PhraseEvidence(bit: 7)
    static let meta = PhraseEvidence(bit: 8)
    static let consent = PhraseEvidence(bit: 9)
    static let account = PhraseEvidence(bit: 10)
    static let credit = PhraseEvidence(bit: 11)
    static let contents = PhraseEvidence(bit: 12)
    static let popular = PhraseEvidence(bit: 13)
    static let disclosure = PhraseEvidence(bit: 14)
    static let neighbours = PhraseEvidence(bit: 15)
    static let skip = PhraseEvidence(bit: 16)
    static let callToAction = PhraseEvidence(bit: 17)
    static let note = PhraseEvidence(bit: 18)
    static let app = PhraseEvidence(bit: 19)
    static let price = PhraseEvidence(bit: 20)
    static let latest = PhraseEvidence(bit: 21)
    static let recommendation = PhraseEvidence(bit: 22)
    static let moreFrom = PhraseEvidence(bit: 23)
    static let sources = PhraseEvidence(bit: 24)
    static let sectionPages = PhraseEvidence(bit: 25)
    static let questions = PhraseEvidence(bit: 26)
    static let script = PhraseEvidence(bit: 27)

    /// How many hints there are.
    static let count = 28
}
