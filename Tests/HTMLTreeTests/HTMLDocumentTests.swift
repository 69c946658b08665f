import HTMLTree
import Testing

struct HTMLDocumentTests {
    private let page = HTMLDocument(
        """
        <!doctype html><html lang=de><head><title>A &amp; B</title></head>
        <body class=" one two
        three one "><p id=p1>x<b>y</b></p><x-card data-n=7 hidden></x-card><svg><a href=s></a></svg>
        <template><p>t</p></template><a href="q?a=1&amp;b=2">z</a></body></html>
        """)

    @Test func `elements are found by name`() throws {
        let body = try #require(page.body)
        #expect(page.documentElement.map { page.tag(of: $0) } == .html)
        #expect(page.head.map { page.textContent(of: $0) } == "A & B")
        #expect(page.parent(of: body) == page.documentElement)
        #expect(Array(page.elements(.p)).count == 1)
        let link = try #require(page.firstElement(.a, in: body))
        #expect(page.attributeText(.href, of: link) == "q?a=1&b=2")
        #expect(page.ancestor(.body, of: link) == body)
        #expect(page.ancestor(.table, of: link) == nil)
        #expect(page.firstElement(.table) == nil)
    }

    @Test func `unknown names have tags of their own`() throws {
        let tag = try #require(page.tag(named: "x-card"))
        let card = try #require(page.firstElement(tag))
        #expect(!tag.isKnown)
        #expect(HTMLTag.div.isKnown && !HTMLTag.none.isKnown)
        #expect(page.name(of: card) == "x-card")
        #expect(page.tag(named: "x-other") == nil)
        #expect(page.tag(named: "div") == .div)
    }

    @Test func `attributes are read by name and in order`() throws {
        let card = try #require(page.tag(named: "x-card").flatMap { page.firstElement($0) })
        #expect(page.attributes(of: card).map { page.name(of: $0) } == ["data-n", "hidden"])
        #expect(page.attributes(of: card).map { Array(page.value(of: $0)) } == [[0x37], []])
        let name = try #require(page.attributeName("data-n"))
        #expect(page.attributeText(name, of: card) == "7")
        #expect(page.nameBytes(of: name).starts(with: "data-".utf8))
        #expect(page.hasAttribute(.hidden, of: card))
        #expect(page.attribute(.hidden, of: card)?.isEmpty == true)
        #expect(page.attribute(.href, of: card) == nil)
        #expect(page.attributeName("data-none") == nil)
        #expect(page.attributes(of: page.root).isEmpty)
    }

    @Test func `class names are words`() throws {
        let body = try #require(page.body)
        let words = page.classTokens(of: body).map { String(decoding: $0, as: UTF8.self) }
        #expect(words == ["one", "two", "three", "one"])
        #expect(page.hasClass("three", of: body))
        #expect(!page.hasClass("thre", of: body))
        #expect(Array(HTMLTokens([])).isEmpty)
    }

    @Test func `text is read as bytes without copies`() throws {
        let paragraph = try #require(page.firstElement(.p))
        let text = try #require(page.firstChild(of: paragraph))
        #expect(page.kind(of: text) == .text)
        #expect(page.withText(of: text) { $0.count } == 1)
        var bytes = Array("<".utf8)
        page.appendText(of: text, to: &bytes)
        #expect(bytes == Array("<x".utf8))
        #expect(page.text(of: paragraph).isEmpty)
        #expect(page.textContent(of: paragraph) == "xy")
        #expect(page.textContent(of: text) == "x")
    }

    @Test func `text that is broken up in the page is one piece`() {
        let document = HTMLDocument("<p>a</x>b&amp;</y>c\0d<p>e")
        #expect(document.bodySketch == "p('ab&cd') p('e')")
    }

    @Test func `bytes that are no UTF-8 become replacement characters`() {
        let document = HTMLDocument(parsing: [0x3C, 0x70, 0x20, 0xFF, 0x3D, 0xFE, 0x3E, 0x61, 0xC3, 0x62])
        #expect(document.bodySketch == "p[\u{FFFD}=\u{FFFD}]('a\u{FFFD}b')")
    }

    @Test func `template contents are reached from their element only`() throws {
        let template = try #require(page.firstElement(.template))
        let contents = try #require(page.templateContents(of: template))
        #expect(page.firstChild(of: template) == nil)
        #expect(page.kind(of: contents) == .templateContents)
        #expect(page.parent(of: contents) == nil)
        #expect(page.textContent(of: contents) == "t")
        #expect(page.templateContents(of: page.root) == nil)
    }

    @Test func `IDs follow document order where nothing is moved`() {
        let order = Array(page.documentOrder)
        #expect(order.first.map { page.kind(of: $0) } == .doctype)
        #expect(order == order.sorted())
        #expect(order.allSatisfy { $0.index < page.nodeCount })
        #expect(page.limitsHit.isEmpty)
        #expect(page.inconsistency == nil)
    }
}
