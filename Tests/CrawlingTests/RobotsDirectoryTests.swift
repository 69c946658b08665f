import FoundationEssentials
import Frontier
import FrontierConformance
import Politeness
import Testing
import WebURLs

@testable import Crawling

@Suite struct RobotsDirectoryTests {
    /// A file of nothing but rules, of which one forbids the page of this number.
    private func file(_ number: Int) -> [UInt8] {
        Array(("User-agent: *\nDisallow: /\(number)$\n" + String(repeating: "Allow:/a\n", count: 2_000)).utf8)
    }

    @Test func `files that are all rules take no more memory than is set aside, and none is forgotten`()
        async throws
    {
        let fixture = try VisitFixture([:])
        try await fixture.begin()
        let origins = try (0..<20).map { try #require(WebURL("http://h\($0).example/")).origin }
        let lease = try #require(try await fixture.frontier.claim(upTo: 1, for: .seconds(60)).first)
        let now = fixture.clock.now
        let facts = origins.enumerated().map { number, origin in
            Fact.robots(
                RobotsSnapshot(origin: origin, access: .parse, body: file(number), fetchedAt: now))
        }
        _ = try await fixture.frontier.complete([
            Completion(lease: lease, outcome: .deferred, finishedAt: now, hostReadyAt: now, learned: facts)
        ])
        let maximumBytes = 300_000
        let directory = RobotsDirectory(
            memory: fixture.frontier, token: "newshound", startedAt: now, maximumBytes: maximumBytes,
            now: { now })
        for _ in 0..<2 {
            for (number, origin) in origins.enumerated() {
                let rules = try #require(try await directory.rules(for: origin)).rules
                #expect(!rules.allows(try #require(WebURL("http://\(origin.host)/\(number)"))))
                #expect(rules.allows(try #require(WebURL("http://\(origin.host)/\(number + 1)"))))
                #expect(await directory.heldBytes <= maximumBytes)
            }
        }
        #expect(await directory.heldBytes > maximumBytes / 4)
    }

    @Test func `what is asked for again and again stays in memory`() async throws {
        let fixture = try VisitFixture([:])
        let now = fixture.clock.now
        let directory = RobotsDirectory(
            memory: fixture.frontier, token: "newshound", startedAt: now, maximumBytes: 20_000, now: { now })
        let origins = try (0..<200).map { try #require(WebURL("http://h\($0).example/")).origin }
        // The frontier does not know them: what leaves the memory is gone.
        for origin in origins {
            #expect(await directory.takeTurn(for: origin))
            let snapshot = RobotsSnapshot(origin: origin, access: .allowAll, fetchedAt: now)
            await directory.endTurn(for: origin, .learned(snapshot, .allowAll))
            #expect(await directory.hasRules(for: origins[0]))
        }
        #expect(await !directory.hasRules(for: origins[1]))
    }
}
