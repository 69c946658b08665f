/// Encodes Big5 (Encoding §11.1.2).
struct Big5Encoder: ScalarEncoder {
    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        if appendASCII(scalar, to: &bytes) { return true }
        guard let pointer = ReverseIndex.big5.pointer(scalar) else { return false }
        let trail = pointer % 157
        appendPair(pointer / 157 + 0x81, trail + (trail < 0x3F ? 0x40 : 0x62), to: &bytes)
        return true
    }
}
