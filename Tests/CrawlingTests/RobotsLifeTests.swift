import Crawling
import Fetching
import FoundationEssentials
import Frontier
import FrontierConformance
import Politeness
import Testing
import WebURLs

/// How long an origin's robots.txt is used, and whose it is (RFC 9309 §2.3 and §2.4).
@Suite struct RobotsLifeTests {
    private static let robots = "http://news.example/robots.txt"
    private static let day: TimeInterval = 24 * 3600

    private func fixture(_ replies: [String: ScriptedFetcher.Reply]) async throws -> VisitFixture {
        let fixture = try VisitFixture(replies)
        try await fixture.begin()
        return fixture
    }

    private func rules(_ fixture: VisitFixture) async throws -> OriginRules? {
        let origin = try #require(WebURL("http://news.example/")).origin
        return try await fixture.visit.robots.rules(for: origin)
    }

    @Test func `2-3: the file lies at the top of each scheme, host and port`() async throws {
        let seeds = ["http://news.example/a", "https://news.example/b", "http://news.example:8080/c"]
        let fixture = try VisitFixture([:], seeds: seeds)
        try await fixture.begin()
        _ = try await fixture.finish()
        let asked = Set(fixture.fetcher.asked.filter { $0.hasSuffix("/robots.txt") })
        #expect(
            asked == [
                Self.robots, "https://news.example/robots.txt", "http://news.example:8080/robots.txt",
            ])
    }

    @Test func `2-3-1-2: five redirects in a row are followed, and the rules are those of the first host`()
        async throws
    {
        var replies: [String: ScriptedFetcher.Reply] = [Self.robots: .redirect("/r1")]
        for step in 1..<5 { replies["http://news.example/r\(step)"] = .redirect("/r\(step + 1)") }
        replies["http://news.example/r5"] = .text("User-agent: *\nDisallow: /a\n")
        let fixture = try await fixture(replies)
        #expect(try await fixture.finish().last?.outcome == .skipped(.robots))
    }

    @Test func `a page to which robots.txt redirects is read all the same, by a visit of its own`()
        async throws
    {
        let target = "http://news.example/a"
        let fixture = try await fixture([
            Self.robots: .redirect("/a"), target: .page("<p>A story</p><a href=/b>The other story</a>"),
        ])
        let done = try await fixture.finish()
        #expect(fixture.fetcher.asked.filter { $0 == target }.count == 2)
        #expect(done.filter { $0.isPage && $0.lease.url.href == target }.count == 1)
        #expect(try await fixture.frontier.entry(forKey: target)?.isPage == true)
        let robots = try #require(
            try await fixture.frontier.entry(forKey: "\(target) robots http://news.example"))
        #expect(robots.candidate.hopPath.letters == "P")
        #expect(robots.state.isArchived)
    }

    @Test func `2-4: the file is used for 24 hours and no longer`() async throws {
        let fixture = try await fixture([Self.robots: .text("")])
        _ = try await fixture.step()
        fixture.clock.advance(by: .seconds(Int(Self.day) - 60))
        #expect(try await rules(fixture) != nil)
        fixture.clock.advance(by: .seconds(120))
        #expect(try await rules(fixture) == nil)
    }

    @Test func `2-3-1-4: unreachable for thirty days, the file counts as absent`() async throws {
        let fixture = try await fixture([Self.robots: .error(.connect)])
        let origin = try #require(WebURL("http://news.example/")).origin
        let now = fixture.clock.now
        let lease = try #require(try await fixture.frontier.claim(upTo: 1, for: .seconds(60)).first)
        let old = RobotsSnapshot(
            origin: origin, access: .disallowAll, fetchedAt: now.addingTimeInterval(-Self.day),
            unreachableSince: now.addingTimeInterval(-31 * Self.day), unreachableTries: 3)
        _ = try await fixture.frontier.complete([
            Completion(
                lease: lease, outcome: .deferred, finishedAt: now, hostReadyAt: now, learned: [.robots(old)])
        ])
        let done = try await fixture.finish()
        #expect(done.last?.outcome.isArchived == true)
        #expect(fixture.fetcher.asked == [Self.robots, "http://news.example/a"])
    }

    @Test func `2-3-1-4: unreachable for less, everything is forbidden`() async throws {
        let fixture = try await fixture([Self.robots: .page("", status: 500)])
        #expect(try await fixture.finish().last?.outcome == .skipped(.robotsUnreachable))
    }

    @Test(arguments: ["", "User-agent: *\nAllow: /a\n"])
    func `2-3-1-4: a file that broke off counts as unreachable and is asked for again`(part: String)
        async throws
    {
        let broken = try await fixture([Self.robots: .part(part, .disconnect)])
        let first = try #require(try await broken.step()?.first)
        #expect(first.outcome == .deferred)
        #expect(first.hostReadyAt == broken.clock.now.addingTimeInterval(5))
        #expect(try await broken.finish().last?.outcome == .skipped(.robotsUnreachable))
        #expect(broken.fetcher.asked == Array(repeating: Self.robots, count: 3))

        let mended = try await fixture([Self.robots: .part(part, .time)])
        _ = try await mended.step()
        mended.fetcher.set(Self.robots, .text(part))
        #expect(try await mended.finish().last?.outcome.isArchived == true)
    }

    @Test func `2-5: a file that is cut at the limit is read as far as it came`() async throws {
        let fixture = try await fixture([Self.robots: .part("User-agent: *\nDisallow: /a\n", .length)])
        #expect(try await fixture.finish().last?.outcome == .skipped(.robots))
    }

    @Test func `2-3-1-1: a coding that nobody knows does not hide the rules`() async throws {
        let text = "User-agent: *\nDisallow: /a\n"
        let fixture = try await fixture([Self.robots: .page(text, fields: [("Content-Encoding", "utf-8")])])
        #expect(try await fixture.finish().last?.outcome == .skipped(.robots))
    }

    @Test func `5-1: relative sitemaps are those of the origin`() async throws {
        let fixture = try await fixture([Self.robots: .text("Sitemap: /map.xml\n")])
        _ = try await fixture.step()
        #expect(try await rules(fixture)?.rules.sitemaps == ["http://news.example/map.xml"])
    }
}
