import Foundation
import Pages
import Testing
import WebURLs

/// The pages of `Pages`, each read as a whole.
@Suite struct PageCasesTests {
    @Test func `every folder of the page cases is a case`() throws {
        let folder = try #require(Bundle.module.resourceURL?.appending(path: "Pages"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(names) == Set(PageCase.all.map(\.name)))
        #expect(names.count >= 15)
    }

    @Test(arguments: PageCase.all.filter { $0.text != nil })
    func `the article of a page has the expected text`(page: PageCase) {
        let difference = page.difference(of: page.read().article?.text ?? "")
        #expect(difference == nil)
    }

    @Test(arguments: PageCase.all.filter { $0.fields != nil })
    func `the article of a page has the expected fields`(page: PageCase) throws {
        let fields = try #require(page.fields)
        let article = try #require(page.read().article)
        if let title = fields.title { #expect(article.title == title) }
        if let authors = fields.authors { #expect(article.authors == authors) }
        if let published = fields.published { #expect(article.published == published) }
        if let modified = fields.modified { #expect(article.modified == modified) }
        if let site = fields.site { #expect(article.site == site) }
        if let language = fields.language { #expect(article.language == language) }
        if let section = fields.section { #expect(article.section == section) }
        if let canonical = fields.canonical { #expect(article.canonical == canonical) }
        if let image = fields.image { #expect(article.image == image) }
    }

    @Test(arguments: PageCase.all.filter { $0.links != nil })
    func `the related links of a page are the expected ones`(page: PageCase) throws {
        try compareLinks(of: page)
    }

    private func compareLinks(of page: PageCase) throws {
        let links = try #require(page.links)
        let outlinks = page.read().outlinks
        func addresses(_ roles: Set<LinkRole>) -> Set<String> {
            Set(outlinks.filter { roles.contains($0.role) }.map(\.url.withoutFragment.href))
        }
        let related = addresses([.related])
        let missing = Set(links.related).subtracting(related)
        #expect(missing.isEmpty, "not related: \(missing.sorted())")
        let additional = related.subtracting(links.related)
        #expect(additional.isEmpty, "related without reason: \(additional.sorted())")
        #expect(addresses([.inline]).isSuperset(of: links.inline ?? []))
        let unknown = Set(links.others).subtracting(addresses(Set(LinkRole.allCases)))
        #expect(unknown.isEmpty, "not on the page: \(unknown.sorted())")
    }
}
