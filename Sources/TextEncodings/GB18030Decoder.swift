/// Decodes gb18030 and GBK, whose decoders are one (Encoding §10.2.1).
enum GB18030Decoder {
    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        let index = CharacterIndex.gb18030
        var output = TextBuffer(capacity: bytes.count + bytes.count / 2)
        var position = 0
        while position < bytes.count {
            let end = ASCIIRun.end(in: bytes, from: position)
            output.append(bytes, position..<end)
            position = end
            guard position < bytes.count else { break }
            let lead = bytes[position]
            position += 1
            if lead == 0x80 {
                output.append(0x20AC)
                continue
            }
            guard lead != 0xFF else {
                output.appendError()
                continue
            }
            guard position < bytes.count else {
                output.appendError()
                break
            }
            let trail = bytes[position]
            if isDigit(trail) {
                decodeFour(bytes, lead, at: &position, into: &output)
            } else if let pointer = pointer(lead, trail), let scalar = index.scalar(pointer) {
                output.append(scalar)
                position += 1
            } else {
                output.appendError()
                if trail >= 0x80 { position += 1 }
            }
        }
        return output.bytes
    }

    /// The character of four bytes, `position` being at the second; after an error reading goes on behind the
    /// first.
    private static func decodeFour(
        _ bytes: Span<UInt8>, _ lead: UInt8, at position: inout Int, into output: inout TextBuffer
    ) {
        guard position + 1 < bytes.count else {
            // The bytes end within the sequence: one error for all of it.
            output.appendError()
            position = bytes.count
            return
        }
        let third = bytes[position + 1]
        guard third >= 0x81, third <= 0xFE else {
            output.appendError()
            return
        }
        guard position + 2 < bytes.count else {
            output.appendError()
            position = bytes.count
            return
        }
        let fourth = bytes[position + 2]
        guard isDigit(fourth) else {
            output.appendError()
            return
        }
        let high = (Int(lead) - 0x81) * 12_600 + (Int(bytes[position]) - 0x30) * 1260
        let pointer = high + (Int(third) - 0x81) * 10 + Int(fourth) - 0x30
        if let scalar = GB18030Ranges.scalar(pointer) { output.append(scalar) } else { output.appendError() }
        position += 3
    }

    private static func pointer(_ lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) else { return nil }
        return (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
