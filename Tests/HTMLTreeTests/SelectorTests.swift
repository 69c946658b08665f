import HTMLTree
import Testing

struct SelectorTests {
    private let page = HTMLDocument(
        """
        <!doctype html><body id=top>
        <main class="page wide"><article id=a1 class="story Lead"><h1 id=t>T</h1>
        <div class=body id=b1><p id=p1 data-kind="lead para">1</p><div id=d1><p id=p2 lang=de-AT>2</p></div></div>
        <div class="md:flex 2col" id=b2><p id=p3 title="a b">3</p></div></article></main>
        <aside id=s1><ul><li id=l1><a id=x1 href="/news/1.html">x</a></li><li id=l2><a id=x2 href="https://x.example/">y</a>
        </li></ul></aside><x-card id=c1 data-q="say &quot;hi&quot;"></x-card>
        <template><p class=body id=hidden>t</p></template>
        <svg id=v1><foreignObject id=f1><p id=p4>4</p></foreignObject></svg></body>
        """)

    /// The IDs of what a selector means.
    private func found(_ text: String) throws -> [String] {
        page.elements(matching: try Selector(parsing: text)).map { page.attributeText(.id, of: $0) ?? "-" }
    }

    static let meanings: [(String, [String])] = [
        ("p", ["p1", "p2", "p3", "p4"]),
        ("P", ["p1", "p2", "p3", "p4"]),
        ("x-card", ["c1"]),
        ("x-none", []),
        (".story", ["a1"]),
        (".story.Lead", ["a1"]),
        (".lead", []),
        ("article#a1.story", ["a1"]),
        ("div#a1", []),
        ("*.body", ["b1"]),
        ("[lang]", ["p2"]),
        ("[LANG=de-AT]", ["p2"]),
        ("[lang=de-at]", []),
        ("[data-kind~=para]", ["p1"]),
        ("[data-kind~='lead para']", []),
        ("[data-kind=\"lead para\"]", ["p1"]),
        ("a[href^='/news/']", ["x1"]),
        ("a[href$=\".html\"]", ["x1"]),
        ("a[href*='x.example']", ["x2"]),
        ("a[href^='']", []),
        ("a[ href *= '/' ]", ["x1", "x2"]),
        ("[data-q='say \\22hi\\22']", ["c1"]),
        ("[data-none]", []),
        ("article p", ["p1", "p2", "p3"]),
        ("article > p", []),
        ("article > div > p", ["p1", "p3"]),
        ("article>div>p", ["p1", "p3"]),
        ("main p[title]", ["p3"]),
        // The nearest div around p2 is no child of the article, the next one is.
        ("article > div p", ["p1", "p2", "p3"]),
        ("main > article div > p", ["p1", "p2", "p3"]),
        ("body > main > article div div p", ["p2"]),
        ("main main p", []),
        ("aside li > a", ["x1", "x2"]),
        ("h1, #l1 a ,aside", ["t", "s1", "x1"]),
        (".md\\:flex", ["b2"]),
        (".\\32 col", ["b2"]),
        ("svg p", ["p4"]),
        (" p#p1 ", ["p1"]),
    ]

    @Test(arguments: meanings)
    func `a selector means these elements, in document order`(text: String, ids: [String]) throws {
        #expect(try found(text) == ids)
    }

    static let mistakes: [(String, Int, String)] = [
        ("", 1, "ends where an element's name, '.class', '#id' or '[attribute]' is expected"),
        ("p,", 3, "ends where an element's name"),
        ("p > ", 5, "ends where an element's name"),
        ("> p", 1, "'>' stands where an element's name"),
        ("p:first-child", 2, "pseudo-classes are not understood"),
        ("h1 + p", 4, "'+' is not understood; only 'a b' and 'a > b'"),
        ("h1 ~ p", 4, "'~' is not understood"),
        (".", 2, "ends where the name of a class after '.'"),
        (".2col", 2, "'2' stands where the name of a class"),
        ("#", 2, "ends where an ID after '#'"),
        ("[", 2, "ends where an attribute's name after '['"),
        ("[a", 3, "ends where '=', '~=', '^=', '$=', '*=' or ']' is expected"),
        ("[a|=b]", 3, "'|' stands where '=', '~='"),
        ("[a^b]", 4, "'b' stands where '='"),
        ("[a=]", 4, "']' stands where a value; quote one that is not a plain word"),
        ("[a=1]", 4, "'1' stands where a value"),
        ("[a=b", 5, "ends where ']' after the value"),
        ("[a=b i]", 6, "'i' stands where ']'"),
        ("[a='b]", 7, "the quote is not closed"),
        ("a\\", 3, "nothing follows the backslash"),
        ("p{}", 2, "'{' stands where a space, '>', ',' or the end"),
        ("été ö(", 6, "'(' stands where a space"),
        (String(repeating: "a", count: 5_000), 1, "has more than 4096 bytes"),
    ]

    @Test(arguments: mistakes)
    func `what is no selector is named with its place and its reason`(
        text: String, place: Int, reason: String
    ) {
        let error = #expect(throws: SelectorError.self) { try Selector(parsing: text) }
        let description = error.map { "\($0)" } ?? ""
        #expect(description.hasPrefix("selector '\(text)', character \(place): "), "\(description)")
        #expect(description.contains(reason), "\(description)")
    }

    @Test func `any bytes are a selector or an error, and no prefix traps`() {
        let texts = ["article.a > div#b [c~='d e'] , \\66 oo[h$=\"i\\\"j\"]", "é[ü=\\", "[a='\\"]
        for text in texts {
            for end in text.indices { _ = try? Selector(parsing: String(text[..<end])) }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let bytes = (0..<12).map { _ in "a.#[]=~^$*'\"\\ >,1:".utf8.randomElement(using: &random) ?? 0x20
            }
            _ = try? Selector(parsing: String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `a deep page is searched in time`() throws {
        let depth = 20_000
        let deep = HTMLDocument(
            parsing: Array((String(repeating: "<div class=a>", count: depth) + "x").utf8))
        #expect(deep.elements(matching: try Selector(parsing: "p > .a .a")).isEmpty)
    }

    @Test func `several selectors mean what any of them means`() throws {
        let both = Selector(anyOf: [try Selector(parsing: "#p3"), try Selector(parsing: "h1")])
        #expect(page.elements(matching: both).map { page.attributeText(.id, of: $0) } == ["t", "p3"])
        #expect(page.elements(matching: Selector(anyOf: [])).isEmpty)
    }
}

struct RemovedNodesTests {
    private let page = HTMLDocument("<body><p id=a>1</p><p id=b>2<b>3</b></p>4<p id=c>5</p></body>")

    private func text(without selector: String) throws -> String {
        let removed = page.elements(matching: try Selector(parsing: selector))
        let rest = page.removing(removed)
        // Both ways through the children lead to the same nodes.
        let body = try #require(rest.body)
        var backwards: [HTMLNodeID] = []
        var place = rest.lastChild(of: body)
        while let node = place {
            backwards.append(node)
            place = rest.previousSibling(of: node)
        }
        #expect(Array(rest.children(of: body)) == backwards.reversed())
        return rest.textContent(of: rest.root)
    }

    @Test(arguments: [
        ("#a", "2345"), ("#b", "145"), ("b", "1245"), ("#c", "1234"), ("p", "4"), ("#b, b", "145"),
        ("body", ""),
        ("x", "12345"),
    ])
    func `a page without some nodes has the rest in order`(selector: String, rest: String) throws {
        if selector == "body" {
            #expect(page.removing(page.elements(matching: try Selector(parsing: "body"))).body == nil)
        } else {
            #expect(try text(without: selector) == rest)
        }
        #expect(page.textContent(of: page.root) == "12345")
    }
}
