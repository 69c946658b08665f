import Foundation
import Frontier
import LoopbackSite
import Testing

/// Power cuts: the disk as it may be found after one, rebuilt from a log of what was written and what was synced.
@Suite(.serialized, .enabled(if: FaultyDisk.isAvailable, "the C compiler cc is needed"))
struct PowerLossTests {
    @Test func `a crawl is resumed from whatever a power cut leaves of its folder`() async throws {
        try await cut(pages: 16, images: 4, seed: 5)
    }

    @Test(.enabled(if: FaultCrawl.isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `a crawl of 500 pages is resumed from what 100 power cuts leave`() async throws {
        try await cut(pages: 500, images: 100, seed: 6)
    }

    @Test func `a power cut takes back the last seconds of a crawl that is too small to fill the log`()
        async throws
    {
        let crawl = try FaultCrawl(pages: 24, hosts: 1)
        defer { crawl.server.stop() }
        let path = crawl.folder.path + "/log"
        let ending = try await crawl.start(log: path, more: ["--delay", "400ms", "--load-factor", "0"])
        #expect(ending.status == 0, "\(ending.errors)")
        let log = try PowerLog(path: path)
        let last = log.changes.lastIndex { change in
            if case .synced(_, let path) = change { path.contains("/pages/") } else { false }
        }
        var disk = PowerDisk()
        for change in log.changes[...(try #require(last))] { disk.play(change) }
        var random = Lottery(state: 7)
        let image = try TemporaryFolder()
        try disk.write(to: image.path + "/disk", keeping: .nothing, &random)
        let copy = image.path + "/disk/crawl"
        // Five seconds are 13 pages at that pace.
        #expect(try await crawl.counts(of: copy)?.pages ?? 0 >= 24 - 15)
        let rest = try await crawl.resume(copy: copy, more: [])
        #expect(rest.status == 0, "\(rest.errors)")
        try await crawl.expectWhole(copy, "cut at change \(last ?? 0)")
    }

    /// Writes down a crawl with stops and kills, cuts the power at seeded places, and resumes what is left each time.
    private func cut(pages: Int, images: Int, seed: UInt64) async throws {
        let crawl = try FaultCrawl(pages: pages)
        defer { crawl.server.stop() }
        var random = Lottery(state: seed)
        let log = try await record(crawl)
        let places = places(log, images: images, &random)

        var disk = PowerDisk()
        var played = 0
        var syncedPages = 0
        var lostPages = 0
        var refused = 0
        for (number, place) in places.enumerated() {
            let kept = PowerDisk.Kept.allCases[number % 4]
            while played < place {
                let change = log.changes[played]
                disk.play(change)
                played += 1
                // What SQLite has synced is there to stay: that is what `synchronous=NORMAL` promises.
                if case .synced(_, let path) = change,
                    path.hasSuffix(".sqlite-wal") || path.hasSuffix(".sqlite")
                {
                    syncedPages = max(
                        syncedPages, try await committed(disk, crawl, .everything, &random).pages)
                }
            }
            let comment = "seed \(seed), image \(number): change \(place), keeping \(kept)"
            let all = try await committed(disk, crawl, .everything, &random).pages
            let image = try TemporaryFolder()
            let copy = image.path + "/disk/crawl"
            try disk.write(to: image.path + "/disk", keeping: kept, &random)
            let found = try await crawl.counts(of: copy)?.pages ?? 0
            #expect(found >= syncedPages, "\(comment)")
            #expect(found <= all, "\(comment)")
            lostPages += all - found
            let isBegun = FileManager.default.fileExists(atPath: copy + "/crawl.yaml")
            // A few pages more show that it goes on; every fifth image is crawled to its end.
            let more = number % 5 == 0 ? [] : ["--max-pages", "6"]
            let ending = try await crawl.resume(copy: copy, more: more)
            if !isBegun {
                refused += 1
                #expect(ending.status == 2, "\(comment): \(ending.errors)")
                #expect(!hasFetched(log.changes[..<place]), "\(comment): the folder of a begun crawl is gone")
                continue
            }
            #expect([0, more.isEmpty ? 0 : 3].contains(ending.status), "\(comment): \(ending.errors)")
            if ending.status == 0 {
                try await crawl.expectWhole(copy, comment)
            } else if ending.status == 3 {
                try await crawl.expectSound(copy, comment)
            }
        }
        if FaultCrawl.isLong {
            print(
                "\(places.count) power cuts in \(log.changes.count) changes: \(refused) before anything was fetched,",
                "\(lostPages) pages fetched again that were committed and not synced")
        }
    }

    /// A crawl that is stopped, killed in the middle and at its end, and finished, in one log.
    private func record(_ crawl: FaultCrawl) async throws -> PowerLog {
        let log = crawl.folder.path + "/log"
        let part = ["--max-pages", "\(crawl.site.pages / 4)"]
        let first = try await crawl.start(log: log, more: part)
        #expect(first.status == 3, "\(first.errors)")
        let second = try await crawl.resume(
            [.kill(.write, .pages, number: crawl.site.pages / 2, .half)], log: log, more: part)
        let third = try await crawl.resume([.kill(.rename, .text, number: 1, .before)], log: log, more: part)
        #expect(second.wasKilled && third.wasKilled)
        let last = try await crawl.resume(log: log)
        #expect(last.status == 0, "\(last.errors)")
        return try PowerLog(path: log)
    }

    /// Where to cut: a quarter while the crawl begins, a quarter beside syncs and renames, the rest anywhere.
    private func places(_ log: PowerLog, images: Int, _ random: inout Lottery) -> [Int] {
        let turns = log.changes.indices.filter {
            switch log.changes[$0] {
            case .synced, .syncedFolder, .renamed, .removed, .sized: true
            default: false
            }
        }
        return (0..<images).map { image in
            switch image % 4 {
            case 0: Int(random.next() % 120)
            case 1: turns[Int(random.next() % UInt64(turns.count))] + Int(random.next() % 2)
            default: Int(random.next() % UInt64(log.changes.count + 1))
            }
        }.sorted()
    }

    private func committed(
        _ disk: PowerDisk, _ crawl: FaultCrawl, _ kept: PowerDisk.Kept, _ random: inout Lottery
    ) async throws -> FrontierCounts {
        let image = try TemporaryFolder()
        try disk.write(to: image.path + "/disk", keeping: kept, &random)
        return try await crawl.counts(of: image.path + "/disk/crawl") ?? FrontierCounts()
    }

    /// True once bytes of a page were synced.
    private func hasFetched(_ changes: ArraySlice<PowerLog.Change>) -> Bool {
        changes.contains { change in
            if case .synced(_, let path) = change { path.contains("/pages/") } else { false }
        }
    }
}
