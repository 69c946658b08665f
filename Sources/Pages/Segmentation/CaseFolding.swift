/// Lower case for comparison, on UTF-8 bytes: ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic. Other scripts of
/// the lexicons have no case. Lengths do not change, so that offsets stay true.
enum CaseFolding {
    /// Appends `bytes` in lower case.
    static func append(_ bytes: ArraySlice<UInt8>, to folded: inout [UInt8]) {
        var place = folded.count
        folded.append(contentsOf: bytes)
        var span = folded.mutableSpan
        while place < span.count {
            let byte = span[place]
            if byte &- 0x41 < 26 {
                span[place] = byte | 0x20
            } else if byte >= 0xC3, byte <= 0xD1, place &+ 1 < span.count {
                (span[place], span[place &+ 1]) = lowerCase(byte, span[place &+ 1])
                place &+= 1
            }
            place &+= 1
        }
    }

    static func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        append(bytes, to: &folded)
        return folded
    }

    /// The two bytes of a character (first byte 0xC3 to 0xD1) in lower case.
    static func lowerCase(_ first: UInt8, _ second: UInt8) -> (first: UInt8, second: UInt8) {
        let lower = lowerCase(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F))
        return (0xC0 | UInt8(truncatingIfNeeded: lower >> 6), 0x80 | UInt8(truncatingIfNeeded: lower & 0x3F))
    }

    private static func lowerCase(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
        case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
        case 0x391...0x3A9: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x410...0x42F: scalar + 0x20
        default: scalar
        }
    }
}
