/// Encodes EUC-KR (Encoding §13.1.2).
struct EUCKREncoder: ScalarEncoder {
    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        if appendASCII(scalar, to: &bytes) { return true }
        guard let pointer = ReverseIndex.eucKR.pointer(scalar) else { return false }
        appendPair(pointer / 190 + 0x81, pointer % 190 + 0x41, to: &bytes)
        return true
    }
}
