import Testing

@testable import TextEncodings

/// Examples of the algorithms of the Encoding standard §9 to §14; "?" stands for U+FFFD.
struct LegacyDecoderTests {
    private func check(_ hex: String, _ label: String, _ expected: String) throws {
        let text = expected.replacing("?", with: "\u{FFFD}")
        #expect(try decoded(hex, label).unicodeScalars.elementsEqual(text.unicodeScalars), "\(label) \(hex)")
    }

    @Test(arguments: [
        ("windows-1252", "80 81 9f ff", "€\u{81}Ÿÿ"), ("iso-8859-7", "a4 aa ae", "€\u{37A}?"),
        ("koi8-u", "ae be", "ўЎ"),
        ("windows-1255", "d9 fd", "?\u{200E}"), ("macintosh", "f0 db", "\u{F8FF}€"),
        ("iso-8859-8-i", "e0 ff", "א?"),
        ("x-user-defined", "7f 80 ff", "\u{7F}\u{F780}\u{F7FF}"), ("windows-874", "a1 db df", "ก?฿"),
    ])
    func `single bytes are looked up`(label: String, hex: String, expected: String) throws {
        try check(hex, label, expected)
    }

    @Test(arguments: [
        ("utf-16le", "4100", "A"), ("utf-16be", "0041", "A"), ("utf-16le", "fffe4100", "A"),
        ("utf-16be", "feff0041", "A"),
        ("utf-16le", "3dd8 00de", "😀"), ("utf-16le", "00de", "?"), ("utf-16le", "3dd8", "?"),
        ("utf-16le", "3dd84100", "?A"),
        ("utf-16le", "3dd8 3dd8 00de", "?😀"), ("utf-16le", "410042", "A?"), ("utf-16le", "3dd842", "?"),
        ("utf-16be", "d83dd83d", "??"),
    ])
    func `UTF-16 is read in both orders`(label: String, hex: String, expected: String) throws {
        try check(hex, label, expected)
    }

    @Test(arguments: [
        ("d6d0 cec4", "中文"), ("80", "€"), ("ff", "?"), ("81", "?"), ("8130", "?"), ("813081", "?"),
        ("81308130", "\u{80}"),
        ("8130 8141", "?0丄"), ("81 7f", "?\u{7F}"), ("81ff41", "?A"), ("95328236", "𠀀"),
        ("e3329a35", "\u{10FFFF}"),
        ("e3329a36", "?"), ("8432a439 41", "?A"), ("a3a0", "\u{3000}"), ("a8bc", "ḿ"),
        ("8135f437", "\u{E7C7}"),
        ("a6d9 fe59 fe51", "\u{FE10}\u{9FB4}\u{E816}"), ("8431a439", "\u{FFFF}"), ("8430", "?"),
        ("81304142", "?0AB"),
        ("813081ff", "?0?"),
    ])
    func `gb18030 is read in one, two and four bytes`(hex: String, expected: String) throws {
        try check(hex, "gb18030", expected)
        try check(hex, "gbk", expected)
    }

    @Test(arguments: [
        ("a4a4 a4e5", "中文"), ("8862 8864 88a3 88a5", "Ê\u{304}Ê\u{30C}ê\u{304}ê\u{30C}"), ("81", "?"),
        ("8130", "?0"), ("8140", "?@"),
        ("80", "?"), ("ff", "?"), ("81ff41", "?A"), ("f9fe", "\u{FFED}"), ("a145", "\u{2027}"), ("a3e1", "€"),
        ("8740", "䏰"), ("a17f", "?\u{7F}"),
    ])
    func `Big5 is read with the supplement of Hong Kong`(hex: String, expected: String) throws {
        try check(hex, "big5", expected)
    }

    @Test(arguments: [
        ("c6fc cbdc", "日本"), ("8eb1", "ｱ"), ("8ee0", "?"), ("8fb0a1", "丂"), ("8fa2b7", "～"), ("8fa1a1", "?"),
        ("8f", "?"), ("8fb0", "?"),
        ("8f41", "?A"), ("c641", "?A"), ("c680", "?"), ("c6", "?"), ("80", "?"), ("a0", "?"), ("ada1", "①"),
        ("8fb041", "?A"),
    ])
    func `EUC-JP is read in up to three bytes`(hex: String, expected: String) throws {
        try check(hex, "euc-jp", expected)
    }

    @Test(arguments: [
        ("93fa 967b", "日本"), ("b1", "ｱ"), ("80", "\u{80}"), ("a0 41", "?A"), ("fd", "?"), ("81", "?"),
        ("8130", "?0"), ("817f", "?\u{7F}"),
        ("8160 817c", "～－"), ("8740", "①"), ("f040 f9fc", "\u{E000}\u{E757}"), ("fa40 fc4b", "ⅰ黑"),
        ("81fd", "?"), ("5c7e", "\\~"),
    ])
    func `Shift_JIS is read as Microsoft extended it`(hex: String, expected: String) throws {
        try check(hex, "shift_jis", expected)
    }

    @Test(arguments: [
        ("b0a1 c8fe", "가힝"), ("8141", "갂"), ("c652", "힣"), ("8130", "?0"), ("81", "?"), ("80", "?"),
        ("ff", "?"), ("c97e", "?~"), ("a2e6", "€"),
    ])
    func `EUC-KR is read as Microsoft extended it`(hex: String, expected: String) throws {
        try check(hex, "euc-kr", expected)
    }

    @Test(arguments: [
        ("1b2442 467c 4b5c 1b2842 41", "日本A"), ("1b284a 5c7e 41", "¥‾A"), ("1b2849 31 60", "ｱ?"),
        ("1b2440 467c", "日"),
        ("41 80 0e 42", "A??B"), ("1b", "?"), ("1b24", "?$"), ("1b41", "?A"), ("1b2841", "?(A"),
        ("1b2442 46", "?"),
        ("1b2442 46 1b2842 41", "?A"), ("1b2442 1b2842 41", "?A"), ("1b2442 4620 467c", "?日"), ("1b28", "?("),
        ("1b1b2842", "?"),
        ("1b2442 1b24", "??"),
    ])
    func `ISO-2022-JP switches by escape sequences`(hex: String, expected: String) throws {
        try check(hex, "iso-2022-jp", expected)
    }
}
