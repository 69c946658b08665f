/// Path and query of a URL in the form in which patterns are compared with them, and how much looking that took.
struct RobotsTarget {
    /// Octets that may be looked at for one URL: far more than any honest file needs with the longest URL. A file of
    /// 500 KiB may hold 50,000 patterns that nearly match everywhere.
    static let maximumSteps = 20_000_000

    /// `RobotsPattern.normalised`.
    let octets: [UInt8]
    /// Which octets follow each other anywhere: a bit for each of the 65,536 pairs.
    private var pairs = [UInt64](repeating: 0, count: 1_024)
    /// Octets looked at so far.
    private(set) var steps = 0

    init(_ requestTarget: String) {
        octets = RobotsPattern.normalised(Array(requestTarget.utf8))
        var previous: UInt8 = 0
        for octet in octets {
            let pair = Self.pair(previous, octet)
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
            previous = octet
        }
    }

    /// Whether so much has been looked at that no more is worth it.
    var isExhausted: Bool { steps > Self.maximumSteps }

    mutating func count(steps more: Int) { steps += more }

    /// False if two octets that follow each other in `piece` do so nowhere in the target: then it is not worth a search.
    func mayContain(_ piece: [UInt8]) -> Bool {
        guard var previous = piece.first else { return true }
        for octet in piece.dropFirst() {
            let pair = Self.pair(previous, octet)
            if pairs[pair >> 6] & 1 << UInt64(pair & 63) == 0 { return false }
            previous = octet
        }
        return true
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }
}
