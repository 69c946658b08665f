import Foundation
import Frontier
import LoopbackSite
import Testing

/// Crawls of the built program that SIGKILL ends at chosen calls: before, in the middle of or after a write, a sync, a
/// rename, and whatever SQLite does for a commit or a checkpoint.
@Suite(.serialized, .enabled(if: FaultyDisk.isAvailable, "the C compiler cc is needed"))
struct KillMomentsTests {
    @Test func `a crawl killed inside its calls archives each page exactly once`() async throws {
        try await crawl(pages: 32, kills: 5, seed: 3)
    }

    @Test(.enabled(if: FaultCrawl.isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `a crawl of 2,000 pages killed at 200 moments archives each page exactly once`() async throws {
        try await crawl(pages: 2_000, kills: 200, seed: 4)
    }

    @Test(arguments: FaultCrawl.isLong ? Array(1...90) : [16, 36])
    func `a crawl killed while it begins is resumed, or was none yet`(call: Int) async throws {
        let crawl = try FaultCrawl(pages: 4, hosts: 2)
        defer { crawl.server.stop() }
        let killed = try await crawl.start([.kill(nil, nil, number: call, .before)])
        #expect(killed.wasKilled)
        let place = try crawl.disk.tally().last
        if !crawl.hasDescription {
            #expect(crawl.server.log.entries.isEmpty, "\(place)")
            let refused = try await crawl.resume()
            #expect(refused.status == 2, "\(place): \(refused.errors)")
            try crawl.removeFolder()
            #expect(try await crawl.start().status == 0)
        } else {
            let resumed = try await crawl.resume()
            #expect(resumed.status == 0, "\(place): \(resumed.errors)")
        }
        try await crawl.expectWhole(nil, place)
    }

    /// A moment to kill at: the call, and the call of any kind at the latest.
    private struct Moment {
        let rules: [FaultyDisk.Rule]
        /// Pages after which the run ends by itself, so that its closing comes to be killed; nil: none.
        let pages: Int?
    }

    /// Calls worth a moment of their own, with how many of them a run makes early.
    private static let calls: [(FaultyDisk.Call, FaultyDisk.Kind, often: Int)] = [
        (.write, .pages, 30), (.write, .text, 20), (.write, .wal, 200), (.write, .db, 20),
        (.write, .journal, 5),
        (.write, .other, 10), (.sync, .pages, 10), (.sync, .text, 10), (.sync, .wal, 2), (.sync, .db, 2),
        (.sync, .folder, 6), (.rename, .pages, 2), (.rename, .text, 2), (.cut, .pages, 1), (.cut, .text, 1),
        (.cut, .db, 1), (.remove, .pages, 1), (.remove, .journal, 1), (.remove, .wal, 1), (.make, .pages, 1),
        (.make, .text, 1), (.rename, .other, 2), (.make, .wal, 1),
    ]

    private func moment(_ random: inout Lottery, calls: Int) -> Moment {
        func upTo(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) + 1 }
        let latest = FaultyDisk.Rule.kill(nil, nil, number: upTo(calls), .before)
        let choice = random.next() % 4
        guard choice > 0 else { return Moment(rules: [latest], pages: nil) }
        let (call, kind, often) = Self.calls[upTo(Self.calls.count) - 1]
        let when = FaultyDisk.When.allCases[upTo(3) - 1]
        let rule = FaultyDisk.Rule.kill(call, kind, number: upTo(min(often, calls)), when)
        return choice == 1
            ? Moment(rules: [rule], pages: upTo(4)) : Moment(rules: [rule, latest], pages: nil)
    }

    private func crawl(pages: Int, kills: Int, seed: UInt64) async throws {
        let crawl = try FaultCrawl(pages: pages)
        defer { crawl.server.stop() }
        var random = Lottery(state: seed)
        var places: [String: Int] = [:]
        var inFlight = 0
        var done = 0
        while done < kills {
            let left = pages - (try await crawl.counts()?.pages ?? 0)
            let moment = moment(&random, calls: 30 * max(1, left / (kills - done)))
            let more = moment.pages.map { ["--max-pages", "\($0)"] } ?? []
            if !crawl.hasDescription { try crawl.removeFolder() }
            let ending =
                crawl.hasDescription
                ? try await crawl.resume(moment.rules, more: more)
                : try await crawl.start(moment.rules, more: more)
            guard ending.wasKilled else {
                #expect([0, 3].contains(ending.status), "\(moment.rules): \(ending.errors)")
                if ending.status == 0 {
                    // Moments are drawn from what is left, so the last few may lie behind the end.
                    #expect(done >= kills * 9 / 10, "the crawl was finished before kill \(done)")
                    break
                }
                continue
            }
            done += 1
            inFlight += try await crawl.counts()?.leased ?? 0
            let place = try crawl.disk.tally().last.split(separator: " ", maxSplits: 2)
            let path = place.last ?? ""
            let kind =
                path.hasSuffix(".open")
                ? String(path.split(separator: "/").dropFirst().first ?? "") : String(path)
            places["\(place.dropLast().joined(separator: " ")) \(kind)", default: 0] += 1
        }
        let last = try await crawl.resume()
        #expect(last.status == 0, "\(last.errors)")
        try await crawl.expectWhole(nil, "seed \(seed)")
        try crawl.expectReadable()
        let refetches = crawl.asked.values.reduce(0, +) - pages
        #expect(refetches <= inFlight)
        if FaultCrawl.isLong {
            print(
                "\(done) kills, \(inFlight) fetches in flight at them, \(refetches) pages fetched again; at:")
            for (place, count) in places.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                print("  \(count) × \(place)")
            }
        }
    }
}
