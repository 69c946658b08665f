/// Octets of a pattern between two asterisks, and what is needed to find them in one pass.
struct RobotsPatternPiece: Sendable, Hashable {
    /// Shorter pieces are compared at every position; that costs at most this factor.
    private static let shortest = 4

    let octets: [UInt8]

    /// For every prefix, the length of the longest shorter prefix that ends it too (Knuth, Morris, Pratt);
    /// empty for short pieces. It keeps `aaaa…ab` from being compared anew at each `a` of a URL.
    private let borders: [UInt32]

    init(_ octets: [UInt8]) {
        self.octets = octets
        guard octets.count > Self.shortest else {
            borders = []
            return
        }
        var borders: [UInt32] = [0]
        borders.reserveCapacity(octets.count)
        var matched = 0
        for octet in octets.dropFirst() {
            while matched > 0, octet != octets[matched] { matched = Int(borders[matched - 1]) }
            if octet == octets[matched] { matched += 1 }
            borders.append(UInt32(matched))
        }
        self.borders = borders
    }

    /// Where the first occurrence at or behind `start` ends; nil if there is none.
    func end(in target: Span<UInt8>, from start: Int) -> Int? {
        guard target.count - start >= octets.count else { return nil }
        guard let first = octets.first else { return start }
        if borders.isEmpty {
            for index in start...(target.count - octets.count) where target[index] == first {
                var length = 1
                while length < octets.count, target[index + length] == octets[length] { length += 1 }
                if length == octets.count { return index + length }
            }
            return nil
        }
        var matched = 0
        for index in start..<target.count {
            while matched > 0, target[index] != octets[matched] { matched = Int(borders[matched - 1]) }
            if target[index] == octets[matched] { matched += 1 }
            if matched == octets.count { return index + 1 }
        }
        return nil
    }
}
