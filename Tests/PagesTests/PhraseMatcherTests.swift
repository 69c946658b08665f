import Testing

@testable import Pages

struct PhraseMatcherTests {
    private func signs(_ phrases: [String], in text: String) -> UInt64 {
        PhraseMatcher(phrases.enumerated().map { .init(1 << UInt64($0), [$1]) })
            .signs(in: CaseFolding.fold(Array(text.utf8)[...]))
    }

    @Test(arguments: [
        ("read more", "Read More", true), ("read more", "please read more here", true),
        ("read more", "bread more", false), ("read more", "read moreover", false),
        ("read more", "read  more", false),
        ("read more", "(read more)", true), ("read more", "read mor", false), ("read more", "", false),
        ("news*", "newsletter", true), ("news*", "a newsletter", true), ("news*", "goodnews", false),
        ("*news", "goodnews", true), ("*news", "newsletter", false), ("*$*", "a5$b", true),
        ("^by", "by Jane", true), ("^by", "stand by", false), ("^by", "bystander", false),
        ("more$", "read more", true), ("more$", "more of it", false), ("more$", "anymore", false),
        ("^more$", "more", true), ("^more$", "more more", false), ("^©*", "©2025", true),
        ("ähnliche", "Ähnliche Artikel", true), ("по теме", "ПО ТЕМЕ", true), ("関連", "最新の関連記事", true),
    ])
    func `a phrase counts where its marks let it`(phrase: String, text: String, isFound: Bool) {
        #expect(signs([phrase], in: text) == (isFound ? 1 : 0))
    }

    @Test func `phrases inside and across one another are all found`() {
        let phrases = ["he", "she", "his", "hers", "she sells", "sells"]
        #expect(signs(phrases, in: "she sells") == 0b110010)
        #expect(signs(["a b c", "b c d", "c"], in: "a b c d") == 0b111)
        #expect(signs(["a b c d x", "b c"], in: "a b c d y") == 0b10)
    }

    @Test func `a phrase of several entries has the signs of all`() {
        let matcher = PhraseMatcher([.init(1, ["latest"]), .init(4, ["latest", "news"])])
        #expect(matcher.signs(in: Array("latest".utf8)) == 5)
        #expect(matcher.signs(in: Array("news".utf8)) == 4)
    }

    @Test func `a lexicon without phrases finds nothing`() {
        #expect(PhraseMatcher([]).signs(in: Array("any text".utf8)) == 0)
    }

    @Test func `any bytes can be searched`() {
        var state: UInt64 = 7
        for length in 0..<400 {
            let bytes = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            _ = PhraseLexicon.matcher.signs(in: bytes)
            _ = PromptLexicon.matcher.signs(in: bytes)
        }
    }
}
