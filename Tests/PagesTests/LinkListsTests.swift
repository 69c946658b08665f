import HTMLTree
import Testing
import WebURLs

@testable import Pages

struct LinkListsTests {
    private func items(_ numbers: [Int]) -> String {
        numbers.map { "<li><a href=\"/news/story-of-the-day-\($0)\">Story number \($0) of the day</a></li>" }
            .joined()
    }

    @Test func `links of one element are a list, and those of the next another`() throws {
        let (features, _) = StoryPage(
            after: "<ul>\(items([1, 2, 3]))</ul><section><ul>\(items([11, 12]))</ul></section>"
        ).linkFeatures()
        let lists = LinkLists(features)
        #expect(lists.lists == [0, 0, 0, 1, 1])
    }

    @Test func `a link between the paragraphs of the story is no list with those behind it`() throws {
        let teaser = "<p><a href=\"/news/story-of-the-day-77\">Story number 77 of the day</a></p>"
        let (features, _) = StoryPage(middle: teaser, after: "<ul>\(items([1, 2]))</ul>").linkFeatures()
        let lists = LinkLists(features)
        #expect(lists.lists == [0, 1, 1])
        #expect(lists.areAlone() == [true, false, false])
    }

    @Test func `two links to one story make no list of their own`() throws {
        let cards = [1, 2].map { number in
            "<div><a href=\"/news/story-of-the-day-\(number)\">Story \(number)</a>"
                + "<a href=\"/news/story-of-the-day-\(number)\">Read more</a></div>"
        }
        let (features, _) = StoryPage(after: "<section>\(cards.joined())</section>").linkFeatures()
        let lists = LinkLists(features)
        #expect(lists.lists == [0, 0, 0, 0])
        // The likelier link speaks for its story, and the story counts once.
        let levelled = lists.levelled([4, -4, 2, 2])
        let mean: Float = 3
        let (first, second) = (levelled[0], levelled[2])
        #expect(abs(first - (LinkLists.shareOfList * mean + (1 - LinkLists.shareOfList) * 4)) < 0.001)
        #expect(abs(second - (LinkLists.shareOfList * mean + (1 - LinkLists.shareOfList) * 2)) < 0.001)
        #expect(levelled[1] == first && levelled[3] == second)
    }

    @Test func `what is said of single links stays`() throws {
        let (features, _) = StoryPage(
            end: "<p><a href=\"/news/story-of-the-day-9\">Story number 9 of the day</a></p>"
        ).linkFeatures()
        #expect(LinkLists(features).levelled([1.5]) == [1.5])
    }

    @Test func `a page without candidates has no lists`() throws {
        let (features, _) = StoryPage().linkFeatures()
        #expect(LinkLists(features).lists.isEmpty)
        #expect(LinkLists(features).levelled([]).isEmpty)
    }
}
