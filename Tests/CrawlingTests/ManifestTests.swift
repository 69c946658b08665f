import Crawling
import Frontier
import Testing
import WebURLs

/// Sitemaps and feeds, and what belongs to pages.
@Suite struct ManifestTests {
    private static let sitemap = """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>http://news.example/a</loc></url><url><loc>http://news.example/b</loc></url>
        <url><loc>http://far.example/c</loc></url></urlset>
        """
    private static let index = """
        <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>http://news.example/sitemap.xml</loc></sitemap></sitemapindex>
        """

    private func finish(
        _ replies: [String: ScriptedFetcher.Reply], seed: String, change: (inout CrawlPlan) -> Void = { _ in }
    ) async throws -> VisitFixture {
        let fixture = try VisitFixture(replies, seeds: [seed], change: change)
        try await fixture.begin()
        _ = try await fixture.finish()
        return fixture
    }

    private func path(_ fixture: VisitFixture, _ url: String) async throws -> String? {
        try await fixture.frontier.entry(forKey: url)?.candidate.hopPath.letters
    }

    @Test func `the pages of a sitemap that is a seed are candidates of hop M`() async throws {
        let fixture = try await finish(
            ["http://news.example/sitemap.xml": .text(Self.sitemap)], seed: "http://news.example/sitemap.xml")
        for page in ["a", "b"] { #expect(try await path(fixture, "http://news.example/\(page)") == "M") }
        #expect(try await fixture.frontier.entry(forKey: "http://far.example/c")?.candidate.offSiteHops == 1)
    }

    @Test func `a list of sitemaps leads to their pages`() async throws {
        let fixture = try await finish(
            [
                "http://news.example/all.xml": .text(Self.index),
                "http://news.example/sitemap.xml": .text(Self.sitemap),
            ], seed: "http://news.example/all.xml")
        #expect(try await path(fixture, "http://news.example/b") == "MM")
    }

    @Test func `a sitemap that a page links is archived, not read`() async throws {
        let fixture = try await finish(
            [
                "http://news.example/x": .page("<a href=/sitemap.xml>map</a>"),
                "http://news.example/sitemap.xml": .text(Self.sitemap),
            ], seed: "http://news.example/x", change: { $0.follow = .all })
        #expect(try await path(fixture, "http://news.example/sitemap.xml") == "L")
        #expect(try await path(fixture, "http://news.example/b") == nil)
    }

    @Test func `with follow none a sitemap leads nowhere`() async throws {
        let fixture = try await finish(
            ["http://news.example/sitemap.xml": .text(Self.sitemap)], seed: "http://news.example/sitemap.xml",
            change: { $0.follow = .none })
        #expect(try await path(fixture, "http://news.example/a") == nil)
    }

    @Test(arguments: [true, false]) func `sitemaps of robots.txt are read if that is wanted`(isWanted: Bool)
        async throws
    {
        let fixture = try await finish(
            [
                "http://news.example/robots.txt": .text("Sitemap: /sitemap.xml\n"),
                "http://news.example/sitemap.xml": .text(Self.sitemap),
                "http://news.example/x": .page("x"),
            ], seed: "http://news.example/x", change: { $0.readsRobotsSitemaps = isWanted })
        #expect(try await path(fixture, "http://news.example/b") == (isWanted ? "MM" : nil))
    }

    @Test func `pictures and style sheets of kept pages are fetched and are no pages`() async throws {
        let page = """
            <html><head><link rel=stylesheet href=/a.css></head><body><img src=http://cdn.example/p.png>
            <img src=/q.png></body></html>
            """
        let fixture = try await finish(
            [
                "http://news.example/x": .page(page),
                "http://news.example/a.css": .page("<a href=/no>no</a>"),
                "http://cdn.example/p.png": .redirect("/r.png"),
            ], seed: "http://news.example/x",
            change: {
                $0.takesRequisites = true
                $0.follow = .all
                $0.maximumHops = 0
                $0.offSiteHops = 0
            })
        #expect(try await path(fixture, "http://cdn.example/p.png") == "E")
        #expect(try await path(fixture, "http://cdn.example/r.png") == "ER")
        #expect(try await fixture.state(of: "http://news.example/a.css")?.isArchived == true)
        #expect(try await path(fixture, "http://news.example/no") == nil)
        #expect(try await fixture.frontier.counts().pages == 1)
    }

    @Test func `requisites of a page end at their own limit`() async throws {
        let page = (0..<10).map { "<img src=/\($0).png>" }.joined()
        let fixture = try await finish(
            ["http://news.example/x": .page(page)], seed: "http://news.example/x",
            change: {
                $0.takesRequisites = true
                $0.maximumRequisitesPerPage = 3
            })
        // The page, robots.txt and three pictures.
        #expect(try await fixture.frontier.counts().discovered == 5)
    }
}
