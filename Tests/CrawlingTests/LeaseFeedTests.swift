import FoundationEssentials
import Frontier
import FrontierConformance
import Testing
import WebURLs

@testable import Crawling

@Suite struct LeaseFeedTests {
    /// Hands out leases of as many hosts.
    private func feed(
        hosts: Int, concurrency: Int = 1, clock: ManualClock = ManualClock()
    ) async throws -> LeaseFeed {
        let urls = try (0..<hosts).map { try #require(WebURL("http://h\($0).example/")) }
        var plan = CrawlPlan(seeds: urls)
        plan.limits.concurrency = concurrency
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

    @Test func `a fetch that takes long leaves its place, until there are four times as many`() async throws {
        let clock = ManualClock()
        let feed = try await feed(hosts: 10, concurrency: 2, clock: clock)
        for count in 1...2 * LeaseFeed.fetchesPerPlace {
            _ = try #require(await feed.next())
            #expect(await feed.activity.inFlight == count)
            if count % 2 == 0 { clock.advance(by: LeaseFeed.patience) }
        }
        let next = Task { await feed.next() }
        // Whatever more the feed would hand out it does before it stops.
        for _ in 0..<100 { await Task.yield() }
        #expect(await feed.activity.inFlight == 2 * LeaseFeed.fetchesPerPlace)
        await feed.stop(.stopped(.signal))
        #expect(await next.value == nil)
    }

    @Test func `a fetch that was slow gives no second place away by waiting to be read`() async throws {
        let clock = ManualClock()
        let feed = try await feed(hosts: 6, concurrency: 2, clock: clock)
        let first = try #require(await feed.next())
        _ = try #require(await feed.next())
        clock.advance(by: LeaseFeed.patience)
        for _ in 0..<2 { _ = try #require(await feed.next()) }
        await feed.rests(first.token)
        let fifth = Task { await feed.next() }
        for _ in 0..<100 { await Task.yield() }
        #expect(await feed.activity.inFlight == 4)
        await feed.stop(.stopped(.signal))
        #expect(await fifth.value == nil)
    }

    @Test func `one fetch at a time means one, however long it takes`() async throws {
        let clock = ManualClock()
        let feed = try await feed(hosts: 2, clock: clock)
        _ = try #require(await feed.next())
        clock.advance(by: LeaseFeed.patience * 10)
        let second = Task { await feed.next() }
        for _ in 0..<100 { await Task.yield() }
        #expect(await feed.activity.inFlight == 1)
        await feed.stop(.stopped(.signal))
        #expect(await second.value == nil)
    }

    @Test func `a host that refuses again and again ends the run, once nothing was done for long`()
        async throws
    {
        let clock = ManualClock()
        let url = try #require(WebURL("http://h.example/"))
        var plan = CrawlPlan(seeds: [url])
        plan.limits.maximumWait = .seconds(60)
        let frontier = MemoryFrontier(now: { clock.now })
        _ = await frontier.enqueue([plan.seedCandidate(url)])
        let feed = LeaseFeed(frontier: frontier, limits: plan.limits, now: { clock.now })
        var readyAt = clock.now
        for _ in 0..<2 {
            clock.advance(to: readyAt)
            let lease = try #require(await feed.next())
            readyAt = clock.now.addingTimeInterval(40)
            let completion = Completion(
                lease: lease, outcome: .retry(at: readyAt, reason: "status 503"), finishedAt: clock.now,
                status: 503, hostReadyAt: readyAt)
            _ = await frontier.complete([completion])
            await feed.returned(VisitResult(completion), isCommitted: true)
        }
        // The next try is less than a minute away, but more than one after the last URL that was done.
        #expect(await feed.next() == nil)
        #expect(await feed.runEnd == .stopped(.waiting(until: readyAt)))
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
