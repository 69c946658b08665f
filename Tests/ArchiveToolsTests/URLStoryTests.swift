import Foundation
import Frontier
import Gzip
import Testing
import WARC
import WebURLs

@testable import ArchiveTools

@Suite struct URLStoryTests {
    private let folder: TemporaryFolder
    private let page = "http://ferry.example/2"

    init() throws { folder = try TemporaryFolder() }

    private func companion(_ type: String, of url: String, id: Int, _ block: String) -> [UInt8] {
        Gzip.member(
            HandmadeArchive.record(
                type,
                [
                    "WARC-Target-URI: \(url)", "WARC-Date: \(HandmadeArchive.date)",
                    "WARC-Record-ID: <\(HandmadeArchive.identifier(id))>",
                    "WARC-Concurrent-To: <\(HandmadeArchive.identifier(2))>",
                ], Array(block.utf8)))
    }

    /// The story of `page`, whose capture stands between two others in one file.
    ///
    /// - Parameters:
    ///   - uri: The address that its records bear.
    ///   - change: Of the file's bytes; it is given where the capture lies.
    private func story(
        uri: String? = nil, status: String = "200 OK", fields: [String] = [],
        changing change: (inout [UInt8], Range<Int>) -> Void = { _, _ in }
    ) async throws -> URLStory {
        let uri = uri ?? page
        let before = Gzip.member(
            HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1), id: 1))
        let capture = Gzip.member(
            HandmadeArchive.heritrix(uri, HandmadeArchive.page(2), fields: fields, status: status, id: 2))
        let behind =
            companion("request", of: uri, id: 3, "GET /2 HTTP/1.1\r\n\r\n")
            + companion(
                "metadata", of: uri, id: 4,
                "via: http://ferry.example/1\r\nhopsFromSeed: L\r\noutlink: http://ferry.example/3 L a/@href\r\n"
            )
            + companion("metadata", of: "http://ferry.example/3", id: 5, "hopsFromSeed: LL\r\n")
        var bytes = before + capture + behind
        change(&bytes, before.count..<before.count + capture.count)
        try folder.write("pages/a.warc.gz", bytes)
        let place = RecordLocation(
            file: "pages/a.warc.gz", offset: Int64(before.count), length: Int64(capture.count))
        var frontier = StubFrontier(states: [(page, .archived(place))])
        frontier.ends = [FileEnd(file: "pages/a.warc.gz", offset: Int64(bytes.count))]
        return try await URLStory.read(
            crawl: folder.path, url: page, key: page, frontier: frontier, keyOf: { $0.href })
    }

    private let recorded = ["via: http://ferry.example/1", "hopsFromSeed: L"]

    @Test func `a capture's story is what its own records say`() async throws {
        let story = try await story()
        #expect(story.metadata == recorded)
        #expect(story.damage == nil)
        #expect(story.redirectTarget == nil)
    }

    @Test func `a redirect's target is resolved against the URL`() async throws {
        let story = try await story(status: "301 Moved", fields: ["Location: /elsewhere"])
        #expect(story.redirectTarget == "http://ferry.example/elsewhere")
        #expect(story.metadata == recorded)
    }

    @Test func `what stands before the capture in its file is not read`() async throws {
        let story = try await story { bytes, place in
            for index in 0..<place.lowerBound { bytes[index] = 0 }
        }
        #expect(story.metadata == recorded)
        #expect(story.damage == nil)
    }

    @Test func `a damaged capture is named, and what was recorded of it is told all the same`() async throws {
        let story = try await story { bytes, place in
            for index in place.lowerBound + 40..<place.upperBound { bytes[index] = 0 }
        }
        let damage = try #require(story.damage)
        #expect(damage.hasPrefix("pages/a.warc.gz, byte "), "\(damage)")
        #expect(story.metadata == recorded)
    }

    @Test func `records of a visit that followed a redirect bear the last address`() async throws {
        #expect(try await story(uri: page + "?utm_source=a").metadata == recorded)
    }
}
