/// Path and query of a URL in the form in which patterns are compared with them, and how much looking that took.
struct RobotsTarget {
    /// Octets that may be looked at for one URL: far more than any honest file needs with the longest URL. A file of
    /// 500 KiB may hold 50,000 patterns that nearly match everywhere.
    static let maximumSteps = 20_000_000

    /// In the form of `RobotsPattern.normalise`.
    let octets: [UInt8]
    /// Which octets follow each other anywhere: a bit for each of the 65,536 pairs.
    private var pairs = [UInt64](repeating: 0, count: 1_024)
    /// Octets looked at so far.
    private(set) var steps = 0
    /// Of the piece that is looked for: for every prefix, the length of the longest shorter prefix that ends it too.
    private var borders: [UInt32] = []

    /// Shorter pieces are compared at every position; that costs at most this factor.
    private static let shortest = 4

    init(_ requestTarget: String) {
        var octets: [UInt8] = []
        octets.reserveCapacity(requestTarget.utf8.count)
        RobotsPattern.normalise(Array(requestTarget.utf8)[...], into: &octets)
        self.octets = octets
        var previous: UInt8 = 0
        for octet in octets {
            let pair = Self.pair(previous, octet)
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
            previous = octet
        }
    }

    /// Whether so much has been looked at that no more is worth it.
    var isExhausted: Bool { steps > Self.maximumSteps }

    /// False if two octets that follow each other in `piece` do so nowhere in the target: then it is not worth a search.
    func mayContain(_ piece: Span<UInt8>) -> Bool {
        guard piece.count > 1 else { return true }
        for index in 1..<piece.count {
            let pair = Self.pair(piece[index - 1], piece[index])
            if pairs[pair >> 6] & 1 << UInt64(pair & 63) == 0 { return false }
        }
        return true
    }

    /// True if these octets stand there.
    func has(_ piece: Span<UInt8>, at position: Int) -> Bool {
        guard octets.count - position >= piece.count else { return false }
        for index in piece.indices where octets[position + index] != piece[index] { return false }
        return true
    }

    /// Where the first occurrence of `piece` at or behind `start` ends; nil if there is none. What was looked at is counted.
    mutating func end(of piece: Span<UInt8>, from start: Int) -> Int? {
        guard octets.count - start >= piece.count else { return nil }
        guard piece.count > 0 else { return start }
        let found = piece.count > Self.shortest ? search(piece, from: start) : compare(piece, from: start)
        steps += (found ?? octets.count) - start
        return found
    }

    private func compare(_ piece: Span<UInt8>, from start: Int) -> Int? {
        for index in start...(octets.count - piece.count) where has(piece, at: index) {
            return index + piece.count
        }
        return nil
    }

    /// In one pass (Knuth, Morris, Pratt): `aaaa…ab` is not compared anew at each `a` of a URL.
    private mutating func search(_ piece: Span<UInt8>, from start: Int) -> Int? {
        learnBorders(of: piece)
        steps += piece.count
        var matched = 0
        for index in start..<octets.count {
            let octet = octets[index]
            while matched > 0, octet != piece[matched] { matched = Int(borders[matched - 1]) }
            if octet == piece[matched] { matched += 1 }
            if matched == piece.count { return index + 1 }
        }
        return nil
    }

    private mutating func learnBorders(of piece: Span<UInt8>) {
        borders.removeAll(keepingCapacity: true)
        borders.append(0)
        var matched = 0
        for index in 1..<piece.count {
            while matched > 0, piece[index] != piece[matched] { matched = Int(borders[matched - 1]) }
            if piece[index] == piece[matched] { matched += 1 }
            borders.append(UInt32(matched))
        }
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }
}
