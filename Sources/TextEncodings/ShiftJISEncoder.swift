/// Encodes Shift_JIS (Encoding §12.3.2).
struct ShiftJISEncoder: ScalarEncoder {
    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        if scalar == 0x80 {
            bytes.append(0x80)
            return true
        }
        if appendASCII(scalar, to: &bytes) || appendRoman(scalar, to: &bytes) { return true }
        if (0xFF61...0xFF9F).contains(scalar) {
            bytes.append(UInt8(truncatingIfNeeded: scalar - 0xFF61 + 0xA1))
            return true
        }
        guard let pointer = ReverseIndex.shiftJIS.pointer(fullWidthMinus(scalar)) else { return false }
        let lead = pointer / 188
        let trail = pointer % 188
        appendPair(lead + (lead < 0x1F ? 0x81 : 0xC1), trail + (trail < 0x3F ? 0x40 : 0x41), to: &bytes)
        return true
    }
}
