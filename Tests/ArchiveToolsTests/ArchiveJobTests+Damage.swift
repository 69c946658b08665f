import Foundation
import Gzip
import HTTPMessages
import Pages
import Testing
import WARC
import WebURLs

@testable import ArchiveTools

/// What of damaged archives is read.
extension ArchiveJobTests {
    @Test func `a broken member is named and skipped, those around it are given`() async throws {
        let members = (1...3).map {
            Gzip.member(HandmadeArchive.heritrix("http://ferry.example/\($0)", HandmadeArchive.page($0)))
        }
        var bytes = members.flatMap { $0 }
        for index in 0..<40 { bytes[members[0].count + 30 + index] ^= 0x5A }
        let result = try await run(["a.warc.gz": bytes])
        #expect(result.rows.map { $0.prefix(22) } == ["http://ferry.example/1", "http://ferry.example/3"])
        #expect(result.outcome.damages == 1)
        #expect(reports.all.first?.hasPrefix("a.warc.gz, byte \(members[0].count): ") ?? false)
    }

    @Test func `a file cut short gives what lies before the cut`() async throws {
        let members = (1...2).map {
            Gzip.member(HandmadeArchive.heritrix("http://ferry.example/\($0)", HandmadeArchive.page($0)))
        }
        let whole = members.flatMap { $0 }
        for cut in stride(from: members[0].count + 1, to: whole.count - 1, by: 37) {
            let result = try await run(["a.warc.gz": Array(whole[..<cut])])
            #expect(result.rows.count == 1)
            #expect(result.outcome.damages == 1)
        }
    }

    @Test func `a file that is not there is damage, and the next one is read`() async throws {
        let good = try folder.write(
            "b.warc", HandmadeArchive.wget("http://ferry.example/1", HandmadeArchive.page(1)))
        let inputs = [
            ArchiveInput(path: folder.path + "/a.warc", name: "a.warc"),
            ArchiveInput(path: good, name: "b.warc"),
        ]
        var rows = 0
        let outcome = try await ArchiveJob(inputs: inputs, jobs: 1, report: { reports.add($0) }).run(
            row: { $0.address },
            sink: { _ in
                rows += 1; return true
            })
        #expect(rows == 1)
        #expect(outcome.damages == 1)
        #expect(reports.all.first?.contains("No such file") ?? false)
    }

    @Test func `reading stops at the committed end`() async throws {
        let first = Gzip.member(HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1)))
        let path = try folder.write("a.warc.gz", first + Gzip.member(HandmadeArchive.page(2)).prefix(40))
        let input = ArchiveInput(path: path, name: "a.warc.gz", committedEnd: Int64(first.count))
        let outcome = try await ArchiveJob(inputs: [input], jobs: 1, report: { reports.add($0) }).run(
            row: { $0.address }, sink: { _ in true })
        #expect(outcome.rows == 1)
        #expect(outcome.damages == 0)
    }

    @Test func `random bytes give neither rows nor a trap`() async throws {
        var random = SystemRandomNumberGenerator()
        for size in [0, 1, 10, 1_000, 70_000] {
            let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(try await run(["a.warc.gz": bytes]).rows.isEmpty)
        }
    }
}
