import Foundation
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
        verification.check(input)
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
        verification.check(ArchiveInput(path: folder.path + "/none.warc", name: "none.warc"))
        #expect(box.all.map(\.weight) == [.damage])
        #expect(verification.totals.damages == 1)
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
