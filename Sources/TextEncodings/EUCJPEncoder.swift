/// Encodes EUC-JP (Encoding §12.1.2).
struct EUCJPEncoder: ScalarEncoder {
    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        if appendASCII(scalar, to: &bytes) || appendRoman(scalar, to: &bytes) { return true }
        if (0xFF61...0xFF9F).contains(scalar) {
            appendPair(0x8E, Int(scalar) - 0xFF61 + 0xA1, to: &bytes)
            return true
        }
        guard let pointer = ReverseIndex.jis0208.pointer(fullWidthMinus(scalar)), pointer < 94 * 94 else {
            return false
        }
        appendPair(pointer / 94 + 0xA1, pointer % 94 + 0xA1, to: &bytes)
        return true
    }
}
