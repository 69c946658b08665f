import Foundation
import Pages
import Testing
import WebURLs

/// Pages of one story with one kind of block each: what of it is related.
struct RelatedBlockTests {
    /// `links.json` of a page: all related links, and some that are not.
    private struct Links: Decodable {
        let url: String
        let related: [String]
        let others: [String]
    }

    @Test(arguments: [
        "links-below-the-body", "links-beside-the-body", "links-between-paragraphs", "links-in-nested-tables",
        "links-to-a-sister-site", "popular-list-below-the-body",
    ])
    func `the related links of a page are those its case names, and no others`(_ name: String) throws {
        try check(name)
    }

    /// The title outweighs what the stories are about.
    @Test func `a block that says related but holds the latest stories is not related`() {
        withKnownIssue { try check("related-block-filled-with-latest") }
    }

    private func check(_ name: String) throws {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Pages/\(name)")
        let source = try Data(contentsOf: folder.appending(path: "source.html"))
        let links = try JSONDecoder().decode(
            Links.self, from: Data(contentsOf: folder.appending(path: "links.json")))
        let page = PageReader().read(payload: Array(source), head: nil, at: WebURL(links.url))
        let related = Set(page.outlinks.filter { $0.role == .related }.map(\.url.href))
        #expect(related == Set(links.related))
        let all = Set(page.outlinks.map(\.url.href))
        for other in links.others { #expect(all.contains(other), "the page links to \(other)") }
    }
}
