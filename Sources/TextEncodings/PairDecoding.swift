/// What the decoders of pairs have in common: ASCII as it is, a lead byte with a trail byte, and an ASCII
/// byte behind a lead byte that it does not fit is read anew.
enum PairDecoding {
    /// - Parameter pair: Appends the character of a pair; false if it means none.
    static func decode(
        _ bytes: Span<UInt8>, leads: ClosedRange<UInt8>,
        single: (UInt8, inout TextBuffer) -> Bool = { _, _ in false },
        pair: (UInt8, UInt8, inout TextBuffer) -> Bool
    ) -> [UInt8] {
        var output = TextBuffer(capacity: bytes.count + bytes.count / 2)
        var position = 0
        while position < bytes.count {
            let end = ASCIIRun.end(in: bytes, from: position)
            output.append(bytes, position..<end)
            position = end
            while position < bytes.count, bytes[position] >= 0x80 {
                let lead = bytes[position]
                position += 1
                if single(lead, &output) { continue }
                guard leads.contains(lead), position < bytes.count else {
                    output.appendError()
                    continue
                }
                let trail = bytes[position]
                if pair(lead, trail, &output) {
                    position += 1
                } else {
                    output.appendError()
                    if trail >= 0x80 { position += 1 }
                }
            }
        }
        return output.bytes
    }
}
