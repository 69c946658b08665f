import Testing

@testable import TextEncodings

struct UTF8DecoderTests {
    /// Input in hexadecimal, and the text with "?" for U+FFFD.
    @Test(arguments: [
        ("41 80 42", "A?B"), ("c0af e080bf f0818241", "????????A"), ("eda080 edbfbf edaf41", "????????A"),
        ("f4919293 ff 41 80bf 42", "?????A??B"), ("e180 e2 f09192 f1bf 41", "????A"), ("e6b0b4 c3", "水?"),
        ("f0808041", "???A"),
        ("efbbbf", ""), ("efbbbf efbbbf", "\u{FEFF}"), ("f09f9880", "😀"), ("f09f98", "?"), ("ffff", "??"),
        ("c2", "?"),
    ])
    func `each maximal part of an ill-formed sequence becomes one sign`(hex: String, expected: String) throws
    {
        #expect(try decoded(hex, "utf-8") == expected.replacing("?", with: "\u{FFFD}"))
    }

    @Test func `every two and three bytes are judged as the standard library judges them`() {
        for first in stride(from: 0x80, through: 0xFF, by: 1) {
            for second in stride(from: 0x00, through: 0xFF, by: 7) {
                for third in [0x41, 0x80, 0xBF, 0xC3] {
                    let input = [UInt8(first), UInt8(second), UInt8(third), 0x80]
                    #expect(
                        TextEncoding.utf8.decode(input) == Array(String(decoding: input, as: UTF8.self).utf8))
                    let isValid = EncodingDetection.isUTF8(input.span)
                    #expect(isValid == (String(validating: input, as: UTF8.self) != nil))
                }
            }
        }
    }

    @Test func `a broken place is found wherever it stands`() {
        for length in 0..<200 {
            var page = [UInt8](repeating: 0x61, count: length)
            page += Array("é".utf8)
            let whole = UTF8Check.validEnd(of: page.span, from: 0)
            page[length] = 0xFF
            let broken = UTF8Check.validEnd(of: page.span, from: 0)
            #expect(whole == length + 2 && broken == length)
        }
    }
}
