import Foundation
import Gzip
import Testing
import WARC

@testable import ArchiveTools

/// What `verify` finds by following references between records and files.
@Suite struct ReferenceCheckTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private final class Box { var all: [Finding] = [] }

    private func findings(
        _ files: [[UInt8]], isOurs: Bool = false, maximumBytes: Int = 1 << 20
    ) throws -> [Finding] {
        let box = Box()
        var verification = Verification(workFolder: folder.path, maximumBytes: maximumBytes) {
            box.all.append($0)
        }
        for (number, bytes) in files.enumerated() {
            let name = "\(number).warc.gz"
            try verification.check(
                ArchiveInput(path: try folder.write(name, bytes), name: name), isOurs: isOurs)
        }
        try verification.checkReferences()
        return box.all.filter { !$0.reason.hasPrefix("no request record") }
    }

    private let page = Gzip.member(
        HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1), id: 1))

    private func revisit(namesRecord: Bool = true, of target: Int = 1) -> [UInt8] {
        Gzip.member(
            HandmadeArchive.revisit(
                "http://ferry.example/1", of: target, id: 7, date: "2025-01-01T00:00:00Z",
                namesRecord: namesRecord))
    }

    @Test(arguments: [true, false])
    func `a revisit finds its target before it, behind it and in another file`(namesRecord: Bool) throws {
        let revisit = revisit(namesRecord: namesRecord)
        #expect(try findings([page + revisit]).isEmpty)
        #expect(try findings([revisit + page]).isEmpty)
        #expect(try findings([revisit, page]).isEmpty)
    }

    @Test func `a target that is nowhere is a remark in others' files and damage in ours`() throws {
        let others = try findings([page + revisit(of: 9)])
        #expect(others.map(\.weight) == [.remark])
        #expect(others.map(\.offset) == [Int64(page.count)])
        #expect(try findings([page + revisit(of: 9)], isOurs: true).map(\.weight) == [.damage])
    }

    @Test func `a target in an earlier crawl, which only its address names, is a remark`() throws {
        #expect(try findings([revisit(namesRecord: false)], isOurs: true).map(\.weight) == [.remark])
    }

    @Test func `a target with another payload is damage`() throws {
        let fields = [
            "WARC-Target-URI: http://ferry.example/1", "WARC-Date: 2025-01-01T00:00:00Z",
            "WARC-Record-ID: <\(HandmadeArchive.identifier(7))>",
            "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
            "WARC-Refers-To: <\(HandmadeArchive.identifier(1))>",
            "WARC-Payload-Digest: \(PayloadDigest.of([1]))",
        ]
        let found = try findings([page + Gzip.member(HandmadeArchive.record("revisit", fields))])
        #expect(found.map(\.weight) == [.damage])
        #expect(found[0].reason.hasSuffix("has another payload"))
    }

    @Test(arguments: [true, false])
    func `what is sorted on disk is found like what fits in memory`(isOurs: Bool) throws {
        // Captures with and without pairs, revisits of those before, behind and nowhere, with the right payload or not.
        let files = (0..<3).map { file in
            (0..<60).flatMap { number -> [UInt8] in
                let id = 1_000 * file + number
                let url = "http://ferry.example/\(id % 97)"
                guard number % 3 > 0 else {
                    return Gzip.member(
                        HandmadeArchive.revisit(
                            url, of: (id * 7) % 3_000, id: id, date: "2025-01-01T00:00:00Z",
                            namesRecord: number % 2 == 0))
                }
                return Gzip.member(
                    number % 3 == 1
                        ? HandmadeArchive.wget(url, HandmadeArchive.page(id), id: id)
                        : HandmadeArchive.heritrix(url, HandmadeArchive.page(id), id: id))
            }
        }
        let found = try findings(files, isOurs: isOurs)
        let reasons = found.map(\.reason).joined(separator: "\n")
        #expect(reasons.contains("is in none of the files") && reasons.contains("WARC-Concurrent-To names"))
        for maximumBytes in [20_000, 500, 1] {
            #expect(try findings(files, isOurs: isOurs, maximumBytes: maximumBytes) == found)
        }
    }

    @Test func `a record of long ago in its file is still known`() throws {
        let pages = (0..<1_500).map { number in
            HandmadeArchive.bare("http://ferry.example/\(number)", [1], id: number)
        }
        let late = HandmadeArchive.record(
            "metadata",
            [
                "WARC-Date: \(HandmadeArchive.date)",
                "WARC-Record-ID: <\(HandmadeArchive.identifier(9_000))>",
                "WARC-Target-URI: http://ferry.example/0",
                "WARC-Concurrent-To: <\(HandmadeArchive.identifier(0))>",
            ])
        let file = pages.flatMap { Gzip.member($0) } + Gzip.member(late)
        for maximumBytes in [1 << 20, 1_000] {
            let found = try findings([file], maximumBytes: maximumBytes)
            #expect(!found.contains { $0.reason.hasPrefix("WARC-Concurrent-To names") }, "\(found)")
        }
    }

    @Test func `a capture of ours without its request is damage`() throws {
        let box = Box()
        var verification = Verification { box.all.append($0) }
        try verification.check(
            ArchiveInput(path: try folder.write("a.warc.gz", page), name: "a.warc.gz"), isOurs: true)
        #expect(box.all.map(\.reason) == ["no request record stands beside this capture"])
    }

    @Test func `a file that is shorter than what was committed is damage even at the end of a record`() throws
    {
        let box = Box()
        var verification = Verification { box.all.append($0) }
        try verification.check(
            ArchiveInput(
                path: try folder.write("a.warc.gz", page), name: "a.warc.gz",
                committedEnd: Int64(page.count + 1)))
        #expect(box.all.map(\.reason) == ["has \(page.count) bytes, \(page.count + 1) were committed"])
    }
}
