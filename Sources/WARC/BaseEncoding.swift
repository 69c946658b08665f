/// Base32 and Base16 (RFC 4648 §6, §8) of the few bytes of a digest.
enum BaseEncoding {
    private static let alphabet32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let alphabet16 = Array("0123456789abcdef".utf8)

    /// Upper case, without padding.
    static func encode32(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.count * 8 + 4) / 5)
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(alphabet32[buffer >> bits & 31])
            }
        }
        if bits > 0 { characters.append(alphabet32[buffer << (5 - bits) & 31]) }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Any case, padded or not; nil if a character is none of the alphabet.
    static func decode32(_ characters: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = 0
        var bits = 0
        bytes.reserveCapacity(characters.count * 5 / 8)
        var end = characters.endIndex
        while end > characters.startIndex, characters[end - 1] == 0x3D { end -= 1 }
        for index in characters.startIndex..<end {
            let byte = characters[index].lowercased
            let value: Int
            switch byte {
            case 0x61...0x7A: value = Int(byte) - 0x61
            case 0x32...0x37: value = Int(byte) - 0x32 + 26
            default: return nil
            }
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        return bytes
    }

    /// Lower case.
    static func encode16(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            characters.append(alphabet16[Int(byte >> 4)])
            characters.append(alphabet16[Int(byte & 15)])
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Any case; nil if a character is no digit or their number is odd.
    static func decode16(_ characters: ArraySlice<UInt8>) -> [UInt8]? {
        guard characters.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 2)
        for index in stride(from: characters.startIndex, to: characters.endIndex, by: 2) {
            guard let high = digit(characters[index]), let low = digit(characters[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character.lowercased {
        case 0x30...0x39: character &- 0x30
        case 0x61...0x66: character.lowercased &- 0x61 &+ 10
        default: nil
        }
    }
}
