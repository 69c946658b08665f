/// What class names, IDs and the like of an element hint at. Evidence, never a verdict: how much a hint weighs depends
/// on how much of the page's prose stands inside the element (`BlockList.evidence`).
struct ClassEvidence: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    static let comments = ClassEvidence(bit: 0)
    static let share = ClassEvidence(bit: 1)
    static let navigation = ClassEvidence(bit: 2)
    static let footer = ClassEvidence(bit: 3)
    static let header = ClassEvidence(bit: 4)
    static let sidebar = ClassEvidence(bit: 5)
    static let related = ClassEvidence(bit: 6)
    static let popular = ClassEvidence(bit: 7)
    static let newsletter = ClassEvidence(bit: 8)
    static let advertisement = ClassEvidence(bit: 9)
    static let author = ClassEvidence(bit: 10)
    static let meta = ClassEvidence(bit: 11)
    static let notice = ClassEvidence(bit: 12)
    static let hidden = ClassEvidence(bit: 13)
    static let account = ClassEvidence(bit: 14)
    static let caption = ClassEvidence(bit: 15)
    static let contents = ClassEvidence(bit: 16)
    static let control = ClassEvidence(bit: 17)
    static let offer = ClassEvidence(bit: 18)
    static let card = ClassEvidence(bit: 19)
    static let content = ClassEvidence(bit: 20)
    static let body = ClassEvidence(bit: 21)
    static let description = ClassEvidence(bit: 22)
    static let post = ClassEvidence(bit: 23)
    static let panel = ClassEvidence(bit: 24)
    static let disclaimer = ClassEvidence(bit: 25)
    static let callout = ClassEvidence(bit: 26)
    static let poster = ClassEvidence(bit: 27)
    static let tools = ClassEvidence(bit: 28)
    static let standfirst = ClassEvidence(bit: 29)
    static let promotion = ClassEvidence(bit: 30)
    static let title = ClassEvidence(bit: 31)
    static let paywall = ClassEvidence(bit: 32)
    static let latest = ClassEvidence(bit: 33)
    static let recommendation = ClassEvidence(bit: 34)
    static let widget = ClassEvidence(bit: 35)

    /// How many hints there are.
    static let count = 36
}
