import Archiving
import Foundation
import Gzip
import Testing
import WARC

@testable import ArchiveTools

@Suite struct WACZExportTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func pages(_ numbers: ClosedRange<Int>) -> [UInt8] {
        numbers.flatMap {
            Gzip.member(
                HandmadeArchive.heritrix("http://ferry.example/\($0)", HandmadeArchive.page($0), id: $0))
        }
    }

    private func export(_ inputs: [ArchiveInput], reports: Reports = Reports()) async throws -> (
        totals: WACZExport.Totals, files: [String: [UInt8]]
    ) {
        let path = folder.path + "/a.wacz"
        let export = WACZExport(
            inputs: inputs, text: [], title: "Ferries", software: "newshound/1",
            created: Date(timeIntervalSince1970: 1_767_323_045.6), jobs: 2, report: { reports.add($0) })
        let totals = try await export.write(to: path, workFolder: folder.path + "/work")
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(totals.bytes == Int64(bytes.count))
        return (totals, try ZIPContents.read(bytes))
    }

    @Test func `a package holds records, index, pages and what lists them`() async throws {
        let warc = pages(1...3)
        let path = try folder.write("pages/a.warc.gz", warc)
        let (totals, files) = try await export([ArchiveInput(path: path, name: "pages/a.warc.gz")])
        #expect(totals.pages == 3 && totals.captures == 3 && totals.files == 1 && totals.damages == 0)
        #expect(
            Set(files.keys) == [
                "archive/a.warc.gz", "indexes/index.cdx.gz", "indexes/index.idx", "pages/pages.jsonl",
                "datapackage.json", "datapackage-digest.json",
            ])
        #expect(files["archive/a.warc.gz"] == warc)
        let rows = try #require(files["pages/pages.jsonl"]).split(separator: 10).map {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
        }
        #expect(rows.count == 4)
        #expect(rows[0]["format"] as? String == "json-pages-1.0")
        #expect(rows[1]["url"] as? String == "http://ferry.example/1")
        #expect(rows[1]["ts"] as? String == "2024-03-02T10:20:30.000Z")
        #expect((rows[1]["text"] as? String)?.contains("cart of onions") ?? false)
        let index = String(
            decoding: try Gzip.inflateAll(try #require(files["indexes/index.cdx.gz"]), limit: 1 << 20),
            as: UTF8.self)
        #expect(index.split(separator: "\n").count == 3)
        #expect(index.hasPrefix("example,ferry)/1 20240302102030 {"))
        let list = String(decoding: try #require(files["indexes/index.idx"]), as: UTF8.self).split(
            separator: "\n")
        #expect(list.count == 2)
        #expect(list[1].hasPrefix("example,ferry)/1 20240302102030 {\"offset\": 0, \"length\": "))
    }

    @Test
    func `the description states the digest and size of every file, and its own digest stands beside it`()
        async throws
    {
        let path = try folder.write("a.warc.gz", pages(1...2))
        let (_, files) = try await export([ArchiveInput(path: path, name: "a.warc.gz")])
        let bytes = try #require(files["datapackage.json"])
        let package = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(package["profile"] as? String == "data-package")
        #expect(package["wacz_version"] as? String == "1.1.1")
        #expect(package["created"] as? String == "2026-01-02T03:04:05Z")
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.count == files.count - 2)
        for resource in resources {
            let content = try #require(files[resource["path"] as? String ?? ""])
            #expect(resource["bytes"] as? Int == content.count)
            #expect(resource["hash"] as? String == PayloadDigest.of(content, algorithm: .sha256))
        }
        let digestFile = try #require(files["datapackage-digest.json"])
        let digest = try #require(try JSONSerialization.jsonObject(with: Data(digestFile)) as? [String: Any])
        #expect(digest["hash"] as? String == PayloadDigest.of(bytes, algorithm: .sha256))
    }

    @Test func `only what is committed is packed`() async throws {
        let (one, two) = (pages(1...1), pages(2...2))
        let path = try folder.write("pages/a.warc.gz.open", one + two)
        let (totals, files) = try await export([
            ArchiveInput(path: path, name: "pages/a.warc.gz", committedEnd: Int64(one.count))
        ])
        #expect(totals.pages == 1)
        #expect(files["archive/a.warc.gz"] == one)
    }

    @Test func `a file that is closed meanwhile is found by its final name`() async throws {
        let bytes = pages(1...1)
        try folder.write("pages/a.warc.gz", bytes)
        let (totals, _) = try await export([
            ArchiveInput(
                path: folder.path + "/pages/a.warc.gz.open", name: "pages/a.warc.gz",
                committedEnd: Int64(bytes.count))
        ])
        #expect(totals.pages == 1 && totals.damages == 0)
    }

    @Test func `a torn record is named once, and the rest is packed`() async throws {
        let path = try folder.write("a.warc.gz", pages(1...2) + pages(3...3).dropLast(40))
        let reports = Reports()
        let (totals, _) = try await export([ArchiveInput(path: path, name: "a.warc.gz")], reports: reports)
        #expect(totals.pages == 2 && totals.damages == 1)
        #expect(reports.all.count == 1)
    }

    @Test func `two files of one name are refused`() async throws {
        let inputs = try ["x", "y"].map {
            ArchiveInput(path: try folder.write("\($0)/a.warc.gz", pages(1...1)), name: "\($0)/a.warc.gz")
        }
        await #expect(throws: WACZExport.NameClash.self) { _ = try await export(inputs) }
    }
}

/// What a ZIP file holds, read by its central directory; every local header must say the same.
enum ZIPContents {
    struct Wrong: Error { let place: Int }

    static func read(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        func number(_ at: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        guard number(end, 4) == 0x0605_4B50 else { throw Wrong(place: end) }
        var place = number(end + 16, 4)
        var files: [String: [UInt8]] = [:]
        for _ in 0..<number(end + 10, 2) {
            guard number(place, 4) == 0x0201_4B50 else { throw Wrong(place: place) }
            let (method, size, nameBytes) = (
                number(place + 10, 2), number(place + 20, 4), number(place + 28, 2)
            )
            let local = number(place + 42, 4)
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameBytes)], as: UTF8.self)
            guard number(local, 4) == 0x0403_4B50,
                bytes[(local + 6)..<(local + 26)].elementsEqual(bytes[(place + 8)..<(place + 28)])
            else { throw Wrong(place: local) }
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            let stored = Array(bytes[start..<(start + size)])
            // A gzip member with this deflate stream tells whether checksum and size are right.
            let member =
                [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + stored + bytes[(place + 16)..<(place + 20)]
                + bytes[(place + 24)..<(place + 28)]
            files[name] = method == 0 ? stored : try Gzip.inflateMember(member, limit: 1 << 24).bytes
            place += 46 + nameBytes + number(place + 30, 2) + number(place + 32, 2)
        }
        return files
    }
}
