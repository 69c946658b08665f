/// Encodes one character at a time, without a state between them.
protocol ScalarEncoder {
    /// Appends the bytes of a character; false, and nothing is appended, if the encoding has it not.
    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool
}

extension ScalarEncoder {
    func appendASCII(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        guard scalar < 0x80 else { return false }
        bytes.append(UInt8(truncatingIfNeeded: scalar))
        return true
    }

    /// The yen sign and the overline, which took the places of backslash and tilde in Japan.
    func appendRoman(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        guard scalar == 0xA5 || scalar == 0x203E else { return false }
        bytes.append(scalar == 0xA5 ? 0x5C : 0x7E)
        return true
    }

    func appendPair(_ lead: Int, _ trail: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: lead))
        bytes.append(UInt8(truncatingIfNeeded: trail))
    }
}

/// The minus sign is written as the one of full width, which is what the index has.
func fullWidthMinus(_ scalar: UInt32) -> UInt32 { scalar == 0x2212 ? 0xFF0D : scalar }
