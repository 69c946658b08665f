import Fetching
import FoundationEssentials
import Gzip
import Testing
import WARC

@testable import Archiving

/// Each kind of capture, written to a real file and read again.
@Suite struct CaptureEncoderTests {
    /// What is written for one visit, without the warcinfo record in front of it.
    private func written(_ records: CaptureRecords) async throws -> (pages: [ReadRecord], text: [ReadRecord])
    {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        let receipt = try await writer.append([records])
        try await writer.close()
        let pages = try fixture.records("pages")
        let text = try fixture.records("text")
        for read in pages + text {
            #expect(WARCHeaderRules.violations(in: read.record) == [], "\(read.record.type)")
            #expect(read.oddities == [])
            #expect(read.blockDigest == (read.record.blockLength == 0 ? .absent : .matches))
        }
        #expect(
            receipt.placements.map(\.recordID) == pages.dropFirst().first.map { [$0.record.recordID ?? ""] })
        #expect(pages.first?.record.type == .warcinfo)
        let infoID = pages.first?.record.recordID ?? ""
        #expect(pages.dropFirst().allSatisfy { $0.record.fields["WARC-Warcinfo-ID"] == "<\(infoID)>" })
        return (Array(pages.dropFirst()), Array(text.dropFirst()))
    }

    private func block(_ read: ReadRecord) -> String { String(decoding: read.record.block, as: UTF8.self) }

    private func names(_ read: ReadRecord) -> [String] { read.record.fields.all.map(\.name) }

    @Test func `a page gives response, request and metadata, and a conversion with metadata`() async throws {
        let capture = try SampleCapture.make()
        let all = try await written(
            try SampleCapture.records(.response(capture), page: try SampleCapture.page()))
        #expect(all.pages.map(\.record.type) == [.response, .request, .metadata])
        #expect(all.text.map(\.record.type) == [.conversion, .metadata])
        let dates = Set((all.pages + all.text).map { $0.record.fields["WARC-Date"] })
        #expect(dates == ["2026-01-02T03:04:05.678Z"])

        let response = all.pages[0]
        #expect(
            names(response) == [
                "WARC-Type", "WARC-Record-ID", "WARC-Date", "WARC-Target-URI", "WARC-Warcinfo-ID",
                "WARC-IP-Address",
                "Content-Type", "WARC-Payload-Digest", "WARC-Block-Digest", "WARC-Protocol", "WARC-Protocol",
                "WARC-Cipher-Suite", "Content-Length",
            ])
        #expect(response.payloadDigest == .matches)
        #expect(response.record.fields.all("WARC-Protocol") == ["http/1.1", "tls/1.3"])
        #expect(block(response).hasPrefix("HTTP/1.1 200 OK\r\n"))

        let request = all.pages[1]
        #expect(request.record.concurrentTo == [response.record.recordID])
        #expect(request.record.contentType == "application/http;msgtype=request")
        #expect(block(request) == SampleCapture.requestHead)

        let metadata = all.pages[2]
        #expect(metadata.record.concurrentTo == [response.record.recordID])
        #expect(
            block(metadata).split(separator: "\r\n").map(String.init) == [
                "via: https://news.example/front", "hopsFromSeed: LK", "fetchTimeMs: 412",
                "charsetForLinkExtraction: utf-8", "remark: a limit was hit",
                "robotsRecord: <urn:uuid:00000000-0000-4000-8000-000000000001>",
                "robotsRule: User-agent: * / Allow: /", "outlink: https://news.example/bridge K a/@href",
                "outlink: https://news.example/about#us L a/@href",
                "outlink: https://news.example/a.png E =EMBED_MISC",
            ])

        let conversion = all.text[0]
        #expect(conversion.record.refersTo == response.record.recordID)
        #expect(conversion.record.fields["WARC-Identified-Content-Language"] == "eng")
        #expect(block(conversion) == "The council met.")
        #expect(all.text[1].record.refersTo == conversion.record.recordID)
        #expect(
            block(all.text[1]).contains("author: Jane Doe\r\nauthor: Joe Roe\r\npublished: 2026-01-01\r\n"))
    }

    @Test func `a page without text, and one with an error status, give no conversion`() async throws {
        let blank = try await written(
            try SampleCapture.records(
                .response(try SampleCapture.make()), page: try SampleCapture.page(text: "")))
        #expect(blank.text.isEmpty)
        let missing = try SampleCapture.make(
            head: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n")
        let all = try await written(
            try SampleCapture.records(.response(missing), page: try SampleCapture.page()))
        #expect(all.pages.map(\.record.type) == [.response, .request, .metadata])
        #expect(all.text.isEmpty)
    }

    @Test func `a redirect names its target among the outlinks`() async throws {
        let capture = try SampleCapture.make(
            head: "HTTP/1.1 301 Moved\r\nLocation: /harbour/\r\nContent-Length: 0\r\n\r\n", body: .bytes([]))
        let all = try await written(try SampleCapture.records(.response(capture)))
        #expect(block(all.pages[2]).contains("outlink: https://news.example/harbour/ R Location:\r\n"))
    }

    @Test func `the same payload gives a revisit with the head alone`() async throws {
        let capture = try SampleCapture.make()
        let earlier = CaptureRecords.EarlierCapture(
            recordID: "urn:uuid:00000000-0000-4000-8000-000000000002",
            url: try SampleCapture.url("https://news.example/old"),
            date: Date(timeIntervalSince1970: 1_700_000_000))
        let all = try await written(try SampleCapture.records(.revisit(capture, of: earlier)))
        #expect(all.pages.map(\.record.type) == [.revisit, .request, .metadata])
        let revisit = all.pages[0]
        #expect(
            names(revisit) == [
                "WARC-Type", "WARC-Record-ID", "WARC-Date", "WARC-Target-URI", "WARC-Warcinfo-ID",
                "WARC-IP-Address",
                "WARC-Profile", "WARC-Refers-To", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date",
                "Content-Type",
                "WARC-Payload-Digest", "WARC-Block-Digest", "WARC-Protocol", "WARC-Protocol",
                "WARC-Cipher-Suite",
                "WARC-Truncated", "Content-Length",
            ])
        #expect(revisit.record.fields["WARC-Profile"] == RevisitProfile.identicalPayload)
        #expect(revisit.record.refersTo == earlier.recordID)
        #expect(revisit.record.fields["WARC-Refers-To-Target-URI"] == "https://news.example/old")
        #expect(revisit.record.fields["WARC-Refers-To-Date"] == "2023-11-14T22:13:20.000Z")
        #expect(revisit.record.payloadDigest == PayloadDigest.of(capture.body))
        #expect(block(revisit) == "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n")
        #expect(all.pages[1].record.concurrentTo == [revisit.record.recordID])
    }

    @Test func `an answer of 304 gives a revisit without a block, and its validators in the metadata`()
        async throws
    {
        let capture = try SampleCapture.make(
            head: "HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\n\r\n",
            body: .bytes([]))
        let earlier = CaptureRecords.EarlierCapture(
            recordID: "urn:uuid:00000000-0000-4000-8000-000000000002", url: capture.url,
            date: capture.startedAt)
        let all = try await written(try SampleCapture.records(.revisit(capture, of: earlier)))
        let revisit = all.pages[0].record
        #expect(revisit.blockLength == 0)
        #expect(revisit.fields["WARC-Profile"] == RevisitProfile.notModified)
        #expect(revisit.contentType == nil)
        #expect(revisit.payloadDigest == nil)
        #expect(revisit.refersTo == earlier.recordID)
        #expect(block(all.pages[2]).contains("etag: \"7\"\r\ndate: Fri, 02 Jan 2026 03:04:05 GMT\r\n"))
    }

    @Test func `a page that must not be kept gives request and metadata`() async throws {
        let capture = try SampleCapture.make()
        let all = try await written(
            try SampleCapture.records(.withheld(capture), page: try SampleCapture.page()))
        #expect(all.pages.map(\.record.type) == [.request, .metadata])
        #expect(all.text.isEmpty)
        #expect(all.pages[0].record.concurrentTo == [])
        #expect(all.pages[1].record.concurrentTo == [all.pages[0].record.recordID])
        #expect(block(all.pages[1]).contains("fetchStatus: 200\r\n"))
        #expect(!block(all.pages[1]).contains("council"))
    }

    @Test func `a fetch without an answer gives its request, if one was sent, and metadata`() async throws {
        let url = try SampleCapture.url("https://news.example/harbour")
        let sent = FetchError(
            phase: .response, url: url, reason: "the connection was closed",
            requestHead: Array("GET / HTTP/1.1\r\nHost: news.example\r\nCookie: id=7\r\n\r\n".utf8),
            address: "2001:db8::7", startedAt: SampleCapture.start)
        let end = SampleCapture.start.addingTimeInterval(30)
        let all = try await written(try SampleCapture.records(.failure(sent, at: end)))
        #expect(all.pages.map(\.record.date) == [SampleCapture.start, SampleCapture.start])
        #expect(all.pages.map(\.record.type) == [.request, .metadata])
        #expect(block(all.pages[0]).contains("Cookie: [redacted]"))
        #expect(all.pages[0].record.fields["WARC-IP-Address"] == "2001:db8::7")
        #expect(all.pages[1].record.concurrentTo == [all.pages[0].record.recordID])
        #expect(block(all.pages[1]).contains("fetchError: response: the connection was closed\r\n"))

        let unsent = FetchError(phase: .resolve, url: url, reason: "no such host")
        let alone = try await written(try SampleCapture.records(.failure(unsent, at: end)))
        #expect(alone.pages.map(\.record.type) == [.metadata])
        #expect(alone.pages[0].record.date == end)
        #expect(block(alone.pages[0]).contains("fetchStatus: -1\r\n"))
    }

    @Test func `a truncated body says so, with the length that is stored`() async throws {
        let capture = try SampleCapture.make(
            head: "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", body: .bytes([0x61]),
            truncation: .disconnect)
        let all = try await written(try SampleCapture.records(.response(capture)))
        #expect(all.pages[0].record.fields["WARC-Truncated"] == "disconnect")
        #expect(all.pages[0].payloadDigest == .matches)
        #expect(block(all.pages[0]).contains("\r\nContent-Length: 1\r\n"))
    }

    @Test(arguments: [
        ("Content-Type: text/html\r\nContent-Encoding: gzip", true), ("Content-Type: image/jpeg", true),
        ("Content-Type: image/svg+xml", false), ("Content-Type: text/html", false),
        ("Content-Type: font/woff2", true),
        ("X-None: 1", false),
    ])
    func `what came compressed is not compressed again`(fields: String, isStored: Bool) async throws {
        let body = [UInt8](repeating: 0x61, count: 10_000)
        let capture = try SampleCapture.make(head: "HTTP/1.1 200 OK\r\n\(fields)\r\n\r\n", body: .bytes(body))
        let all = try await written(try SampleCapture.records(.response(capture)))
        #expect((try #require(all.pages[0].length) > 10_000) == isStored)
    }

    @Test func `user names and fragments never reach the archive`() async throws {
        let capture = try SampleCapture.make("https://user:secret@news.example/harbour#top")
        let all = try await written(try SampleCapture.records(.response(capture)))
        #expect(all.pages.allSatisfy { $0.record.targetURI == "https://news.example/harbour" })
        #expect(!all.pages.contains { block($0).contains("secret") })
    }

    @Test func `a member made from a spool file holds the same record as one made in memory`() throws {
        let fixture = try ArchiveFixture()
        let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7 ^ $0) }
        let path = fixture.path + "/.spool/1.body"
        try ArchiveFixture.write(body, to: path)
        let file = SpoolFile(path: path, count: body.count) { _ in }
        let head = Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
        var draft = RecordDraft(.response, date: SampleCapture.start, head: head, body: body)
        draft.add(WARCField.payloadDigest, PayloadDigest.of(body))
        let whole = try Gzip.inflateAll(draft.member(level: .fast, algorithm: .sha1), limit: 2_000_000)

        let headAlone = RecordDraft(
            .response, date: SampleCapture.start, head: head, recordID: draft.recordID)
        let spooled = SpooledMember(folder: fixture.folder.spoolPath, level: .fast, algorithm: .sha1)
        guard case .spooled(let member) = try spooled.make(headAlone, body: file) else {
            Issue.record("a spooled body gives a spooled member")
            return
        }
        #expect(try Gzip.inflateAll(ArchiveFixture.bytes(member.path), limit: 2_000_000) == whole)
        #expect(member.count == ArchiveFixture.bytes(member.path).count)
    }

    @Test func `a spool file that is gone or short is an error and no torn record`() throws {
        let fixture = try ArchiveFixture()
        let path = fixture.path + "/.spool/1.body"
        try ArchiveFixture.write([1, 2, 3], to: path)
        let spooled = SpooledMember(folder: fixture.folder.spoolPath, level: .fast, algorithm: .sha1)
        let draft = RecordDraft(.response, date: SampleCapture.start)
        #expect(throws: ArchiveError.lost(path: path, committed: 9, found: 3)) {
            try spooled.make(draft, body: SpoolFile(path: path, count: 9) { _ in })
        }
        #expect(throws: ArchiveError.self) {
            try spooled.make(draft, body: SpoolFile(path: path + "x", count: 9) { _ in })
        }
        #expect(fixture.names(".spool") == ["1.body"])
    }
}
