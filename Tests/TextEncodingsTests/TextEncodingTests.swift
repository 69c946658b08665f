import Testing

@testable import TextEncodings

/// The bytes of hexadecimal digits.
func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.filter { $0 != 0x20 }
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
        UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16)
    }
}

/// The text that bytes in an encoding mean.
func decoded(_ hex: String, _ label: String) throws -> String {
    let encoding = try #require(TextEncoding(label: label))
    return String(decoding: encoding.decode(bytes(hex)), as: UTF8.self)
}

struct TextEncodingTests {
    static let names = [
        "utf-8", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7",
        "iso-8859-8", "iso-8859-8-i", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15",
        "iso-8859-16",
        "koi8-r", "koi8-u", "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252",
        "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
        "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr",
        "replacement",
        "utf-16be", "utf-16le", "x-user-defined",
    ]

    @Test(arguments: names)
    func `every name is a label of itself`(name: String) {
        #expect(TextEncoding(label: name)?.name == name)
    }

    @Test(arguments: [
        ("UTF8", "utf-8"), (" latin1\n", "windows-1252"), ("us-ascii", "windows-1252"), ("GB2312", "gbk"),
        ("utf-16", "utf-16le"), ("ISO-8859-9", "windows-1254"), ("tis-620", "windows-874"),
        ("sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"), ("hz-gb-2312", "replacement"), ("x-x-big5", "big5"),
        ("visual", "iso-8859-8"),
    ])
    func `a label is read without regard to case and whitespace`(label: String, name: String) {
        #expect(TextEncoding(label: label)?.name == name)
    }

    @Test(arguments: [
        "", "utf-7", "utf 8", "cp437", "\u{A0}utf-8", "utf-8;", String(repeating: "a", count: 100_000),
    ])
    func `what is no label is none`(label: String) {
        #expect(TextEncoding(label: label) == nil)
    }

    @Test(arguments: names)
    func `bytes of any kind give valid text and never trap`(name: String) throws {
        let encoding = try #require(TextEncoding(label: name))
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for length in 0..<120 {
            let input = (0..<length).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            let text = encoding.decode(input)
            #expect(String(validating: text, as: UTF8.self) != nil)
        }
    }

    @Test(arguments: names.filter { !["utf-16be", "utf-16le", "replacement"].contains($0) })
    func `ASCII is the same in every encoding but two`(name: String) throws {
        let encoding = try #require(TextEncoding(label: name))
        let text = Array("<p class=\"a\">Hello, world! 0123456789</p>\r\n\t".utf8)
        #expect(encoding.decode(text) == text)
        #expect(encoding.encode(String(decoding: text, as: UTF8.self)) == text)
    }

    @Test(arguments: names.filter { !["utf-16be", "utf-16le", "replacement", "iso-2022-jp"].contains($0) })
    func `what a pair of bytes decodes to is encoded again to what decodes the same`(name: String) throws {
        let encoding = try #require(TextEncoding(label: name))
        for lead in stride(from: 0x80, through: 0xFF, by: 5) {
            for trail in 0x40...0xFF {
                let text = encoding.decode([UInt8(lead), UInt8(trail)])
                let string = String(decoding: text, as: UTF8.self)
                if string.unicodeScalars.contains("\u{FFFD}") { continue }
                let again = encoding.encode(string)
                // Two pairs of Big5 are read and never written.
                if again.starts(with: Array("&#".utf8)) || again.contains(0x3B) { continue }
                #expect(encoding.decode(again) == text, "\(lead) \(trail)")
            }
        }
    }

    @Test func `replacement gives one sign for all`() throws {
        #expect(try decoded("4142", "hz-gb-2312") == "\u{FFFD}")
        #expect(try decoded("", "hz-gb-2312") == "")
    }

    @Test func `a valid page is handed on as it is`() {
        let page = Array("<p>Señor ñandú – 東京</p>".utf8)
        #expect(TextEncoding.utf8.decode(page) == page)
        #expect(TextEncoding.utf8.decode([0xEF, 0xBB, 0xBF] + page) == page)
    }

    @Test(arguments: [
        ("utf-16le", "é"), ("replacement", "é"), ("utf-8", "é"),
    ])
    func `what is not to be written is written as UTF-8`(label: String, text: String) {
        #expect(TextEncoding(label: label)?.encode(text) == Array(text.utf8))
    }

    @Test(arguments: [
        ("windows-1252", "é€", "e9 80"), ("windows-1251", "Привет", "cff0e8e2e5f2"),
        ("shift_jis", "日本¥ｱ−", "93fa967b5cb1817c"),
        ("euc-jp", "日本¥ｱ", "c6fccbdc5c8eb1"), ("gbk", "中文€", "d6d0cec480"),
        ("gb18030", "中€𠀀", "d6d0a2e395328236"),
        ("big5", "中文十", "a4a4a4e5a451"), ("euc-kr", "가힣", "b0a1c652"),
        ("iso-2022-jp", "a日b¥", "611b2442467c1b2842621b284a5c1b2842"),
        ("iso-2022-jp", "ｱ", "1b244225221b2842"), ("x-user-defined", "\u{F7FF}", "ff"),
    ])
    func `text is encoded for the query of a link`(label: String, text: String, hex: String) {
        #expect(TextEncoding(label: label)?.encode(text) == bytes(hex))
    }

    @Test(arguments: [
        ("windows-1252", "a日b", "a&#26085;b"), ("euc-kr", "😀", "&#128512;"), ("gbk", "\u{E5E5}", "&#58853;"),
        ("iso-2022-jp", "\u{1B}", "&#65533;"), ("shift_jis", "é", "&#233;"),
    ])
    func `a character that is not there becomes a reference`(label: String, text: String, expected: String) {
        #expect(TextEncoding(label: label)?.encode(text) == Array(expected.utf8))
    }

    @Test func `a reference leaves the Japanese set`() {
        #expect(
            TextEncoding(label: "iso-2022-jp")?.encode("日😀") == bytes("1b2442467c1b2842")
                + Array("&#128512;".utf8))
    }
}
