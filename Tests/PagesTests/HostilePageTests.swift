import HTMLTree
import Pages
import Testing
import WebURLs

/// Pages that nobody should write, and pages that come broken: each is read, and what comes of it keeps to its limits.
@Suite struct HostilePageTests {
    private let address = WebURL(StoryPage.address)

    private func read(_ html: String) -> Page { read(Array(html.utf8)) }
    private func read(_ bytes: [UInt8]) -> Page { PageReader().read(payload: bytes, head: nil, at: address) }

    /// A page with one of everything that the reader looks at.
    private static let rich = StoryPage(
        head: """
            <base href="/news/"><link rel="canonical" href="/c"><meta name="robots" content="noarchive">
            <script type="application/ld+json">{"@type":"NewsArticle","author":"Ä Ö","datePublished":"2025-03-04"}</script>
            """,
        middle: """
            <h2>Costs</h2><ul><li>Piles</li></ul><blockquote>&quot;x&quot;</blockquote><table><tr><th>a</th><th>b</th></tr>
            <tr><td>1</td><td>2</td></tr></table><pre>x &lt; y</pre><p>關於 <a href="a?b=ü">Über</a> <b>é</b>&nbsp;😀</p>
            """,
        after:
            "<section><h2>Related</h2><a href=/news/a-story-about-something-else-123><img src=i alt=x></a></section>"
    ).html

    @Test func `every prefix of a page is read`() {
        let bytes = Array(Self.rich.utf8)
        for length in stride(from: 0, through: bytes.count, by: 7) {
            let page = read(Array(bytes.prefix(length)))
            #expect(page.outlinks.count <= 6)
        }
    }

    @Test func `a page with any byte damaged is read`() {
        let bytes = Array(Self.rich.utf8)
        for place in stride(from: 0, to: bytes.count, by: 23) {
            for byte: UInt8 in [0x00, 0x3C, 0xFF] {
                var damaged = bytes
                damaged[place] = byte
                _ = read(damaged)
            }
        }
    }

    @Test func `random bytes are read`() {
        var state: UInt64 = 11
        for length in [1, 2, 3, 100, 4_096, 200_000] {
            _ = read(
                (0..<length).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: state >> 33)
                })
        }
    }

    @Test(arguments: [
        "<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<font>", "<p><span>", "<svg>",
        "<template>",
        "<select>", "<form>", "<h1>", "<pre>", "<ol><li>", "<dl><dd>", "<math><mi>", "<object>", "<noscript>",
        "<details><summary>", "<button>", "<div class='related article-body'>", "</p>", "<b><p>",
        "<frameset>",
        "<nobr><table>",
    ])
    func `ten thousand open elements are read`(piece: String) {
        let page = read("<p>before</p>" + String(repeating: piece, count: 10_000) + "<p>inside")
        #expect(page.outlinks.isEmpty)
    }

    @Test(arguments: [
        ("<p class='", "related ", 200_000, "'>x"), ("<p ", "a=b ", 100_000, ">x"),
        ("<a href='/", "x", 1_000_000, "'>x</a>"), ("<img srcset='", "a 1x,", 100_000, "'>"),
        ("<meta name=robots content='", "noindex,", 100_000, "'>"),
        ("<meta name=description content='", "word ", 200_000, "'>"),
        ("<title>", "word ", 200_000, "</title><h1>word</h1>"),
        ("<script type='application/ld+json'>", "[{\"author\":", 100_000, "</script>"),
        ("<p>", "x", 2_000_000, ""), ("<p>", "a. ", 300_000, ""), ("<h1>", "By Jane Doe, ", 50_000, "</h1>"),
        ("<p>", "a<br>", 5_000, ""), ("<p>", "&amp;", 300_000, ""), ("<!--", "-", 2_000_000, ""),
    ])
    func `one enormous thing on a page is read`(start: String, piece: String, count: Int, end: String) {
        let html = start + String(repeating: piece, count: count) + end
        let page = read(html)
        for block in page.article?.blocks ?? [] { #expect(block.text.utf8.count <= html.utf8.count) }
        for link in page.outlinks { #expect(link.text.utf8.count <= OutlinkCollector.maximumTextBytes) }
    }

    private func links(_ count: Int) -> String {
        let links = (0..<count).map { "<a href=/news/story-about-number-\($0)>Story about number \($0)</a>" }
        return "<ul><li>" + links.joined(separator: "<li>")
    }

    @Test func `a page of a hundred thousand links has them all`() {
        let document = HTMLDocument(parsing: Array(links(100_000).utf8))
        #expect(OutlinkCollector.collect(from: document, url: address).links.count == 100_000)
    }

    @Test func `links beyond the limit are left out, and the page says so`() {
        let limit = OutlinkCollector.maximumLinks
        let page = read(String(repeating: "<a href=b>c</a>", count: limit + 10))
        #expect(page.outlinks.count == limit)
        #expect(page.remarks.count == 1)
    }

    @Test(arguments: ["<a href=b>c</a>", "<img src=%d>"])
    func `a long base does not make gigabytes of short references`(reference: String) {
        let references = (0..<10_000).map { reference.replacing("%d", with: "\($0)") }.joined()
        let html = "<base href='/" + String(repeating: "x", count: 60_000) + "/'>" + references
        let page = read(html)
        let most = OutlinkCollector.maximumAddressBytes(ofPageBytes: html.utf8.count)
        let urls = page.outlinks.map(\.url) + page.requisites
        let bytes = urls.reduce(0) { $0 + $1.href.utf8.count }
        #expect(bytes <= most)
        #expect(bytes > most - 61_000)
        #expect(page.remarks.count == 1)
    }

    @Test func `a page of thousands of links is read`() {
        let page = read(links(4_000))
        #expect(page.outlinks.count == 4_000)
        #expect(page.outlinks.last?.url.href == "https://courier.example/news/story-about-number-3999")
    }

    @Test func `a page of nothing but tables is read`() {
        let row = "<tr>" + String(repeating: "<td>12<td><a href=/x>34</a>", count: 10)
        let page = read(String(repeating: "<table>" + String(repeating: row, count: 20), count: 5))
        #expect(page.outlinks.count == 1_000)
        _ = read(
            String(repeating: "<table><tr><td>", count: 2_000) + "text"
                + String(repeating: "</table>", count: 2_000))
    }

    @Test func `a page over the limit is not read and a remark says so`() {
        let page = read([UInt8](repeating: 0x61, count: DecodedPage.maximumPageBytes + 1))
        #expect(page.article == nil)
        #expect(page.remarks.count == 1)
    }

    @Test func `the same page gives the same answer in one task and in many`() async {
        let pages = PageCase.all
        let alone = pages.map { Answer($0.read()) }
        await withTaskGroup { group in
            for round in 0..<4 {
                for index in pages.indices {
                    let place = (index * 7 + round) % pages.count
                    group.addTask { (place, Answer(pages[place].read())) }
                }
            }
            for await (place, answer) in group { #expect(answer == alone[place], "\(pages[place].name)") }
        }
    }

    /// Everything of a page that can be compared.
    private struct Answer: Equatable {
        let article: Article?
        let outlinks: [Outlink]
        let facts: [String]

        init(_ page: Page) {
            article = page.article
            outlinks = page.outlinks
            facts =
                [page.url?.href, page.encoding, page.canonical?.href, page.refresh?.href].map { $0 ?? "" }
                + page.remarks
                + page.requisites.map(\.href)
        }
    }
}
