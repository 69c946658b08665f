import HTMLTree
import Testing
import WebURLs

@testable import Pages

struct SiteHintTests {
    private static let address = "https://www.courier.example/news/ferry-pier-opens-again-50112"

    /// A story whose text stands in a list of links' clothing, with a line and a block that no rule of ours could know.
    private static let page = """
        <!DOCTYPE html><html lang="en"><head><title>Ferry pier opens again</title>
        <meta property="article:published_time" content="2025-03-01T08:00:00Z"></head><body>
        <nav><ul><li><a href="/news/">News</a></li></ul></nav>
        <main><h1>Ferry pier opens again</h1><p class="when">Sent to press on 3 March 2025</p>
        <div class="teasers" id="mainstory"><p>\(StoryPage.paragraphs[0])</p><p>\(StoryPage.paragraphs[1])</p>
        <div class="gift"><p>This reporting was paid for by people who live on the island, and each of them gave what they could.
        <a href="/news/our-donors-of-the-year-50001">Our donors of the year</a></p></div>
        <p>\(StoryPage.paragraphs[2])</p><p>\(StoryPage.paragraphs[3])</p><p class="sig">(kb)</p></div>
        <div class="tail"><p>The editors of the paper meet every Tuesday in the old school, and readers may come and listen.</p></div>
        <div class="x7"><p><a href="/news/barge-owner-goes-to-court-50020">Barge owner goes to court</a></p>
        <p><a href="/news/barge-owner-goes-to-court-50020#comments">12 voices</a></p>
        <p><a href="/tides/">Tides of the week</a></p></div>
        <div class="related-stories"><h2>Related stories</h2><ul>
        <li><a href="/news/harbour-dredging-begins-in-spring-50090">Harbour dredging begins in spring</a></li>
        <li><a href="/news/ferry-company-buys-a-second-ship-50081">Ferry company buys a second ship</a></li></ul></div>
        </main><footer><p>Copyright 2025 The Bay Courier.</p></footer></body></html>
        """

    private func read(
        _ rules: KeyValuePairs<SiteHint.Rule, String>, hosts: [String] = ["www.courier.example"]
    ) throws -> Page {
        var hint = SiteHint(name: "courier.yaml")
        for (rule, selector) in rules { try hint.add(rule, selector) }
        var hints = SiteHints()
        try hints.add(hint, hosts: hosts)
        return PageReader(hints: hints).read(
            payload: Array(Self.page.utf8), head: nil, at: WebURL(Self.address))
    }

    private func related(_ page: Page) -> [String] {
        page.outlinks.filter { $0.role == .related }.map { String($0.url.path.dropFirst("/news/".count)) }
    }

    private var plain: Page {
        PageReader().read(payload: Array(Self.page.utf8), head: nil, at: WebURL(Self.address))
    }

    @Test func `the body is all that stands inside, and nothing else`() throws {
        let page = try read([.body: "#mainstory"])
        let text = page.article?.text ?? ""
        for paragraph in StoryPage.paragraphs[..<4] { #expect(text.contains(paragraph)) }
        #expect(text.contains("(kb)") && text.contains("paid for by people"))
        #expect(!text.contains("meet every Tuesday") && !text.contains("Sent to press"))
        #expect(page.remarks == ["read with the site hints of courier.yaml"])
    }

    @Test func `a body in an element that makes no blocks is the block around it`() throws {
        let html = "<body><p>One line of text.</p><p><span class=b>The other line of text</span></p></body>"
        var hint = SiteHint(name: "h")
        try hint.add(.body, "span.b")
        var hints = SiteHints()
        try hints.add(hint, hosts: ["www.courier.example"])
        let page = PageReader(hints: hints).read(
            payload: Array(html.utf8), head: nil, at: WebURL(Self.address))
        #expect(page.article?.text == "The other line of text")
    }

    @Test func `what is dropped is left out, even inside the body`() throws {
        let text = try read([.body: "#mainstory", .drop: ".gift", .drop: ".sig"]).article?.text ?? ""
        #expect(text == StoryPage.paragraphs[..<4].joined(separator: "\n\n"))
        let alone = try read([.drop: ".gift"]).article?.text ?? ""
        #expect(plain.article?.text.contains("paid for by people") == true)
        #expect(!alone.contains("paid for by people") && alone.contains(StoryPage.paragraphs[3]))
    }

    @Test func `the related links are those of the related block and no others`() throws {
        #expect(
            related(plain) == [
                "harbour-dredging-begins-in-spring-50090", "ferry-company-buys-a-second-ship-50081",
            ])
        let page = try read([.related: ".x7"])
        #expect(
            page.outlinks.filter { $0.role == .related }.map(\.url.path)
                == [
                    "/news/barge-owner-goes-to-court-50020", "/news/barge-owner-goes-to-court-50020",
                    "/tides/",
                ])
        #expect(page.outlinks.count == plain.outlinks.count)
        #expect(page.article?.text.contains("Barge owner") == false)
        let one = try read([.related: ".x7 a[href^='/news/']"])
        #expect(Set(related(one)) == ["barge-owner-goes-to-court-50020"])
    }

    @Test func `links of what is dropped are not related`() throws {
        #expect(related(try read([.drop: ".related-stories li"])).isEmpty)
        let both = try read([.related: "main", .drop: ".gift, .x7, #mainstory"])
        #expect(
            related(both) == [
                "harbour-dredging-begins-in-spring-50090", "ferry-company-buys-a-second-ship-50081",
            ])
    }

    @Test func `the dateline says when the story was published`() throws {
        #expect(plain.article?.published == "2025-03-01T08:00:00Z")
        let page = try read([.dateline: "p.when"])
        #expect(page.article?.published == "2025-03-03")
        #expect(page.article?.text.contains("Sent to press") == false)
        #expect(try read([.dateline: "h1"]).article?.published == "2025-03-01T08:00:00Z")
    }

    @Test(arguments: [
        (
            "<time class=d datetime='2024-05-06T07:08:09+02:00'>Monday</time>", "2024-05-06T07:08:09+02:00",
            nil
        ),
        ("<p class=d>By A. Writer <time datetime=2024-05-06>yesterday</time></p>", "2024-05-06", nil),
        ("<p class=d>6 May 2024, updated 7 May 2024</p>", "2024-05-06", "2024-05-07"),
        ("<p class=d>Updated 7 May 2024</p><p class=d>6 May 2024</p>", "2024-05-06", "2024-05-07"),
        ("<p class=d>yesterday</p>", nil, nil),
    ])
    func `a dateline is read by its attribute or its text`(
        dateline: String, published: String?, modified: String?
    )
        throws
    {
        let html = "<html lang=en-GB><body>\(dateline)<p>\(StoryPage.paragraphs[0])</p></body></html>"
        let document = HTMLDocument(parsing: Array(html.utf8))
        var hint = SiteHint(name: "h")
        try hint.add(.dateline, ".d")
        var metadata = PageMetadata()
        metadata.language = "en-GB"
        HintedPage(hint, document).correct(&metadata)
        #expect(metadata.published == published)
        #expect(metadata.modified == modified)
    }

    @Test func `a rule that finds nothing changes nothing`() throws {
        let page = try read([.body: ".gone", .related: ".gone", .dateline: ".gone", .drop: ".gone"])
        #expect(page.article == plain.article)
        #expect(page.outlinks == plain.outlinks)
        #expect(page.remarks.isEmpty)
        let other = try read([.body: ".tail"], hosts: ["courier.example", "*.www.courier.example"])
        #expect(other.article == plain.article && other.remarks.isEmpty)
    }

    @Test func `a page without an address is known by its canonical link or its og:url`() throws {
        var hint = SiteHint(name: "h")
        try hint.add(.body, ".tail")
        var hints = SiteHints()
        try hints.add(hint, hosts: ["*.courier.example"])
        for link in [
            "<link rel=canonical href='\(Self.address)'>", "<meta property=og:url content='\(Self.address)'>",
        ] {
            let html = Self.page.replacing("</head>", with: link + "</head>")
            let page = PageReader(hints: hints).read(payload: Array(html.utf8), head: nil, at: nil)
            #expect(page.article?.text.hasPrefix("The editors of the paper meet") == true)
        }
        let page = PageReader(hints: hints).read(payload: Array(Self.page.utf8), head: nil, at: nil)
        #expect(page.remarks.isEmpty)
    }

    @Test func `the nearest host wins`() throws {
        var hints = SiteHints()
        for hosts in [["a.example"], ["*.a.example", "b.example"], ["*.c.a.example"], ["x.c.a.example"]] {
            try hints.add(SiteHint(name: hosts[0]), hosts: hosts)
        }
        let names = [
            "a.example", "d.a.example", "c.a.example", "y.c.a.example", "x.c.a.example", "b.example",
            "d.b.example",
        ]
        .map { hints.hint(for: $0)?.name }
        #expect(
            names == [
                "a.example", "*.a.example", "*.a.example", "*.c.a.example", "x.c.a.example", "*.a.example",
                nil,
            ])
        #expect(hints.hostCount == 5)
        let error = #expect(throws: SiteHints.Repeated.self) {
            try hints.add(SiteHint(name: "again"), hosts: ["z.example", "*.a.example"])
        }
        #expect(error?.host == "*.a.example" && error?.name == "*.a.example")
        #expect(hints.hint(for: "z.example") == nil)
        var others = SiteHints()
        try others.add(SiteHint(name: "own"), hosts: ["a.example", "z.example"])
        others.fill(from: hints)
        #expect(
            ["a.example", "z.example", "b.example"].map { others.hint(for: $0)?.name } == [
                "own", "own", "*.a.example",
            ])
    }
}
