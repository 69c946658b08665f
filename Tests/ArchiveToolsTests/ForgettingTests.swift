import Foundation
import Frontier
import Gzip
import Testing
import WARC
import WebURLs

@testable import ArchiveTools

@Suite struct ForgettingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func member(_ url: String, _ number: Int) -> [UInt8] {
        Gzip.member(HandmadeArchive.heritrix(url, HandmadeArchive.page(number), id: number))
    }

    private let info = Gzip.member(
        HandmadeArchive.record(
            "warcinfo", ["WARC-Date: \(HandmadeArchive.date)", "WARC-Filename: a.warc.gz"], [0x61, 0x3A]))

    private func forget(_ target: String, _ members: [[UInt8]]) async throws -> (
        totals: Forgetting.Totals, rewrites: [ArchiveRewrite], records: Set<String>
    ) {
        let bytes = members.flatMap { $0 }
        try folder.write("pages/a.warc.gz", bytes)
        var (rewrites, records): ([ArchiveRewrite], Set<String>) = ([], [])
        let forgetting = Forgetting(
            crawl: folder.path, target: try #require(ForgetTarget(target)), report: { Issue.record("\($0)") })
        let totals = try await forgetting.run(
            ends: [FileEnd(file: "pages/a.warc.gz", offset: Int64(bytes.count))],
            rows: try await forgetting.rows(of: StubFrontier())
        ) {
            (rewrites, records) = ($0, $2)
            return RemovalReceipt(forgotten: 1, queuedAgain: 0)
        }
        return (totals, rewrites, records)
    }

    @Test func `a file is written anew without the page, and places move with it`() async throws {
        let members = [info] + (1...3).map { member("http://ferry.example/\($0)", $0) }
        let (totals, rewrites, records) = try await forget("http://ferry.example/2#top", members)
        #expect(totals.captures.map(\.url) == ["http://ferry.example/2"])
        #expect(records == [HandmadeArchive.identifier(2)])
        let rewrite = try #require(rewrites.first)
        #expect(rewrite.newFile == "pages/a.r1.warc.gz")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/pages/a.warc.gz"))
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/pages/a.r1.warc.gz")))
        #expect(rewrite.newEnd == Int64(bytes.count))
        var place = 0
        for (number, member) in members.enumerated() {
            let new = rewrite.newOffset(of: Int64(place))
            place += member.count
            if number == 2 {
                #expect(new == nil)
            } else if number > 0 {
                let start = Int(try #require(new))
                #expect(Array(bytes[start...].prefix(member.count)) == member)
            }
        }
        let head = try WARCReader.record(from: ArraySource(bytes), file: "x").record
        #expect(head.fields["WARC-Filename"] == "a.r1.warc.gz")
    }

    @Test func `a revisit of what goes has no payload and goes too`() async throws {
        let revisit = Gzip.member(
            HandmadeArchive.revisit("http://ferry.example/9", of: 1, id: 9, date: "2025-01-01T00:00:00Z"))
        let (totals, _, records) = try await forget(
            "http://ferry.example/1",
            [info, revisit, member("http://ferry.example/1", 1), member("http://ferry.example/2", 2)])
        #expect(totals.captures.count == 2)
        #expect(records == [HandmadeArchive.identifier(1), HandmadeArchive.identifier(9)])
    }

    @Test func `of a host nothing is left, and the file goes`() async throws {
        let (totals, rewrites, _) = try await forget(
            "ferry.example",
            [info, member("http://ferry.example/1", 1), member("https://www.ferry.example/2", 2)])
        #expect(totals.captures.count == 2)
        #expect(rewrites.map(\.newFile) == [nil])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/pages").isEmpty)
    }

    @Test func `what is not there changes nothing`() async throws {
        let (totals, rewrites, _) = try await forget(
            "http://ferry.example/7", [info, member("http://ferry.example/1", 1)])
        #expect(totals.files == 0 && rewrites.isEmpty)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/pages/a.warc.gz"))
    }

    @Test(arguments: [
        ("pages/a.warc.gz", "pages/a.r1.warc.gz"), ("pages/a.r1.warc.gz", "pages/a.r2.warc.gz"),
        ("text/x~h.example.warc.wet.gz", "text/x~h.example.r1.warc.wet.gz"), ("a.r.warc", "a.r.r1.warc"),
    ])
    func `the new name counts`(name: String, next: String) { #expect(Forgetting.nextName(name) == next) }

    @Test(arguments: [
        ("http://a.example/x", "http://a.example/x#y", true),
        ("http://a.example/x", "http://a.example/x?utm_source=z", true),
        ("http://a.example/x", "http://a.example/y", false), ("a.example", "https://b.a.example/", true),
        ("a.example", "https://ba.example/", false), ("A.example", "http://a.example/", true),
        ("a.example", "http://a.example:8080/", true), ("a.example:8080", "http://a.example:8080/", true),
        ("a.example:8080", "https://b.a.example:8080/", true), ("a.example:8080", "http://a.example/", false),
        ("a.example:8080", "http://a.example:8081/", false), ("a.example:80", "http://a.example/", true),
        ("a.example:80", "https://a.example/", false), ("a.example:443", "https://a.example/", true),
        ("[::1]", "http://[::1]:8080/", true), ("[::1]:8080", "http://[::1]:8080/", true),
        ("[::1]:8080", "http://[::1]/", false),
    ])
    func `a target means`(target: String, url: String, isMeant: Bool) throws {
        let meant = try #require(ForgetTarget(target))
        #expect(meant.matches(try #require(WebURL(url))) == isMeant)
    }

    @Test(arguments: ["", "a b", "ftp://a.example/", "a.example/x", "a.example:", "a.example:x", "#"])
    func `what is neither URL nor host is no target`(text: String) { #expect(ForgetTarget(text) == nil) }
}
