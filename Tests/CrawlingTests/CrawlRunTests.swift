import Crawling
import Fetching
import FoundationEssentials
import Frontier
import FrontierConformance
import Politeness
import Testing
import WebURLs

@Suite struct CrawlRunTests {
    private static func site(pages: Int) -> [String: ScriptedFetcher.Reply] {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        for page in 0..<pages {
            let links = (1...3).map { "<a href='/p\((page * 3 + $0) % pages)'>x</a>" }.joined()
            replies["http://news.example/p\(page)"] = .page("<html><body>\(page)\(links)</body></html>")
        }
        return replies
    }

    private func run(
        _ replies: [String: ScriptedFetcher.Reply], seeds: [String] = ["http://news.example/p0"],
        change: (inout CrawlPlan) -> Void = { _ in }
    ) async throws -> (end: RunEnd, fixture: VisitFixture) {
        let fixture = try VisitFixture(
            replies, seeds: seeds,
            change: {
                $0.follow = .all
                $0.maximumHops = nil
                $0.politeness.minimumDelay = .zero
                $0.politeness.loadFactor = 0
                change(&$0)
            })
        try await fixture.begin()
        let run = CrawlRun(visit: fixture.visit, frontier: fixture.frontier)
        return (try await run.run(), fixture)
    }

    @Test func `a run ends when nothing is left, and the ledger adds up`() async throws {
        let (end, fixture) = try await run(Self.site(pages: 40))
        #expect(end == .finished)
        let counts = try await fixture.frontier.counts()
        #expect(counts.pages == 40)
        #expect(counts.discovered == counts.archived)
        #expect(Set(fixture.fetcher.asked).count == fixture.fetcher.asked.count)
    }

    @Test(arguments: [1, 7]) func `a page limit is met exactly`(limit: Int) async throws {
        let (end, fixture) = try await run(Self.site(pages: 40)) { $0.limits.maximumPages = limit }
        #expect(end == .stopped(.pageLimit(limit)))
        #expect(try await fixture.frontier.counts().pages == limit)
        #expect(try await fixture.frontier.counts().leased == 0)
    }

    @Test func `a limit met by the last page is no stop`() async throws {
        let (end, _) = try await run(Self.site(pages: 5)) { $0.limits.maximumPages = 5 }
        #expect(end == .finished)
    }

    @Test func `a byte limit stops the run`() async throws {
        let (end, fixture) = try await run(Self.site(pages: 40)) { $0.limits.maximumBytes = 300 }
        #expect(end == .stopped(.byteLimit(300)))
        #expect(try await fixture.frontier.counts().queued > 0)
    }

    @Test func `a byte limit met by the last page is no stop`() async throws {
        // More than the robots.txt that is fetched first, and less than the page.
        let page = "<html><body>" + String(repeating: "The ferry sails. ", count: 200) + "</body></html>"
        let (end, fixture) = try await run(["http://news.example/p0": .page(page)]) {
            $0.limits.maximumBytes = 2_000
        }
        #expect(end == .finished)
        #expect(try await fixture.frontier.counts().pages == 1)
    }

    @Test func `a time limit that has passed is no stop where nothing is left`() async throws {
        let (_, fixture) = try await run(["http://news.example/p0": .page("<html><body>0</body></html>")]) {
            $0.limits.maximumTime = .seconds(60)
        }
        let late = CrawlRun(visit: fixture.visit, frontier: fixture.frontier)
        fixture.clock.advance(by: .seconds(61))
        #expect(try await late.run() == .finished)
    }

    @Test func `nothing is fetched onto a disk that is too full`() async throws {
        let fixture = try VisitFixture(
            Self.site(pages: 1), seeds: ["http://news.example/p0"],
            change: { $0.limits.minimumFreeDiskBytes = 10 })
        try await fixture.begin()
        let run = CrawlRun(visit: fixture.visit, frontier: fixture.frontier, freeDiskBytes: { 5 })
        #expect(try await run.run() == .lowDisk(freeBytes: 5))
        #expect(fixture.fetcher.asked.isEmpty)
    }

    @Test func `hosts that all wait too long end the run and say until when`() async throws {
        let replies: [String: ScriptedFetcher.Reply] = [
            "http://news.example/p0": .page("busy", status: 503, fields: [("Retry-After", "7200")])
        ]
        let (end, fixture) = try await run(replies) { $0.limits.maximumWait = .seconds(3_600) }
        #expect(end == .stopped(.waiting(until: fixture.clock.now.addingTimeInterval(7_200))))
    }

    @Test func `a run that nobody answers is told apart`() async throws {
        let (end, _) = try await run(["http://news.example/robots.txt": .error(.addressPolicy)])
        #expect(end == .nothingFetched)
    }

    @Test func `a feed whose items are feeds has an end`() async throws {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        for number in 0..<30 {
            replies["http://news.example/f\(number)"] = .feed(
                "<rss version='2.0'><channel><item><link>http://news.example/f\(number + 1)</link></item></channel></rss>"
            )
        }
        let (end, fixture) = try await run(replies, seeds: ["http://news.example/f0"])
        #expect(end == .finished)
        // The seed, five steps, and robots.txt.
        #expect(fixture.fetcher.asked.count == 7)
        #expect(try await fixture.frontier.counts().skipped == [.hopLimit: 1])
    }

    @Test func `pages that must not be kept count for the limits of pages`() async throws {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        for number in 0..<60 {
            replies["http://news.example/p\(number)"] = .page(
                "<html><head><meta name=robots content=noarchive></head><body>\(number)"
                    + "<a href='/p\(number + 1)'>x</a></body></html>")
        }
        let (end, ofHost) = try await run(replies) { $0.maximumPagesPerHost = 5 }
        #expect(end == .finished)
        #expect(try await ofHost.frontier.counts().skipped == [.noarchive: 5, .hostLimit: 1])
        let (stop, ofRun) = try await run(replies) { $0.limits.maximumPages = 5 }
        #expect(stop == .stopped(.pageLimit(5)))
        #expect(try await ofRun.frontier.counts().skipped == [.noarchive: 5])
    }

    @Test func `ten redirects count as a page for the limit of a host`() async throws {
        let links = (1...100).map { "<a href='/r\($0)'>x</a>" }.joined()
        var replies = [
            "http://news.example/p0": ScriptedFetcher.Reply.page("<html><body>\(links)</body></html>")
        ]
        for number in 1...100 {
            replies["http://news.example/r\(number)"] = .redirect("http://news.example/p0")
        }
        let (end, fixture) = try await run(replies) { $0.maximumPagesPerHost = 4 }
        #expect(end == .finished)
        #expect(fixture.fetcher.asked.count { $0.contains("/r") && !$0.contains("robots") } == 30)
    }
}
