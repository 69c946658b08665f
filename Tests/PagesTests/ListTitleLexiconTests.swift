import Testing

@testable import Pages

/// Titles of lists in many languages that the lexicon for all text does not know.
struct ListTitleLexiconTests {
    private func signs(_ title: String) -> PhraseEvidence {
        PhraseEvidence(rawValue: ListTitleLexicon.signs(of: Array(title.utf8)[...]))
    }

    @Test(arguments: [
        "The story so far", "Links zum Thema", "Articles associés", "Notas relacionadas",
        "Matérias relacionadas",
        "Articoli simili", "Articole similare: știri pe aceeași temă", "Relaterade artiklar",
        "Lignende saker",
        "Samasta aiheesta", "W temacie", "Související obsah", "Podobné články", "Slične vijesti",
        "Preberite tudi",
        "Вижте още", "Смотрите также", "За цією темою", "Susiję straipsniai", "Lasiet arī", "Samal teemal",
        "Előzmények", "Διαβάστε περισσότερα", "موضوعات متعلقة", "در همین زمینه", "עוד בנושא", "हेही वाचा",
        "আরো পড়ুন",
        "தொடர்புடைய செய்திகள்", "సంబంధిత వార్తలు", "同場加映", "こちらの記事も読まれています", "관련글", "Simak juga", "Bài viết liên quan",
        "เรื่องที่เกี่ยวข้อง", "Oxşar xəbərlər",
    ])
    func `the title of a list of related stories is known`(title: String) {
        #expect(signs(title).contains(.related))
        #expect(signs(title).isDisjoint(with: [.popular, .latest, .advertisement]))
    }

    @Test(arguments: [
        ("Our readers also liked", PhraseEvidence.recommendation),
        ("Das könnte Ihnen auch gefallen", .recommendation),
        ("Selección para ti", .recommendation), ("Raccomandazioni: i nostri consigli", .recommendation),
        ("Вибір для вас", .recommendation), ("نرشح لك", .recommendation), ("猜你喜歡", .recommendation),
        ("Top reads", .popular), ("Najchętniej czytane", .popular), ("Топ новостей", .popular),
        ("人気記事", .popular),
        ("Öne çıkanlar", .popular), ("Cele mai citite", .popular), ("Just nu", .latest),
        ("Лента новостей", .latest),
        ("Ultim'ora", .latest), ("Ostatnie wpisy", .latest), ("Same category", .moreFrom),
        ("Dans cette rubrique", .moreFrom),
        ("Из рубрики", .moreFrom), ("同類文章 · 更多新闻", .moreFrom), ("Related topics", .sectionPages),
        ("Témata", .sectionPages),
        ("Inne artykuły autora", .author), ("Around the web", .advertisement),
        ("Новости партнёров", .advertisement),
    ])
    func `what else a title can say is known`(title: String, sign: PhraseEvidence) {
        #expect(signs(title).contains(sign))
    }

    @Test func `a line longer than a title says nothing`() {
        let title = "Related reading " + String(repeating: "and so on ", count: 10)
        #expect(signs(title).isEmpty)
    }

    @Test(arguments: [
        "More Science", "Mehr Sport", "Weitere Beiträge aus Kultur", "Plus en politique", "Más deportes",
        "Mais economia",
        "Altre notizie", "Meer cultuur", "Flere saker", "Lisää aiheita", "Więcej: kultura", "Další sport",
        "Ещё в разделе",
        "Más de Mundo", "Daha fazla spor", "更多体育",
    ])
    func `a title that begins with more goes on with a section, whatever its name`(title: String) {
        #expect(signs(title).contains(.moreFrom))
    }

    @Test func `a title that has more in its midst does not`() {
        #expect(!signs("Two ferries more than planned").contains(.moreFrom))
        #expect(!signs("Moreover the pier").contains(.moreFrom))
    }

    @Test(arguments: [
        ListTitleWordings.related, ListTitleWordings.recommended, ListTitleWordings.more,
        ListTitleWordings.popular,
        ListTitleWordings.latest, ListTitleWordings.sections, ListTitleWordings.authors,
        ListTitleWordings.offers,
    ])
    func `wordings are in lower case, and each stands there once`(wordings: String) {
        let phrases = ListTitleWordings.phrases(wordings)
        #expect(phrases.count > 100)
        #expect(Set(phrases).count == phrases.count)
        for phrase in phrases {
            #expect(phrase == phrase.lowercased())
            #expect(phrase.utf8.count >= 2)
            // Georgian has capitals, but sentences do not begin with them.
            let capital = phrase.prefix(1).uppercased() + phrase.dropFirst()
            if !phrase.unicodeScalars.contains(where: { (0x10D0...0x10FF).contains($0.value) }) {
                #expect(CaseFolding.fold(Array(capital.utf8)[...]) == Array(phrase.utf8))
            }
        }
    }

    @Test func `wordings are parted by bars, whatever the spaces around`() {
        #expect(
            ListTitleWordings.phrases(" see also|more on  this |  | ^next$") == [
                "see also", "more on this", "^next$",
            ])
    }
}
