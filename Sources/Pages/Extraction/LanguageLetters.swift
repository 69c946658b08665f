/// The letters that texts are written in: how their case is folded, and whose script they are of.
enum LanguageLetters {
    /// By code point, of those that two bytes of UTF-8 make: the letter in lower case; 0 for what is no letter; 1 for
    /// marks that many texts leave out.
    static let folded: [UInt16] = {
        var folded = [UInt16](repeating: 0, count: 0x800)
        for scalar in 0xC0..<0x800 {
            let (first, second) = CaseFolding.lowerCase(
                0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F))
            folded[scalar] = UInt16(first & 0x1F) << 6 | UInt16(second & 0x3F)
        }
        // The Arabic letters that Persian and Urdu pages write for their own, and the other way about.
        for (arabic, persian) in [(0x643, 0x6A9), (0x64A, 0x6CC), (0x649, 0x6CC)] {
            folded[arabic] = UInt16(persian)
        }
        for range in [
            0xD7...0xD7, 0xF7...0xF7, 0x2B9...0x2FF, 0x559...0x55F, 0x589...0x58F, 0x5BE...0x5BE,
            0x5C0...0x5C0,
            0x5C3...0x5C3, 0x5F3...0x5F4, 0x600...0x61F, 0x660...0x66D, 0x6D4...0x6D4, 0x6F0...0x6F9,
        ] {
            for scalar in range { folded[scalar] = 0 }
        }
        // The soft hyphen; points of Hebrew and Arabic vowels; the line that stretches an Arabic word.
        for range in [0xAD...0xAD, 0x591...0x5BD, 0x640...0x640, 0x64B...0x652] {
            for scalar in range { folded[scalar] = 1 }
        }
        return folded
    }()

    /// A script, as far as texts are told by it.
    struct Script: Sendable {
        /// The language of its texts unless their words are another's; nil if it has no such language.
        let language: String?
        /// Code points divided by 64.
        let blocks: [ClosedRange<Int>]
        /// How many letters of an alphabet a letter counts for.
        var letters = 1
    }

    /// The first is Latin.
    static let scripts: [Script] = [
        Script(language: nil, blocks: [0x03...0x0B, 0x78...0x7B]),
        Script(language: "el", blocks: [0x0D...0x0F, 0x7C...0x7F]),
        Script(language: nil, blocks: [0x10...0x13]),
        Script(language: "hy", blocks: [0x14...0x15]),
        Script(language: "he", blocks: [0x16...0x17]),
        Script(language: nil, blocks: [0x18...0x1B, 0x1D...0x1D]),
        Script(language: "dv", blocks: [0x1E...0x1E]),
        Script(language: nil, blocks: [0x24...0x25]),
        Script(language: "bn", blocks: [0x26...0x27]),
        Script(language: "pa", blocks: [0x28...0x29]),
        Script(language: "gu", blocks: [0x2A...0x2B]),
        Script(language: "or", blocks: [0x2C...0x2D]),
        Script(language: "ta", blocks: [0x2E...0x2F]),
        Script(language: "te", blocks: [0x30...0x31]),
        Script(language: "kn", blocks: [0x32...0x33]),
        Script(language: "ml", blocks: [0x34...0x35]),
        Script(language: "si", blocks: [0x36...0x37]),
        Script(language: "th", blocks: [0x38...0x39]),
        Script(language: "lo", blocks: [0x3A...0x3B]),
        Script(language: "bo", blocks: [0x3C...0x3F]),
        Script(language: "my", blocks: [0x40...0x41]),
        Script(language: "ka", blocks: [0x42...0x43]),
        Script(language: "am", blocks: [0x48...0x4D]),
        Script(language: "iu", blocks: [0x50...0x59]),
        Script(language: "km", blocks: [0x5E...0x5F]),
        Script(language: "ko", blocks: [0x2B0...0x35E], letters: 2),
        // Chinese and Japanese; kana tells them apart.
        Script(language: "zh", blocks: [0xC1...0xC3, 0xD0...0x27F], letters: 4),
    ]

    /// By code point divided by 64, the place of its script in `scripts`; 255 for none.
    static let scriptOfBlock: [UInt8] = {
        var scripts = [UInt8](repeating: 255, count: 0x400)
        for (place, script) in Self.scripts.enumerated() {
            for block in script.blocks.joined() { scripts[block] = UInt8(place) }
        }
        return scripts
    }()

    /// Blocks of code points divided by 64 that hold the Japanese syllabaries.
    static let kana = 0xC1...0xC3
}
