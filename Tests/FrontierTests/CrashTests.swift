import Foundation
import Frontier
import FrontierConformance
import FrontierSQLite
import Testing
import WARC
import WebURLs

/// Laws 3, 6 and 8 for a process that dies at any moment: what it leaves is opened by the next one.
@Suite struct CrashTests {
    private let folder: TemporaryFolder
    private let clock = ManualClock()
    private var path: String { folder.path + "/frontier.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `whenever the process dies, every acknowledged step is there`(_ seed: UInt64) async throws {
        var random = SplitMix64(state: seed)
        let frontier = try await SQLiteFrontier.create(path: path, now: { clock.now })
        let death = 10 + random.below(60)
        for step in 0..<death { try await crawl(frontier, step: step, &random) }
        let expected = try await frontier.counts()
        let ends = try await frontier.fileEnds()
        let copy = folder.path + "/copy.sqlite"
        try CrashImage.copy(path, to: copy)

        let reopened = try await SQLiteFrontier.open(path: copy, restartDelay: .zero, now: { clock.now })
        let counts = try await reopened.counts()
        #expect(counts.leased == 0)
        #expect(counts.queued + counts.waiting == expected.queued + expected.waiting + expected.leased)
        #expect(counts.discovered == expected.discovered)
        #expect(counts.archived == expected.archived)
        #expect(counts.failed == expected.failed)
        #expect(counts.skipped == expected.skipped)
        #expect(try await reopened.fileEnds() == ends)
    }

    @Test func `a log that was cut anywhere holds the steps up to there, each of them whole`() async throws {
        var random = SplitMix64(state: 99)
        let frontier = try await SQLiteFrontier.create(path: path, now: { clock.now })
        var ledgers = [FrontierCounts()]
        for step in 0..<12 {
            try await crawl(frontier, step: step, &random) { ledgers.append($0.withoutHosts) }
        }
        let copy = folder.path + "/copy.sqlite"
        let size = try Data(contentsOf: URL(filePath: path + "-wal")).count
        var last = 0
        for cut in (0..<60).map({ size * $0 / 59 }) {
            try? FileManager.default.removeItem(atPath: copy)
            try? FileManager.default.removeItem(atPath: copy + "-wal")
            try CrashImage.copy(path, to: copy, logBytes: cut)
            // Without its first steps the log holds no frontier yet.
            guard let reader = try? await SQLiteFrontierReader.open(path: copy, now: { clock.now }) else {
                #expect(last == 0)
                continue
            }
            let counts = try await reader.counts().withoutHosts
            let step = try #require(ledgers.lastIndex(of: counts), "\(counts) was never the ledger")
            #expect(step >= last)
            last = step
        }
        #expect(last == ledgers.count - 1)
    }

    /// One step of a small crawl: some URLs are offered, some claimed, and most leases are completed.
    private func crawl(
        _ frontier: SQLiteFrontier, step: Int, _ random: inout SplitMix64,
        acknowledge: (FrontierCounts) -> Void = { _ in }
    ) async throws {
        _ = try await frontier.enqueue(pages(random.below(6), step: step, of: "seed", &random))
        acknowledge(try await frontier.counts())
        let leases = try await frontier.claim(upTo: 1 + random.below(3), for: .seconds(300))
        acknowledge(try await frontier.counts())
        var completions: [Completion] = []
        for lease in leases where random.below(6) > 0 {
            let end = Int64(step) * 1_000 + Int64(lease.token.fence)
            let location = RecordLocation(file: "pages/1.warc.gz", offset: end - 10, length: 10)
            let outcomes: [Completion.Outcome] = [
                .archived(location), .archived(location), .failed(reason: "reset"), .deferred,
                .skipped(.robots),
                .retry(at: clock.now + 3, reason: "503"),
            ]
            completions.append(
                Completion(
                    lease: lease, outcome: outcomes[random.below(6)], finishedAt: clock.now, status: 200,
                    isPage: true,
                    written: [FileEnd(file: location.file, offset: end)],
                    discoveries: pages(random.below(20), step: step, of: "\(lease.token.fence)", &random),
                    hostReadyAt: clock.now + 1))
        }
        _ = try await frontier.complete(completions)
        acknowledge(try await frontier.counts())
        clock.advance(by: .seconds(1))
    }

    private func pages(_ count: Int, step: Int, of source: String, _ random: inout SplitMix64) -> [Candidate]
    {
        (0..<count).compactMap { number in
            let host = "host-\(random.below(5)).example"
            return WebURL("https://\(host)/\(step)/\(source)/\(number)").map {
                Candidate(url: $0, key: $0.href, hostKey: HostKey(name: host))
            }
        }
    }
}

extension FrontierCounts {
    /// Without what depends on the time of day.
    fileprivate var withoutHosts: FrontierCounts {
        var counts = self
        counts.hostsReady = 0
        counts.hostsWaiting = 0
        return counts
    }
}
