/// A set of ASCII code points; bytes of 128 and more are in none.
struct ByteSet: Sendable, Equatable {
    private let low: UInt64
    private let high: UInt64

    /// - Parameters:
    ///   - low: bit n says whether byte n is a member.
    ///   - high: bit n says whether byte 64 + n is a member.
    ///
    /// Sets of the parser's inner loops are written this way: the compiler makes constants of them.
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    init(_ members: some Sequence<UInt8>) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in members {
            if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte &- 64) }
        }
        self.init(low: low, high: high)
    }

    init(_ members: String) {
        self.init(members.utf8)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let half = byte & 64 == 0 ? low : high
        return (half &>> UInt64(byte)) & 1 == 1 && byte < 128
    }

    func union(_ other: ByteSet) -> ByteSet { ByteSet(low: low | other.low, high: high | other.high) }

    /// The ASCII code points that are not in this set.
    var inverted: ByteSet { ByteSet(low: ~low, high: ~high) }
}

extension ByteSet {
    static let digits = ByteSet(low: 0x03FF_0000_0000_0000, high: 0)
    static let letters = ByteSet(low: 0, high: 0x07FF_FFFE_07FF_FFFE)
    /// What RFC 3986 §2.3 calls unreserved: letters, digits, `-`, `.`, `_`, `~` never need an escape.
    static let unreserved = ByteSet(low: 0x03FF_6000_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
}
