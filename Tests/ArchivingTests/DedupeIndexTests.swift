import FoundationEssentials
import Testing
import WARC
import WebURLs

@testable import Archiving

@Suite struct DedupeIndexTests {
    private let fixture: ArchiveFixture

    init() throws { fixture = try ArchiveFixture() }

    private func line(_ number: Int, status: String? = "200", mime: String = "text/html", payload: Int? = nil)
        -> String
    {
        let digest = PayloadDigest.of(Array("\(payload ?? number)".utf8))
        return
            "example,a)/\(number) 20260102030405 {\"url\": \"http://a.example/\(number)\", \"mime\": \"\(mime)\", "
            + (status.map { "\"status\": \"\($0)\", " } ?? "")
            + "\"digest\": \"\(digest)\", \"length\": \"9\", \"offset\": \"7\", \"filename\": \"x\"}\n"
    }

    private func index(_ lines: [String]) throws -> DedupeIndex {
        let path = fixture.parent + "/index"
        try ArchiveFixture.write(Array(lines.joined().utf8), to: path)
        return try DedupeIndex(path: path)
    }

    private func digest(_ number: Int) -> String { PayloadDigest.of(Array("\(number)".utf8)) }

    @Test func `each payload is found with its address and time`() throws {
        let index = try index((1...500).map { line($0) })
        #expect(index.count == 500)
        for number in 1...500 {
            let found = index.capture(withPayloadDigest: digest(number))
            #expect(found?.url.href == "http://a.example/\(number)")
            #expect(found.map { WARCDate.format($0.date) } == "2026-01-02T03:04:05.000Z")
        }
        #expect(index.capture(withPayloadDigest: digest(501)) == nil)
        #expect(index.capture(withPayloadDigest: "no digest") == nil)
    }

    @Test func `of several captures the first is named`() throws {
        let found = try index([line(1, payload: 9), line(2, payload: 9)]).capture(
            withPayloadDigest: digest(9))
        #expect(found?.url.href == "http://a.example/1")
    }

    @Test func `revisits, failures and rubbish have no payload to give`() throws {
        let index = try index([
            line(1, mime: "warc/revisit"), line(2, status: "404"), line(3, status: nil), "rubbish\n", line(4),
        ])
        #expect(index.count == 1)
        #expect(index.capture(withPayloadDigest: digest(4)) != nil)
    }

    @Test func `a file that is not there is an error`() {
        #expect(throws: ArchiveError.self) { try DedupeIndex(path: fixture.parent + "/none") }
    }
}
