/// The characters of four bytes in gb18030 (Encoding §5, "index gb18030 ranges").
///
/// They are all that have no two bytes, in their order, the state of GB 18030-2000 deciding which those are.
enum GB18030Ranges {
    /// The first pointer of the characters beyond U+FFFF.
    private static let supplementary = 189_000

    static func scalar(_ pointer: Int) -> UInt32? {
        // U+E7C7 and U+1E3F changed places in 2005.
        if pointer == 7457 { return 0xE7C7 }
        if pointer < scalars.count { return scalars[pointer] }
        guard pointer >= supplementary, pointer <= 1_237_575 else { return nil }
        return UInt32(0x1_0000 + pointer - supplementary)
    }

    static func pointer(_ scalar: UInt32) -> Int? {
        if scalar == 0xE7C7 { return 7457 }
        if scalar >= 0x1_0000 { return supplementary + Int(scalar) - 0x1_0000 }
        var low = 0
        var high = scalars.count
        while low < high {
            let middle = (low + high) / 2
            if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        return low < scalars.count && scalars[low] == scalar ? low : nil
    }

    private static let scalars: [UInt32] = {
        var taken = CharacterIndex.gb18030.characters
        guard !taken.isEmpty else { return [] }
        // What the pairs meant before the corrections of 2005 and 2022.
        taken.subtract([0x1E3F] + (0xFE10...0xFE19) + (0x9FB4...0x9FBB))
        taken.formUnion([0xE5E5, 0xE7C7] + (0xE78D...0xE796))
        taken.formUnion([0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864])
        return (0x80..<0x1_0000).filter { !(0xD800...0xDFFF).contains($0) && !taken.contains($0) }
    }()
}
