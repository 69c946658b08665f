import HTMLTree
import Testing

@testable import Pages

struct SegmentationTests {
    @Test func `a row is the same whichever window shows it`() {
        let count = 2 * BlockRows.windowRows + 500
        let html = (0..<count).map { "<p class=c\($0 % 7)>Line \($0) of <a href=/\($0)>many</a>." }.joined()
        let document = HTMLDocument(parsing: Array(html.utf8))
        let list = BlockBuilder.blocks(of: document)
        let features = BlockFeatures(list, ContainerContext(list), PageHints(document), BlockGroups(list))
        #expect(list.blocks.count == count)
        var forwards = BlockRows(features, count: count)
        var backwards = forwards
        let rows = (0..<count).map { index in
            let row = forwards.show(index)
            return forwards.table.row(row)
        }
        #expect(rows.allSatisfy { $0.count == forwards.width })
        for index in stride(from: count - 1, through: 0, by: -97) {
            let row = backwards.show(index)
            #expect(backwards.table.row(row) == rows[index])
        }
        #expect(Set(rows).count == count)
    }

    @Test func `elements beyond the limit leave their text to the one around them`() {
        let html =
            "<body>" + String(repeating: "<p class=related>x</p>", count: BlockBuilder.maximumContainers + 5)
            + "<p>last"
        let list = BlockBuilder.blocks(of: HTMLDocument(parsing: Array(html.utf8)))
        #expect(list.containers.count == BlockBuilder.maximumContainers)
        #expect(list.text.suffix(4).elementsEqual("last".utf8))
    }

    @Test func `the paragraphs of a story are its main content`() {
        let blocks = LabelledBlock.all(of: StoryPage().html)
        for text in StoryPage.paragraphs {
            #expect(blocks.first { $0.text == text }?.role == .mainContent)
        }
    }

    @Test(arguments: [
        ("About us", BlockRole.copyrightFooter),
        ("Copyright 2025 The Bay Courier. All rights reserved.", .copyrightFooter),
        ("News", .navigation), ("Sport", .navigation),
    ])
    func `what stands around a story has the role of its place`(text: String, role: BlockRole) {
        #expect(LabelledBlock.role(of: text, in: StoryPage().html) == role)
    }

    @Test(arguments: [
        (
            "<div class=newsletter-signup><h3>The day in your inbox</h3><form><input><button>Subscribe</button></form></div>",
            "Subscribe"
        ),
        ("<div class=ad-slot><span>Advertisement</span></div>", "Advertisement"),
        ("<p>Advertisement</p>", "Advertisement"),
        ("<p>Article continues below</p>", "Article continues below"),
        ("<p>- Advertisement -</p>", "- Advertisement -"), ("<div>Anzeige</div>", "Anzeige"),
        ("<p>Follow us on Facebook and Twitter</p>", "Follow us on Facebook and Twitter"),
        (
            "<p>© 2025 The Bay Courier. All rights reserved.</p>",
            "© 2025 The Bay Courier. All rights reserved."
        ),
        (
            "<div class=cookie-consent role=dialog><p>We use cookies</p><button>Accept all</button></div>",
            "We use cookies"
        ),
        (
            "<p><b>Read also:</b> <a href=/news/ferry-company-warns-of-a-longer-crossing-48190>Ferry company warns of a longer crossing</a></p>",
            "Read also: Ferry company warns of a longer crossing"
        ),
        ("<p>\(StoryPage.paragraphs[0])</p>", ""),
        (
            "<div class=share-buttons><a href=https://www.facebook.com/x>Facebook</a> <a href=https://x.com/y>X</a></div>",
            "Facebook X"
        ),
    ])
    func `boilerplate between paragraphs is no part of the story`(html: String, text: String) throws {
        let page = StoryPage(middle: html)
        let middle = try #require(page.middle, "a paragraph of the page is missing")
        #expect(middle.isEmpty, "\(middle.map(\.text))")
        if !text.isEmpty { #expect(LabelledBlock.role(of: text, in: page.html) != .mainContent) }
    }

    @Test(arguments: [
        "<section class=related><h2>Related stories</h2><ul><li><a href=/news/storm-tears-a-hole-into-the-breakwater-47011>Storm tears a hole into the breakwater</a></li></ul></section>",
        "<aside><h3>Most read</h3><ol><li><a href=/news/swan-stops-tram-in-the-old-town-48260>Swan stops tram in the old town</a></li></ol></aside>",
        "<div class=comments><h3>2 comments</h3><div class=comment><b>Jo</b><p>About time that somebody did something about it.</p></div></div>",
        "<div class=tags><a href=/tag/ferry>Ferry</a> <a href=/tag/harbour>Harbour</a></div>",
    ])
    func `what follows the story is no part of it`(html: String) {
        #expect(StoryPage(after: html).read().article?.text == StoryPage.paragraphs.joined(separator: "\n\n"))
    }

    @Test(arguments: [
        ("<h2>More on this story</h2>", BlockRole.relatedContent), ("<h2>Most read</h2>", .popular),
        ("<h2>Latest news</h2>", .popular),
    ])
    func `the title above a list says what it is for`(title: String, role: BlockRole) {
        let items = [
            "Swan stops tram in the old town", "Lottery winner gives the money back",
            "Cup final ends after fourteen penalties",
        ]
        let list = items.map {
            "<li><a href=/news/\($0.lowercased().replacing(" ", with: "-"))-48190>\($0)</a></li>"
        }.joined()
        let html = StoryPage(after: "<div class=c1>\(title)<ul>\(list)</ul></div>").html
        for item in items { #expect(LabelledBlock.role(of: item, in: html) == role, "\(item)") }
    }

    @Test func `the repeat of a paragraph for another screen is left out`() throws {
        let copy = StoryPage.paragraphs[2]
        let page = StoryPage(middle: "<div class=mobile-only><p>\(copy)</p></div>")
        #expect(page.middle?.isEmpty == true)
    }

    @Test func `the head of an agency's story belongs to its text`() throws {
        let html = """
            <table><tr><td><h1>Cable ship mends line to the islands</h1><span>by Staff Writers</span><br>
            <span>Port Lund (AFP) June 14, 2025</span><p>\(StoryPage.paragraphs.joined(separator: "<p>"))</td></tr></table>
            """
        let blocks = LabelledBlock.all(of: html).filter { $0.role == .mainContent }.map(\.text)
        #expect(
            Array(blocks.prefix(3)) == [
                "Cable ship mends line to the islands", "by Staff Writers", "Port Lund (AFP) June 14, 2025",
            ])
    }

    @Test func `every block has a probability and a role`() {
        let segmentation = Segmentation(
            HTMLDocument(parsing: Array(StoryPage(middle: "<h2>Costs</h2>").html.utf8)))
        #expect(segmentation.roles.count == segmentation.list.blocks.count)
        #expect(segmentation.content.count == segmentation.list.blocks.count)
        #expect(segmentation.content.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test(
        arguments: [
            ([1, 1, 0], [100, 100, 50], 0.5), ([], [], 0.5), ([0, 0], [10, 10], 0.5),
            ([0.1, 0.1], [50, 50], 0.2),
            ([0.9, 0.35], [100, 100], 0.44),
        ] as [([Float], [Float], Float)])
    func `the threshold is lower on a page where much is uncertain`(
        content: [Float], words: [Float], expected: Float
    ) {
        let threshold = ContentThreshold.threshold(content: content, words: words)
        #expect(abs(threshold - expected) < 0.001, "\(threshold)")
    }
}
