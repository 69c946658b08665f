/// Lower case for comparison, on UTF-8 bytes: ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic and Armenian, and
/// what Romanian, Azerbaijani, Vietnamese and Hausa need besides. Other scripts of the lexicons have no case, or hardly use it (Georgian). Lengths do not change, so that offsets stay true.
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
            } else if byte >= 0xC3, byte <= 0xD5, place &+ 1 < span.count {
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

    /// The two bytes of a character (first byte 0xC3 to 0xD5) in lower case.
    static func lowerCase(_ first: UInt8, _ second: UInt8) -> (first: UInt8, second: UInt8) {
        let lower = lowerCase(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F))
        return (0xC0 | UInt8(truncatingIfNeeded: lower >> 6), 0x80 | UInt8(truncatingIfNeeded: lower & 0x3F))
    }

    private static func lowerCase(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
        case 0x100...0x12F, 0x132...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
        case 0x181: 0x253
        case 0x18A: 0x257
        case 0x18F: 0x259
        case 0x198, 0x1A0, 0x1A2, 0x1A4, 0x1AF, 0x218, 0x21A: scalar + 1
        case 0x386: 0x3AC
        case 0x388...0x38A: scalar + 0x25
        case 0x38C: 0x3CC
        case 0x38E, 0x38F: scalar + 0x3F
        case 0x391...0x3A9: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x410...0x42F: scalar + 0x20
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
        case 0x4C1...0x4CE: (scalar + 1) & ~1
        case 0x531...0x556: scalar + 0x30
        default: scalar
        }
    }
}
