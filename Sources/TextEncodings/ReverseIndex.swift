/// An index read backwards (Encoding §5, "index pointer"): which pointer a character has.
///
/// Needed for encoding alone, which only the query of a link calls for, and so made apart from the index.
struct ReverseIndex: Sendable {
    private let pointers: [UInt32: Int]

    /// The pointer of a character; nil if the encoding has it not.
    func pointer(_ scalar: UInt32) -> Int? { pointers[scalar] }

    /// - Parameters:
    ///   - excluded: Pointers that are read and never written.
    ///   - lastOfSeveral: Characters whose last pointer counts; of all others it is the first.
    private init(
        _ index: CharacterIndex, excluding excluded: Range<Int> = 0..<0, lastOfSeveral: Set<UInt32> = []
    ) {
        var pointers: [UInt32: Int] = [:]
        for (pointer, scalar) in index.pairs where !excluded.contains(pointer) {
            if pointers[scalar] == nil || lastOfSeveral.contains(scalar) { pointers[scalar] = pointer }
        }
        self.pointers = pointers
    }

    static let gb18030 = ReverseIndex(.gb18030)
    static let eucKR = ReverseIndex(.eucKR)
    static let jis0208 = ReverseIndex(.jis0208)
    /// jis0208 without the rows in which NEC repeated the characters of IBM.
    static let shiftJIS = ReverseIndex(.jis0208, excluding: 8272..<8836)
    /// Big5 without the supplement of Hong Kong.
    static let big5 = ReverseIndex(
        .big5, excluding: 0..<((0xA1 - 0x81) * 157),
        lastOfSeveral: [0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345])
}
