import Archiving
import Foundation
import Gzip
import Testing
import WARC

@testable import ArchiveTools

@Suite struct IndexJobTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func index(_ bytes: [UInt8], name: String = "a.warc.gz", end: Int64? = nil) throws -> (
        lines: [String], totals: IndexJob.Totals, reports: [String]
    ) {
        let reports = Reports()
        let input = ArchiveInput(
            path: try folder.write(name, bytes), name: "pages/" + name, committedEnd: end)
        var index = try CDXJIndex(folder: folder.path)
        let totals = try IndexJob(inputs: [input], report: { reports.add($0) }).run(into: &index)
        _ = try index.write(to: folder.path + "/index")
        let text = try String(contentsOfFile: folder.path + "/index", encoding: .utf8)
        return (text.split(separator: "\n").map(String.init), totals, reports.all)
    }

    private func capture(_ number: Int) -> [UInt8] {
        Gzip.member(
            HandmadeArchive.heritrix(
                "http://ferry.example/\(number)", HandmadeArchive.page(number), id: number))
    }

    @Test func `captures have lines in the order of their keys, with places and compressed lengths`() throws {
        let (nine, one) = (capture(9), capture(1))
        let info = Gzip.member(HandmadeArchive.record("warcinfo", ["WARC-Date: \(HandmadeArchive.date)"]))
        let revisit = Gzip.member(
            HandmadeArchive.revisit("http://ferry.example/2", of: 1, id: 5, date: HandmadeArchive.date))
        let (lines, totals, reports) = try index(info + nine + one + revisit)
        #expect(reports.isEmpty)
        #expect(totals.lines == 3 && totals.revisits == 1)
        #expect(
            lines.map { $0.split(separator: " ")[0] } == [
                "example,ferry)/1", "example,ferry)/2", "example,ferry)/9",
            ])
        #expect(
            lines[0].hasSuffix(
                "\"length\": \"\(one.count)\", \"offset\": \"\(info.count + nine.count)\", \"filename\": \"a.warc.gz\"}"
            ))
        #expect(lines[1].contains("\"mime\": \"warc/revisit\""))
    }

    @Test func `a damaged record is named with its byte and skipped`() throws {
        var torn = capture(2)
        torn[torn.count / 2] ^= 0x55
        let (one, three) = (capture(1), capture(3))
        let (lines, totals, reports) = try index(one + torn + three)
        #expect(lines.count == 2)
        #expect(totals.damages == 1)
        #expect(reports.count == 1 && reports[0].hasPrefix("pages/a.warc.gz, byte \(one.count): "))
    }

    @Test func `captures that share a member cannot be pointed to`() throws {
        let whole = Gzip.member(
            (1...3).flatMap {
                HandmadeArchive.heritrix("http://ferry.example/\($0)", HandmadeArchive.page($0), id: $0)
            })
        let (lines, totals, reports) = try index(whole)
        #expect(lines.isEmpty)
        #expect(totals.damages == 1)
        #expect(
            reports == [
                "pages/a.warc.gz: 3 captures share a gzip member, where no index can point to them; "
                    + "newshound verify --repair writes one member a record"
            ])
    }

    @Test func `a capture without a time has no line`() throws {
        let bytes = Gzip.member(
            HandmadeArchive.record("response", ["WARC-Target-URI: http://ferry.example/"], [1, 2, 3]))
        let (lines, totals, _) = try index(bytes)
        #expect(lines.isEmpty && totals.damages == 1)
    }

    @Test func `nothing behind the committed end is indexed`() throws {
        let one = capture(1)
        #expect(try index(one + capture(2), end: Int64(one.count)).lines.count == 1)
    }

    @Test func `lines of several indexes are sorted together`() throws {
        try folder.write("one", Array("b 1\nd 2\n".utf8))
        try folder.write("two", Array("a 1\nc 2".utf8) + [10])
        var index = try CDXJIndex(folder: folder.path, maximumBytes: 60)
        for name in ["one", "two"] { try index.add(linesOf: folder.path + "/" + name) }
        #expect(try index.write(to: folder.path + "/all") == 4)
        #expect(try String(contentsOfFile: folder.path + "/all", encoding: .utf8) == "a 1\nb 1\nc 2\nd 2\n")
    }
}
