import Foundation
import Frontier
import Gzip
import Testing
import WARC

@testable import ArchiveTools

@Suite struct VerificationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func findings(_ bytes: [UInt8], name: String = "a.warc") throws -> (
        found: [Finding], VerificationTotals
    ) {
        let input = ArchiveInput(path: try folder.write(name, bytes), name: name)
        let found = Box()
        var verification = Verification { found.all.append($0) }
        try verification.check(input)
        return (found.all, verification.totals)
    }

    private final class Box { var all: [Finding] = [] }

    @Test func `a sound file has no damage`() throws {
        let records = (1...3).map {
            Gzip.member(
                HandmadeArchive.heritrix("http://ferry.example/\($0)", HandmadeArchive.page($0), id: $0))
        }
        let (found, totals) = try findings(records.flatMap { $0 }, name: "a.warc.gz")
        #expect(found.isEmpty)
        #expect(totals.records == 3)
        #expect(totals.files == 1)
        #expect(totals.bytes == Int64(records.reduce(0) { $0 + $1.count }))
    }

    @Test func `a changed byte is found by the digest`() throws {
        var bytes = HandmadeArchive.wget("http://ferry.example/1", HandmadeArchive.page(1))
        bytes[bytes.count - 60] ^= 1
        let (found, totals) = try findings(bytes)
        let damages = found.filter { $0.weight == .damage }
        #expect(damages.map(\.offset) == [0, 0])
        #expect(damages.map(\.reason).contains { $0.hasPrefix("block digest is sha1:") })
        #expect(damages.map(\.reason).contains { $0.hasPrefix("payload digest is sha1:") })
        #expect(totals.damages == 2)
    }

    @Test func `records without digests are no damage`() throws {
        let (found, totals) = try findings(
            HandmadeArchive.bare("http://ferry.example/1", HandmadeArchive.page(1)))
        #expect(found.isEmpty)
        #expect(totals.records == 1)
    }

    @Test func `a mandatory field that is missing is damage, a wrong value a remark`() throws {
        let bytes = HandmadeArchive.record("response", ["WARC-Date: yesterday"], [1, 2, 3])
        let (found, totals) = try findings(bytes)
        #expect(found.allSatisfy { $0.offset == 0 })
        let damages = found.filter { $0.weight == .damage }.map(\.reason)
        #expect(
            damages == ["response record: has no WARC-Record-ID", "response record: has no WARC-Target-URI"])
        let remarks = found.filter { $0.weight == .remark }.map(\.reason).joined(separator: "\n")
        #expect(remarks.contains("WARC-Date \"yesterday\""))
        #expect(totals.damages == 2)
        #expect(totals.remarks == found.count - 2)
    }

    @Test func `a pair that is not in the file is a remark`() throws {
        let (found, _) = try findings(HandmadeArchive.wget("http://ferry.example/1", HandmadeArchive.page(1)))
        let dangling = found.filter { $0.reason.hasPrefix("WARC-Concurrent-To names") }
        #expect(dangling.map(\.weight) == [.remark])
    }

    @Test func `a torn tail and a file that is not there are damage`() throws {
        let bytes = Gzip.member(HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1)))
        let (found, _) = try findings(bytes + bytes.dropLast(9), name: "a.warc.gz")
        #expect(found.map(\.offset) == [Int64(bytes.count)])
        #expect(found.first?.weight == .damage)

        let box = Box()
        var verification = Verification { box.all.append($0) }
        try verification.check(ArchiveInput(path: folder.path + "/none.warc", name: "none.warc"))
        #expect(box.all.map(\.weight) == [.damage])
        #expect(verification.totals.damages == 1)
    }

    /// What a verification of a crawl of one file finds when its frontier has these states. Captures have no requests
    /// here, which is left out.
    private func comparison(
        _ captures: [[UInt8]], isRunning: Bool = false, status: Int? = 404,
        _ states: ([RecordLocation]) -> [(url: String, state: URLEntry.State)]
    ) async throws -> [Finding] {
        let name = "pages/a.warc.gz"
        var places: [RecordLocation] = []
        var offset: Int64 = 0
        for capture in captures {
            places.append(RecordLocation(file: name, offset: offset, length: Int64(capture.count)))
            offset += Int64(capture.count)
        }
        let path = try folder.write(name, captures.flatMap { $0 })
        var frontier = StubFrontier(ends: [FileEnd(file: name, offset: offset)])
        frontier.states = states(places)
        frontier.given.archived = frontier.states.count
        frontier.status = status
        var found: [[Finding]] = []
        // All in memory, and each line in a file of its own.
        for maximumBytes in [1 << 20, 1] {
            let box = Box()
            var verification = Verification(workFolder: folder.path, maximumBytes: maximumBytes) {
                box.all.append($0)
            }
            try verification.check(ArchiveInput(path: path, name: name, committedEnd: offset), isOurs: true)
            _ = try await verification.compare(
                crawl: folder.path, with: frontier, upTo: frontier.ends, isRunning: isRunning)
            found.append(box.all.filter { !$0.reason.hasPrefix("no request record") })
        }
        #expect(found[0] == found[1])
        return found[0]
    }

    private func captures(_ numbers: Int...) -> [[UInt8]] {
        numbers.enumerated().map { id, number in
            Gzip.member(
                HandmadeArchive.heritrix(
                    "http://ferry.example/\(number)", HandmadeArchive.page(number), id: id))
        }
    }

    @Test func `a capture of a URL that the frontier does not know is damage`() async throws {
        let found = try await comparison(captures(1, 2, 3)) { places in
            [
                ("http://ferry.example/1", .archived(places[0])),
                ("http://ferry.example/3", .archived(places[2])),
            ]
        }
        #expect(found.map(\.weight) == [.damage])
        #expect(found.first?.offset == Int64(captures(1)[0].count))
        #expect(
            found.first?.reason == "a capture of http://ferry.example/2, which the frontier does not know")
    }

    @Test func `a capture of a URL that was never fetched is damage, of one to be visited again none`()
        async throws
    {
        for (status, weights) in [(nil, [Finding.Weight.damage]), (200, [])] as [(Int?, [Finding.Weight])] {
            let found = try await comparison(captures(1), status: status) { _ in
                [("http://ferry.example/1", .queued)]
            }
            #expect(found.map(\.weight) == weights)
        }
        let failed = try await comparison(captures(1)) { _ in
            [("http://ferry.example/1", .failed(reason: "http-503"))]
        }
        #expect(failed.isEmpty, "the last answer is kept although it is no page")
    }

    @Test func `a capture behind the one that the frontier has is noticed, one before it is a recrawl's`()
        async throws
    {
        let found = try await comparison(captures(1, 2, 1)) { places in
            [
                ("http://ferry.example/1", .archived(places[0])),
                ("http://ferry.example/2", .archived(places[1])),
            ]
        }
        #expect(found.map(\.weight) == [.notice])
        #expect(found.first?.reason.contains("the frontier knows only an earlier one") == true)
        let recrawled = try await comparison(captures(1, 2, 1)) { places in
            [
                ("http://ferry.example/1", .archived(places[2])),
                ("http://ferry.example/2", .archived(places[1])),
            ]
        }
        #expect(recrawled.isEmpty)
    }

    @Test func `what a running crawl committed since the files were read is left out`() async throws {
        let later = RecordLocation(file: "pages/b.warc.gz", offset: 400, length: 90)
        for isRunning in [true, false] {
            let found = try await comparison(captures(1), isRunning: isRunning) { places in
                [
                    ("http://ferry.example/1", .archived(places[0])),
                    ("http://ferry.example/9", .archived(later)),
                ]
            }
            #expect(found.map(\.weight) == (isRunning ? [] : [.damage]))
        }
    }

    @Test(arguments: [1 << 20, 1])
    func `a line of the index that points to no such record is damage, one that is missing a notice`(
        maximumBytes: Int
    ) throws {
        let files = captures(1, 2, 3)
        let input = ArchiveInput(
            path: try folder.write("pages/a.warc.gz", files.flatMap { $0 }), name: "pages/a.warc.gz")
        _ = try CrawlIndex.rebuild(crawl: folder.path, inputs: [input]) { _ in }
        func findings() throws -> [Finding] {
            let box = Box()
            var verification = Verification(workFolder: folder.path, maximumBytes: maximumBytes) {
                box.all.append($0)
            }
            try verification.check(input, isOurs: true)
            try verification.checkIndex(ofCrawl: folder.path, isThere: true)
            return box.all.filter { !$0.reason.hasPrefix("no request record") }
        }
        #expect(try findings().isEmpty)
        let path = CrawlIndex.path(ofCrawl: folder.path)
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        let offset = files[0].count
        lines[1] = lines[1].replacingOccurrences(of: "\"offset\": \"\(offset)\"", with: "\"offset\": \"7\"")
        lines.removeLast()
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let found = try findings()
        #expect(found.map(\.weight) == [.damage, .notice])
        #expect(
            found.first?.reason
                == "line 2 has http://ferry.example/2 in a.warc.gz at byte 7, where no such record begins; "
                + "newshound index makes it anew")
        #expect(found.last?.reason.hasPrefix("has 2 of 3 captures") == true)
    }

    @Test func `a finding says where it is, as text and as JSON`() {
        let at = Finding(file: "pages/a.warc.gz", offset: 40_960, weight: .damage, reason: "is \"torn\"")
        #expect(at.description == "pages/a.warc.gz, byte 40960: is \"torn\"")
        #expect(
            at.json == #"{"file":"pages/a.warc.gz","offset":40960,"weight":"damage","reason":"is \"torn\""}"#)
        let whole = Finding(file: "a", offset: nil, weight: .remark, reason: "is odd")
        #expect(whole.description == "a: is odd")
        #expect(whole.json == #"{"file":"a","weight":"remark","reason":"is odd"}"#)
    }
}
