import Testing

@testable import Pages

struct LanguageDetectorTests {
    @Test(arguments: LanguageExamples.all)
    func `a sentence of news tells its language`(language: String, text: String) {
        #expect(detect(text) == language)
    }

    @Test(arguments: [
        "A man died in a crash on a road.", "To a friend: a letter.", "A, B, C and D",
        "A vote, a riot, a war",
        "I saw a dog, a cat and a cow.", "Police say a boy was hurt.", "A do or die match",
        "No, we do not, he said.",
        "A storm hit the coast on Friday, a day after a smaller one. A road to a port is still closed.",
    ])
    func `short English is English or nothing`(text: String) {
        let language = detect(text)
        #expect(language == nil || language == "en")
    }

    @Test(arguments: [
        "", "Storm", "1234567890 1234567890", "xyzzy plugh foo bar", "Müller Schröder Größe", "Dvořák Řehoř",
        "12.5 % 300 € 2026-11-29 10:30 +49 30 1234", "\u{FFFD}\u{FFFD} \u{1F600}\u{1F600}\u{1F600} … — “”",
        "Xqwv zkrt bnmp lksd fghj qwrt zxcv plmk njhb vgtf crdx eszw qamn kiju hytg rfde dcxs wszq aqsw",
        "Anna Smith Paolo Rossi Jan Novák Kim Li Olga Petrova Ahmed Khan Maria Silva Lars Berg Ivan Horvat",
    ])
    func `names, rubbish and a few words tell nothing`(text: String) { #expect(detect(text) == nil) }

    @Test func `what two languages say alike is in neither`() {
        // Danish and Norwegian, then Croatian, Bosnian and Serbian.
        #expect(
            detect("Det var en fin dag, og han har to barn. Men de er ikke med i år, så vi kan ha det.")
                == nil)
        #expect(
            detect("On je bio u gradu i rekao je da će se vratiti kada bude imao više novca za put.") == nil)
    }

    @Test(arguments: ["de", "sv", "ro", "vi", "az", "tr", "ru", "kk", "hy"])
    func `capital letters are read as small ones`(language: String) {
        for (tag, text) in LanguageExamples.all where tag == language {
            #expect(detect(text.uppercased()) == language)
        }
    }

    @Test func `Persian in the letters of an Arabic keyboard is Persian`() {
        for (tag, text) in LanguageExamples.all where tag == "fa" {
            let arabic = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { $0 == "\u{6CC}" ? "\u{64A}" : $0 == "\u{6A9}" ? "\u{643}" : $0 }
                ))
            #expect(arabic != text)
            #expect(detect(arabic) == "fa")
        }
    }

    @Test func `a name in other letters does not change the language`() {
        #expect(
            detect(
                "The film by Андрей Тарковский and 黒澤明 was shown to those who had waited for it in the rain.")
                == "en")
    }

    @Test func `every prefix of a text is read without harm`() {
        for (place, example) in LanguageExamples.all.enumerated() where place % 8 == 0 {
            let bytes = Array(example.1.utf8)
            for end in bytes.indices {
                let language = LanguageDetector.language(of: Array(bytes[..<end]))
                if end < 12 { #expect(language == nil) }
            }
        }
    }

    @Test func `every word and letter of the lists has a language and a script`() {
        let lexicon = LanguageLexicon.news
        #expect(Set(lexicon.tags).count == lexicon.tags.count)
        #expect(lexicon.scripts.count == lexicon.tags.count)
        #expect(lexicon.letters.allSatisfy { $0.letter >= 0x80 && !$0.languages.contains(0) })
        let examples = Set(LanguageExamples.all.map(\.0))
        #expect(lexicon.tags.dropFirst().filter { !examples.contains($0) } == [])
    }

    @Test(arguments: [
        ("en", "en"), ("EN-us", "en-US"), ("zh_hant_TW", "zh-Hant-TW"), ("de-DE,en", "de-DE"),
        ("english", nil), ("", nil),
        ("und", nil), ("x", nil), ("fr-", "fr"), ("en-US-posix", "en-US-posix"), ("{{lang}}", nil),
    ])
    func `a declared language becomes a BCP 47 tag`(declared: String, tag: String?) {
        #expect(MetadataLanguage.tag(declared) == tag)
    }

    @Test func `bytes that are no text are read without harm`() {
        _ = LanguageDetector.language(of: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 73) })
    }

    private func detect(_ text: String) -> String? { LanguageDetector.language(of: Array(text.utf8)) }
}
