/// Eight bytes of a name at once, the first in the lowest place of a word.
enum NameWords {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// How many bytes of a word precede the first that may end a name: a control, a space, `/`, `=` or `>`.
    @inline(__always)
    static func length(_ word: UInt64) -> Int {
        // The lowest high bit that is set is exact; those above it may come from a borrow.
        let hits =
            isBelow(word, 0x21) | isZero(word ^ ones &* 0x2F) | isZero(word ^ ones &* 0x3D)
            | isZero(word ^ ones &* 0x3E)
        return (hits & highBits).trailingZeroBitCount >> 3
    }

    @inline(__always)
    private static func isZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

    @inline(__always)
    private static func isBelow(_ word: UInt64, _ limit: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }

    /// The first bytes of a word, upper-case ASCII letters turned into lower-case ones, 0 behind them.
    @inline(__always)
    static func lowercased(_ word: UInt64, length: Int) -> UInt64 {
        let kept = length >= 8 ? word : word & ((1 << UInt64(length &* 8)) &- 1)
        let low = kept & ~highBits
        let fromA = low &+ ones &* (0x80 - 0x41)
        let beyondZ = low &+ ones &* (0x80 - 0x5B)
        let isUpper = fromA & ~beyondZ & ~kept & highBits
        return kept | isUpper >> 2
    }
}
