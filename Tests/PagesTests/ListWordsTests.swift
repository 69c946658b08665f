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
        ("“More stories”", ["more", "storie"]), ("« Voir »", ["voir"]),
    ])
    func `titles fall into the first six letters of words`(title: String, wanted: [String]) {
        #expect(words(ofTitle: title) == wanted.map(hash))
    }

    @Test func `each word of the vocabulary has a number of its own`() {
        let lists: [(String, HashMemo)] = [
            (ListVocabulary.farWords, ListVocabulary.far), (ListVocabulary.nearWords, ListVocabulary.near),
            (ListVocabulary.titleWords, ListVocabulary.title),
        ]
        let numbers = lists.flatMap { words, memo in
            words.split(separator: " ").map { memo[hash(String($0))].map { Int($0) } ?? -1 }
        }
        #expect(numbers == Array(0..<ListVocabulary.count))
        #expect(ListVocabulary.near[hash("ferryman")] == nil)
    }

    @Test func `links of one list share their words, which are those of the list and of what is around`()
        throws
    {
        let (features, document) = StoryPage(
            after:
                "<aside class=\"sidebar\"><section class=\"widget\"><h3>More stories</h3>\(list("list", 1...3))"
                + "</section></aside>"
        ).linkFeatures()
        var words = ListWords(features, in: document)
        let around = features.candidates.indices.map { words.words(around: $0) }
        #expect(Set(around.map(\.names)).count == 1)
        #expect(Set(around.map(\.title)).count == 1)
        let names = words.sets[around[0].names]
        #expect(names == names.sorted())
        let found = (names + words.sets[around[0].title]).map { UInt64($0) }
        let wanted = [
            ListVocabulary.near[hash("list")], ListVocabulary.near[hash("widget")],
            ListVocabulary.far[hash("sidebar")],
            ListVocabulary.title[hash("more")],
        ]
        for word in wanted { #expect(found.contains(try #require(word))) }
        #expect(!found.contains(try #require(ListVocabulary.far[hash("list")])))
    }

    @Test func `lists of one name under different titles differ`() throws {
        let (features, document) = StoryPage(
            after: "<section><h3>More stories</h3>\(list("list", 1...3))</section>"
                + "<section><h3>Most popular</h3>\(list("list", 11...13))</section>"
        ).linkFeatures()
        var words = ListWords(features, in: document)
        let around = features.candidates.indices.map { words.words(around: $0) }
        #expect(around[0] == around[2] && around[3] == around[5])
        #expect(words.sets[around[0].title] != words.sets[around[3].title])
    }

    @Test func `of endless names the beginning is read`() throws {
        let name = "list " + String(repeating: "x ", count: 200_000) + "widget"
        let (features, document) = StoryPage(after: list(name, 1...3)).linkFeatures()
        var words = ListWords(features, in: document)
        let around = words.words(around: 0)
        let names = words.sets[around.names].map { UInt64($0) }
        #expect(names.contains(try #require(ListVocabulary.near[hash("list")])))
        #expect(!names.contains(try #require(ListVocabulary.near[hash("widget")])))
    }

    @Test func `of a hundred thousand attributes the first are read`() throws {
        let attributes = (0..<100_000).map { "data-w\(String($0, radix: 26))q=word\(String($0, radix: 26))q" }
        let (features, document) = StoryPage(
            after: "<div \(attributes.joined(separator: " ")) id=\"widget\">\(list("list", 1...3))</div>"
        ).linkFeatures()
        var words = ListWords(features, in: document)
        let around = words.words(around: 0)
        let names = words.sets[around.names].map { UInt64($0) }
        #expect(names.contains(try #require(ListVocabulary.near[hash("list")])))
        #expect(!names.contains(try #require(ListVocabulary.near[hash("widget")])))
    }

    @Test func `a page with a title above each of its links has no more sets than are looked for`() throws {
        let words = "related widget sidebar list grid content wrapper section main container block row"
        let links = (0..<6000).map { number in
            "<section class=\"list more\"><h3>More \(number)</h3>\(list("x\(number)", number * 3...number * 3 + 2))</section>"
        }
        let (features, document) = StoryPage(after: "<div class=\"\(words)\">\(links.joined())</div>")
            .linkFeatures()
        var found = ListWords(features, in: document)
        for candidate in features.candidates.indices { _ = found.words(around: candidate) }
        #expect(found.sets.count == ListWords.mostSets)
    }
}
