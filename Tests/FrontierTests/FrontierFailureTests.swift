import Foundation
import Frontier
import FrontierConformance
import Testing
import WebURLs

@testable import FrontierSQLite

/// What happens when the disk or the caller does not do as it should.
@Suite struct FrontierFailureTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/frontier.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    @Test func `a new frontier never takes the place of another`() async throws {
        try await SQLiteFrontier.create(path: path).close()
        await #expect(
            throws: FrontierError.storage(
                path: path, operation: "create the frontier", reason: "there is one already")
        ) { _ = try await SQLiteFrontier.create(path: path) }
    }

    @Test func `a frontier that is missing is not made up`() async throws {
        let expected = FrontierError.storage(
            path: path, operation: "open the frontier", reason: "it does not exist")
        await #expect(throws: expected) { _ = try await SQLiteFrontier.open(path: path, restartDelay: .zero) }
        await #expect(throws: expected) { _ = try await SQLiteFrontierReader.open(path: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a folder that is missing is named with the cause`() async throws {
        let nowhere = folder.path + "/nowhere/frontier.sqlite"
        await #expect(
            throws: FrontierError.storage(
                path: nowhere, operation: "open the frontier",
                reason: "the file does not open (No such file or directory)")
        ) { _ = try await SQLiteFrontier.create(path: nowhere) }
    }

    @Test func `a closed frontier refuses every call`() async throws {
        let frontier = try await SQLiteFrontier.create(path: path)
        try await frontier.close()
        try await frontier.close()
        let expected = FrontierError.storage(
            path: path, operation: "use the frontier", reason: "it was closed before")
        await #expect(throws: expected) { _ = try await frontier.counts() }
        await #expect(throws: expected) { _ = try await frontier.enqueue(pages(0..<1)) }
    }

    @Test func `at rest a frontier is one file, which a reader leaves as it is`() async throws {
        let frontier = try await SQLiteFrontier.create(path: path)
        _ = try await frontier.enqueue(pages(0..<5))
        try await frontier.close()
        let reader = try await SQLiteFrontierReader.open(path: path)
        #expect(try await reader.counts().queued == 5)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["frontier.sqlite"])
    }

    @Test func `closing does not wait for readers, and they go on reading`() async throws {
        let frontier = try await SQLiteFrontier.create(path: path)
        let reader = try await SQLiteFrontierReader.open(path: path)
        _ = try await frontier.enqueue(pages(0..<5))
        #expect(try await reader.counts().queued == 5)
        let start = ContinuousClock.now
        try await frontier.close()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(try await reader.counts().queued == 5)
        let next = try await SQLiteFrontier.open(path: path, restartDelay: .zero)
        _ = try await next.enqueue(pages(5..<7))
        #expect(try await reader.counts().queued == 7)
    }

    @Test func `when the disk is full nothing was done, and afterwards the crawl goes on`() async throws {
        let clock = ManualClock()
        let frontier = try await SQLiteFrontier.create(path: path, now: { clock.now })
        _ = try await frontier.enqueue(pages(0..<10))
        let lease = try #require(try await frontier.claim(upTo: 1, for: .seconds(60)).first)
        let before = try await (frontier.counts(), frontier.hosts(), frontier.entries(after: 0, limit: 100))
        try await limitPages(of: frontier)
        let full = FrontierError.diskFull(path: path, operation: "commit a step of the crawl")
        let found = pages(0..<2_000)
        await #expect(throws: full) {
            _ = try await frontier.complete([
                Completion(
                    lease: lease, outcome: .failed(reason: "x"), finishedAt: clock.now, discoveries: found,
                    hostReadyAt: clock.now)
            ])
        }
        // The limit belonged to the connection that was given up.
        let after = try await (frontier.counts(), frontier.hosts(), frontier.entries(after: 0, limit: 100))
        #expect(after.0 == before.0)
        #expect(after.1 == before.1)
        #expect(after.2 == before.2)
        #expect(try await frontier.renew(lease.token, for: .seconds(60)))
        let lost = try await frontier.complete([
            Completion(
                lease: lease, outcome: .failed(reason: "x"), finishedAt: clock.now, discoveries: found,
                hostReadyAt: clock.now)
        ])
        #expect(lost == [])
        #expect(try await frontier.counts().queued == 1_999)
    }

    @Test func `a damaged database is said to be damaged`() async throws {
        let frontier = try await SQLiteFrontier.create(path: path)
        _ = try await frontier.enqueue(pages(0..<3_000))
        try await frontier.close()
        let sound = try Data(contentsOf: URL(filePath: path))
        var random = SplitMix64(state: 11)
        for _ in 0..<40 {
            var bytes = sound
            switch random.below(3) {
            case 0: bytes = bytes.prefix(random.below(bytes.count))
            case 1:
                let start = random.below(bytes.count - 4_096)
                for index in start..<start + 4_096 { bytes[index] = UInt8(truncatingIfNeeded: random.next()) }
            default: bytes[random.below(bytes.count)] ^= 0xFF
            }
            try bytes.write(to: URL(filePath: path))
            // Sound, refused, or another URL than before: but never a crash.
            do throws(FrontierError) {
                let opened = try await SQLiteFrontier.open(path: path, restartDelay: .zero)
                _ = try await opened.claim(upTo: 5, for: .seconds(60))
                _ = try await opened.entries(after: 0, limit: 10_000)
                try await opened.close()
            } catch {
                #expect(error.description.hasPrefix(path))
            }
        }
    }

    @Test(arguments: [
        ("DELETE FROM url WHERE id = 3", "row 4 of the table url contradicts the others"),
        ("DELETE FROM host", "row 1 of the table url contradicts the others"),
        ("UPDATE url SET hash = 0 WHERE id < 3", "row 2 of the table url contradicts the others"),
        ("UPDATE url SET skip = 'whim' WHERE id = 2", "row 2 of the table url has an unknown skip"),
        ("UPDATE host SET id = 7", "row 7 of the table host contradicts the others"),
        (
            "INSERT INTO outcome VALUES (77, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
            "has an outcome of row 77, which does not exist"
        ),
        (
            "INSERT INTO outcome VALUES (1, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
            "row 1 of the table outcome has an unknown state"
        ),
        ("DELETE FROM meta WHERE name = 'hash_key_1'", "lacks hash_key_1 in the table meta"),
        (
            "UPDATE url SET id = 8589934592 WHERE id = 5",
            "has row 8589934592 in the table url, beyond what it can hold"
        ),
    ]) func `tables that contradict each other are told apart from a crawl`(_ sql: String, _ reason: String)
        async throws
    {
        let frontier = try await SQLiteFrontier.create(path: path)
        _ = try await frontier.enqueue(pages(0..<5))
        try await frontier.close()
        try Database(path: path, access: .readWrite).execute(sql, to: "test")
        await #expect(throws: FrontierError.corrupt(path: path, reason: reason)) {
            _ = try await SQLiteFrontier.open(path: path, restartDelay: .zero)
        }
    }

    private func pages(_ numbers: Range<Int>) -> [Candidate] {
        numbers.compactMap { number in
            WebURL("https://a.example/\(number)").map {
                Candidate(url: $0, key: $0.href, hostKey: HostKey(name: "a.example"))
            }
        }
    }

    private func limitPages(of frontier: SQLiteFrontier) async throws {
        try await frontier.limitPages()
    }
}

extension SQLiteFrontier {
    /// Lets the database grow by a handful of pages only, as long as this connection is open.
    fileprivate func limitPages() throws(FrontierError) {
        try perform { (session, _) throws(FrontierError) in
            let pages = try session.database.number("PRAGMA page_count", to: "test") ?? 0
            try session.database.execute("PRAGMA max_page_count = \(pages + 5)", to: "test")
        }
    }
}
