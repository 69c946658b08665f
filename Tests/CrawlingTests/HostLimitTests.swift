import Archiving
import Crawling
import Fetching
import FoundationEssentials
import Frontier
import FrontierConformance
import Politeness
import Testing
import WebURLs

/// What keeps hosts from holding up a crawl that have no end, answer nothing, or ask to be waited for.
@Suite struct HostLimitTests {
    @Test func `pages of one host end at the limit`() async throws {
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging(["http://news.example/a": .page(PageVisitTests.story)]) { a, _ in a
            },
            change: {
                $0.follow = .all
                $0.maximumPagesPerHost = 1
            })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.state(of: "http://news.example/b") == .skipped(.hostLimit))
    }

    private static func dead(_ pages: Int, beside others: [String]) throws -> VisitFixture {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        let seeds = (0..<pages).map { "http://dead.example/\($0)" }
        for seed in seeds { replies[seed] = .error(.connect) }
        return try VisitFixture(replies, seeds: seeds + others)
    }

    @Test func `a host that answers nothing while others do is given up for the run`() async throws {
        let fixture = try Self.dead(40, beside: ["http://news.example/a"])
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(fixture.fetcher.asked.count { $0.hasPrefix("http://dead.example/") } == 1 + 6)
        let failed = try await fixture.frontier.counts().failed
        #expect(failed.values.reduce(0, +) == 40)
        #expect((failed["hostSilent"] ?? 0) >= 36, "\(failed)")
        #expect(fixture.log.lines.last?.annotations == ["hostSilent"])
        #expect(fixture.log.lines.last?.status == -8)
    }

    @Test func `while nobody answers, none is given up: the network may be down`() async throws {
        let fixture = try Self.dead(4, beside: [])
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.frontier.counts().failed == ["connect": 4])
        #expect(fixture.fetcher.asked.count == 1 + 4 * fixture.plan.politeness.maximumAttempts)
    }

    @Test(arguments: [(2, true), (86_400, false)])
    func `a redirect to its own key is followed in the visit, unless that is asked to wait for long`(
        seconds: Int, isFollowed: Bool
    ) async throws {
        let redirect = ScriptedFetcher.Reply.page(
            "", status: 302,
            fields: [("Location", "/a?utm_source=x"), ("Retry-After", "\(seconds)")])
        let fixture = try VisitFixture(
            VisitFixture.allowing.merging([
                "http://news.example/a": redirect,
                "http://news.example/a?utm_source=x": .page(PageVisitTests.story),
            ]) { a, _ in a })
        try await fixture.begin()
        _ = try await fixture.step()
        let start = fixture.clock.now
        let visit = try #require(try await fixture.step()?.first)
        #expect(visit.outcome.isArchived)
        #expect(visit.isPage == isFollowed)
        #expect(fixture.clock.now.timeIntervalSince(start) < 60)
        #expect(visit.hostReadyAt.timeIntervalSince(start) >= (isFollowed ? 2 : 86_400))
    }
}
