import Testing

@testable import Pages

struct CaseFoldingTests {
    @Test(arguments: [
        ("ABC xyz", "abc xyz"), ("ÄÖÜ ÉÈ", "äöü éè"), ("ŁÓDŹ", "łódź"), ("ŠIAULIŲ", "šiaulių"),
        ("ΑΘΗΝΑ", "αθηνα"),
        ("МОСКВА ЁЖ", "москва ёж"), ("ΆΛΛΑ ΈΉΊΌΎΏ", "άλλα έήίόύώ"), ("ȘTIRI ȚARĂ", "știri țară"),
        ("ƏLAQƏ", "əlaqə"), ("ƯƠ ƁƊƘ", "ươ ɓɗƙ"), ("ҰҚСАС ӨӨР ҢҮ", "ұқсас өөр ңү"),
        ("ԿԱՐԴԱՑԵՔ ՆԱԵՎ", "կարդացեք նաեվ"),
        ("ß×÷", "ß×÷"), ("関連 अब", "関連 अब"), ("", ""),
    ])
    func `letters are compared in lower case`(text: String, folded: String) {
        #expect(String(decoding: CaseFolding.fold(Array(text.utf8)[...]), as: UTF8.self) == folded)
    }
}
