import Testing

@testable import Archiving

@Suite struct LanguageCodeTests {
    @Test(arguments: [
        ("en", "eng"), ("en-GB", "eng"), ("DE_at", "deu"), ("zh-Hant-TW", "zho"), ("deu", "deu"),
        ("iw", "heb"),
    ])
    func `a BCP 47 tag has a code of three letters`(tag: String, code: String) {
        #expect(LanguageCode.threeLetters(tag) == code)
    }

    @Test(arguments: ["", "-", "x", "xx-YY", "12", "english"])
    func `what is no known language has none`(tag: String) { #expect(LanguageCode.threeLetters(tag) == nil) }
}
