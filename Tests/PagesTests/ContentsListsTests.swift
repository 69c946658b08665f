import HTMLTree
import Testing

@testable import Pages

struct ContentsListsTests {
    private static let texts = StoryPage.paragraphs
    private static let headings = ["The ramp", "The piles", "The bus", "The court"]

    /// A story in four parts, with a list of links before them.
    private static func page(_ list: String, headings: [String] = headings) -> String {
        let parts = zip(headings, texts.dropFirst()).enumerated().map { number, part in
            "<h2 id=p\(number)>\(part.0)</h2><p>\(part.1)</p>"
        }
        return """
            <!DOCTYPE html><html lang="en"><head><title>Ferry pier opens again</title></head><body><main>
            <article><h1>Ferry pier opens again</h1><div class="article-body"><p>\(texts[0])</p>\(list)
            \(parts.joined(separator: "\n"))</div></article></main></body></html>
            """
    }

    private static func links(_ texts: [String], to target: String = "#p") -> String {
        texts.enumerated().map { "<li><a href='\(target)\($0)'>\($1)</a></li>" }.joined()
    }

    /// What is kept of a page of which everything is main content at first, but for the titles of its parts if so wished.
    private func kept(_ html: String, dropsHeadings: Bool = false) -> [String] {
        let document = HTMLDocument(parsing: Array(html.utf8))
        let list = BlockBuilder.blocks(of: document)
        var roles = list.blocks.map { block in
            if block.kind == .button { return BlockRole.form }
            return dropsHeadings && block.kind == .heading && block.level == 2 ? .other : .mainContent
        }
        ContentsLists.remove(from: &roles, of: list, in: document)
        return list.blocks.indices.filter { roles[$0] == .mainContent }
            .map { String(decoding: list.bytes(list.blocks[$0]), as: UTF8.self) }
    }

    private static let story =
        ["Ferry pier opens again", texts[0]] + zip(headings, texts.dropFirst()).flatMap { [$0, $1] }

    @Test(arguments: [
        "<p>Contents</p><ul>\(links(headings))</ul>",
        "<h3>In this article</h3><ol>\(links(headings, to: "/story#p"))</ol>",
        "<div><strong>Table of contents:</strong></div><ul>\(links(["THE RAMP", "The piles", "The bus", "And more"]))</ul>",
        "<table><tr><td>1.</td><td><a href='#p0'>The ramp</a></td></tr><tr><td>2.</td><td><a href='#p1'>The piles</a></td></tr>"
            + "<tr><td>3.</td><td><a href='#p2'>The bus</a></td></tr></table>",
    ])
    func `a list of links into the page that repeats its headings is left out, and they stay`(list: String) {
        let html = Self.page(list)
        #expect(kept(html) == Self.story)
        let restored = kept(html, dropsHeadings: true)
        #expect(restored == Self.story.filter { $0 != "The court" || list.contains($0) })
    }

    @Test func `headings that link to themselves, or have buttons behind them, stay too`() {
        let html = Self.page("<ul>\(Self.links(Self.headings))</ul>")
            .replacing("id=p0>The ramp", with: "id=p0><a href=#p0>The ramp</a>")
            .replacing("The piles</h2>", with: "The piles</h2><button>Copy</button>")
        #expect(kept(html, dropsHeadings: true) == Self.story)
    }

    @Test func `a list whose numbers the headings lack is left out`() {
        let numbered = Self.headings.enumerated().map { "\($0 + 1). \($1)" }
        let html = Self.page("<p>Contents</p><ul>\(Self.links(numbered))</ul>")
        #expect(kept(html) == Self.story)
        #expect(kept(html, dropsHeadings: true) == Self.story)
    }

    @Test func `a title of contents without contents is left out`() {
        #expect(kept(Self.page("<p>Table of contents</p><nav></nav>")) == Self.story)
        let leading = "<p>Table of contents</p><p>See <a href=/all>all of it</a>.</p>"
        #expect(kept(Self.page(leading)).contains("Table of contents"))
        let html = "<body><p>Table of contents</p><button>Show</button><p>\(Self.texts[0])</p></body>"
        let list = BlockBuilder.blocks(of: HTMLDocument(parsing: Array(html.utf8)))
        var roles: [BlockRole] = [.mainContent, .form, .mainContent]
        ContentsLists.remove(from: &roles, of: list, in: HTMLDocument(parsing: Array(html.utf8)))
        #expect(roles == [.navigation, .form, .mainContent])
    }

    @Test func `the rule leaves alone what is no list of the page's own parts`() {
        // Few entries, other pages, other words.
        for list in [
            "<ul>\(Self.links(["The ramp", "The piles"]))</ul>",
            "<ul>\(Self.links(Self.headings, to: "/part-"))</ul>",
            "<ul>\(Self.links(["First", "Second", "Third", "Fourth"]))</ul>",
        ] {
            #expect(kept(Self.page(list)).count == Self.story.count + list.split(separator: "<li>").count - 1)
        }
    }
}
