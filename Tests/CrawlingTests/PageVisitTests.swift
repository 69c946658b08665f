import Archiving
import Crawling
import Fetching
import FoundationEssentials
import Frontier
import FrontierConformance
import Politeness
import Testing
import WARC
import WebURLs

@Suite struct PageVisitTests {
    static let story = "<html><body><p>A story.</p><a href='/b'>b</a></body></html>"

    @Test func `robots.txt is fetched first, archived as hop P, and the page waits for its host`()
        async throws
    {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging(["http://news.example/a": .page(Self.story)]) { a, _ in a })
        try await fixture.begin()
        let first = try #require(try await fixture.step()?.first)
        #expect(first.outcome == .deferred)
        #expect(first.hostReadyAt >= fixture.clock.now.addingTimeInterval(2))
        #expect(fixture.archive.records.first?.hopPath == "P")
        #expect(try await fixture.state(of: "http://news.example/robots.txt")?.isArchived == true)
        let second = try #require(try await fixture.step()?.first)
        #expect(second.outcome.isArchived)
        #expect(fixture.fetcher.asked == ["http://news.example/robots.txt", "http://news.example/a"])
        #expect(fixture.archive.records.last?.robotsRecordID == "urn:uuid:1-0")
    }

    @Test func `a page that robots.txt forbids is never asked for`() async throws {
        let fixture = try VisitFixture(VisitFixture.allowing, seeds: ["http://news.example/private/x"])
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(done.last?.outcome == .skipped(.robots))
        #expect(fixture.fetcher.asked == ["http://news.example/robots.txt"])
    }

    @Test func `an origin whose robots.txt cannot be reached three times is skipped`() async throws {
        let fixture = try VisitFixture(["http://news.example/robots.txt": .error(.connect)])
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(done.last?.outcome == .skipped(.robotsUnreachable))
        #expect(fixture.fetcher.asked == Array(repeating: "http://news.example/robots.txt", count: 3))
        // The third try is the last word: the page does not wait for its host once more.
        #expect(done.count == 3)
        #expect(fixture.log.lines.map(\.status) == [-2, -2, -2, -61])
        #expect(fixture.log.lines.first?.annotations == ["connect:as the script says"])
        #expect(fixture.log.lines.last?.annotations == ["robotsUnreachable"])
    }

    @Test(arguments: [1, 2, 9]) func `robots.txt is tried as often as a URL is, three times at most`(
        attempts: Int
    )
        async throws
    {
        let fixture = try VisitFixture(
            ["http://news.example/robots.txt": .page("busy", status: 503)],
            change: { $0.politeness.maximumAttempts = attempts })
        try await fixture.begin()
        #expect(try await fixture.finish().last?.outcome == .skipped(.robotsUnreachable))
        #expect(fixture.fetcher.asked.count == min(attempts, 3))
    }

    @Test func `all URLs of an origin that is given up are skipped without another request`() async throws {
        let fixture = try VisitFixture(
            ["http://news.example/robots.txt": .error(.response)],
            seeds: (1...5).map { "http://news.example/\($0)" })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.frontier.counts().skipped == [.robotsUnreachable: 5])
        #expect(fixture.fetcher.asked.count == 3)
    }

    @Test func `a Crawl-delay counts from the fetch of the file that asks for it`() async throws {
        let fixture = try VisitFixture(
            ["http://news.example/robots.txt": .text("User-agent: *\nCrawl-delay: 40\n")])
        try await fixture.begin()
        let robots = try #require(try await fixture.step()?.first)
        #expect(robots.hostReadyAt == fixture.clock.now.addingTimeInterval(40))
    }

    @Test func `a Crawl-delay holds after a fetch that brings no answer`() async throws {
        let fixture = try VisitFixture([
            "http://news.example/robots.txt": .text("User-agent: *\nCrawl-delay: 40\n"),
            "http://news.example/a": .error(.response),
        ])
        try await fixture.begin()
        _ = try await fixture.step()
        let failed = try #require(try await fixture.step()?.first)
        #expect(failed.hostReadyAt == fixture.clock.now.addingTimeInterval(40))
    }

    @Test(arguments: [true, false])
    func `a Crawl-delay holds after another origin's robots.txt was fetched from the host`(answers: Bool)
        async throws
    {
        let moved = "http://rules.test/moved.txt"
        let fixture = try VisitFixture(
            [
                "http://rules.test/robots.txt": .text("User-agent: *\nCrawl-delay: 20\n"),
                "http://news.example/robots.txt": .redirect(moved),
                moved: answers ? .text("") : .error(.response),
            ], seeds: ["http://rules.test/a", "http://news.example/a"])
        try await fixture.begin()
        let done = try await fixture.finish()
        let elsewhere = try #require(done.first { $0.lease.url.href == moved })
        #expect(elsewhere.hostReadyAt == elsewhere.finishedAt.addingTimeInterval(20))
    }

    @Test func `a redirect to the page's own key that robots.txt forbids is not followed`() async throws {
        let fixture = try VisitFixture(
            [
                "http://news.example/robots.txt": .text("User-agent: *\nDisallow: /a?utm\n"),
                "http://news.example/a": .redirect("/a?utm_source=self"),
            ])
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(fixture.fetcher.asked == ["http://news.example/robots.txt", "http://news.example/a"])
    }

    @Test func `what one path keeps out another brings in`() async throws {
        // /far is three hops away by /b and /c, and one by /d, which is read later.
        let fixture = try VisitFixture(
            [
                "http://news.example/a": .page("<a href=/b>b</a>"),
                "http://news.example/b": .page("<a href=/c>c</a>"),
                "http://news.example/c": .page("<a href=/far>far</a>"),
                "http://other.example/d": .page("<a href=http://news.example/far>far</a>"),
                "http://other.example/robots.txt": .page("", status: 503, fields: [("Retry-After", "60")]),
                "http://news.example/far": .page("far"),
            ], seeds: ["http://news.example/a", "http://other.example/d"],
            change: {
                $0.follow = .all
                $0.maximumHops = 2
            })
        try await fixture.begin()
        for _ in 0..<20 {
            _ = try await fixture.step()
            if try await fixture.state(of: "http://news.example/far") != nil { break }
        }
        #expect(try await fixture.state(of: "http://news.example/far") == .skipped(.hopLimit))
        fixture.fetcher.set("http://other.example/robots.txt", .text(""))
        _ = try await fixture.finish()
        #expect(try await fixture.state(of: "http://news.example/far")?.isArchived == true)
        let key = "http://news.example/far"
        #expect(try await fixture.frontier.entry(forKey: key)?.candidate.hopPath.letters == "L")
    }

    @Test(arguments: [429, 500, 503])
    func `a refusal is tried again and at last archived as failed`(status: Int) async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging(["http://news.example/a": .page("no", status: status)]) { a, _ in a
            })
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(fixture.fetcher.asked.count == 1 + fixture.plan.politeness.maximumAttempts)
        #expect(done.last?.outcome == .failed(reason: "status \(status)"))
        #expect(fixture.archive.records.count == 2)
    }

    @Test func `Retry-After holds the host back`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .page("later", status: 503, fields: [("Retry-After", "600")])
            ]) { a, _ in a })
        try await fixture.begin()
        _ = try await fixture.step()
        let refused = try #require(try await fixture.step()?.first)
        #expect(refused.hostReadyAt == fixture.clock.now.addingTimeInterval(600))
    }

    @Test func `no answer is tried again and at last recorded as a failure`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging(["http://news.example/a": .error(.connect)]) { a, _ in a })
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(done.last?.outcome == .failed(reason: "connect"))
        guard case .failure = fixture.archive.records.last?.content else {
            Issue.record("no failure record")
            return
        }
    }

    @Test func `a refused address is skipped at once`() async throws {
        let fixture = try VisitFixture(["http://news.example/robots.txt": .error(.addressPolicy)])
        try await fixture.begin()
        #expect(try await fixture.finish().last?.outcome == .skipped(.addressPolicy))
        #expect(fixture.fetcher.asked.count == 1)
    }

    @Test func `a redirect is a capture, and its target a candidate in front of its host's queue`()
        async throws
    {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .redirect("/target"),
                "http://news.example/target": .page(Self.story),
            ]) { a, _ in a })
        try await fixture.begin()
        let done = try await fixture.finish()
        let redirect = try #require(done.first { $0.status == 302 })
        #expect(redirect.outcome.isArchived)
        #expect(!redirect.isPage)
        #expect(redirect.discoveries.first?.hopPath == HopPath("R"))
        #expect(redirect.discoveries.first?.priority == .redirect)
        #expect(done.last?.isPage == true)
    }

    @Test func `a seed's redirect to another site brings that site into the scope`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .redirect("http://paper.example/a"),
                "http://paper.example/robots.txt": .text(""), "http://paper.example/a": .page(Self.story),
                "http://paper.example/b": .page("<p>b</p>"),
            ]) { a, _ in a }, change: { $0.follow = .all })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.state(of: "http://paper.example/b")?.isArchived == true)
        #expect(try await fixture.frontier.scopeDomains() == ["paper.example"])
    }

    @Test func `a redirect to the page's own key is followed within the visit`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a?utm_source=mail": .redirect("/a"),
                "http://news.example/a": .page(Self.story),
            ]) { a, _ in a }, seeds: ["http://news.example/a?utm_source=mail"], change: { $0.follow = .none })
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(done.last?.isPage == true)
        #expect(fixture.archive.batches.last?.count == 2)
    }

    @Test func `a page that repeats an earlier payload becomes a revisit`() async throws {
        let body = "<html><body><p>The same.</p></body></html>"
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .page(body), "http://news.example/b": .page(body),
            ]) { a, _ in a }, seeds: ["http://news.example/a", "http://news.example/b"])
        try await fixture.begin()
        let done = try await fixture.finish()
        guard case .revisited = done.last?.outcome,
            case .revisit(_, let earlier) = fixture.archive.records.last?.content
        else {
            Issue.record("no revisit")
            return
        }
        #expect(earlier.url.href == "http://news.example/a")
    }

    @Test(arguments: [
        ("noai", "", "", [("X-Robots-Tag", "noai")]),
        ("tdm-reservation", "", "", [("TDM-Reservation", " 1\t")]),
        (
            "tdm-reservation", "", "<meta name=TDM-Reservation content=1><meta name=tdm-policy content=/tdm>",
            []
        ),
        ("content-signal ai-train=no", "Content-Signal: search=yes, ai-train=no\n", "", []),
    ])
    func `a wish not to be learned from is recorded, and heeded if so asked`(
        wish: String, robots: String, head: String, fields: [(String, String)]
    ) async throws {
        for isHeeded in [false, true] {
            let fixture = try VisitFixture(
                [
                    "http://news.example/robots.txt": .text("User-agent: *\n" + robots),
                    "http://news.example/a": .page(head + "<p>story</p>", fields: fields),
                ], change: { $0.respectsAIOptOut = isHeeded })
            try await fixture.begin()
            let last = try #require(try await fixture.finish().last)
            #expect(last.outcome.isArchived != isHeeded)
            if isHeeded { #expect(last.outcome == .skipped(.optOut)) }
            #expect(fixture.archive.records.last?.aiOptOuts == [wish])
        }
    }

    @Test(arguments: ["0", "", "1x"]) func `no reservation is no wish`(value: String) async throws {
        let fixture = try VisitFixture([
            "http://news.example/robots.txt": .text(""),
            "http://news.example/a": .page(
                "<meta name=tdm-reservation content='\(value)'><p>story</p>",
                fields: [("TDM-Reservation", value)]),
        ])
        try await fixture.begin()
        #expect(try await fixture.finish().last?.outcome.isArchived == true)
        #expect(fixture.archive.records.last?.aiOptOuts == [])
    }

    @Test func `noarchive keeps the page out, but its links are followed`() async throws {
        let page =
            "<html><head><meta name=robots content=noarchive></head><body><a href=/b>b</a></body></html>"
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging(["http://news.example/a": .page(page)]) { a, _ in a },
            change: { $0.follow = .all })
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(try await fixture.state(of: "http://news.example/a") == .skipped(.noarchive))
        #expect(done.contains { $0.lease.url.href == "http://news.example/b" })
    }

    @Test func `nofollow of the page or of the link is obeyed`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .page("<a href=/b rel=nofollow>b</a><a href=/c>c</a>"),
                "http://news.example/c": .page("<meta name=robots content=nofollow><a href=/d>d</a>"),
            ]) { a, _ in a }, change: { $0.follow = .all })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.state(of: "http://news.example/b") == nil)
        #expect(try await fixture.state(of: "http://news.example/c")?.isArchived == true)
        #expect(try await fixture.state(of: "http://news.example/d") == nil)
    }

    @Test(arguments: [[], [("Content-Type", "unknown/unknown")]])
    func `a packed page of unknown type is read as a page`(type: [(String, String)]) async throws {
        // A stored deflate block (RFC 1951 §3.2.4).
        let count = UInt8(Self.story.utf8.count)
        let page = [1, count, 0, ~count, 255] + Array(Self.story.utf8)
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .bytes(page, fields: type + [("Content-Encoding", "deflate")])
            ]) { a, _ in a }, change: { $0.follow = .all })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(fixture.fetcher.asked.last == "http://news.example/b")
    }

    @Test func `a 404 is archived without text, and its links are not followed`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": .page("<a href=/b>b</a>", status: 404)
            ]) { a, _ in a }, change: { $0.follow = .all })
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(done.last?.outcome.isArchived == true)
        #expect(fixture.archive.records.last?.page == nil)
        #expect(try await fixture.state(of: "http://news.example/b") == nil)
    }

    @Test func `a robots.txt that redirects within its host is followed by the next lease`() async throws {
        let fixture = try VisitFixture([
            "http://news.example/robots.txt": .redirect("/rules.txt"),
            "http://news.example/rules.txt": .text("User-agent: *\nDisallow: /a\n"),
        ])
        try await fixture.begin()
        #expect(try await fixture.finish().last?.outcome == .skipped(.robots))
    }

    @Test func `a robots.txt on another host waits in that host's queue and then counts for the first`()
        async throws
    {
        let fixture = try VisitFixture([
            "http://news.example/robots.txt": .redirect("http://rules.test/robots.txt"),
            "http://rules.test/robots.txt": .text("User-agent: *\nDisallow: /a\n"),
        ])
        try await fixture.begin()
        let done = try await fixture.finish()
        #expect(done.contains { $0.outcome == .skipped(.robots) })
        #expect(
            fixture.fetcher.asked == ["http://news.example/robots.txt", "http://rules.test/robots.txt"])
    }

    @Test func `a page waits as long as the host that has its robots.txt`() async throws {
        let elsewhere = "http://rules.test/robots.txt"
        let fixture = try VisitFixture(
            [
                "http://news.example/robots.txt": .redirect("http://rules.test/moved.txt"),
                elsewhere: .page("busy", status: 503, fields: [("Retry-After", "86400")]),
            ], seeds: ["http://rules.test/a", "http://news.example/a"])
        try await fixture.begin()
        let start = fixture.clock.now
        for _ in 0..<2 { _ = try await fixture.step() }
        #expect(try await fixture.frontier.nextWake() == start.addingTimeInterval(86_400))
        fixture.fetcher.set(elsewhere, .text(""))
        fixture.fetcher.set("http://rules.test/moved.txt", .text(""))
        fixture.fetcher.set("http://news.example/a", .page(Self.story))
        _ = try await fixture.finish()
        #expect(try await fixture.state(of: "http://news.example/a")?.isArchived == true)
    }

    @Test func `a robots.txt that redirects without end counts as absent`() async throws {
        var replies: [String: ScriptedFetcher.Reply] = ["http://news.example/a": .page(Self.story)]
        replies["http://news.example/robots.txt"] = .redirect("/r0")
        for index in 0..<20 { replies["http://news.example/r\(index)"] = .redirect("/r\(index + 1)") }
        let fixture = try VisitFixture(replies, change: { $0.follow = .none })
        try await fixture.begin()
        #expect(try await fixture.finish().last?.isPage == true)
        #expect(fixture.fetcher.asked.count == 7)
    }
}
