import FoundationEssentials

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The bytes of hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.utf8.filter { $0 != 0x20 }
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
        UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16)
    }
}

/// Numbers that look random and are the same on every run.
struct RepeatableNumbers: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

/// 2026-11-01T00:00:00Z.
let allSaints2026 = Date(timeIntervalSince1970: 1_793_491_200)
