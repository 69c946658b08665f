/// SipHash-2-4 of Aumasson and Bernstein (2012): a 64-bit hash under a 128-bit key.
///
/// Without the key nobody can make two URLs collide, so the frontier may know URLs by this hash alone.
struct SipHash: Sendable, Hashable {
    let k0: UInt64
    let k1: UInt64

    func hash(_ text: String) -> UInt64 {
        text.utf8.withContiguousStorageIfAvailable { hash($0.span) } ?? hash(Array(text.utf8).span)
    }

    func hash(_ bytes: Span<UInt8>) -> UInt64 {
        var state = State(k0, k1)
        var at = 0
        while at &+ 8 <= bytes.count {
            state.absorb(Self.word(bytes, at))
            at &+= 8
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        var shift: UInt64 = 0
        while at < bytes.count {
            last |= UInt64(bytes[at]) << shift
            shift &+= 8
            at &+= 1
        }
        state.absorb(last)
        return state.finish()
    }

    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
        // Safety: the caller made sure that eight bytes follow.
        return bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        }
    }

    /// The four words that every eight bytes are mixed into.
    private struct State {
        private var v0, v1, v2, v3: UInt64

        init(_ k0: UInt64, _ k1: UInt64) {
            v0 = k0 ^ 0x736F_6D65_7073_6575
            v1 = k1 ^ 0x646F_7261_6E64_6F6D
            v2 = k0 ^ 0x6C79_6765_6E65_7261
            v3 = k1 ^ 0x7465_6462_7974_6573
        }

        @inline(__always)
        mutating func absorb(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        @inline(__always)
        mutating func finish() -> UInt64 {
            v2 ^= 0xFF
            for _ in 0..<4 { round() }
            return v0 ^ v1 ^ v2 ^ v3
        }

        @inline(__always)
        private mutating func round() {
            v0 &+= v1
            v1 = Self.rotate(v1, 13) ^ v0
            v0 = Self.rotate(v0, 32)
            v2 &+= v3
            v3 = Self.rotate(v3, 16) ^ v2
            v0 &+= v3
            v3 = Self.rotate(v3, 21) ^ v0
            v2 &+= v1
            v1 = Self.rotate(v1, 17) ^ v2
            v2 = Self.rotate(v2, 32)
        }

        @inline(__always)
        private static func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
            word &<< bits | word &>> (64 &- bits)
        }
    }
}
