import Gzip

@testable import WARC

/// A small archive of our own writing: a record of every type that a crawl writes.
enum SampleArchive {
    struct Sample {
        let type: String
        let id: String
        let header: String
        let block: [UInt8]

        /// The record as it stands in a file.
        func bytes(version: String = "WARC/1.1", lineEnd: String = "\r\n") -> [UInt8] {
            let lines = [version, "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:\(id)>"] + headerLines
            let length = "Content-Length: \(block.count)"
            let text = (lines + [length]).joined(separator: lineEnd) + lineEnd + lineEnd
            return Array(text.utf8) + block + Array((lineEnd + lineEnd).utf8)
        }

        private var headerLines: [String] { header.split(separator: "\n").map(String.init) }
    }

    static let page = "<!doctype html><title>Harbour</title><p>The council met on Thursday.</p>"

    /// warcinfo, response, request, metadata, revisit, conversion, in this order.
    static let samples: [Sample] = [
        sample(
            "warcinfo", "WARC-Filename: sample.warc.gz\nContent-Type: application/warc-fields",
            "software: sample\r\nformat: WARC File Format 1.1\r\n"),
        response("https://news.example/harbour", body: page),
        sample(
            "request",
            "WARC-Target-URI: https://news.example/harbour\nContent-Type: application/http;msgtype=request",
            "GET /harbour HTTP/1.1\r\nHost: news.example\r\n\r\n"),
        sample(
            "metadata",
            "WARC-Target-URI: https://news.example/harbour\nContent-Type: application/warc-fields",
            "via: https://news.example/\r\nhopsFromSeed: K\r\n"),
        sample(
            "revisit",
            "WARC-Target-URI: https://news.example/harbour\n"
                + "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified", ""),
        sample(
            "conversion",
            "WARC-Target-URI: https://news.example/harbour\nContent-Type: text/plain; charset=utf-8",
            "The council met on Thursday."),
    ]

    /// A response with right digests, unless others are given.
    static func response(
        _ url: String, head: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", body: String,
        blockDigest: String? = nil, payloadDigest: String? = nil
    ) -> Sample {
        let block = Array((head + body).utf8)
        let header = """
            WARC-Target-URI: \(url)
            WARC-Date: 2026-01-02T03:04:05.678Z
            Content-Type: application/http;msgtype=response
            WARC-Payload-Digest: \(payloadDigest ?? PayloadDigest.of(Array(body.utf8)))
            WARC-Block-Digest: \(blockDigest ?? PayloadDigest.of(block))
            """
        return Sample(type: "response", id: identifier(of: url), header: header, block: block)
    }

    static func sample(_ type: String, _ header: String, _ block: String) -> Sample {
        let bytes = Array(block.utf8)
        let lines =
            "WARC-Date: 2026-01-02T03:04:05.678Z\n\(header)\nWARC-Block-Digest: \(PayloadDigest.of(bytes))"
        return Sample(type: type, id: identifier(of: type), header: lines, block: bytes)
    }

    private static func identifier(of name: String) -> String {
        "00000000-0000-4000-8000-" + String(PayloadDigest.of(Array(name.utf8), algorithm: .sha256).suffix(12))
    }

    static var plain: [UInt8] { samples.flatMap { $0.bytes() } }

    static var compressed: [UInt8] { samples.flatMap { Gzip.member($0.bytes()) } }

    /// Where the members of `compressed` begin.
    static var memberOffsets: [Int64] {
        var offset: Int64 = 0
        return samples.map { sample in
            defer { offset += Int64(Gzip.member(sample.bytes()).count) }
            return offset
        }
    }
}

/// A source that gives few bytes at once, as a slow pipe does.
struct DrippingSource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let step: Int
    let size: Int64? = nil
    let start: Int64 = 0

    init(_ bytes: [UInt8], step: Int) {
        rest = bytes[...]
        self.step = step
    }

    mutating func read(_ count: Int, into buffer: inout [UInt8]) -> Int {
        let piece = rest.prefix(min(step, count))
        buffer += piece
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}

/// What a reader gives for bytes.
struct Reading {
    var records: [ReadRecord] = []
    var damages: [WARCDamage] = []

    var types: [String] { records.map { $0.record.type.name } }
    var offsets: [Int64] { records.map(\.offset) }
    var reasons: [WARCDamage.Reason] { damages.map(\.reason) }

    init(_ bytes: [UInt8], options: WARCReader.Options = .init(digests: .blocksAndPayloads)) throws {
        try self.init(ArraySource(bytes), options: options)
    }

    init(_ source: any ByteSource, options: WARCReader.Options = .init(digests: .blocksAndPayloads)) throws {
        let reader = WARCReader(source, file: "sample.warc.gz", options: options)
        while let item = try reader.next() {
            switch item {
            case .record(let record): records.append(record)
            case .damage(let damage): damages.append(damage)
            }
        }
    }
}

/// Numbers that look random and are the same on every run.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}
