import Foundation
import Gzip
import Testing
import WARC

@testable import ArchiveTools

/// What `verify` finds by following references between records and files.
@Suite struct RecordMemoryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private final class Box { var all: [Finding] = [] }

    private func findings(_ files: [[UInt8]], isOurs: Bool = false) throws -> [Finding] {
        let box = Box()
        var verification = Verification { box.all.append($0) }
        for (number, bytes) in files.enumerated() {
            let name = "\(number).warc.gz"
            verification.check(ArchiveInput(path: try folder.write(name, bytes), name: name), isOurs: isOurs)
        }
        verification.checkReferences()
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

    @Test func `a capture of ours without its request is damage`() throws {
        let box = Box()
        var verification = Verification { box.all.append($0) }
        verification.check(
            ArchiveInput(path: try folder.write("a.warc.gz", page), name: "a.warc.gz"), isOurs: true)
        #expect(box.all.map(\.reason) == ["no request record stands beside this capture"])
    }

    @Test func `a file that is shorter than what was committed is damage even at the end of a record`() throws
    {
        let box = Box()
        var verification = Verification { box.all.append($0) }
        verification.check(
            ArchiveInput(
                path: try folder.write("a.warc.gz", page), name: "a.warc.gz",
                committedEnd: Int64(page.count + 1)))
        #expect(box.all.map(\.reason) == ["has \(page.count) bytes, \(page.count + 1) were committed"])
    }
}
