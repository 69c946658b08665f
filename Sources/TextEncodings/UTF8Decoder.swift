/// Decodes UTF-8: what is valid is kept, each maximal part of an ill-formed sequence becomes one U+FFFD
/// (Encoding §8.1.1).
enum UTF8Decoder {
    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        var output = TextBuffer(capacity: bytes.count)
        var position = hasMark ? 3 : 0
        while position < bytes.count {
            let end = UTF8Check.validEnd(of: bytes, from: position)
            output.append(bytes, position..<end)
            position = end
            guard position < bytes.count else { break }
            output.appendError()
            switch UTF8Check.sequence(in: bytes, at: position) {
            case .broken(let length), .cutOff(let length), .character(let length): position += length
            }
        }
        return output.bytes
    }
}
