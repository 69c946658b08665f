import Glibc
import Testing
import WARC

@testable import Archiving

/// Law 4 of the frontier: the archive is brought back to what was committed.
@Suite struct ArchiveRecoveryTests {
    /// Three captures; the ends after the second are committed, the third is lost work.
    private func crawl() async throws -> (
        fixture: ArchiveFixture, committed: [FileEnd], all: [UInt8], file: String
    ) {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        var ends: [FileEnd] = []
        for number in 1...3 {
            let receipt = try await writer.append([try SampleCapture.numbered(number)])
            if number == 2 { ends = receipt.ends }
        }
        let file = try #require(ends.first?.file)
        return (fixture, ends, fixture.bytes(file + ".open"), file)
    }

    private func responses(_ fixture: ArchiveFixture) throws -> [String?] {
        try fixture.records().filter { $0.record.type == .response }.map(\.record.targetURI)
    }

    @Test func `an open file is cut at its committed end and closed`() async throws {
        let (fixture, committed, all, file) = try await crawl()
        let report = try fixture.folder.recover(to: committed)
        #expect(
            report.changes == [
                .init(file: file, bytesCut: Int64(all.count) - committed[0].offset, isRemoved: false)
            ])
        #expect(fixture.names("pages").map { "pages/" + $0 } == [file])
        #expect(Int64(fixture.bytes(file).count) == committed[0].offset)
        #expect(try responses(fixture) == ["https://news.example/1", "https://news.example/2"])
        #expect(try fixture.folder.recover(to: committed).changes == [])
    }

    @Test func `a file that is torn at any byte behind its committed end gives the same`() async throws {
        let (fixture, committed, all, file) = try await crawl()
        let end = Int(committed[0].offset)
        for size in stride(from: end, through: all.count, by: 7) {
            try ArchiveFixture.write(Array(all.prefix(size)), to: fixture.path + "/" + file + ".open")
            let report = try fixture.folder.recover(to: committed)
            #expect(report.bytesCut == Int64(size - end))
            #expect(fixture.bytes(file) == Array(all.prefix(end)))
            unlink(fixture.path + "/" + file)
        }
    }

    @Test func `zeros behind the committed end go, of a closed file too`() async throws {
        let (fixture, committed, all, file) = try await crawl()
        let sound = Array(all.prefix(Int(committed[0].offset)))
        unlink(fixture.path + "/" + file + ".open")
        try ArchiveFixture.write(sound + [UInt8](repeating: 0, count: 4096), to: fixture.path + "/" + file)
        #expect(try fixture.folder.recover(to: committed).bytesCut == 4096)
        #expect(fixture.bytes(file) == sound)
    }

    @Test func `a file of which nothing is committed is removed`() async throws {
        let (fixture, _, all, file) = try await crawl()
        let report = try fixture.folder.recover(to: [])
        #expect(report.changes == [.init(file: file, bytesCut: Int64(all.count), isRemoved: true)])
        #expect(fixture.names("pages") == [])
        try ArchiveFixture.write(all, to: fixture.path + "/" + file)
        _ = try fixture.folder.recover(to: [FileEnd(file: file, offset: 0)])
        #expect(fixture.names("pages") == [])
    }

    @Test func `a file shorter than committed, or gone, is an error and nothing is changed`() async throws {
        let (fixture, committed, all, file) = try await crawl()
        let tooFar = FileEnd(file: file, offset: Int64(all.count) + 1)
        #expect(
            throws: ArchiveError.lost(
                path: fixture.path + "/" + file, committed: tooFar.offset, found: Int64(all.count))
        ) { try fixture.folder.recover(to: committed + [tooFar]) }
        #expect(throws: ArchiveError.lost(path: fixture.path + "/pages/x.warc.gz", committed: 5, found: nil))
        {
            try fixture.folder.recover(to: committed + [FileEnd(file: "pages/x.warc.gz", offset: 5)])
        }
        #expect(fixture.bytes(file + ".open") == all)
    }

    @Test func `the farthest of several ends of a file counts`() async throws {
        let (fixture, committed, _, file) = try await crawl()
        _ = try fixture.folder.recover(to: [FileEnd(file: file, offset: 10)] + committed)
        #expect(Int64(fixture.bytes(file).count) == committed[0].offset)
    }

    @Test func `files that are no records stay, spooled bodies go`() async throws {
        let (fixture, committed, _, file) = try await crawl()
        try ArchiveFixture.write([1], to: fixture.path + "/pages/README.txt")
        try ArchiveFixture.write([1], to: fixture.path + "/.spool/9.body")
        _ = try fixture.folder.recover(to: committed)
        #expect(fixture.names("pages").sorted() == [String(file.dropFirst(6)), "README.txt"].sorted())
        #expect(fixture.names(".spool") == [])
    }

    @Test func `files that were never finished go, a user's own of a like name stays`() async throws {
        let (fixture, committed, _, _) = try await crawl()
        // No system has processes with such numbers.
        let gone = [
            "report.json.new-2000000000", "skipped.jsonl.new-99999999999", "b.new-0", "c.new-\(getpid())",
        ]
        for name in gone + ["notes.new-3.txt", "plan.new-"] {
            try ArchiveFixture.write([1], to: fixture.path + "/" + name)
        }
        _ = try fixture.folder.recover(to: committed)
        let left = fixture.names("").filter { $0.contains(".new-") }
        #expect(left == ["notes.new-3.txt", "plan.new-"])
    }

    @Test func `a file that another process is writing stays`() async throws {
        let (fixture, committed, _, _) = try await crawl()
        let name = "index.cdxj.new-\(getppid())"
        try ArchiveFixture.write([1], to: fixture.path + "/" + name)
        _ = try fixture.folder.recover(to: committed)
        #expect(fixture.names("").contains(name))
    }

    @Test func `an open copy beside a closed file never takes its place`() async throws {
        let (fixture, committed, all, file) = try await crawl()
        _ = try fixture.folder.recover(to: committed)
        try ArchiveFixture.write([1, 2, 3], to: fixture.path + "/" + file + ".open")
        _ = try fixture.folder.recover(to: committed)
        #expect(fixture.bytes(file) == Array(all.prefix(Int(committed[0].offset))))
    }

    @Test func `a writer goes on in new files after a recovery`() async throws {
        let (fixture, committed, _, _) = try await crawl()
        _ = try fixture.folder.recover(to: committed)
        let writer = ArchiveWriter(folder: fixture.folder, identity: ArchiveFixture.identity)
        _ = try await writer.append([try SampleCapture.numbered(3)])
        try await writer.close()
        #expect(fixture.names("pages").count == 2)
        #expect(try responses(fixture).count == 3)
    }
}
