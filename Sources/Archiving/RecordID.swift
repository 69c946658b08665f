import Glibc
import Synchronization

/// New values of `WARC-Record-ID`, as text without brackets: random UUIDs (RFC 9562 §5.4) as URNs.
///
/// Foundation's opens the system's source of randomness for each, which took a hundredth of a crawl's time; here one
/// call fills a store for many. Any thread may ask.
package enum RecordID {
    package static let prefix = "urn:uuid:"

    package static func new() -> String {
        String(decoding: form(store.withLock { $0.take() }), as: UTF8.self)
    }

    private static let store = Mutex(RandomStore())

    /// The 16 bytes in hexadecimal, in groups, with the bits of version 4.
    private static func form(_ random: (high: UInt64, low: UInt64)) -> [UInt8] {
        let high = random.high & ~0xf000 | 0x4000
        let low = random.low & ~(0b11 << 62) | 0b10 << 62
        var text = Array(prefix.utf8)
        text.reserveCapacity(prefix.utf8.count + 36)
        for byte in 0..<16 {
            if [4, 6, 8, 10].contains(byte) { text.append(UInt8(ascii: "-")) }
            let value = UInt8(truncatingIfNeeded: (byte < 8 ? high : low) >> UInt64(56 - byte % 8 * 8))
            text.append(digits[Int(value >> 4)])
            text.append(digits[Int(value & 15)])
        }
        return text
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

/// Random numbers of the system, fetched many at a time.
private struct RandomStore {
    private var numbers: [UInt64] = []

    mutating func take() -> (high: UInt64, low: UInt64) {
        if numbers.count < 2 { fill() }
        return (numbers.removeLast(), numbers.removeLast())
    }

    /// 32 numbers are what one call gives (getentropy(3)); where it gives none, Swift's own source does.
    private mutating func fill() {
        numbers = Array(repeating: 0, count: 32)
        let isFilled = numbers.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) == 0 }
        guard !isFilled else { return }
        var random = SystemRandomNumberGenerator()
        for index in numbers.indices { numbers[index] = random.next() }
    }
}
