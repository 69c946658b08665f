/// Whether bytes are UTF-8 (Unicode 15 table 3-7, Encoding §8.1.1).
enum UTF8Check {
    /// A sequence of UTF-8 at some place.
    enum Sequence {
        /// A character of that many bytes, two to four.
        case character(length: Int)
        /// That many bytes that begin a character and do not complete it: the part to be replaced by one
        /// U+FFFD.
        case broken(length: Int)
        /// As `broken`, and the bytes end there: more bytes could have completed the character.
        case cutOff(length: Int)
    }

    /// Whether all bytes are UTF-8.
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        validEnd(of: bytes, from: 0) == bytes.count
    }

    /// Where the UTF-8 that begins at `start` ends.
    static func validEnd(of bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while true {
            position = ASCIIRun.end(in: bytes, from: position)
            // A run of other characters is checked without looking for ASCII anew.
            while position < bytes.count, bytes[position] >= 0x80 {
                guard case .character(let length) = sequence(in: bytes, at: position) else { return position }
                position &+= length
            }
            guard position < bytes.count else { return position }
        }
    }

    /// What stands at `start`, where a byte over 0x7F is.
    static func sequence(in bytes: Span<UInt8>, at start: Int) -> Sequence {
        let lead = bytes[start]
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { lowest = 0xA0 }
            if lead == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { lowest = 0x90 }
            if lead == 0xF4 { highest = 0x8F }
        default: return .broken(length: 1)
        }
        var count = 1
        while count < length {
            guard start &+ count < bytes.count else { return .cutOff(length: count) }
            let byte = bytes[start &+ count]
            guard byte >= lowest, byte <= highest else { return .broken(length: count) }
            lowest = 0x80
            highest = 0xBF
            count &+= 1
        }
        return .character(length: length)
    }
}
