import FoundationEssentials
import Testing
import WebURLs

@testable import Feeds

/// Feeds that are broken in the middle, and what is read of them all the same.
struct FeedRecoveryTests {
    private func item(_ name: String, _ more: String = "") -> String {
        "<item><title>\(name)</title><link>https://news.example/\(name)</link>\(more)</item>"
    }

    private func rss(_ items: String...) -> String {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>"
            + items.joined(separator: "\n")
            + "</channel></rss>"
    }

    private let three = ["https://news.example/a", "https://news.example/b", "https://news.example/c"]

    @Test(arguments: [
        "<description><p>x<br>y</p></description>", "<guid isPermaLink=false>7</guid>",
        "<enclosure url='/x' url='/y'/>", "<description>x</descriptoin>",
        "<description>3 < 4 &nbsp; 5</description>",
        "<description>if a <b then</description>", "<description><![CDATA[\u{1} x]]></description>",
        "<!-- a -- b <item><link>/no</link></item> -->", "<description>&#xFFFF;</description>", "</link>",
        "<description>a \u{FFFF}</description>",
    ])
    func `an item that is broken behind its link is kept, and so are those behind it`(broken: String) throws {
        let found = try #require(try feed(rss(item("a"), item("b", broken), item("c"))))
        #expect(found.links == three)
        #expect(found.entries.map(\.title) == ["a", "b", "c"])
        #expect(found.damage != nil)
    }

    @Test func `a break in each item costs none of them`() throws {
        let items = (0..<500).map { item("\($0)", "<description><p>x<br>y</p></description>") }
        let found = try #require(try feed(rss(items.joined())))
        #expect(found.links == (0..<500).map { "https://news.example/\($0)" })
    }

    @Test(arguments: [
        "<item id=7>", "<item id='7' id='8'>", "<item a&b>",
    ])
    func `an item whose own tag is broken is read without its attributes`(tag: String) throws {
        let broken = item("b").replacing("<item>", with: tag)
        #expect(try feed(rss(item("a"), broken, item("c")))?.links == three)
        #expect(try feed(rss(broken, item("c")))?.links == Array(three.dropFirst()))
        #expect(try feed(rss(broken, broken, item("c")))?.links == [three[1], three[1], three[2]])
    }

    @Test func `a root whose own tag is broken is read without its attributes`() throws {
        let text =
            "<?xml version='1.0'?><urlset xmlns=http://www.sitemaps.org/schemas/sitemap/0.9>"
            + "<url><loc>https://news.example/a</loc></url><url><loc>https://news.example/b</loc></url></urlset>"
        let found = try #require(try feed(text))
        #expect(found.kind == .urlset)
        #expect(found.links == Array(three.prefix(2)))
    }

    @Test func `elements around the items count behind an error as before it`() throws {
        let text = """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="/section/">
            <a:entry><a:link href="one"/><a:summary>a</b></a:summary></a:entry>
            <a:entry><a:link href="two"/></a:entry><entry><link href="three"/></entry></a:feed>
            """
        let links = ["one", "two", "three"].map { "https://news.example/section/\($0)" }
        #expect(try feed(text)?.links == links)
        let both = "<urlset><url><loc>/a</loc></url></urlset><urlset><url><loc>/b</loc></url></urlset>"
        #expect(try feed(both)?.links == Array(three.prefix(2)))
    }

    @Test func `an address that an error cuts is left out, and one that a wrong tag ends is kept`() throws {
        let cut = "<urlset><url><loc>https://news.example/a<x y></loc></url><url><loc>/c</loc></url></urlset>"
        #expect(try feed(cut)?.links == [three[2]])
        let ended = "<urlset><url><loc>https://news.example/a</url><url><loc>/c</loc></url></urlset>"
        #expect(try feed(ended)?.links == [three[0], three[2]])
    }

    @Test(arguments: [
        "\u{FEFF}\u{FEFF}", "Warning: foo() in /srv/x.php on line 3\n",
        "<br />\n<b>Notice</b>: x in <b>y</b> on line 3<br />\n",
        "\n\u{200B}", "<?xml version='1.0'?>\n", "<!-- x -- y -->",
    ])
    func `text before the XML is passed over and told`(preamble: String) throws {
        let found = try #require(try feed(preamble + rss(item("a"), item("b"), item("c"))))
        #expect(found.kind == .rss)
        #expect(found.links == three)
        #expect(found.damage != nil)
        let prefixed = "<s:urlset xmlns:s='x'><s:url><s:loc>/a</s:loc></s:url></s:urlset>"
        #expect(try feed("oops <?xml version='1.0'?>" + prefixed)?.links == [three[0]])
    }

    @Test(arguments: [
        "<!DOCTYPE html><title>Feeds</title><pre>", "oops <html><pre>", "<p class=x><body class=y>",
        String(repeating: "words ", count: 2000), "<p>",
    ])
    func `a page that shows a feed is none`(preamble: String) throws {
        let broken = preamble == "<p>" ? "<rssx>" : rss(item("a"))
        #expect(try feed(preamble + broken) == nil)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<item><?xml ", "<item><![CDATA[ ", "<item><!-- ", "<item a='", "<item><link>&x;", "<item b=1>",
            "<item ",
            "<item></x>", "<item><a b='1' b='2'>", "<?xml <item>", "<item><item></x>", "<<item>",
            "\u{1}<item>",
        ])
    func `errors without end are read in bounded time`(piece: String) throws {
        let text = "<rss><channel></x>" + String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        for end in ["", "?>-->]]>'>"] {
            _ = try feed(text + end + item("a") + "</channel></rss>")
        }
    }

    @Test func `random changes never take an item's address apart`() throws {
        var state: UInt64 = 11
        let letters = Array("<>&;'\"/![]-?x= \u{1}".utf8)
        let text = rss(item("a", "<description><p>x<br>y</p></description>"), item("b"), item("c"))
        for _ in 0..<1500 {
            var bytes = Array(text.utf8)
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = letters[Int(state >> 20 & 0xFFF) % letters.count]
            }
            let found = try feed(bytes)
            #expect((found?.entries.count ?? 0) <= 4)
        }
    }
}
