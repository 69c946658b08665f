import HTMLTree
import Testing

@testable import Pages

struct HeadingsBetweenTests {
    /// The roles of a page's blocks once the rule has run: `+` main content, `-` other. At first `dropped` are no content.
    private func roles(_ html: String, dropped: Set<Int>) -> String {
        let list = BlockBuilder.blocks(of: HTMLDocument(parsing: Array(html.utf8)))
        var roles = list.blocks.indices.map { dropped.contains($0) ? BlockRole.other : .mainContent }
        HeadingsBetween.include(in: &roles, of: list)
        return roles.map { $0 == .mainContent ? "+" : "-" }.joined()
    }

    @Test(arguments: [
        ("<p>Before.</p><h2>The ramp</h2><p>After.</p>", "+++"),
        ("<section><p>Before.</p></section><section><h3>The ramp</h3><p>After.</p></section>", "+++"),
        ("<p>Before.</p><h2>Read more</h2><p>After.</p>", "+-+"),
        ("<p>Before.</p><h2>Related stories</h2><p>After.</p>", "+-+"),
        ("<p>Before.</p><h2><a href=/x>The ramp</a></h2><p>After.</p>", "+-+"),
        ("<p>Before.</p><h2>The ramp</h2><p><a href=/x>After.</a></p>", "+-+"),
        ("<p>Before.</p><h1>The ramp</h1><p>After.</p>", "+-+"),
        ("<p>Before.</p><p>The ramp</p><p>After.</p>", "+-+"),
        ("<div><p>Before.</p></div><div><div><h2>The ramp</h2></div></div><div><p>After.</p></div>", "+-+"),
    ])
    func `a heading between two blocks of text is text`(html: String, roles expected: String) {
        #expect(roles(html, dropped: [1]) == expected)
    }

    @Test func `a heading at the edge of the text stays what it is`() {
        let html = "<p>Before.</p><h2>The ramp</h2><p>After.</p>"
        #expect(roles(html, dropped: [0, 1]) == "--+")
        #expect(roles(html, dropped: [1, 2]) == "+--")
        #expect(roles("<h2>The ramp</h2>", dropped: [0]) == "-")
        #expect(roles("", dropped: []) == "")
    }
}
