import Foundation
import Frontier
import LoopbackSite
import Testing

/// Disks that are full or broken: errors of single calls, and of all calls from one moment on.
@Suite(.serialized, .enabled(if: FaultyDisk.isAvailable, "the C compiler cc is needed"))
struct FaultTests {
    /// An error that a run meets.
    struct Fault: Sendable, CustomTestStringConvertible {
        let call: FaultyDisk.Call
        let kind: FaultyDisk.Kind
        let number: Int
        let when: FaultyDisk.When
        let error: String
        let count: Int
        /// True if nothing may go on after it: what was to be kept is not.
        var endsRun: Bool {
            switch (call, kind) {
            case (.write, .pages), (.write, .text), (.sync, .pages), (.sync, .text), (.rename, .pages),
                (.rename, .text),
                (.make, .pages), (.make, .text):
                true
            // One error may fall into a checkpoint, which SQLite makes again.
            case (.write, .wal): when != .half || count != 1
            default: false
            }
        }

        var rule: FaultyDisk.Rule { .error(call, kind, number: number, when, error, count: count) }
        var testDescription: String { rule.description }
    }

    private static let pages = FaultCrawl.isLong ? 40 : 16

    private static let few = [
        Fault(call: .write, kind: .pages, number: 12, when: .half, error: "ENOSPC", count: 0),
        Fault(call: .sync, kind: .pages, number: 3, when: .before, error: "EIO", count: 1),
        Fault(call: .write, kind: .wal, number: 110, when: .before, error: "EIO", count: 1),
        Fault(call: .rename, kind: .pages, number: 1, when: .before, error: "EIO", count: 1),
    ]

    private static let many: [Fault] = {
        var random = Lottery(state: 7)
        func upTo(_ count: Int) -> Int { Int(random.next() % UInt64(count)) + 1 }
        let calls: [(FaultyDisk.Call, FaultyDisk.Kind, Int)] = [
            (.write, .pages, 60), (.write, .text, 30), (.write, .wal, 300), (.write, .db, 12),
            (.write, .journal, 8),
            (.write, .other, 20), (.write, .shm, 8), (.sync, .pages, 15), (.sync, .text, 15),
            (.sync, .wal, 2),
            (.sync, .db, 3), (.sync, .journal, 3), (.sync, .folder, 8), (.rename, .pages, 1),
            (.rename, .text, 1),
            (.rename, .other, 3), (.cut, .pages, 1), (.cut, .shm, 1), (.cut, .db, 1), (.remove, .journal, 2),
            (.remove, .wal, 1), (.make, .pages, 1), (.make, .text, 1), (.make, .wal, 1), (.make, .journal, 1),
        ]
        return calls.flatMap { call, kind, often in
            (0..<(often > 3 ? 6 : 3)).map { turn in
                Fault(
                    call: call, kind: kind, number: upTo(often), when: FaultyDisk.When.allCases[turn % 3],
                    error: turn % 2 == 0 ? "EIO" : "ENOSPC", count: turn < 3 ? 1 : 0)
            }
        }
    }()

    @Test(arguments: FaultCrawl.isLong ? few + many : few)
    func `an error of the disk ends the run with 4 or 5, and resume finishes it`(fault: Fault) async throws {
        let crawl = try FaultCrawl(pages: Self.pages)
        defer { crawl.server.stop() }
        let first = try await crawl.start([fault.rule])
        let tally = try crawl.disk.tally()
        let note = "\(tally.last): \(first.status) \(first.errors)"
        #expect(!first.wasKilled, "\(note)")
        if tally.struck > 0, fault.endsRun {
            #expect([4, 5].contains(first.status), "\(note)")
        } else {
            #expect([0, 4, 5].contains(first.status), "\(note)")
        }
        if first.status != 0 { #expect(first.errors.split(separator: "\n").count == 1, "\(note)") }
        if crawl.hasDescription {
            if try await crawl.counts() != nil {
                // A journal that the disk did not let go is undone by the next one that writes: resume.
                do { try await crawl.expectSound(nil, note) } catch is FrontierError {}
            }
            let again = try await crawl.resume()
            #expect(again.status == 0, "\(note); then \(again.errors)")
        } else {
            // It could not even begin.
            #expect([4, 5].contains(first.status), "\(note)")
            try crawl.removeFolder()
            #expect(try await crawl.start().status == 0)
        }
        try await crawl.expectWhole(nil, note)
    }

    @Test(arguments: FaultCrawl.isLong ? many.filter { $0.number < 40 } : [few[2]])
    func `an error of the disk while a crawl is resumed is no worse`(fault: Fault) async throws {
        let crawl = try FaultCrawl(pages: Self.pages)
        defer { crawl.server.stop() }
        let killed = try await crawl.start([.kill(.write, .pages, number: Self.pages, .half)])
        #expect(killed.wasKilled)
        let first = try await crawl.resume([fault.rule])
        let note = "\(try crawl.disk.tally().last): \(first.status) \(first.errors)"
        #expect(!first.wasKilled, "\(note)")
        #expect([0, 4, 5].contains(first.status), "\(note)")
        // A resume that did not come so far as to cut the files leaves them as the kill did.
        if first.status == 0 {
            do { try await crawl.expectSound(nil, note) } catch is FrontierError {}
        }
        let again = try await crawl.resume()
        #expect(again.status == 0, "\(note); then \(again.errors)")
        try await crawl.expectWhole(nil, note)
    }

    @Test(arguments: FaultCrawl.isLong ? [2_000, 5_000, 20_000, 40_000, 70_000, 100_000, 200_000] : [20_000])
    func `a limit on the size of files ends the run with 4 or 5, and resume finishes it`(bytes: Int)
        async throws
    {
        let crawl = try FaultCrawl(pages: Self.pages)
        defer { crawl.server.stop() }
        let first = try await crawl.start(fileBytes: bytes)
        #expect([4, 5].contains(first.status), "\(first.status) \(first.errors)")
        #expect(first.errors.split(separator: "\n").count == 1, "\(first.errors)")
        if crawl.hasDescription {
            let again = try await crawl.resume()
            #expect(again.status == 0, "\(first.errors), then \(again.errors)")
        } else {
            #expect(try await crawl.start().status == 0)
        }
        try await crawl.expectWhole(nil, "\(bytes)")
    }

    @Test func `a disk that is full for a large body ends the run with status 4`() async throws {
        let body = [UInt8](repeating: 0x61, count: 3 << 20)
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .notFound() : .bytes(body, type: "application/octet-stream")
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let disk = try FaultyDisk(folder: folder.path, statePath: folder.path + "/tally")
        let crawl = folder.path + "/crawl"
        let means = ["--allow-loopback", "--delay", "0", "--quiet"]
        let first = try await Program.run(
            ["crawl", server.url("/large"), "--into", crawl] + means, in: folder.path,
            environment: try disk.environment([.error(.write, .spool, number: 2, .before, "ENOSPC", count: 0)]
            ))
        #expect(try disk.tally().struck > 0)
        #expect(first.status == 4, "\(first.status) \(first.errors)")
        let again = try await Program.run(["resume", crawl] + means, in: folder.path)
        #expect(again.status == 0, "\(again.errors)")
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.pages[server.url("/large")] == 1)
    }
}
