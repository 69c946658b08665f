import HTMLTree
import Testing
import WebURLs

@testable import Pages

/// The names that a page's own links give to the sections of its site.
struct SectionNamesTests {
    /// The names as the links of a page at an address give them.
    private func names(at address: String, _ html: String) throws -> SectionNames {
        let url = try #require(WebURL(address))
        let links = OutlinkCollector.collect(from: HTMLDocument(parsing: Array(html.utf8)), url: url).links
        let addresses = links.map { LinkAddress($0.url) }
        return SectionNames(
            links, addresses, page: LinkAddress(url), isCandidate: addresses.map(\.looksLikeArticle))
    }

    private func letters(_ title: String) -> [UInt8] { PageHints.letters(Array(title.utf8)[...]) }

    private let menu = """
        <nav><a href="/politik/">Politik</a> <a href="/sport">Sport</a> <a href="/sport/handball/">Handball</a>
        <a href="/ekonomika/">Экономика</a> <a href="/politik/inland-48100-der-rat-streitet">Der Rat</a></nav>
        """

    @Test(arguments: ["Mehr aus Politik", "POLITIK", "Politik: weitere Meldungen"])
    func `a title with the name of a folder of the page's address names its section`(title: String) throws {
        let names = try names(at: "https://bote.example/politik/der-rat-baut-die-mole-neu-48211", menu)
        #expect(names.areOwn(in: letters(title)))
        #expect(!names.isOther(letters(title)))
    }

    @Test func `the name may be in any script`() throws {
        let names = try names(at: "https://bote.example/ekonomika/2024/port-budet-vosstanovlen-48211", menu)
        #expect(names.areOwn(in: letters("Ещё в рубрике «Экономика»")))
        #expect(!names.areOwn(in: letters("Политика")))
    }

    @Test(arguments: ["Sport", "HANDBALL", "Экономика"])
    func `a title that is the text of a link to another section names that one`(title: String) throws {
        let names = try names(at: "https://bote.example/politik/der-rat-baut-die-mole-neu-48211", menu)
        #expect(names.isOther(letters(title)))
        #expect(!names.areOwn(in: letters(title)))
    }

    @Test(arguments: ["Zum Thema", "Der Rat", "Sport am Sonntag im Hafen", ""])
    func `other titles name no section`(title: String) throws {
        let names = try names(at: "https://bote.example/politik/der-rat-baut-die-mole-neu-48211", menu)
        #expect(!names.areOwn(in: letters(title)))
        #expect(!names.isOther(letters(title)))
    }

    @Test func `links to folders of the page's address are known`() throws {
        let names = try names(at: "https://bote.example/sport/handball/der-pokal-bleibt-im-hafen-48211", menu)
        #expect(names.isOwn == [false, true, true, false, false])
    }

    @Test func `a page without an address has no sections`() {
        let names = SectionNames([], [], page: nil, isCandidate: [])
        #expect(!names.areOwn(in: letters("Politik")))
        #expect(names.isOwn.isEmpty)
    }
}
