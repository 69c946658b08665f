import HTMLTree
import HTTPMessages
import Pages
import Testing
import WebURLs

struct OutlinkCollectorTests {
    private let address = "https://news.example/world/story.html"

    private func collect(_ html: String, at url: String? = "https://news.example/world/story.html")
        -> CollectedLinks
    {
        OutlinkCollector.collect(
            from: HTMLDocument(parsing: Array(html.utf8)), url: url.flatMap { WebURL($0) })
    }

    private func urls(_ html: String, at url: String? = "https://news.example/world/story.html") -> [String] {
        collect(html, at: url).links.map(\.url.href)
    }

    @Test func `links stand in document order with repeats and fragments`() {
        let html = "<a href=b>1</a><map><area href=/c#x></map><a href='b'>2</a><a name=d>3</a>"
        #expect(
            urls(html) == [
                "https://news.example/world/b", "https://news.example/c#x", "https://news.example/world/b",
            ])
        #expect(collect(html).links.map(\.context) == ["a/@href", "area/@href", "a/@href"])
    }

    @Test(arguments: [
        "<template><a href=/x>1</a></template>", "<!-- <a href=/x>1</a> -->",
        "<script>'<a href=/x>'</script>",
        "<svg><a href=/x>1</a></svg>", "<textarea><a href=/x></textarea>",
        "<a href='mailto:x@news.example'>1</a>",
        "<a href='javascript:void(0)'>1</a>", "<a href='https://[bad'>1</a>", "<style><a href=/x></style>",
    ])
    func `what leads nowhere is no link`(html: String) {
        #expect(urls(html).isEmpty)
    }

    @Test func `links inside noscript count`() {
        #expect(urls("<noscript><a href=/x>1</a></noscript>") == ["https://news.example/x"])
    }

    @Test(arguments: [
        ("<base href=/b/>", "https://news.example/b/x"),
        ("<base target=t><base href=https://two.example/q/>", "https://two.example/q/x"),
        ("<base href=/b/><base href=/c/>", "https://news.example/b/x"),
        ("<base href='https://[bad'>", "https://news.example/world/x"),
        ("<base href='data:text/html,x'>", "https://news.example/world/x"),
        ("<base href='javascript:1'>", "https://news.example/world/x"),
        ("<template><base href=/b/></template>", "https://news.example/world/x"),
    ])
    func `the first base with an address counts, also for links before it`(base: String, expected: String) {
        #expect(urls(base + "<a href=x>1</a>") == [expected])
        #expect(urls("<body><a href=x>1</a>" + base) == [expected])
    }

    @Test func `a base of another scheme leaves absolute links only`() {
        #expect(
            urls("<base href='ftp://files.example/'><a href=x>1</a><a href=http://a.example/>2</a>") == [
                "http://a.example/"
            ])
    }

    @Test func `a page without address has absolute links only`() {
        #expect(urls("<a href=x>1</a><a href=http://a.example/>2</a>", at: nil) == ["http://a.example/"])
    }

    @Test(arguments: [
        ("<a href=x> One \n two&nbsp; </a>", "One two"),
        ("<a href=x><h3>Title</h3><p>Text</p></a>", "Title Text"),
        ("<a href=x>B<b>ol</b>d</a>", "Bold"),
        ("<a href=x>One<br>two<script>three</script></a>", "One two"),
        ("<a href=x><img src=i alt=' A  picture '></a>", "A picture"),
        ("<a href=x aria-label=Label><img src=i alt=Alt></a>", "Label"),
        ("<a href=x title=Title><img src=i></a>", "Title"),
        ("<a href=x><svg><title>Logo</title><path/></svg></a>", "Logo"),
        ("<a href=x></a>", ""),
        ("<map><area href=x alt=Region></map>", "Region"),
    ])
    func `the text of a link is what readers are shown`(html: String, text: String) {
        #expect(collect(html).links.map(\.text) == [text])
    }

    @Test func `a long link text is cut at a character`() throws {
        let text = try #require(
            collect("<a href=x>" + String(repeating: "é", count: 5_000) + "</a>").links.first?.text)
        #expect(text.utf8.count <= OutlinkCollector.maximumTextBytes)
        #expect(text.allSatisfy { $0 == "é" })
    }

    @Test(arguments: ["nofollow", "external NOFOLLOW", "ugc", "sponsored noopener"])
    func `links the page does not vouch for are marked`(rel: String) {
        #expect(collect("<a href=x rel='\(rel)'>1</a>").links.map(\.isNoFollow) == [true])
        #expect(collect("<a href=x rel='noopener'>1</a>").links.map(\.isNoFollow) == [false])
    }

    @Test(arguments: [
        ("<link rel=canonical href=/c>", "https://news.example/c"),
        (
            "<link rel=canonical href=''><link rel='alternate CANONICAL' href=' /d '>",
            "https://news.example/d"
        ),
        ("<link rel=canonical href=/1><link rel=canonical href=/2>", "https://news.example/1"),
        ("<link rel=canonical href=mailto:x>", nil),
        ("<template><link rel=canonical href=/c></template>", nil),
    ])
    func `the canonical link is the first that can be resolved`(html: String, expected: String?) {
        #expect(collect(html).canonical?.href == expected)
    }

    @Test(arguments: [
        ("0; url=/next", 0, "https://news.example/next"),
        ("5;URL='https://two.example/'", 5, "https://two.example/"),
        ("300", 300, "https://news.example/world/story.html"),
    ])
    func `a meta refresh has a delay and a target`(content: String, delay: Int, target: String) throws {
        let refresh = try #require(collect("<meta http-equiv=Refresh content=\"\(content)\">").refresh)
        #expect(refresh.delay == delay)
        #expect(refresh.url.href == target)
    }

    @Test func `robots meta elements for all and for us add up`() {
        let html =
            "<meta name=ROBOTS content=noindex><meta name=newshound content=nofollow><meta name=other content=noarchive>"
        let directives = collect(html).directives
        #expect(!directives.index)
        #expect(!directives.follow)
        #expect(directives.archive)
    }

    @Test func `requisites are the pictures and style sheets, each once`() {
        let html = """
            <link rel=stylesheet href=/s.css><link rel='shortcut icon' href=/i.ico><link rel=preload href=/p.js>
            <img src=a.jpg srcset='a.jpg 1x, b.jpg 2x'><picture><source srcset=c.webp><img src=a.jpg#f></picture>
            <video poster=p.jpg src=v.mp4><source src=w.mp4></video><script src=/x.js></script><img src=data:,x>
            <input type=image src=go.gif>
            """
        let names = collect(html).requisites.map { $0.href.replacing("https://news.example/", with: "") }
        #expect(
            names == [
                "s.css", "i.ico", "world/a.jpg", "world/b.jpg", "world/c.webp", "world/p.jpg", "world/go.gif",
            ])
    }

    @Test func `the query of a link is in the page's encoding`() {
        let document = HTMLDocument(parsing: Array("<a href='/s?q=ä#ä'>1</a><a href=/t?q=a>2</a>".utf8))
        let links = OutlinkCollector.collect(
            from: document, url: WebURL(address),
            queryEncoding: { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } })
        #expect(
            links.links.map(\.url.href) == [
                "https://news.example/s?q=%E4#%C3%A4", "https://news.example/t?q=a",
            ])
    }

    @Test func `links inside links end and keep their own text`() {
        let depth = 600
        let html = String(repeating: "<a href=x>o<object>", count: depth)
        let links = collect(html).links
        #expect(links.count == depth)
        #expect(links.last?.text == "o")
    }

    @Test func `every prefix of a page is read`() {
        let html =
            "<base href=/b/><a href='x?ä' rel=ugc title=t><img srcset='a 1x' alt=b></a><meta http-equiv=refresh content='1;url=q'>"
        let bytes = Array(html.utf8)
        for length in 0...bytes.count {
            _ = OutlinkCollector.collect(
                from: HTMLDocument(parsing: Array(bytes.prefix(length))), url: WebURL(address))
        }
    }
}
