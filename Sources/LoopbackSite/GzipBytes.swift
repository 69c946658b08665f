/// gzip members (RFC 1952) made by hand, so that the sites need no compressor.
package enum GzipBytes {
    private static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

    /// One member that holds the bytes as they are, in stored blocks (RFC 1951 §3.2.4).
    package static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var member = header
        member.reserveCapacity(bytes.count + bytes.count / 65_535 * 5 + 32)
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            member.append(rest.isEmpty ? 1 : 0)
            member += littleEndian(count) + littleEndian(~count)
            member += block
        } while !rest.isEmpty
        return member + littleEndian(checksum(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// One member of 258 · `matches` + 1 zeros, about a thousandth as long. Its checksum is wrong: nobody is meant to get
    /// that far.
    package static func bomb(matches: Int) -> [UInt8] {
        var bits = BitWriter(bytes: header)
        // A last block with codes of its own: (RFC 1951 §3.2.7): 257 + 29 literal and length codes, 1 distance code.
        bits.write(1, 1)
        bits.write(2, 2)
        bits.write(29, 5)
        bits.write(0, 5)
        // The code length alphabet in the order 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1: 18 and 1 and 2 are used, with
        // two bits for 18 and 2 and one for 1.
        bits.write(14, 4)
        for length in [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1] { bits.write(length, 3) }
        // Code 1 is "0"; then, in order of symbols, 2 is "10" and 18 is "11"; codes go out first bit first.
        let one = (0b0, 1)
        let two = (0b01, 2)
        let zeros = (0b11, 2)
        func write(_ code: (Int, Int)) { bits.write(code.0, code.1) }
        write(two)  // literal 0
        write(zeros)
        bits.write(138 - 11, 7)
        write(zeros)
        bits.write(117 - 11, 7)  // literals 1...255
        write(two)  // end of block, 256
        write(zeros)
        bits.write(28 - 11, 7)  // lengths 257...284
        write(one)  // length 258, 285
        write(one)  // distance 1
        // Now 285 is "0", literal 0 is "10", end of block is "11", and the distance is "0".
        bits.write(0b01, 2)
        for _ in 0..<(matches / 16) { bits.write(0, 32) }
        for _ in 0..<(matches % 16) { bits.write(0, 2) }
        bits.write(0b11, 2)
        let count = UInt32(truncatingIfNeeded: matches * 258 + 1)
        return bits.finished() + littleEndian(UInt32(0)) + littleEndian(count)
    }

    private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ value >> 1 : value >> 1 }
    }

    /// CRC-32 (RFC 1952 §8).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    }
}

/// Writes bits from the least significant one of each byte on.
private struct BitWriter {
    private(set) var bytes: [UInt8]
    private var pending: UInt64 = 0
    private var count = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func write(_ value: Int, _ bits: Int) {
        pending |= UInt64(value) << UInt64(count)
        count += bits
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            count -= 8
        }
    }

    func finished() -> [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
}
