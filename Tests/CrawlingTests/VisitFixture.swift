import Crawling
import FoundationEssentials
import Frontier
import FrontierConformance
import Pages
import Testing
import WebURLs

/// A visit over a scripted web, a model frontier and an archive without files, at a time that tests move.
struct VisitFixture {
    let clock = ManualClock()
    let fetcher: ScriptedFetcher
    let archive = RecordingArchive()
    let log = RecordingLog()
    let frontier: FullFrontier
    let visit: PageVisit
    let plan: CrawlPlan

    static let allowing: [String: ScriptedFetcher.Reply] = [
        "http://news.example/robots.txt": .text("User-agent: *\nDisallow: /private/\n")
    ]

    init(
        _ replies: [String: ScriptedFetcher.Reply], seeds: [String] = ["http://news.example/a"],
        change: (inout CrawlPlan) -> Void = { _ in }
    ) throws {
        let urls = try seeds.map { try #require(WebURL($0)) }
        var plan = CrawlPlan(seeds: urls)
        plan.limits.concurrency = 2
        change(&plan)
        self.plan = plan
        let clock = clock
        fetcher = ScriptedFetcher(replies, clock: clock)
        frontier = MemoryFrontier(now: { clock.now })
        visit = PageVisit(
            plan: plan, scope: LearnedScope(plan, learnedDomains: []),
            robots: RobotsDirectory(
                memory: frontier, token: "newshound", startedAt: clock.now, now: { clock.now }),
            fetcher: fetcher, reader: PageReader(), archive: archive, memory: frontier, log: log,
            clock: VisitClock(now: { clock.now }, pause: { clock.advance(to: $0) }))
    }

    /// Enqueues the seeds.
    func begin() async throws { _ = try await frontier.enqueue(plan.seeds.map(plan.seedCandidate)) }

    /// Moves the time to the next wake, claims, visits and commits all that is ready; nil: nothing is left.
    func step() async throws -> [Completion]? {
        guard let wake = try await frontier.nextWake() else { return nil }
        clock.advance(to: wake)
        var done: [Completion] = []
        for lease in try await frontier.claim(upTo: 10, for: .seconds(300)) {
            let result = try await visit.run(lease)
            let lost = try await frontier.complete([result.completion])
            #expect(lost.isEmpty)
            done.append(result.completion)
        }
        return done
    }

    /// Steps until nothing is left, a hundred times at most.
    func finish() async throws -> [Completion] {
        var all: [Completion] = []
        for _ in 0..<100 {
            guard let done = try await step() else { return all }
            all += done
        }
        Issue.record("the crawl does not end")
        return all
    }

    func state(of url: String) async throws -> URLEntry.State? {
        let parsed = try #require(WebURL(url))
        return try await frontier.entry(forKey: plan.identity.key(of: parsed))?.state
    }
}

extension Completion.Outcome {
    var isArchived: Bool { if case .archived = self { true } else { false } }
}

extension URLEntry.State {
    var isArchived: Bool { if case .archived = self { true } else { false } }
}
