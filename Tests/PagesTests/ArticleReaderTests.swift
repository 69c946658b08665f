import Pages
import Testing

/// The blocks of an article as they come out of a page that holds them in its story.
struct ArticleReaderTests {
    /// A block of an article with its kind and text.
    struct Expected: Sendable {
        let kind: ArticleBlock.Kind
        let text: String

        init(_ kind: ArticleBlock.Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    private func read(_ html: String) -> [ArticleBlock]? { StoryPage(middle: html).middle }

    private static let sentence =
        "The piles stand in nine metres of water, and the current there is so strong that divers work at slack tide."

    @Test func `a page's story is its paragraphs, without what stands around it`() {
        #expect(StoryPage().read().article?.text == StoryPage.paragraphs.joined(separator: "\n\n"))
    }

    @Test(arguments: [
        ("<h2>Costs</h2>", [Expected(.heading(level: 2), "Costs")]),
        (
            "<h4><span>What the islanders say</span></h4>",
            [Expected(.heading(level: 4), "What the islanders say")]
        ),
        (
            "<ul><li>Piles: forty thousand</li><li>Ramp: twenty thousand</li></ul>",
            [
                Expected(.listItem(depth: 0, number: nil), "Piles: forty thousand"),
                Expected(.listItem(depth: 0, number: nil), "Ramp: twenty thousand"),
            ]
        ),
        (
            "<ol><li>Divers looked at the piles</li><li>The ramp was lifted out</li><li>Steel came by barge</li></ol>",
            [
                Expected(.listItem(depth: 0, number: 1, showsNumber: true), "Divers looked at the piles"),
                Expected(.listItem(depth: 0, number: 2, showsNumber: true), "The ramp was lifted out"),
                Expected(.listItem(depth: 0, number: 3, showsNumber: true), "Steel came by barge"),
            ]
        ),
        (
            "<ul><li>Piles of the ferry pier<ul><li>Three of steel, twelve metres long</li></ul></li><li>The new ramp</li></ul>",
            [
                Expected(.listItem(depth: 0, number: nil), "Piles of the ferry pier"),
                Expected(.listItem(depth: 1, number: nil), "Three of steel, twelve metres long"),
                Expected(.listItem(depth: 0, number: nil), "The new ramp"),
            ]
        ),
        (
            "<ul><li>Piles of the ferry pier<ol start=2><li>Three of steel, twelve metres long</li></ol></li></ul>",
            [
                Expected(.listItem(depth: 0, number: nil), "Piles of the ferry pier"),
                Expected(
                    .listItem(depth: 1, number: 2, showsNumber: true), "Three of steel, twelve metres long"),
            ]
        ),
        // A list within a list, not within its item.
        (
            "<ul><li>Piles of the ferry pier</li><ul><li>Three of steel, twelve metres long</li></ul></ul>",
            [
                Expected(.listItem(depth: 0, number: nil), "Piles of the ferry pier"),
                Expected(.listItem(depth: 1, number: nil), "Three of steel, twelve metres long"),
            ]
        ),
        // The outer list is but a frame.
        (
            "<ul><li><ol><li>Divers looked at the piles</li><li>The ramp was lifted out</li></ol></li></ul>",
            [
                Expected(.listItem(depth: 0, number: 1, showsNumber: true), "Divers looked at the piles"),
                Expected(.listItem(depth: 0, number: 2, showsNumber: true), "The ramp was lifted out"),
            ]
        ),
        ("<blockquote><p>\(sentence)</p></blockquote>", [Expected(.quote, sentence)]),
        ("<blockquote>\(sentence)</blockquote>", [Expected(.quote, sentence)]),
        ("<p>\(sentence)</p>", [Expected(.paragraph, sentence)]),
        ("<div>\(sentence)</div>", [Expected(.paragraph, sentence)]),
        (
            "<pre>pile  depth\n 1    9.1\n 2    9.4</pre>",
            [Expected(.code, "pile  depth\n 1    9.1\n 2    9.4")]
        ),
        (
            "<p>The harbour wall says in old letters,<br>who sails by night,<br>must know the light.</p>",
            [
                Expected(
                    .paragraph,
                    "The harbour wall says in old letters,\nwho sails by night,\nmust know the light.")
            ]
        ),
        (
            "<table><tr><th>Pile</th><th>Depth</th></tr><tr><td>1</td><td>9.1 m</td></tr><tr><td>2</td><td>9.4 m</td></tr></table>",
            [
                Expected(.tableRow(isHeader: true), "Pile\tDepth"),
                Expected(.tableRow(isHeader: false), "1\t9.1 m"),
                Expected(.tableRow(isHeader: false), "2\t9.4 m"),
            ]
        ),
        (
            "<table><tr><td><p>\(sentence)</p></td></tr></table>", [Expected(.paragraph, sentence)]
        ),
    ])
    func `the mark-up of a block decides its kind`(html: String, expected: [Expected]) throws {
        let blocks = try #require(read(html), "a paragraph of the page is missing")
        #expect(blocks.map(\.text) == expected.map(\.text))
        #expect(blocks.map(\.kind) == expected.map(\.kind))
    }

    @Test(arguments: [
        (
            "Divers  found\n\t three&nbsp;broken piles, and they were not surprised.",
            "Divers found three broken piles, and they were not surprised."
        ),
        (
            "Divers found three bro&shy;ken piles, and they were not sur&#x200B;prised.",
            "Divers found three broken piles, and they were not surprised."
        ),
        (
            "Divers<!-- x --> found <script>y</script>three <b>broken</b> piles, and they were not surprised.",
            "Divers found three broken piles, and they were not surprised."
        ),
        (
            "Divers found three <span>bro</span>ken piles, and they were not surprised.",
            "Divers found three broken piles, and they were not surprised."
        ),
        (
            "Fish &amp; chips cost 3 &lt; 4 crowns there, and the divers were not surprised.",
            "Fish & chips cost 3 < 4 crowns there, and the divers were not surprised."
        ),
    ])
    func `the text of a block is what a reader sees`(html: String, text: String) {
        #expect(read("<p>\(html)</p>")?.map(\.text) == [text])
    }

    @Test(arguments: [
        ("the <b>steel</b> piles", "the **steel** piles"),
        ("the <strong> steel </strong>piles", "the **steel** piles"),
        ("the <em>steel</em> piles", "the *steel* piles"),
        ("the <a href='/piles'>steel piles</a>", "the [steel piles](https://courier.example/piles)"),
        ("the <a href='/a_(b)'>steel piles</a>", "the [steel piles](https://courier.example/a_%28b%29)"),
        ("the <a href='javascript:void(0)'>steel piles</a>", "the steel piles"),
        (
            "the <a href='/piles'><b>steel</b> piles</a>",
            "the [**steel** piles](https://courier.example/piles)"
        ),
        ("the <b>steel*</b> piles", #"the **steel\*** piles"#),
        ("the steel_pile and [others]", #"the steel\_pile and \[others\]"#),
    ])
    func `links and emphasis are kept in Markdown`(html: String, markdown: String) throws {
        let end = ", which were cast last summer and shipped across the bay, will outlast the timber."
        let page = StoryPage(middle: "<p>All agree that \(html)\(end)</p>")
        let article = try #require(page.read().article)
        #expect(
            article.markdown.split(separator: "\n\n").contains { $0 == "All agree that \(markdown)\(end)" })
    }

    @Test func `every block of a page's article stands in both texts`() throws {
        let article = try #require(
            StoryPage(middle: "<h2>Costs</h2><ul><li>Piles: forty</li><li>Ramp: twenty</li></ul>").read()
                .article)
        for block in article.blocks {
            #expect(article.text.contains(block.text))
            #expect(article.markdown.contains(block.text))
        }
    }

    @Test(arguments: [
        "", "<p>", "<title>Nothing here</title>", "<nav><a href=/a>News</a><a href=/b>Sport</a></nav>",
        "<script>var text = 'The ferry pier opened again.';</script>", "<img src=a.jpg>",
    ])
    func `a page without a story has no article`(html: String) {
        #expect(PageReader().read(payload: Array(html.utf8), head: nil, at: nil).article == nil)
    }
}
