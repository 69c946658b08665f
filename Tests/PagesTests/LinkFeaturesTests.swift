import HTMLTree
import Testing
import WebURLs

@testable import Pages

/// What is measured of a page's links before the model sees it.
struct LinkFeaturesTests {
    private func list(_ titles: [String]) -> String {
        let items = titles.enumerated().map { number, title in
            "<li><a href=\"/news/story-of-the-day-\(50200 + number)\">\(title)</a></li>"
        }
        return "<aside><ul>\(items.joined())</ul></aside>"
    }

    @Test func `a story is on topic if its headline shares the beginning of a word with the page's title`()
        throws
    {
        let titles = ["Ferrymen go on strike again", "A choir looks for tenors", "Two ferry lines are sold"]
        let (features, _) = StoryPage(after: list(titles)).linkFeatures()
        #expect(features.candidates.count == 3)
        #expect(features.sums.all(.onTopic) == 2)
        #expect(features.sums.all(.articles) == 3)
    }

    @Test func `the end of the story parts the links in and before it from those behind it`() throws {
        let inside =
            "<p>The council met <a href=\"/news/the-council-met-again-50100\">again</a> in the autumn, and then once more.</p>"
        let page = StoryPage(middle: inside, after: list(["A choir looks for tenors", "Bread is dearer"]))
        let (features, _) = page.linkFeatures()
        #expect(features.candidates.count == 3)
        #expect(features.sums.before(features.endOfStory, .articles) == 1)
    }

    @Test func `on a page whose links all stand behind the story none stands before its end`() throws {
        let (features, _) = StoryPage(after: list(["A choir looks for tenors"])).linkFeatures()
        #expect(features.sums.before(features.endOfStory, .articles) == 0)
        #expect(features.sums.all(.articles) == 1)
    }

    @Test func `a row has the numbers that the model learned from`() throws {
        let (features, _) = StoryPage(after: list(["One ferry", "Two ferries", "Three ferries"]))
            .linkFeatures()
        var rows = LinkRows(features)
        let table = rows.table(of: 0..<features.candidates.count)
        // A row of another length stops the program when it ends.
        #expect(table.width == RelatedNetworks.means.count)
        #expect(table.rowCount == 3)
    }
}
