/// Decodes EUC-JP (Encoding §12.1.1).
enum EUCJPDecoder {
    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        let jis0208 = CharacterIndex.jis0208
        let jis0212 = CharacterIndex.jis0212
        var output = TextBuffer(capacity: bytes.count + bytes.count / 2)
        var position = 0
        while position < bytes.count {
            let end = ASCIIRun.end(in: bytes, from: position)
            output.append(bytes, position..<end)
            position = end
            guard position < bytes.count else { break }
            var lead = bytes[position]
            position += 1
            guard lead == 0x8E || lead == 0x8F || (0xA1...0xFE).contains(lead), position < bytes.count else {
                output.appendError()
                continue
            }
            var index = jis0208
            var trail = bytes[position]
            if lead == 0x8F, (0xA1...0xFE).contains(trail) {
                position += 1
                guard position < bytes.count else {
                    output.appendError()
                    break
                }
                index = jis0212
                lead = trail
                trail = bytes[position]
            }
            if lead == 0x8E, (0xA1...0xDF).contains(trail) {
                output.append(0xFF61 + UInt32(trail) - 0xA1)
                position += 1
            } else if (0xA1...0xFE).contains(lead), (0xA1...0xFE).contains(trail),
                let scalar = index.scalar((Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1)
            {
                output.append(scalar)
                position += 1
            } else {
                output.appendError()
                if trail >= 0x80 { position += 1 }
            }
        }
        return output.bytes
    }
}
