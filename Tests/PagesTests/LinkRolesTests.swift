import Testing
import WebURLs

@testable import Pages

struct LinkRolesTests {
    private func roles(_ page: StoryPage) -> [LinkRole] {
        page.read().outlinks.filter { $0.url.path.contains("-500") }.map(\.role)
    }

    private func line(_ content: String) -> String { "<p>\(content)</p>" }

    @Test func `a line between the paragraphs that is nothing but a link to a story is related`() {
        let link =
            "<a href=\"/news/barge-owner-goes-to-court-50077\">Ferry pier: the owner of the barge goes to court</a>"
        #expect(roles(StoryPage(middle: line(link))) == [.related])
    }

    @Test
    func `a link inside a sentence is not related, nor a line of a word or two, nor one to another site`() {
        let sentence =
            "Its owner says in <a href=\"/news/barge-owner-goes-to-court-50077\">the papers of the court</a> that he was "
            + "at sea on that night, and that nobody had told him of the gale."
        let name = "<a href=\"/news/barge-owner-goes-to-court-50077\">Court</a>"
        let elsewhere =
            "<a href=\"https://other.example/shop/barge-owner-goes-to-court-50077\">Barge owner goes to court over the pier</a>"
        for middle in [sentence, name, elsewhere] {
            let roles = roles(StoryPage(middle: line(middle)))
            #expect(roles.count == 1 && roles.first != .related)
        }
    }

    @Test func `lists of the stories everybody reads are not related`() {
        let items = (1...5).map {
            "<li><a href=\"/sport/team-\($0)-wins-a-match-5006\($0)\">Team \($0) wins a match</a></li>"
        }
        let page = StoryPage(
            after: "<aside class=\"most-read\"><h3>Most read</h3><ol>\(items.joined())</ol></aside>")
        #expect(roles(page).count == 5)
        #expect(!roles(page).contains(.related))
    }

    @Test func `a list under a title that says so is related`() {
        let items = (1...4).map {
            "<li><a href=\"/news/ferry-pier-story-number-\($0)-5006\($0)\">Ferry pier: part \($0) of the story</a></li>"
        }
        let page = StoryPage(
            after: "<aside class=\"related\"><h3>Related stories</h3><ul>\(items.joined())</ul></aside>")
        #expect(roles(page) == [.related, .related, .related, .related])
    }
}
