import HTMLTree
import Testing
import WebURLs

@testable import Pages

struct ListWordsTests {
    private func hash(_ word: String) -> UInt64 { ClassReader.hash(Array(word.utf8)[...]) }

    private func words(ofName name: String) -> [UInt64] {
        var found: [UInt64] = []
        ListWords.visitWords(ofName: Array(name.utf8)[...]) { found.append($0) }
        return found
    }

    private func words(ofTitle title: String) -> [UInt64] {
        var found: [UInt64] = []
        ListWords.visitWords(ofTitle: Array(title.utf8)[...]) { found.append($0) }
        return found
    }

    private func features(_ page: StoryPage) throws -> (LinkFeatures, HTMLDocument) {
        let document = HTMLDocument(parsing: Array(page.html.utf8))
        let url = try #require(WebURL(StoryPage.address))
        let links = OutlinkCollector.collect(from: document, url: url).links
        return (LinkFeatures(Segmentation(document), links: links, page: url), document)
    }

    private func list(_ name: String, _ numbers: ClosedRange<Int>) -> String {
        let items = numbers.map { "<li><a href=\"/news/story-of-the-day-\($0)\">Story of the day</a></li>" }
        return "<ul class=\"\(name)\">\(items.joined())</ul>"
    }

    @Test(arguments: [
        ("post-body", ["post", "body"]), ("postBody", ["post", "body"]), ("post__Body2x", ["post", "body"]),
        ("HTMLbox", ["htmlbox"]), ("ab cde", ["cde"]), ("größe", []), ("", []),
    ])
    func `names fall into words of three letters and more, however they are spelled`(
        name: String, wanted: [String]
    ) {
        #expect(words(ofName: name) == wanted.map(hash))
    }

    @Test(arguments: [
        ("More from the harbour…", ["more", "from", "the", "harbou"]), ("See also:", ["see", "also"]),
        ("- –", []),
    ])
    func `titles fall into the first six letters of words`(title: String, wanted: [String]) {
        #expect(words(ofTitle: title).filter { wanted.map(hash).contains($0) } == wanted.map(hash))
    }

    @Test func `each word of the vocabulary has a number of its own`() {
        #expect(ListVocabulary.near[hash("list")] != nil)
        #expect(ListVocabulary.far[hash("list")] != ListVocabulary.near[hash("list")])
        #expect(ListVocabulary.title[hash("more")] != nil)
        #expect(ListVocabulary.near[hash("ferryman")] == nil)
    }

    @Test func `links of one list share their words, which are those of the list and of what is around`()
        throws
    {
        let (features, document) = try features(
            StoryPage(
                after:
                    "<aside class=\"sidebar\"><section class=\"widget\"><h3>More stories</h3>\(list("list", 1...3))"
                    + "</section></aside>"))
        var words = ListWords(features, in: document)
        let sets = features.candidates.indices.map { words.set(of: $0) }
        #expect(sets == [0, 0, 0])
        let found = words.sets[0].map { UInt64($0) }
        #expect(found == found.sorted())
        let wanted = [
            ListVocabulary.near[hash("list")], ListVocabulary.near[hash("widget")],
            ListVocabulary.far[hash("sidebar")],
            ListVocabulary.title[hash("more")],
        ]
        for word in wanted { #expect(found.contains(try #require(word))) }
        #expect(!found.contains(try #require(ListVocabulary.far[hash("list")])))
    }

    @Test func `lists of one name under different titles differ`() throws {
        let (features, document) = try features(
            StoryPage(
                after: "<section><h3>More stories</h3>\(list("list", 1...3))</section>"
                    + "<section><h3>Most popular</h3>\(list("list", 11...13))</section>"))
        var words = ListWords(features, in: document)
        let sets = features.candidates.indices.map { words.set(of: $0) }
        #expect(sets == [0, 0, 0, 1, 1, 1])
        #expect(words.sets[0] != words.sets[1])
    }

    @Test func `endless names cost no more than their beginning`() throws {
        let name = String(repeating: "x-list ", count: 200_000)
        let (features, document) = try features(StoryPage(after: list(name, 1...3)))
        var words = ListWords(features, in: document)
        _ = words.set(of: 0)
        #expect(words.sets[0].count < 10)
    }
}
