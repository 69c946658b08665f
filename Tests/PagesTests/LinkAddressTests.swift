import Testing
import WebURLs

@testable import Pages

struct LinkAddressTests {
    private func address(_ text: String) throws -> LinkAddress { LinkAddress(try #require(WebURL(text))) }

    @Test(arguments: [
        ("https://news.example/politics/minister-resigns-after-vote", true),
        ("https://news.example/article/1234567", true),
        ("https://news.example/2024/05/31/vote", true),
        ("https://news.example/2024/may/vote", true),
        ("https://news.example/20240531-vote", true),
        ("https://news.example/story?id=1234567", true),
        ("https://news.example/politics", false),
        ("https://news.example/", false),
        ("https://news.example/about/our-team", false),
        ("https://news.example/2024/05/", false),
    ])
    func `stories have slugs, numbers or dates`(_ text: String, _ isArticle: Bool) throws {
        #expect(try address(text).looksLikeArticle == isArticle)
    }

    @Test func `host and path make a page, not port, user, query and fragment`() throws {
        let plain = try address("https://news.example/a/story")
        for text in [
            "https://news.example/a/story?from=home", "https://news.example/a/story#top",
            "http://news.example:8080/a/story", "https://user:word@news.example/a/story",
        ] {
            #expect(try address(text).key == plain.key)
        }
        #expect(try address("https://news.example/a/other").key != plain.key)
        #expect(try address("https://sport.news.example/a/story").key != plain.key)
        #expect(try address("https://sport.news.example/a/story").site == plain.site)
        #expect(try address("http://[::1]:8080/a").host == address("http://[::1]/b").host)
    }

    @Test func `days come from the path`() throws {
        let earlier = try address("https://news.example/2024/05/30/vote")
        let later = try address("https://news.example/2024-05-31-vote/")
        #expect(later.day - earlier.day == 1)
        #expect(try address("https://news.example/20240531/vote").day == later.day)
        #expect(try address("https://news.example/2024/13/vote").day == 0)
    }

    @Test func `folders in common are counted whole`() throws {
        let page = try address("https://news.example/world/europe/vote-in-the-north")
        #expect(page.commonFolders(with: try address("https://news.example/world/europe/storm")) == 2)
        #expect(page.commonFolders(with: try address("https://news.example/world/eurovision")) == 1)
        #expect(page.commonFolders(with: try address("https://news.example/sport/final")) == 0)
    }

    @Test(arguments: [
        ("More Science and Technology", true), ("Aus der Wissenschaft", false), ("Science", true),
        ("More news", false), ("", false), ("関連記事", false),
    ])
    func `a title names a section of the address`(_ title: String, _ isNamed: Bool) throws {
        let page = try address("https://news.example/news/science/comet-passes-the-sun")
        #expect(page.hasFolder(in: Array(title.utf8)[...]) == isNamed)
    }

    @Test func `words keep the order of the text, each once`() {
        let words = TopicWords(Array("Comet passes Sun: the COMET of 2024".utf8)[...])
        #expect(words.hashes == TopicWords(Array("comet passes 2024".utf8)[...]).hashes)
        #expect(words.hashes.count == 3)
        #expect(words.shared(with: TopicWords(Array("Passes for the comet".utf8)[...])) == 2)
        #expect(TopicWords(Array("彗星が通過".utf8)[...]).hashes.count == 4)
    }
}
