import FoundationEssentials
import Frontier
import FrontierConformance
import Testing
import WARC
import WebURLs

@testable import FrontierSQLite

/// What becomes of a frontier's rows when records are taken out of the archive.
@Suite struct RecordRemovalTests {
    private let folder: TemporaryFolder
    private let clock = ManualClock()
    private var path: String { folder.path + "/frontier.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    private static let file = "pages/a.warc.gz"

    /// The place of a page: they lie behind each other, with 100 bytes each.
    private func place(_ row: Int64) -> RecordLocation {
        RecordLocation(file: Self.file, offset: row * 100, length: 100)
    }

    /// Five pages that were captured; the fourth failed when it was visited again, the fifth waits for another visit.
    private func makeFrontier() async throws {
        let frontier = try await SQLiteFrontier.create(path: path, now: { clock.now })
        let pages = (1...5).compactMap { WebURL("https://a.example/\($0)") }
        _ = try await frontier.enqueue(
            pages.map { Candidate(url: $0, key: $0.href, hostKey: HostKey(name: "a.example")) })
        func visit(_ outcome: (Lease) -> Completion.Outcome) async throws {
            let lease = try #require(try await frontier.claim(upTo: 1, for: .seconds(300)).first)
            let lost = try await frontier.complete([
                Completion(
                    lease: lease, outcome: outcome(lease), finishedAt: clock.now, status: 200, isPage: true,
                    written: [FileEnd(file: Self.file, offset: 600)], hostReadyAt: clock.now)
            ])
            #expect(lost.isEmpty)
        }
        for number in 1...5 {
            try await visit {
                number == 3 ? .revisited(place($0.token.url)) : .archived(place($0.token.url))
            }
        }
        #expect(try await frontier.requeue { $0.row > 3 } == 2)
        try await visit { _ in .failed(reason: "http-503") }
        try await frontier.close()
    }

    @Test func `only what was meant is forgotten; what went along is queued, or has no place any more`()
        async throws
    {
        try await makeFrontier()
        // The first is meant, the second stays, the others go along.
        let rewrite = ArchiveRewrite(
            file: Self.file, newFile: "pages/a.r1.warc.gz", newEnd: 220, removed: [100..<200, 300..<600],
            headGrowth: 20)
        let receipt = try RecordRemoval.apply([rewrite], rows: [1], records: [], path: path)
        #expect(receipt == RemovalReceipt(forgotten: 1, queuedAgain: 1))

        let frontier = try await SQLiteFrontier.open(path: path, restartDelay: .zero, now: { clock.now })
        let entries = try await frontier.entries(after: 0, limit: 9)
        let moved = RecordLocation(file: "pages/a.r1.warc.gz", offset: 120, length: 100)
        #expect(
            entries.map(\.state) == [
                .skipped(.forgotten), .archived(moved), .queued, .failed(reason: "http-503"), .queued,
            ])
        #expect(entries.map(\.lastCapture) == [nil, moved, nil, nil, nil])
        #expect(entries.map(\.hasPage) == [false, true, false, false, false])
        // That it was fetched once stays known.
        #expect(entries[2].finishedAt == clock.now)
        #expect(entries[2].status == 200)
        let counts = try await frontier.counts()
        #expect([counts.queued, counts.archived, counts.pages] == [2, 1, 1])
        #expect(counts.failed == ["http-503": 1])
        #expect(try await frontier.hosts().map(\.state.pages) == [1], "limits count what is there")
        #expect(try await frontier.fileEnds() == [FileEnd(file: "pages/a.r1.warc.gz", offset: 220)])
        #expect(try await frontier.claim(upTo: 1, for: .seconds(300)).map(\.token.url) == [3])
        try await frontier.close()
    }

    /// Visits a page and its robots.txt, whose records lie at that place and behind it.
    private func visit(_ page: String, of frontier: SQLiteFrontier, robotsAt place: RecordLocation)
        async throws
    {
        let host = HostKey(name: "a.example")
        let url = try #require(WebURL("https://a.example/" + page))
        let robots = try #require(WebURL("https://a.example/robots.txt"))
        _ = try await frontier.enqueue([Candidate(url: url, key: url.href, hostKey: host)])
        let lease = try #require(try await frontier.claim(upTo: 1, for: .seconds(300)).first)
        #expect(lease.candidate.url == url)
        let own = RecordLocation(file: place.file, offset: place.offset + 100, length: 100)
        let prerequisite = Prerequisite(
            candidate: Candidate(
                url: robots, key: robots.href, hostKey: host, hopPath: try #require(HopPath("P")), via: url),
            outcome: .archived(place), finishedAt: clock.now, status: 200)
        let lost = try await frontier.complete([
            Completion(
                lease: lease, outcome: .archived(own), finishedAt: clock.now, status: 200, isPage: true,
                written: [FileEnd(file: place.file, offset: own.offset + 100)], hostReadyAt: clock.now,
                prerequisites: [prerequisite])
        ])
        #expect(lost.isEmpty)
    }

    /// Many hosts have the same robots.txt, which is kept once: those of others refer to it.
    @Test func `a robots.txt that went along is marked, and taken anew with the next page that needs it`()
        async throws
    {
        let frontier = try await SQLiteFrontier.create(path: path, now: { clock.now })
        try await visit("1", of: frontier, robotsAt: place(1))
        try await frontier.close()
        let rewrite = ArchiveRewrite(
            file: Self.file, newFile: "pages/b.warc.gz", newEnd: 200, removed: [100..<200], headGrowth: 0)
        let receipt = try RecordRemoval.apply([rewrite], rows: [], records: [], path: path)
        #expect(receipt == RemovalReceipt(forgotten: 0, queuedAgain: 0))

        let reopened = try await SQLiteFrontier.open(path: path, restartDelay: .zero, now: { clock.now })
        #expect(try await reopened.counts().skipped == [.forgotten: 1])
        #expect(try await reopened.claim(upTo: 1, for: .seconds(300)).isEmpty)
        try await visit(
            "2", of: reopened, robotsAt: RecordLocation(file: "pages/c.warc.gz", offset: 0, length: 100))
        let counts = try await reopened.counts()
        #expect([counts.archived, counts.queued] == [3, 0])
        #expect(counts.skipped.isEmpty)
        try await reopened.close()
    }

    @Test func `to forget again what was forgotten changes nothing`() async throws {
        try await makeFrontier()
        #expect(
            try RecordRemoval.apply([], rows: [1, 2], records: [], path: path)
                == RemovalReceipt(forgotten: 2, queuedAgain: 0))
        #expect(
            try RecordRemoval.apply([], rows: [1, 2], records: [], path: path)
                == RemovalReceipt(forgotten: 0, queuedAgain: 0))
        let frontier = try await SQLiteFrontier.open(path: path, restartDelay: .zero, now: { clock.now })
        #expect(try await frontier.counts().skipped == [.forgotten: 2])
        #expect(try await frontier.hosts().map(\.state.pages) == [1])
        try await frontier.close()
    }
}
