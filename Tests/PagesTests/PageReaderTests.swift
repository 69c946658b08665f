import HTTPMessages
import Pages
import Testing
import WebURLs

struct PageReaderTests {
    private let address = WebURL("https://courier.example/news/story-50112")

    private func read(_ html: String, _ fields: String..., at url: WebURL? = nil) -> Page {
        let head = HTTPHead(Array("HTTP/1.1 200 OK\r\n\(fields.map { $0 + "\r\n" }.joined())\r\n".utf8))
        return PageReader().read(payload: Array(html.utf8), head: head, at: url ?? address)
    }

    @Test(arguments: [
        ("<meta name=robots content=noindex>", false, true, true),
        ("<meta name=Robots content='NOINDEX, NOFOLLOW'>", false, false, true),
        ("<meta name=robots content=none>", false, false, true),
        ("<meta name=newshound content=noarchive>", true, true, false),
        ("<meta name=otherbot content='noindex, nofollow'>", true, true, true),
        ("<meta name=robots content='index, follow'>", true, true, true),
        ("<meta name=robots content=noindex><meta name=robots content=index>", false, true, true),
        ("<body><meta name=robots content=nofollow>", true, false, true),
        ("<meta property=robots content=noindex>", true, true, true),
        ("", true, true, true),
    ])
    func `robots meta elements say what may be done with a page`(
        html: String, index: Bool, follow: Bool, archive: Bool
    ) {
        let directives = read(html).directives
        #expect(directives.index == index)
        #expect(directives.follow == follow)
        #expect(directives.archive == archive)
    }

    @Test func `what nobody asks for is not made, and the rest stays the same`() {
        let html = """
            <article><h1>Bridge reopens</h1><p>The bridge over the river was opened to traffic again on Monday, the \
            mayor said, <a href="/2024/01/works">after months of works</a> that cost two million.</p></article>
            """
        func page(_ parts: PageReader.Parts) -> Page {
            PageReader(parts: parts).read(payload: Array(html.utf8), head: nil, at: address)
        }
        let all = page(.all)
        let bare = page([])
        #expect(all.outlinks.map(\.role) == [.inline])
        #expect(bare.outlinks.map(\.role) == [.other])
        #expect(bare.outlinks.map(\.url) == all.outlinks.map(\.url))
        #expect(all.article?.blocks.contains { $0.markdown?.contains("](") == true } == true)
        #expect(bare.article?.blocks.allSatisfy { $0.markdown == nil } == true)
        #expect(bare.article?.text == all.article?.text)
    }

    @Test func `directives of the head and of the page add up`() {
        let directives = read(
            "<meta name=robots content=nofollow>", "X-Robots-Tag: newshound: noarchive",
            "X-Robots-Tag: noindex"
        )
        .directives
        #expect(!directives.index && !directives.follow && !directives.archive)
        #expect(read("", "X-Robots-Tag: otherbot: noindex").directives.index)
    }

    @Test func `meta elements of another product token are those of another agent`() {
        let page = PageReader(agent: "daybreak").read(
            payload: Array("<meta name=newshound content=noindex><meta name=daybreak content=nofollow>".utf8),
            head: nil,
            at: address)
        #expect(page.directives.index && !page.directives.follow)
    }

    @Test(arguments: [
        ("0; url=/next", "https://courier.example/next"), ("5; url=/next", "https://courier.example/next"),
        ("6; url=/next", nil), ("600", nil), ("0", "https://courier.example/news/story-50112"),
    ])
    func `a meta refresh counts up to five seconds`(content: String, target: String?) {
        #expect(read("<meta http-equiv=refresh content='\(content)'>").refresh?.href == target)
    }

    @Test func `a page without an address has that of its canonical link, else of its data`() {
        let reader = PageReader()
        func url(_ html: String) -> String? {
            reader.read(payload: Array(html.utf8), head: nil, at: nil).url?.href
        }
        #expect(url("<link rel=canonical href=https://courier.example/a>") == "https://courier.example/a")
        #expect(
            url("<meta property=og:url content=https://courier.example/b>") == "https://courier.example/b")
        #expect(url("<link rel=canonical href=/a>") == nil)
        #expect(read("<link rel=canonical href=https://courier.example/a>").url == address)
    }

    @Test func `a page tells its encoding and what was wrong with it`() {
        let page = PageReader().read(
            payload: [0x3C, 0x70, 0x3E, 0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68],
            head: HTTPHead(
                Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n".utf8)),
            at: address)
        #expect(page.encoding == "windows-1252")
        #expect(page.remarks.isEmpty)
        #expect(read("<p>x", "Content-Encoding: rot13").remarks.count == 1)
    }

    @Test func `links, canonical address and requisites stand beside the article`() {
        let page = read(
            "<link rel=canonical href=/c><link rel=stylesheet href=/s.css><a href=/a#x>One</a><a href=mailto:x@y.example>no</a>"
                + "<a href=/b rel=nofollow>Two</a><img src=/i.png>")
        #expect(
            page.outlinks.map(\.url.href) == ["https://courier.example/a#x", "https://courier.example/b"])
        #expect(page.outlinks.map(\.text) == ["One", "Two"])
        #expect(page.outlinks.map(\.isNoFollow) == [false, true])
        #expect(page.canonical?.href == "https://courier.example/c")
        #expect(
            page.requisites.map(\.href) == ["https://courier.example/s.css", "https://courier.example/i.png"])
    }

    @Test func `a page without main content still says what it is about`() {
        let page = read(
            "<html lang=en><title>Who repairs the pier? - The Courier</title><meta property=og:title content='Who repairs the pier?'>"
                + "<meta property=article:published_time content=2025-03-04T05:06:07Z><body><script>load()</script></body>"
        )
        #expect(page.article == nil && page.facts.blocks.isEmpty)
        #expect(page.facts.title == "Who repairs the pier?")
        #expect(page.facts.published == "2025-03-04T05:06:07Z")
        let story = StoryPage().read()
        var facts = story.article
        facts?.blocks = []
        #expect(facts == story.facts && story.article?.blocks.isEmpty == false)
    }

    @Test func `an empty page is a page without anything`() {
        let page = PageReader().read(payload: [], head: nil, at: nil)
        #expect(page.url == nil && page.article == nil && page.outlinks.isEmpty && page.requisites.isEmpty)
        #expect(page.refresh == nil && page.canonical == nil && page.remarks.isEmpty)
    }
}
