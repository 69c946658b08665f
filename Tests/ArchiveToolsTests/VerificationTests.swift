import Archiving
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

    @Test func `a file without a byte is remarked on`() throws {
        let (found, totals) = try findings([])
        #expect(found.map(\.weight) == [.remark])
        #expect(found.first?.description == "a.warc: is empty: it has no record")
        #expect(totals.damages == 0 && totals.remarks == 1)
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
            try verification.checkIndex(ofCrawl: folder.path)
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

    /// What is said of files on disk, of which the frontier has `pages/a.warc.gz` and `pages/b.warc.gz` with 3 bytes each.
    private func findings(onDisk files: [String], isRunning: Bool = false) throws -> [String] {
        for file in files { try folder.write(file, [1, 2, 3]) }
        let ends = ["pages/a.warc.gz", "pages/b.warc.gz"].map { FileEnd(file: $0, offset: 3) }
        let box = Box()
        var verification = Verification(workFolder: folder.path) { box.all.append($0) }
        verification.noteSurplus(
            of: CommittedArchive(crawl: folder.path, ends: ends), isRunning: isRunning)
        #expect(box.all.allSatisfy { $0.weight == (isRunning ? .remark : .notice) })
        return box.all.map(\.description)
    }

    @Test func `files as the frontier has them, closed or still written, are no finding`() throws {
        #expect(try findings(onDisk: ["pages/a.warc.gz", "pages/b.warc.gz.open"]).isEmpty)
    }

    @Test(arguments: [false, true])
    func `a file that the frontier does not know is one that resume removes`(isRunning: Bool) throws {
        let found = try findings(
            onDisk: ["pages/a.warc.gz", "pages/b.warc.gz", "pages/c.warc.gz"], isRunning: isRunning)
        let next = isRunning ? "the run that writes them goes on" : "newshound resume removes them"
        #expect(found == ["pages/c.warc.gz, byte 0: 3 bytes from here on are not committed; \(next)"])
    }

    @Test(arguments: [
        "pages/b.warc.gz.open", "pages/old/b.warc.gz", "text/old/c.wet.gz", "pages/c.wet",
        "text/c.wet.gz.open",
    ])
    func `a file that no command reads or removes is said to be none of the crawl's`(file: String) throws {
        let found = try findings(onDisk: ["pages/a.warc.gz", "pages/b.warc.gz", file])
        #expect(
            found == ["\(file): is none of the crawl's files: no command that is given the crawl reads it"])
    }

    @Test(arguments: ["text/b.warc.gz", "pages/old/b.warc.gz", "text/deep/down/b.warc.gz.open"])
    func `a file that the frontier has in another place is to be moved back`(file: String) throws {
        let found = try findings(onDisk: ["pages/a.warc.gz", file])
        #expect(
            found == [
                "\(file): the frontier has the file of this name as pages/b.warc.gz, where none is; move it back"
            ])
    }

    @Test func `a copy beside a closed file is not read in its place where the frontier is lost`() throws {
        for file in ["pages/a.warc.gz", "pages/a.warc.gz.open", "pages/b.warc.gz.open"] {
            try folder.write(file, [1])
        }
        let inputs = ArchiveInput.uncommitted(ofCrawl: folder.path, part: "pages")
        #expect(inputs.map(\.name) == ["pages/a.warc.gz", "pages/b.warc.gz"])
        #expect(inputs.map(\.path.lastPathPart) == ["a.warc.gz", "b.warc.gz.open"])
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
