import HTMLTree
import Testing

@testable import Pages

struct WholeListsTests {
    /// The roles of a page's blocks once the rule has run: `+` main content, `-` other. At first `kept` are content.
    private func roles(_ html: String, kept: Set<Int>) -> String {
        let list = BlockBuilder.blocks(of: HTMLDocument(parsing: Array(html.utf8)))
        var roles = list.blocks.indices.map { kept.contains($0) ? BlockRole.mainContent : .other }
        WholeLists.settle(in: &roles, of: list)
        return roles.map { $0 == .mainContent ? "+" : "-" }.joined()
    }

    private static let list = "<ul><li>two words<li>now three words<li>one</ul>"

    @Test func `most words of a list decide over all of it`() {
        #expect(roles(Self.list, kept: [0, 1]) == "+++")
        #expect(roles(Self.list, kept: [1, 2]) == "+++")
        #expect(roles(Self.list, kept: [0]) == "---")
        #expect(roles(Self.list, kept: [2]) == "---")
        #expect(roles(Self.list, kept: [0, 1, 2]) == "+++")
        #expect(roles(Self.list, kept: []) == "---")
    }

    @Test func `lists do not decide over each other`() {
        #expect(roles(Self.list + Self.list, kept: [0, 1, 2]) == "+++---")
        #expect(roles(Self.list + Self.list, kept: [0, 1, 5]) == "+++---")
    }

    @Test func `a list within a list belongs to it`() {
        #expect(roles("<ol><li>one two<ul><li>three<li>four</ul><li>five six</ol>", kept: [0, 3]) == "++++")
    }

    @Test func `two items, and paragraphs, are left alone`() {
        #expect(roles("<ul><li>one<li>two words</ul>", kept: [1]) == "-+")
        #expect(roles("<p>one<p>two words<p>and three words", kept: [2]) == "--+")
        #expect(roles("", kept: []) == "")
    }
}
