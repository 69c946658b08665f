import Foundation
import Frontier
import Testing
import WARC

@testable import ArchiveTools

@Suite struct CrawlReportTests {
    private let place = RecordLocation(file: "pages/a.warc.gz", offset: 0, length: 10)

    @Test func `the ledger stands in one line of JSON`() throws {
        var counts = FrontierCounts()
        counts.archived = 5
        counts.revisited = 1
        counts.queued = 2
        counts.pages = 4
        counts.failed = ["tls": 1, "connect": 2]
        counts.skipped = [.robots: 3]
        var kinds = CaptureKinds()
        kinds.add(isPage: true, hop: nil, status: 200, count: 3)
        kinds.add(isPage: true, hop: .link, status: 404)
        kinds.add(isPage: true, hop: .link, status: 500)
        kinds.add(isPage: false, hop: .link, status: 301)
        kinds.add(isPage: false, hop: .prerequisite, status: 404)
        let line = CrawlReport(name: "harbour", counts: counts, kinds: kinds).json
        #expect(
            line.contains(
                #""captures":{"pages":3,"not_found":1,"errors":1,"redirects":1,"robots":1,"requisites":0}"#))
        #expect(!line.contains("\n"))
        #expect(line.contains(#""failed":{"connect":2,"tls":1},"skipped":{"robots":3}"#))
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["crawl"] as? String == "harbour")
        #expect(object["discovered"] as? Int == 5 + 1 + 2 + 3 + 3)
        #expect(object["pages"] as? Int == 3)
    }

    @Test func `rows of what was skipped or has failed say why`() throws {
        let frontier = StubFrontier(states: [
            ("http://a.example/1", .skipped(.robots)), ("http://a.example/2", .failed(reason: "connect")),
            ("http://a.example/3", .queued), ("http://a.example/4", .archived(place)),
        ])
        let rows = (frontier.entries(after: 0, limit: 9) + frontier.entries(after: 2, limit: 9))
            .map { CrawlReport.skippedRow($0)?.finished }
        #expect(
            rows == [
                #"{"url":"http://a.example/1","skipped":"robots","status":404,"attempts":2,"hop_path":"KL","via":null}"#,
                #"{"url":"http://a.example/2","failed":"connect","status":404,"attempts":2,"hop_path":"KL","via":null}"#,
                nil, nil,
            ])
    }

    @Test func `rows name URLs without user name and password`() {
        let frontier = StubFrontier(states: [("http://user:secret@a.example/1", .skipped(.robots))])
        let rows = frontier.entries(after: 0, limit: 9).map { CrawlReport.skippedRow($0)?.finished ?? "" }
        #expect(rows.count == 1 && rows[0].hasPrefix(#"{"url":"http://a.example/1","skipped":"robots""#))
    }

    @Test func `report.json and skipped.jsonl are written whole`() async throws {
        let folder = try TemporaryFolder()
        let states = (0..<7).map { ("http://a.example/\($0)", URLEntry.State.skipped(.scope)) }
        try await CrawlReport.write(crawl: folder.path, name: "n", frontier: StubFrontier(states: states))
        let rows = try String(contentsOfFile: folder.path + "/skipped.jsonl", encoding: .utf8)
        #expect(rows.split(separator: "\n").count == 7)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "report.json", "skipped.jsonl",
            ])
    }
}
