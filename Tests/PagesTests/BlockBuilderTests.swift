import HTMLTree
import Testing

@testable import Pages

struct BlockBuilderTests {
    private func list(_ html: String) -> BlockList {
        BlockBuilder.blocks(of: HTMLDocument(parsing: Array(html.utf8)))
    }

    private func texts(_ html: String) -> [String] {
        let list = list(html)
        return list.blocks.map { String(decoding: list.bytes($0), as: UTF8.self) }
    }

    @Test(arguments: [
        ("<p>a<p>b", ["a", "b"]),
        ("a<div>b</div>c", ["a", "b", "c"]),
        ("<div>a<div>b</div>c</div>d", ["a", "b", "c", "d"]),
        ("<p>a<span>b</span> <b>c</b></p>", ["ab c"]),
        ("a<br>b<br><br>c", ["a", "b", "c"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
        ("<h1>a</h1>b<h2>c</h2>", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("a<hr>b", ["a", "b"]),
        ("<button>a</button><label>b</label>", ["a", "b"]),
        ("<p> \n </p><p>&nbsp;</p><div>&shy;</div><p>a</p>", ["a"]),
        ("<noscript><p>a</p></noscript>b", ["a", "b"]),
        ("<div hidden><p>a</p></div><p style='display:none'>b", ["a", "b"]),
        ("<unknown-element>a</unknown-element>b", ["ab"]),
        ("<pre>a\n  b\n</pre>", ["a\n  b"]),
        ("<figure><img src=x><figcaption>a</figcaption></figure>", ["a"]),
    ])
    func `a block ends where an element makes a line of its own`(html: String, expected: [String]) {
        #expect(texts(html) == expected)
    }

    @Test(arguments: [
        ("<p><span>Marlow</span><span>Sailmaker</span>", "Marlow Sailmaker"),
        ("<p><b>from 95</b><i>Euro</i>", "from 95 Euro"),
        ("<p><a href=/x><span>Trail</span></a><em>7 days</em>", "Trail 7 days"),
        ("<p>a.<b>Marlow</b><!-- x --><b>Finch</b>", "a.Marlow Finch"),
        // Bare text behind or before an element.
        ("<p><b>Partnerships</b>We share what we know", "Partnerships We share what we know"),
        ("<p>Steep to learn<strong>Cons</strong>", "Steep to learn Cons"),
        // One word: a drop cap, two colours, an ordinal, a name that begins with a small letter, an index.
        ("<p><span>T</span><span>he</span> <b>rain</b><b>bow</b>", "The rainbow"),
        ("<p><span>1</span><span>st</span> <i>i</i><i>Pad</i>", "1st iPad"),
        ("<p>m<sup>2</sup> <b>Mc</b>Kay, Smith<wbr>Field", "m2 McKay, SmithField"),
        ("<pre><b>let</b><b>Name</b></pre>", "letName"),
    ])
    func `neighbours that a style sets apart are words of their own`(html: String, text: String) {
        #expect(texts(html) == [text])
    }

    @Test(arguments: [
        "<script>a</script>", "<style>a</style>", "<template><p>a</p></template>", "<!-- a -->",
        "<svg><text>a</text></svg>", "<select><option>a</select>", "<textarea>a</textarea>",
        "<iframe>a</iframe>",
        "<title>a</title>", "<canvas>a</canvas>", "<object>a</object>", "<datalist><option>a</datalist>",
    ])
    func `what no reader sees as text of the page is no block`(html: String) {
        #expect(texts("<p>b</p>\(html)<p>c</p>") == ["b", "c"])
    }

    @Test(arguments: [
        ("<p>a", BlockKind.paragraph, 0), ("<div>a", .plain, 0), ("<h3>a", .heading, 3),
        ("<h3><div>a</div></h3>", .heading, 3), ("<div role=heading>a", .heading, 2),
        ("<ul><li>a", .listItem, 0),
        ("<table><tr><td>a", .cell, 0), ("<table><tr><th>a", .headerCell, 0), ("<pre>a", .preformatted, 0),
        ("<pre><div>a</div></pre>", .preformatted, 0), ("<figcaption>a", .caption, 0),
        ("<button>a", .button, 0),
        ("<button><p>a</p></button>", .button, 0), ("<blockquote>a", .quote, 0), ("<summary>a", .summary, 0),
        ("<dl><dt>a", .term, 0), ("<dl><dd>a", .definition, 0),
    ])
    func `the nearest element decides the kind of a block`(html: String, kind: BlockKind, level: Int) {
        let block = list(html).blocks.first
        #expect(block?.kind == kind)
        #expect(block?.level == level)
    }

    @Test(
        arguments: [
            ("<p><a href=x>all</a>", 1), ("<p>none", 0), ("<p><a href=x>half</a>1234", 0.5),
            ("<p><a name=x>none</a>", 0),
            ("<p><a href=x>a<b>l</b>l</a>", 1),
        ] as [(String, Float)])
    func `the part of a block that is links is measured`(html: String, share: Float) {
        #expect(list(html).blocks.first?.linkShare == share)
    }

    @Test func `line breaks before a block are counted`() {
        #expect(list("<p>a<br>b<br> <br>c</p><p>d").blocks.map(\.breaksBefore) == [0, 1, 2, 0])
    }

    @Test func `blocks with the same letters have the same fingerprint`() {
        let blocks = list("<p>Fish, and CHIPS!<div>fish and chips</div><p>Fish or chips").blocks
        #expect(blocks[0].fingerprint == blocks[1].fingerprint)
        #expect(blocks[0].fingerprint != blocks[2].fingerprint)
    }

    @Test func `the sums over an element are those of its blocks`() throws {
        let list = list("<div><p>one two</p><p><a href=x>three</a></p></div><p>four</p>")
        let div = try #require(list.containers.first { $0.tag == .div })
        #expect(list.words(div) == 3)
        #expect(list.linkWords(div) == 1)
        #expect(list.totalWords == 4)
        #expect(div.firstBlock == 0 && div.endBlock == 2)
    }

    @Test func `blocks beyond the limit are left out`() {
        let html = String(repeating: "<p>a", count: BlockBuilder.maximumBlocks + 10)
        #expect(list(html).blocks.count == BlockBuilder.maximumBlocks)
    }
}
