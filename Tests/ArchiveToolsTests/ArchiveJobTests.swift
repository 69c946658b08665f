import Foundation
import Gzip
import HTTPMessages
import Pages
import Testing
import WARC
import WebURLs

@testable import ArchiveTools

@Suite struct ArchiveJobTests {
    let folder: TemporaryFolder
    let reports = Reports()

    init() throws { folder = try TemporaryFolder() }

    /// What one run gave: address and title of each row, and where it lies.
    struct Result {
        var rows: [String] = []
        var sources: [RecordSource] = []
        var outcome = JobOutcome()
    }

    func run(
        _ files: [String: [UInt8]], filter: PageFilter = PageFilter(),
        choice: CaptureChoice = CaptureChoice(),
        jobs: Int = 2, stopAfter: Int = .max, readsConversions: Bool = false
    ) async throws -> Result {
        let inputs = try files.sorted { $0.key < $1.key }.map { name, bytes in
            ArchiveInput(
                path: try folder.write(name, bytes), name: name, readsConversions: readsConversions)
        }
        let reader = PageReader()
        var result = Result()
        result.outcome = try await ArchiveJob(
            inputs: inputs, filter: filter, choice: choice, jobs: jobs, report: { reports.add($0) }
        ).run(
            row: { page -> (String, RecordSource)? in
                guard let read = page.page(by: reader) else { return nil }
                let title = read.article?.title ?? read.article?.text ?? "-"
                return ("\(page.url?.href ?? page.address ?? "-") \(title)", page.source)
            },
            sink: { row in
                result.rows.append(row.0)
                result.sources.append(row.1)
                return result.rows.count < stopAfter
            })
        return result
    }

    @Test func `a page of which only the beginning was kept is left out and counted`() async throws {
        func cut(_ url: String, _ size: Int, id: Int) -> [UInt8] {
            let body = HandmadeArchive.page(id) + [UInt8](repeating: 0x20, count: size)
            return HandmadeArchive.record(
                "response",
                [
                    "WARC-Target-URI: \(url)", "WARC-Date: \(HandmadeArchive.date)",
                    "WARC-Record-ID: <\(HandmadeArchive.identifier(id))>", "WARC-Truncated: length",
                    "Content-Type: application/http",
                ], HandmadeArchive.message("200 OK", fields: [], body))
        }
        let result = try await run([
            "a.warc": cut("http://ferry.example/1", 10_000_000, id: 1)
                + cut("http://ferry.example/2", 100, id: 2)
                + HandmadeArchive.bare("http://ferry.example/3", HandmadeArchive.page(3), id: 3)
        ])
        #expect(result.rows.map { $0.prefix(22) } == ["http://ferry.example/2", "http://ferry.example/3"])
        #expect(result.outcome.pages == 3)
        #expect(result.outcome.unread == 1)
        #expect(result.outcome.damages == 0)
    }

    @Test func `pages that are too long to be read are named and give no row`() async throws {
        func long(_ size: Int, id: Int) -> [UInt8] {
            HandmadeArchive.bare(
                "http://ferry.example/\(id)",
                HandmadeArchive.page(id) + [UInt8](repeating: 0x20, count: size), id: id)
        }
        let first = long(DecodedPage.maximumPageBytes, id: 1)
        let bytes = first + long(WARCReader.Options().maximumBlockBytes, id: 2) + long(100, id: 3)
        let path = try folder.write("a.warc", bytes)
        var rows: [String] = []
        let outcome = try await ArchiveJob(
            inputs: [ArchiveInput(path: path, name: "a.warc")], jobs: 2, report: { reports.add($0) }
        ).run(
            reader: PageReader(), row: { archived, _ in archived.address },
            sink: {
                rows.append($0); return true
            })
        #expect(rows == ["http://ferry.example/3"])
        #expect(outcome.pages == 3 && outcome.rows == 1 && outcome.damages == 0)
        #expect(outcome.unreadable == 2 && outcome.unread == 0)
        let named = reports.all.sorted { $0.count < $1.count }
        #expect(named.count == 2)
        #expect(named.first?.hasPrefix("a.warc, byte 0: page of ") ?? false, "\(named)")
        #expect(named.last?.hasPrefix("a.warc, byte \(first.count): page of ") ?? false, "\(named)")
    }

    @Test func `revisits that give no row are counted`() async throws {
        let date = "2025-01-01T00:00:00Z"
        let bytes = [
            HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1)),
            HandmadeArchive.revisit("http://ferry.example/1", of: 1, id: 2, date: date),
            HandmadeArchive.revisit("http://pier.example/1", of: 1, id: 3, date: date),
            HandmadeArchive.revisit("http://ferry.example/robots.txt", of: 1, id: 4, date: date),
        ].flatMap { Gzip.member($0) }
        #expect(try await run(["a.warc.gz": bytes]).outcome.revisits == 2)
        var filter = PageFilter()
        filter.hosts = ["ferry.example"]
        #expect(try await run(["a.warc.gz": bytes], filter: filter).outcome.revisits == 1)
        for path in [\CaptureChoice.givesRevisits, \CaptureChoice.isNewestOnly] {
            var choice = CaptureChoice()
            choice[keyPath: path] = true
            #expect(try await run(["a.warc.gz": bytes], choice: choice).outcome.revisits == 0)
        }
    }

    // MARK: - What is no page

    @Test func `a page in the place of robots.txt is none`() async throws {
        let bytes = [
            HandmadeArchive.heritrix("http://ferry.example/robots.txt", HandmadeArchive.page(1)),
            HandmadeArchive.heritrix("http://ferry.example/robots.txt?x", HandmadeArchive.page(2), id: 2),
            HandmadeArchive.heritrix("http://ferry.example/a/robots.txt", HandmadeArchive.page(3), id: 3),
        ].flatMap { $0 }
        let result = try await run(["a.warc": bytes])
        #expect(result.rows == ["http://ferry.example/a/robots.txt Ferry 3 sails again"])
        #expect(result.outcome.pages == 1)
        var choice = CaptureChoice()
        choice.isNewestOnly = true
        #expect(try await run(["a.warc": bytes], choice: choice).rows == result.rows)
    }

    @Test(arguments: [
        ("newshound/1.0", "LE", false), ("newshound/1.0", "LER", false), ("newshound/1.0", "P", false),
        ("newshound/1.0", "LEL", true), ("newshound/1.0", "LR", true), ("newshound/1.0", "", true),
        // Others' E hops are frames as well.
        ("heritrix/3.4", "LE", true),
    ])
    func `a capture that a crawl made for others' sake is no page`(
        software: String, hops: String, isPage: Bool
    ) async throws {
        func capture(_ number: Int, _ hops: String) -> [UInt8] {
            let url = "http://ferry.example/\(number)"
            func follower(_ type: String, _ block: String) -> [UInt8] {
                HandmadeArchive.record(
                    type,
                    [
                        "WARC-Target-URI: \(url)", "WARC-Date: \(HandmadeArchive.date)",
                        "WARC-Record-ID: <\(HandmadeArchive.identifier(number * 10 + type.count))>",
                        "WARC-Concurrent-To: <\(HandmadeArchive.identifier(number))>",
                    ], Array(block.utf8))
            }
            let path = hops.isEmpty ? "" : "hopsFromSeed: \(hops)\r\n"
            return HandmadeArchive.heritrix(url, HandmadeArchive.page(number), id: number)
                + follower("request", "GET / HTTP/1.1\r\n\r\n")
                + follower("metadata", "via: http://ferry.example/\r\n\(path)fetchTimeMs: 3\r\n")
        }
        let info = HandmadeArchive.record(
            "warcinfo", ["WARC-Date: \(HandmadeArchive.date)"], Array("software: \(software)\r\n".utf8))
        let bytes = info + capture(1, "L") + capture(2, hops) + capture(3, "L") + capture(4, hops)
        let result = try await run(["a.warc": bytes, "b.warc": info + capture(5, "L")])
        let numbers = isPage ? [1, 2, 3, 4, 5] : [1, 3, 5]
        #expect(result.rows == numbers.map { "http://ferry.example/\($0) Ferry \($0) sails again" })
        #expect(result.outcome.pages == numbers.count)
    }

    // MARK: - Other tools' files

    @Test func `files of Heritrix and wget are read alike, plain and compressed`() async throws {
        let records = [
            HandmadeArchive.record(
                "warcinfo", ["WARC-Date: \(HandmadeArchive.date)"], Array("software: x\r\n".utf8)),
            HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1)),
            HandmadeArchive.wget("http://ferry.example/2", HandmadeArchive.page(2), id: 2),
            HandmadeArchive.bare("http://ferry.example/3", HandmadeArchive.page(3), id: 3),
            HandmadeArchive.record(
                "request", ["WARC-Target-URI: http://ferry.example/1", "WARC-Date: \(HandmadeArchive.date)"],
                Array("GET /1 HTTP/1.1\r\n\r\n".utf8)),
        ]
        let expected = (1...3).map { "http://ferry.example/\($0) Ferry \($0) sails again" }
        let plain = try await run(["a.warc": records.flatMap { $0 }])
        #expect(plain.rows == expected)
        let members = try await run(["a.warc.gz": records.flatMap { Gzip.member($0) }])
        #expect(members.rows == expected)
        #expect(plain.sources.map(\.recordID) == (1...3).map { HandmadeArchive.identifier($0) })
        #expect(plain.sources[2].payloadDigest == nil)
        #expect(plain.sources[0].location.offset == Int64(records[0].count))
        #expect(plain.sources[0].location.length == Int64(records[1].count))
        #expect(reports.all.isEmpty)
    }

    @Test(arguments: ["", "Content-Type: application/unknown\r\n"])
    func `a page of unknown type is found below chunks and codings`(type: String) async throws {
        let head = "HTTP/1.1 200 OK\r\n\(type)Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        let block = Array(head.utf8) + HandmadeArchive.chunked(Gzip.member(HandmadeArchive.page(4)))
        let lines = [
            "WARC-Target-URI: http://ferry.example/4", "WARC-Date: \(HandmadeArchive.date)",
            "WARC-Record-ID: <\(HandmadeArchive.identifier(4))>", "Content-Type: application/http",
        ]
        let result = try await run(["a.warc": HandmadeArchive.record("response", lines, block)])
        #expect(result.rows == ["http://ferry.example/4 Ferry 4 sails again"])
    }

    @Test(arguments: ["chunked", "gzip", "both", "raw deflate"])
    func `codings of the wire are undone`(coding: String) async throws {
        let page = HandmadeArchive.page(4)
        let zipped = Gzip.member(page)
        let (fields, body): ([String], [UInt8]) =
            switch coding {
            case "chunked": (["Transfer-Encoding: chunked"], HandmadeArchive.chunked(page))
            case "gzip": (["Content-Encoding: gzip"], zipped)
            case "both":
                (["Content-Encoding: gzip", "Transfer-Encoding: chunked"], HandmadeArchive.chunked(zipped))
            // The member without its head and trailer.
            default: (["Content-Encoding: deflate"], Array(zipped.dropFirst(10).dropLast(8)))
            }
        let result = try await run([
            "a.warc": HandmadeArchive.heritrix("http://ferry.example/4", body, fields: fields)
        ])
        #expect(result.rows == ["http://ferry.example/4 Ferry 4 sails again"])
    }

    @Test func `only pages with a 2xx status give rows`() async throws {
        let page = HandmadeArchive.page(5)
        let url = "http://ferry.example/5"
        let bytes = [
            HandmadeArchive.heritrix(url, page, status: "404 Not Found"),
            HandmadeArchive.heritrix(url, page, status: "302 Found", id: 2),
            HandmadeArchive.heritrix(url, page, fields: ["Content-Type: image/png"], id: 3),
            HandmadeArchive.heritrix(
                url, Array("User-agent: *".utf8), fields: ["Content-Type: text/plain"], id: 4),
            HandmadeArchive.record(
                "response", ["WARC-Target-URI: dns:ferry.example", "Content-Type: text/dns"], [49]),
            HandmadeArchive.heritrix(url, page, status: "203 Non-Authoritative Information", id: 5),
            HandmadeArchive.record("resource", ["WARC-Target-URI: \(url)", "Content-Type: text/html"], page),
        ].flatMap { $0 }
        #expect(try await run(["a.warc": bytes]).rows.count == 2)
    }

    @Test func `rows come in the order of the files and records whatever the number of jobs`() async throws {
        var files: [String: [UInt8]] = [:]
        for file in 0..<3 {
            files["\(file).warc.gz"] = (0..<30).flatMap {
                Gzip.member(
                    HandmadeArchive.heritrix("http://ferry.example/\(file)/\($0)", HandmadeArchive.page($0)))
            }
        }
        let one = try await run(files, jobs: 1)
        #expect(one.rows.count == 90)
        #expect(one.rows[31].hasPrefix("http://ferry.example/1/1 "))
        #expect(try await run(files, jobs: 5).rows == one.rows)
    }

    @Test func `a reader that goes away ends the job`() async throws {
        let bytes = (0..<50).flatMap {
            HandmadeArchive.heritrix("http://ferry.example/\($0)", HandmadeArchive.page($0))
        }
        let result = try await run(["a.warc": bytes], stopAfter: 3)
        #expect(result.rows.count == 3)
        #expect(!result.outcome.wasRead)
    }

    // MARK: - Filters and choices

    @Test func `hosts and times choose the pages`() async throws {
        let bytes = [
            HandmadeArchive.heritrix(
                "http://ferry.example/1", HandmadeArchive.page(1), date: "2024-01-01T00:00:00Z"),
            HandmadeArchive.heritrix(
                "http://pier.ferry.example/2", HandmadeArchive.page(2), date: "2024-02-01T00:00:00Z"),
            HandmadeArchive.heritrix(
                "http://notferry.example/3", HandmadeArchive.page(3), date: "2024-03-01T00:00:00Z"),
        ].flatMap { $0 }
        var filter = PageFilter()
        filter.hosts = ["ferry.example"]
        #expect(try await run(["a.warc": bytes], filter: filter).rows.count == 2)
        filter.hosts = []
        filter.since = WARCDate.parse("2024-02-01T00:00:00Z")
        #expect(try await run(["a.warc": bytes], filter: filter).rows.count == 2)
        filter.until = WARCDate.parse("2024-03-01T00:00:00Z")
        #expect(try await run(["a.warc": bytes], filter: filter).rows.count == 1)
    }

    @Test func `of several captures of a URL only the newest can be had`() async throws {
        let url = "http://ferry.example/tide"
        let files = [
            "a.warc.gz": [
                HandmadeArchive.heritrix(url, HandmadeArchive.page(1), id: 1, date: "2024-01-01T00:00:00Z"),
                HandmadeArchive.heritrix(url, HandmadeArchive.page(3), id: 2, date: "2024-03-01T00:00:00Z"),
            ].flatMap { Gzip.member($0) },
            "b.warc": [
                HandmadeArchive.heritrix(url, HandmadeArchive.page(2), id: 3, date: "2024-02-01T00:00:00Z"),
                HandmadeArchive.bare("http://ferry.example/other", HandmadeArchive.page(9), id: 4),
            ].flatMap { $0 },
        ]
        #expect(try await run(files).rows.count == 4)
        var choice = CaptureChoice()
        choice.isNewestOnly = true
        let newest = try await run(files, choice: choice).rows
        #expect(newest == ["\(url) Ferry 3 sails again", "http://ferry.example/other Ferry 9 sails again"])
        // The newest of those that the filter admits.
        var filter = PageFilter()
        filter.until = WARCDate.parse("2024-02-15T00:00:00Z")
        let earlier = try await run(files, filter: filter, choice: choice).rows
        #expect(earlier == ["\(url) Ferry 2 sails again"])
    }

    @Test(arguments: [true, false])
    func `a revisit gives a row with its target's text if so asked`(namesRecord: Bool) async throws {
        let url = "http://ferry.example/lamp"
        let later = "2024-05-01T00:00:00Z"
        let files = [
            "a.warc.gz": Gzip.member(
                HandmadeArchive.revisit(url, of: 1, id: 2, date: later, namesRecord: namesRecord)),
            "b.warc.gz": Gzip.member(HandmadeArchive.heritrix(url, HandmadeArchive.page(7), id: 1)),
        ]
        #expect(try await run(files).rows.count == 1)
        var choice = CaptureChoice()
        choice.givesRevisits = true
        let both = try await run(files, choice: choice)
        #expect(both.rows == Array(repeating: "\(url) Ferry 7 sails again", count: 2))
        #expect(both.sources.map(\.location.file) == ["a.warc.gz", "b.warc.gz"])
        #expect(both.sources[0].captured == WARCDate.parse(later))
        #expect(both.sources[0].recordID == HandmadeArchive.identifier(2))
        choice.isNewestOnly = true
        #expect(try await run(files, choice: choice).sources.map(\.location.file) == ["a.warc.gz"])
    }

    @Test func `a revisit whose target is elsewhere is named and is no damage`() async throws {
        var choice = CaptureChoice()
        choice.givesRevisits = true
        let revisit = HandmadeArchive.revisit(
            "http://ferry.example/gone", of: 1, id: 2, date: HandmadeArchive.date)
        let result = try await run(["a.warc": revisit], choice: choice)
        #expect(result.rows.isEmpty)
        #expect(result.outcome.damages == 0)
        #expect(
            reports.all == ["a.warc, byte 0: the revisit's target is in none of the files; it gives no row"])
    }

    @Test func `conversion records are read where the file is named for them`() async throws {
        let record = HandmadeArchive.record(
            "conversion", ["WARC-Target-URI: http://ferry.example/t", "Content-Type: text/plain"],
            Array("The first line.\nThe second line.".utf8))
        #expect(try await run(["a.wet": record]).rows.isEmpty)
        let read = try await run(["a.wet": record], readsConversions: true)
        #expect(read.rows == ["http://ferry.example/t The first line.\n\nThe second line."])
    }
}
