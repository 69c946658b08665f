/// Decodes Big5 with the Hong Kong supplement (Encoding §11.1.1).
enum Big5Decoder {
    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        let index = CharacterIndex.big5
        return PairDecoding.decode(bytes, leads: 0x81...0xFE) { lead, trail, output in
            guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return false }
            let pointer = (Int(lead) - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
            // Four pairs mean a letter with an accent that Unicode has only apart.
            switch pointer {
            case 1133: output.append(0xCA, 0x304)
            case 1135: output.append(0xCA, 0x30C)
            case 1164: output.append(0xEA, 0x304)
            case 1166: output.append(0xEA, 0x30C)
            default:
                guard let scalar = index.scalar(pointer) else { return false }
                output.append(scalar)
            }
            return true
        }
    }
}
