/// Decodes EUC-KR with the extension of Microsoft (Encoding §13.1.1).
enum EUCKRDecoder {
    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        let index = CharacterIndex.eucKR
        return PairDecoding.decode(bytes, leads: 0x81...0xFE) { lead, trail, output in
            guard (0x41...0xFE).contains(trail),
                let scalar = index.scalar((Int(lead) - 0x81) * 190 + Int(trail) - 0x41)
            else { return false }
            output.append(scalar)
            return true
        }
    }
}
