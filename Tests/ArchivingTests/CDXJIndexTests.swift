import Fetching
import FoundationEssentials
import Testing
import WARC

@testable import Archiving

@Suite struct CDXJIndexTests {
    private func line(_ fields: [(String, String)], block: String = "") throws -> CDXJLine? {
        let bytes = Array(block.utf8)
        let record = WARCSerialiser.record(
            WARCFields(
                fields.map { (name: $0.0, value: $0.1) } + [("WARC-Date", "2026-01-02T03:04:05.678Z")]),
            body: bytes[...])
        return CDXJLine(
            try WARCReader.record(from: ArraySource(record, start: 7), file: "x"), fileName: "x.warc")
    }

    @Test func `a response gives a line in the form that replay tools read`() throws {
        let found = try line(
            [
                ("WARC-Type", "response"),
                ("WARC-Target-URI", "https://www.News.example/Harbour?b=1&a=\"x\""),
                ("Content-Type", "application/http;msgtype=response"), ("WARC-Payload-Digest", "sha1:ABC"),
            ], block: "HTTP/1.1 404 Not Found\r\nContent-Type: text/HTML; charset=utf-8\r\n\r\n")
        let line = try #require(found)
        #expect(line.time == "20260102030405")
        #expect(line.key.hasPrefix("example,news)/"))
        #expect(
            line.text.hasSuffix(
                "20260102030405 {\"url\": \"https://www.News.example/Harbour?b=1&a=\\\"x\\\"\", \"mime\": \"text/html\", "
                    + "\"status\": \"404\", \"digest\": \"sha1:ABC\", \"length\": \"\(line.length ?? 0)\", "
                    + "\"offset\": \"7\", \"filename\": \"x.warc\"}"))
    }

    @Test func `revisits and resources have lines, other records do not`() throws {
        let target = ("WARC-Target-URI", "https://a.example/")
        #expect(try line([("WARC-Type", "revisit"), target])?.mediaType == "warc/revisit")
        let resource = try line(
            [
                ("WARC-Type", "resource"), target, ("Content-Type", "text/dns"),
                ("WARC-Block-Digest", "sha1:B"),
            ],
            block: "x")
        #expect(resource?.mediaType == "text/dns")
        #expect(resource?.status == nil)
        #expect(resource?.digest == "sha1:B")
        for type in ["request", "metadata", "warcinfo", "conversion"] {
            #expect(try line([("WARC-Type", type), target]) == nil)
        }
        #expect(try line([("WARC-Type", "response")]) == nil)
    }

    @Test func `a key has no spaces whatever the target`() throws {
        let found = try line([
            ("WARC-Type", "resource"), ("WARC-Target-URI", "urn:a b\tc"), ("Content-Type", "a/b"),
        ])
        #expect(found?.text.hasPrefix("urn:a%20b%09c 20260102030405 {") == true)
    }

    @Test(arguments: [1 << 20, 2000, 1])
    func `an index is sorted by bytes, however little memory there is`(maximumBytes: Int) async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        for number in [5, 30, 4, 1, 22, 3, 11, 2] {
            _ = try await writer.append([try SampleCapture.numbered(number)])
        }
        try await writer.close()
        var index = try CDXJIndex(folder: fixture.folder.indexesPath, maximumBytes: maximumBytes)
        for read in try fixture.records() {
            _ = try index.add(read, file: "pages/" + fixture.names("pages")[0])
        }
        let path = fixture.folder.indexesPath + "/index.cdxj"
        #expect(try index.write(to: path) == 8)
        let lines = String(decoding: ArchiveFixture.bytes(path), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 8)
        #expect(lines == lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        #expect(lines.allSatisfy { $0.contains("\"filename\": \"NHND-") })
        #expect(fixture.names("indexes") == ["index.cdxj"])
    }

    @Test func `an index without lines is an empty file`() throws {
        let fixture = try ArchiveFixture()
        var index = try CDXJIndex(folder: fixture.folder.indexesPath)
        #expect(try index.write(to: fixture.folder.indexesPath + "/index.cdxj") == 0)
        #expect(fixture.names("indexes") == ["index.cdxj"])
    }
}
