/// An index of the Encoding standard (§5): which character a pointer means.
///
/// The tables are the C library's, asked pair by pair when an index is first used, and corrected where the
/// standard differs. Without the C library's converters an index is empty and every character an error.
struct CharacterIndex: Sendable {
    /// The character of each pointer; 0 where there is none.
    private let scalars: [UInt32]

    /// The character of a pointer; nil if there is none.
    func scalar(_ pointer: Int) -> UInt32? {
        guard pointer >= 0, pointer < scalars.count else { return nil }
        let scalar = scalars[pointer]
        return scalar == 0 ? nil : scalar
    }

    /// All characters of the index.
    var characters: Set<UInt32> { Set(scalars.lazy.filter { $0 != 0 }) }

    /// All pointers that mean a character, with it, in their order.
    var pairs: some Sequence<(pointer: Int, scalar: UInt32)> {
        scalars.enumerated().lazy.filter { $0.element != 0 }.map { (pointer: $0.offset, scalar: $0.element) }
    }

    /// - Parameters:
    ///   - count: How many pointers there are.
    ///   - bytes: The bytes of a pointer in the converter's encoding.
    ///   - corrections: Pointers whose character is another in the standard.
    private init(
        converter: String, count: Int, corrections: [Int: UInt32] = [:],
        isWanted: (UInt32) -> Bool = { _ in true },
        bytes: (Int) -> [UInt8]
    ) {
        var scalars = CLibraryConverter.characters(of: (0..<count).map(bytes), in: converter)
            .map { isWanted($0) ? $0 : 0 }
        for (pointer, scalar) in corrections where pointer < count { scalars[pointer] = scalar }
        self.scalars = scalars
    }

    /// Index jis0208, the rows of Microsoft's code page 932 included.
    static let jis0208 = CharacterIndex(
        converter: "CP932", count: 11_280,
        // The private use area belongs to Shift_JIS alone, whose decoder reckons it.
        isWanted: { !(0xE000...0xF8FF).contains($0) }
    ) { pointer in
        let lead = pointer / 188
        let trail = pointer % 188
        return [byte(lead + (lead < 0x1F ? 0x81 : 0xC1)), byte(trail + (trail < 0x3F ? 0x40 : 0x41))]
    }

    /// Index jis0212.
    static let jis0212 = CharacterIndex(converter: "EUC-JP", count: 8836) { pointer in
        [0x8F, byte(pointer / 94 + 0xA1), byte(pointer % 94 + 0xA1)]
    }

    /// Index EUC-KR.
    static let eucKR = CharacterIndex(converter: "CP949", count: 23_750) { pointer in
        [byte(pointer / 190 + 0x81), byte(pointer % 190 + 0x41)]
    }

    /// Index gb18030, of two bytes.
    static let gb18030 = CharacterIndex(
        converter: "GB18030", count: 23_940, corrections: gb18030Corrections
    ) { pointer in
        let trail = pointer % 190
        return [byte(pointer / 190 + 0x81), byte(trail + (trail < 0x3F ? 0x40 : 0x41))]
    }

    /// Index Big5.
    static let big5 = CharacterIndex(
        converter: "BIG5-HKSCS", count: 19_782, corrections: big5Corrections
    ) { pointer in
        let trail = pointer % 157
        return [byte(pointer / 157 + 0x81), byte(trail + (trail < 0x3F ? 0x40 : 0x62))]
    }

    private static func byte(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: value) }
}
