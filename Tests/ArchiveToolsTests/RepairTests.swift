import Foundation
import Gzip
import Testing
import WARC

@testable import ArchiveTools

@Suite struct RepairTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func capture(_ number: Int) -> [UInt8] {
        HandmadeArchive.wget("http://ferry.example/\(number)", HandmadeArchive.page(number), id: number)
    }

    private func repair(_ bytes: [UInt8], name: String = "a.warc.gz") throws -> (
        bytes: [UInt8], totals: Repair.Totals
    ) {
        let input = ArchiveInput(path: try folder.write(name, bytes), name: name)
        let path = folder.path + "/new-" + name
        let totals = try Repair(input).write(to: path)
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: input.path))) == bytes)
        return ([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), totals)
    }

    @Test func `sound records are copied byte by byte, whatever lies between them`() throws {
        let members = (1...3).map { Gzip.member(capture($0)) }
        var torn = members[1]
        torn[torn.count / 2] ^= 0x55
        let (bytes, totals) = try repair(members[0] + torn + members[2] + [0, 0, 0, 0])
        #expect(bytes == members[0] + members[2])
        #expect(totals.kept == 2 && totals.bytes == Int64(bytes.count))
    }

    @Test func `every cut of a file gives the whole records before it`() throws {
        let members = (1...2).map { Gzip.member(capture($0)) }
        let whole = members[0] + members[1]
        for end in stride(from: 0, to: whole.count, by: 97) {
            let (bytes, _) = try repair(Array(whole.prefix(end)))
            #expect(bytes == (end >= members[0].count ? members[0] : []))
        }
    }

    @Test func `records that share a member get one each`() throws {
        let (bytes, totals) = try repair(Gzip.member(capture(1) + capture(2)))
        #expect(totals.kept == 2)
        let reader = WARCReader(
            ArraySource(bytes), file: "x", options: WARCReader.Options(digests: .blocksAndPayloads))
        var found = 0
        while case .record(let read)? = try reader.next() {
            found += 1
            #expect(read.length != nil && read.blockDigest == .matches && read.payloadDigest == .matches)
        }
        #expect(found == 2)
    }

    @Test func `a record that differs from its digest is left out`() throws {
        var changed = capture(1)
        changed[changed.count - 60] ^= 1
        let (bytes, totals) = try repair(changed + capture(2), name: "a.warc")
        #expect(bytes == capture(2))
        #expect(totals.leftOut == 1)
    }

    @Test func `a plain file that ends in its last block gets its line ends`() throws {
        let (bytes, _) = try repair(Array(capture(1).dropLast(4)), name: "a.warc")
        #expect(bytes == capture(1))
    }
}
