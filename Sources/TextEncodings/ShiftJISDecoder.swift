/// Decodes Shift_JIS as Microsoft extended it (Encoding §12.3.1).
enum ShiftJISDecoder {
    /// Pointers whose characters lie in the private use area.
    static let privatePointers = 8836..<10_716

    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        let index = CharacterIndex.jis0208
        return PairDecoding.decode(
            bytes, leads: 0x81...0xFC,
            single: { byte, output in
                // Katakana of half width, and the byte 80 as it is; A0 means nothing and leads nothing.
                switch byte {
                case 0x80: output.append(0x80)
                case 0xA0: output.appendError()
                case 0xA1...0xDF: output.append(0xFF61 + UInt32(byte) - 0xA1)
                default: return false
                }
                return true
            },
            pair: { lead, trail, output in
                guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else {
                    return false
                }
                let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
                let pointer = row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
                if privatePointers.contains(pointer) {
                    output.append(UInt32(0xE000 - privatePointers.lowerBound + pointer))
                    return true
                }
                guard let scalar = index.scalar(pointer) else { return false }
                output.append(scalar)
                return true
            })
    }
}
