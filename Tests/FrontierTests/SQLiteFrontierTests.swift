import Foundation
import Frontier
import FrontierConformance
import FrontierSQLite
import Testing
import WebURLs

@Suite struct SQLiteFrontierTests {
    @Test(arguments: FrontierLaw.all, FrontierFixture.End.allCases)
    func `the SQLite frontier keeps the law`(_ law: FrontierLaw, _ end: FrontierFixture.End) async throws {
        try await law.hold(for: .sqlite(end))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the SQLite frontier answers as the model does, step by step`(_ seed: UInt64) async throws {
        let run = DifferentialRun(seed: seed, steps: 120, connectionsPerHost: seed % 3 == 0 ? 2 : 1)
        try await run.compare(.sqlite(seed % 2 == 0 ? .closed : .killed), .model)
    }

    @Test func `a process that slept for hours keeps what it had in hand`() async throws {
        let folder = try TemporaryFolder()
        let clock = ManualClock()
        let frontier = try await SQLiteFrontier.create(
            path: folder.path + "/frontier.sqlite", leasesRunOut: false, now: { clock.now })
        let pages = (0..<2).compactMap { WebURL("https://a.example/\($0)") }
        _ = try await frontier.enqueue(
            pages.map { Candidate(url: $0, key: $0.href, hostKey: HostKey(name: "a.example")) })
        let lease = try #require(try await frontier.claim(upTo: 2, for: .seconds(300)).first)

        clock.advance(by: .seconds(30_000))
        #expect(try await frontier.claim(upTo: 2, for: .seconds(300)) == [])
        #expect(
            try await frontier.nextWake() == nil, "the host is being asked, so there is nothing to wake for")
        #expect(try await frontier.renew(lease.token, for: .seconds(300)))
        clock.advance(by: .seconds(30_000))
        let lost = try await frontier.complete([
            Completion(
                lease: lease, outcome: .failed(reason: "x"), finishedAt: clock.now, hostReadyAt: clock.now)
        ])
        #expect(lost == [])
        #expect(try await frontier.counts().failed == ["x": 1])
        #expect(try await frontier.claim(upTo: 2, for: .seconds(300)).map(\.url) == [pages[1]])
    }
}
