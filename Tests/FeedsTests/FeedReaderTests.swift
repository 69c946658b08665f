import FoundationEssentials
import Testing
import WebURLs

@testable import Feeds

/// The feed in a text fetched from https://news.example/feeds/all.xml.
func feed(
    _ text: String, contentType: String? = nil, limits: FeedLimits = FeedLimits()
) throws -> Feed? {
    try feed(Array(text.utf8), contentType: contentType, limits: limits)
}

func feed(
    _ bytes: [UInt8], contentType: String? = nil, limits: FeedLimits = FeedLimits()
) throws -> Feed? {
    let url = try #require(WebURL("https://news.example/feeds/all.xml"))
    return FeedReader.read(bytes, url: url, contentType: contentType, limits: limits)
}

extension Feed {
    var links: [String] { entries.map(\.url.href) }
}

struct FeedReaderTests {
    private let small =
        "<urlset><url><loc>https://news.example/a</loc></url><url><loc>/b</loc></url></urlset>"

    @Test func `a sitemap gives pages, dates and the headlines of news`() throws {
        let found = try #require(
            try feed(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
                    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                <url><loc> https://news.example/a?x=1&amp;y=2
                </loc><lastmod>2026-11-01</lastmod><image:image>
                <image:loc>https://news.example/a.jpg</image:loc>
                <image:title>Picture</image:title></image:image></url>
                <url><loc><![CDATA[https://news.example/b]]></loc><news:news>
                <news:publication><news:name>Example</news:name></news:publication>
                <news:publication_date>2026-11-01T00:00:00Z</news:publication_date>
                <news:title>Bridge &amp; harbour</news:title></news:news></url>
                <url><loc>ftp://news.example/c</loc></url><url/>
                </urlset>
                """))
        #expect(found.kind == .urlset && found.damage == nil)
        #expect(found.links == ["https://news.example/a?x=1&y=2", "https://news.example/b"])
        #expect(found.entries.map(\.title) == [nil, "Bridge & harbour"])
        let day = Date(timeIntervalSince1970: 1_793_491_200)
        #expect(found.entries.map(\.lastModified) == [day, day])
    }

    @Test(arguments: [
        "<s:urlset xmlns:s='x'><s:url><s:loc>https://news.example/a</s:loc></s:url></s:urlset>",
        "\n\n <?xml version='1.0'?><urlset><url><loc>https://news.example/a</loc></url></urlset>",
        "\u{FEFF}<urlset><url><x:loc>/no</x:loc><loc>https://news.example/a</loc></url></urlset>",
        "<urlset><url>https://news.example/a</url></urlset>",
        "<urlset><url><loc>https://news.example/a</loc></url></urlset>junk",
        "<?xml version='1.0' encoding='l1'?><urlset><url><loc>https://news.example/a</loc></url></urlset>",
    ])
    func `sitemaps of odd servers are read`(text: String) throws {
        #expect(try feed(text)?.links == ["https://news.example/a"])
    }

    @Test func `a list of sitemaps gives sitemaps with their dates`() throws {
        let found = try #require(
            try feed(
                """
                <sitemapindex><sitemap><loc>https://news.example/1.xml</loc><lastmod>2026-11-01</lastmod>
                <loc>https://news.example/2.xml</loc></sitemap></sitemapindex>
                """))
        #expect(found.kind == .sitemapindex)
        #expect(found.links == ["https://news.example/1.xml", "https://news.example/2.xml"])
        #expect(found.entries.first?.lastModified != nil)
    }

    @Test func `RSS gives the links of its items`() throws {
        let found = try #require(
            try feed(
                """
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>
                <link>https://news.example/</link><atom:link rel="self" href="https://news.example/rss"/>
                <item><title> One </title><link>/one</link><pubDate>Sun, 01 Nov 2026 00:00:00 GMT</pubDate>
                <media:title>no</media:title></item>
                <item><guid>https://news.example/two</guid><dc:date>2026-11-01T00:00:00Z</dc:date></item>
                <item><guid isPermaLink="false">https://news.example/not</guid></item>
                <item><guid>tag:three</guid><atom:link href="https://news.example/three"/></item>
                <item><link>mailto:editor@news.example</link></item>
                </channel></rss>
                """))
        #expect(found.kind == .rss && found.damage == nil)
        #expect(
            found.links == [
                "https://news.example/one", "https://news.example/two", "https://news.example/three",
            ])
        #expect(found.entries.map(\.title) == ["One", nil, nil])
        #expect(found.entries[0].lastModified == found.entries[1].lastModified)
        #expect(found.entries[0].lastModified == Date(timeIntervalSince1970: 1_793_491_200))
    }

    @Test(arguments: ["IST", "AEST", "XYZ", "A", "-0000", "+0000"])
    func `a zone of letters that nobody knows is UTC in a feed`(zone: String) throws {
        let date = "Sun, 01 Nov 2026 00:00:00 \(zone)"
        let found = try feed(
            "<rss><channel><item><link>/a</link><pubDate>\(date)</pubDate></item></channel></rss>")
        #expect(found?.entries.first?.lastModified == Date(timeIntervalSince1970: 1_793_491_200))
    }

    @Test(arguments: [
        "Sun, 01 Nov 2026 01:00:00 PM", "Sun, 01 Nov 2026 yesterday", "Sun, 01 Nov 2026 00:00 o'clock",
    ])
    func `a date with other words is none`(date: String) throws {
        let found = try feed(
            "<rss><channel><item><link>/a</link><pubDate>\(date)</pubDate></item></channel></rss>")
        #expect(found?.links == ["https://news.example/a"])
        #expect(found?.entries.first?.lastModified == nil)
    }

    @Test func `RSS 1.0 gives items beside the channel`() throws {
        let found = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel rdf:about="https://news.example/"><link>https://news.example/</link></channel>
            <item rdf:about="https://news.example/about"/>
            <item rdf:about="urn:x"><link>https://news.example/link</link></item></rdf:RDF>
            """)
        #expect(found?.links == ["https://news.example/about", "https://news.example/link"])
    }

    @Test func `Atom gives alternate links, resolved against xml base`() throws {
        let found = try #require(
            try feed(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/section/">
                <link href="https://news.example/"/>
                <entry><link rel="self" href="/self"/>
                <link rel="alternate" type="application/pdf" href="/pdf"/>
                <link type="text/html" href="one"/><title type="html">A &lt;b&gt;</title>
                <published>2026-10-01T00:00:00Z</published><updated>2026-11-01T00:00:00Z</updated></entry>
                <entry xml:base="sub/"><link href="two"/></entry>
                <entry><id>https://news.example/three</id></entry><entry><id>tag:four</id></entry>
                </feed>
                """))
        #expect(found.kind == .atom)
        #expect(
            found.links == [
                "https://news.example/section/one", "https://news.example/section/sub/two",
                "https://news.example/three",
            ])
        #expect(found.entries[0].title == "A <b>")
        #expect(found.entries[0].lastModified == Date(timeIntervalSince1970: 1_793_491_200))
    }

    @Test func `Atom's relations may be spelled out, and content may lie elsewhere`() throws {
        let found = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom">
            <entry><link rel="http://www.iana.org/assignments/relation/self" href="/self"/>
            <link rel="http://www.iana.org/assignments/relation/alternate" href="/one"/></entry>
            <entry><id>https://news.example/id</id><content src="/two" type="text/html"/></entry>
            <entry><content src="/no"/><link rel="alternate" type="application/pdf" href="/three"/></entry>
            <entry><id>https://news.example/four</id><content>text</content></entry>
            </feed>
            """)
        #expect(found?.links == ["one", "two", "three", "four"].map { "https://news.example/\($0)" })
    }

    @Test func `a text file gives one URL a line`() throws {
        let found = try feed("\u{FEFF}https://news.example/a \r\n\r\nhttps://news.example/b\nnonsense\n")
        #expect(found?.kind == .text)
        #expect(found?.links == ["https://news.example/a", "https://news.example/b"])
    }

    @Test(arguments: [
        "", " \n", "this is no list\nhttps://news.example/a\nof links", "<html><a href='/x'>x</a></html>",
        "{}", "<", "<!-- -->",
        "<!DOCTYPE html><p>x",
    ])
    func `what is no feed is none`(text: String) throws {
        #expect(try feed(text) == nil)
    }

    @Test func `a page declared as HTML is no list of URLs`() throws {
        #expect(try feed("https://news.example/a", contentType: "text/html; charset=utf-8") == nil)
    }

    @Test func `bytes in another encoding are decoded`() throws {
        let head = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><link>/a</link><title>"
        let bytes =
            Array(head.utf8) + [0xCC, 0xEE, 0xF1, 0xF2] + Array("</title></item></channel></rss>".utf8)
        #expect(try feed(bytes)?.entries.first?.title == "Мост")
        let wide: [UInt8] = small.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        #expect(try feed([0xFF, 0xFE] + wide)?.links.count == 2)
    }

    @Test func `nothing is read from elsewhere`() throws {
        let found = try feed(
            """
            <!DOCTYPE urlset [<!ENTITY host SYSTEM "file:///etc/hostname">]>
            <urlset><url><loc>https://news.example/a</loc></url>
            <url><loc>https://news.example/&host;</loc></url></urlset>
            """)
        #expect(
            found?.links.contains { $0 != "https://news.example/a" && $0 != "https://news.example/" } == false
        )
    }
}
