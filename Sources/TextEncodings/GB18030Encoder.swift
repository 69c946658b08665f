/// Encodes gb18030, and GBK, which has no four bytes (Encoding §10.2.2).
struct GB18030Encoder: ScalarEncoder {
    let isGBK: Bool

    /// Characters of the private use area that two bytes meant before GB 18030-2022, with those bytes.
    private static let formerPrivate: [UInt32: (UInt8, UInt8)] = [
        0xE78D: (0xA6, 0xD9), 0xE78E: (0xA6, 0xDA), 0xE78F: (0xA6, 0xDB), 0xE790: (0xA6, 0xDC),
        0xE791: (0xA6, 0xDD), 0xE792: (0xA6, 0xDE), 0xE793: (0xA6, 0xDF), 0xE794: (0xA6, 0xEC),
        0xE795: (0xA6, 0xED), 0xE796: (0xA6, 0xF3), 0xE81E: (0xFE, 0x59), 0xE826: (0xFE, 0x61),
        0xE82B: (0xFE, 0x66), 0xE82C: (0xFE, 0x67), 0xE832: (0xFE, 0x6D), 0xE843: (0xFE, 0x7E),
        0xE854: (0xFE, 0x90), 0xE864: (0xFE, 0xA0),
    ]

    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
            return true
        }
        if scalar == 0xE5E5 { return false }
        if isGBK, scalar == 0x20AC {
            bytes.append(0x80)
            return true
        }
        if let pair = Self.formerPrivate[scalar] {
            bytes += [pair.0, pair.1]
            return true
        }
        if let pointer = ReverseIndex.gb18030.pointer(scalar) {
            let trail = pointer % 190
            bytes.append(UInt8(truncatingIfNeeded: pointer / 190 + 0x81))
            bytes.append(UInt8(truncatingIfNeeded: trail + (trail < 0x3F ? 0x40 : 0x41)))
            return true
        }
        guard !isGBK, let pointer = GB18030Ranges.pointer(scalar) else { return false }
        bytes.append(UInt8(truncatingIfNeeded: pointer / 12_600 + 0x81))
        bytes.append(UInt8(truncatingIfNeeded: pointer / 1260 % 10 + 0x30))
        bytes.append(UInt8(truncatingIfNeeded: pointer / 10 % 126 + 0x81))
        bytes.append(UInt8(truncatingIfNeeded: pointer % 10 + 0x30))
        return true
    }
}
