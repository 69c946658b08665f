/// Decodes UTF-16 of either byte order (Encoding §14.2).
enum UTF16Decoder {
    static func decode(_ bytes: Span<UInt8>, isBigEndian: Bool) -> [UInt8] {
        var output = TextBuffer(capacity: bytes.count)
        var position = 0
        func unit(at index: Int) -> UInt32 {
            let first = UInt32(bytes[index])
            let second = UInt32(bytes[index + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        if bytes.count >= 2, unit(at: 0) == 0xFEFF { position = 2 }
        while position + 1 < bytes.count {
            let lead = unit(at: position)
            position += 2
            guard (0xD800...0xDFFF).contains(lead) else {
                output.append(lead)
                continue
            }
            if lead < 0xDC00, position + 1 < bytes.count {
                let trail = unit(at: position)
                if (0xDC00...0xDFFF).contains(trail) {
                    output.append(0x1_0000 + (lead - 0xD800) << 10 + (trail - 0xDC00))
                    position += 2
                    continue
                }
            } else if lead < 0xDC00, position < bytes.count {
                // Half a unit behind half a pair: one error for both.
                position += 1
            }
            output.appendError()
        }
        if position < bytes.count { output.appendError() }
        return output.bytes
    }
}
