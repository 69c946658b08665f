import Testing
import WebURLs

@testable import Feeds

/// Broken, huge and hostile feeds.
struct FeedDamageTests {
    private let three =
        "<urlset><url><loc>https://news.example/a</loc></url><url><loc>https://news.example/b</loc></url>"
        + "<url><loc>https://news.example/c</loc></url></urlset>"

    @Test func `every prefix of a sitemap gives whole URLs and says that it is cut off`() throws {
        let all = ["https://news.example/a", "https://news.example/b", "https://news.example/c"]
        for length in 8..<three.utf8.count {
            let found = try #require(try feed(Array(three.utf8.prefix(length))))
            #expect(found.damage == .cutOff)
            #expect(found.links == Array(all.prefix(found.links.count)))
        }
    }

    @Test func `an address cut off in the middle is left out, one before a cut tag is kept`() throws {
        let start = "<urlset><url><loc>https://news.example/arti"
        #expect(try feed(start)?.links == [])
        #expect(try feed(start + "</lo")?.links == ["https://news.example/arti"])
    }

    @Test(arguments: [
        "https://news.example/?x=1&y=2", "https://news.example/?x=1&y=2;z",
        "https://news.example/?&eacute;=1",
        "https://news.example/?x&#0;",
    ])
    func `bare ampersands are mended and reported`(link: String) throws {
        let text =
            "<urlset><url><loc>\(link)</loc></url><url><loc>https://news.example/b</loc></url></urlset>"
        let found = try #require(try feed(text))
        #expect(found.links.count == 2)
        guard case .malformed(line: 1, _) = found.damage else {
            Issue.record("the break is not reported")
            return
        }
    }

    @Test func `control characters are mended outside of literals`() throws {
        let text =
            "<rss><channel><item><title>a\u{1}b &amp; <![CDATA[&x;]]></title><link>/a</link></item></channel>"
            + "</rss>"
        #expect(try feed(text)?.entries.first?.title == "a b & &x;")
    }

    @Test func `what stands before and behind a wrong tag is kept`() throws {
        let found = try feed(
            "<urlset><url><loc>https://news.example/a</loc></url>\n<url></oops><url><loc>/b</loc></url>"
        )
        #expect(found?.links == ["https://news.example/a", "https://news.example/b"])
        #expect(found?.damage == .malformed(line: 2, reason: "mismatched tag"))
    }

    @Test func `no more entries, bytes and letters than allowed are read`() throws {
        var limits = FeedLimits()
        limits.entries = 2
        #expect(try feed(three, limits: limits)?.damage == .tooManyEntries(limit: 2))
        #expect(try feed(three, limits: limits)?.links.count == 2)
        let list = "https://news.example/a\nhttps://news.example/b\nhttps://news.example/c"
        #expect(try feed(list, limits: limits)?.damage == .tooManyEntries(limit: 2))
        limits = FeedLimits()
        limits.bytes = 80
        #expect(try feed(three, limits: limits)?.damage == .tooLarge(limit: 80))
        #expect(try feed(three, limits: limits)?.links == ["https://news.example/a"])
        limits = FeedLimits()
        limits.urlBytes = 21
        #expect(try feed(three, limits: limits)?.links == [])
    }

    @Test func `an address that escapes make too long is left out of every kind of feed`() throws {
        var limits = FeedLimits()
        limits.urlBytes = 40
        let long = "https://news.example/" + String(repeating: "\u{E9}", count: 9)
        #expect(long.utf8.count <= limits.urlBytes)
        #expect(
            try feed("https://news.example/a\n" + long, limits: limits)?.links == ["https://news.example/a"])
        #expect(try feed("<urlset><url><loc>\(long)</loc></url></urlset>", limits: limits)?.links == [])
    }

    @Test func `elements nested without end are refused`() throws {
        let text = "<urlset>" + String(repeating: "<url>", count: 100_000)
        #expect(try feed(text)?.damage == .tooDeep(limit: 200))
    }

    @Test func `entities that multiply are refused`() throws {
        var text = "<!DOCTYPE urlset [<!ENTITY a0 'https://news.example/'>"
        for level in 1..<12 {
            text += "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: 10) + "'>"
        }
        text += "]><urlset><url><loc>https://news.example/a</loc></url><url><loc>&a11;</loc></url></urlset>"
        let found = try #require(try feed(text))
        #expect(found.damage == .entityExpansion)
        #expect(found.links == ["https://news.example/a"])
    }

    @Test func `a title without end is cut`() throws {
        let title = String(repeating: "long ", count: 100_000)
        let found = try feed(
            "<rss><channel><item><title>\(title)</title><link>/a</link></item></channel></rss>")
        #expect((found?.entries.first?.title?.utf8.count ?? 0) < 200_000)
        #expect(found?.links == ["https://news.example/a"])
    }

    @Test func `random changes never trap`() throws {
        var state: UInt64 = 7
        let letters = Array("<>&;'\"/![]-?x= \u{1}".utf8)
        for _ in 0..<1500 {
            var bytes = Array(three.utf8)
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = letters[Int(state >> 20 & 0xFFF) % letters.count]
            }
            _ = try feed(bytes)
        }
    }
}
