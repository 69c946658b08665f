import Testing

@testable import Pages

/// What the lexicons take the wordings of real pages for.
struct LexiconTests {
    private func evidence(_ text: String) -> PhraseEvidence {
        PhraseEvidence(rawValue: PhraseLexicon.matcher.signs(in: CaseFolding.fold(Array(text.utf8)[...])))
    }

    @Test(arguments: [
        "Related Articles", "RELATED CONTENT", "More on this story", "See also", "Mehr zum Thema",
        "Das könnte Sie auch interessieren", "Ähnliche Beiträge", "Sur le même sujet", "À lire aussi",
        "Noticias relacionadas", "Te puede interesar", "Notícias relacionadas", "Articoli correlati",
        "Lees ook",
        "Läs också", "Les også", "Læs også", "Aiheesta lisää", "Czytaj także", "Zobacz też",
        "Související články",
        "Читайте также", "Материалы по теме", "Kapcsolódó cikkek", "Σχετικά άρθρα", "ilgili haberler",
        "مواضيع ذات صلة", "संबंधित खबरें", "Berita Terkait", "Tin liên quan", "相关新闻", "相關新聞", "関連記事", "관련기사",
    ])
    func `the title of a list of related stories is known`(title: String) {
        #expect(evidence(title).contains(.related))
    }

    @Test(arguments: [
        "Most read", "Most popular", "Trending now", "Top stories", "Editors’ picks", "Meistgelesen",
        "Les plus lus", "Lo más leído", "Mais lidas", "I più letti", "Meest gelezen", "Mest lästa",
        "Luetuimmat",
        "Najczęściej czytane", "Самое читаемое", "En çok okunanlar", "الأكثر قراءة", "Terpopuler",
        "アクセスランキング", "热门",
        "많이 본 뉴스",
    ])
    func `the title of a list of popular stories is known and is not that of related ones`(title: String) {
        #expect(evidence(title).contains(.popular))
        #expect(!evidence(title).contains(.related))
    }

    @Test(arguments: [
        "Latest news", "Recent posts", "Aktuelles", "Neueste Artikel", "Dernières nouvelles",
        "Últimas noticias",
        "Ultime notizie", "Senaste nytt", "Najnowsze", "Последние новости", "Son dakika", "آخر الأخبار", "最新",
        "新着記事",
    ])
    func `the title of a list of the latest stories is known and is not that of related ones`(title: String) {
        #expect(evidence(title).contains(.latest))
        #expect(!evidence(title).contains(.related))
    }

    @Test(arguments: [
        "Recommended for you", "You may also like", "Empfohlen", "Vous aimerez aussi", "Recomendados",
        "Aanbevolen",
        "Рекомендуем", "おすすめ", "推荐",
    ])
    func `the title of a list of recommendations is known`(title: String) {
        #expect(evidence(title).contains(.recommendation))
    }

    @Test(arguments: [
        ("Read more: Ferry company warns of a longer crossing", PhraseEvidence.readAlso),
        ("Lesen Sie auch: Reederei warnt vor längerer Überfahrt", .readAlso),
        ("Lire aussi : la compagnie met en garde", .readAlso), ("Baca juga: Kapal feri", .readAlso),
        ("Sign up for our newsletter", .newsletter), ("Zum Newsletter anmelden", .newsletter),
        ("Follow us on Facebook", .share), ("© 2025 The Bay Courier", .copyright), ("Impressum", .copyright),
        ("Advertisement", .advertisement), ("ANZEIGE", .advertisement), ("Werbung", .advertisement),
        ("3 comments", .comments), ("Kommentare", .comments), ("By Anna Holt", .author),
        ("Von Anna Holt", .author),
        ("Published 4 March 2025", .meta), ("5 min read", .meta), ("We use cookies", .consent),
        ("Sign in", .account), ("Photo: Anna Holt", .credit), ("Table of contents", .contents),
        ("More from Sport", .moreFrom), ("Skip to content", .skip), ("Next article", .neighbours),
        ("Editor's note: the figures were changed", .note), ("Get the app", .app), ("$9.99", .price),
    ])
    func `the wording of boilerplate tells what it is`(text: String, expected: PhraseEvidence) {
        #expect(evidence(text).contains(expected))
    }

    @Test(arguments: [
        "The ferry pier opened again on Monday.", "Divers found three broken piles.", "Der Rat stimmt zu.",
        "Le quai a rouvert lundi.", "港は月曜日に再開した。",
    ])
    func `a sentence of a story says nothing`(text: String) {
        #expect(evidence(text).isEmpty)
    }

    @Test(arguments: [
        ("Advertisement", PromptLexicon.label), ("Article continues below", PromptLexicon.label),
        ("© 2025 The Bay Courier", PromptLexicon.copyright),
        ("Copyright 2025 Wire. All rights reserved.", PromptLexicon.copyright),
        ("Follow us on Facebook and Twitter", PromptLexicon.prompt),
        ("Subscribe to our newsletter", PromptLexicon.prompt),
        ("The advertisement shows a ship", 0), ("They follow us everywhere", 0), ("A copyright of 1923", 0),
    ])
    func `a line is a prompt only by wordings that no story has as a line`(text: String, sign: UInt64) {
        #expect(PromptLexicon.matcher.signs(in: CaseFolding.fold(Array(text.utf8)[...])) == sign)
    }

    @Test(arguments: TitleLexicon.entries.indices)
    func `every title of the lexicon is found by its own words`(entry: Int) {
        let entry = TitleLexicon.entries[entry]
        for phrase in entry.phrases {
            let text = phrase.drop { $0 == "^" || $0 == "*" }
            let plain = text.hasSuffix("*") || text.hasSuffix("$") ? text.dropLast() : text
            let found = PhraseLexicon.matcher.signs(in: CaseFolding.fold(Array(plain.utf8)[...]))
            #expect(found & entry.signs == entry.signs, "\(phrase)")
        }
    }
}
