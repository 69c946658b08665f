import Crawling
import FoundationEssentials
import Frontier
import FrontierConformance
import Testing
import WebURLs

@Suite struct LeaseFeedTests {
    /// Hands out leases of as many hosts, one fetch in flight at most.
    private func feed(hosts: Int) async throws -> LeaseFeed {
        let urls = try (0..<hosts).map { try #require(WebURL("http://h\($0).example/")) }
        var plan = CrawlPlan(seeds: urls)
        plan.limits.concurrency = 1
        let clock = ManualClock()
        let frontier = MemoryFrontier(now: { clock.now })
        _ = await frontier.enqueue(urls.map(plan.seedCandidate))
        return LeaseFeed(frontier: frontier, limits: plan.limits, now: { clock.now })
    }

    @Test func `a page that waits to be read lets another fetch begin`() async throws {
        let feed = try await feed(hosts: 3)
        let first = try #require(await feed.next())
        let second = Task { await feed.next() }
        await feed.rests(first.token)
        #expect(await second.value?.candidate.hostKey.name == "h1.example")
        #expect(await feed.activity.inFlight == 2)
        await feed.stop(.stopped(.signal))
    }

    @Test func `no more fetches are in flight than allowed`() async throws {
        let feed = try await feed(hosts: 3)
        let first = try #require(await feed.next())
        let second = Task { await feed.next() }
        let third = Task { await feed.next() }
        await feed.rests(first.token)
        await feed.rests(first.token)
        let next = try #require(await firstOf(second, third, feed))
        #expect(next.candidate.hostKey.name == "h1.example")
    }

    /// The lease that one of two got, once the feed was stopped; nil if none or both did.
    private func firstOf(_ one: Task<Lease?, Never>, _ other: Task<Lease?, Never>, _ feed: LeaseFeed) async
        -> Lease?
    {
        while await feed.activity.inFlight < 2 { await Task.yield() }
        // Whatever more the feed would hand out it does before it stops.
        for _ in 0..<100 { await Task.yield() }
        await feed.stop(.stopped(.signal))
        let leases = [await one.value, await other.value].compactMap(\.self)
        return leases.count == 1 ? leases.first : nil
    }
}
