import Foundation
import Gzip
import WARC

/// Records as other tools write them, put together by hand.
enum HandmadeArchive {
    static let date = "2024-03-02T10:20:30Z"

    /// A record; `lines` stand behind the type, its length comes last.
    static func record(
        _ type: String, _ lines: [String], _ block: [UInt8] = [], version: String = "WARC/1.0"
    ) -> [UInt8] {
        let head = [version, "WARC-Type: \(type)"] + lines + ["Content-Length: \(block.count)", "", ""]
        return Array(head.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// A capture as Heritrix writes it: version 1.0, whole seconds, digests.
    static func heritrix(
        _ url: String, _ body: [UInt8], fields: [String] = [], status: String = "200 OK", id: Int = 1,
        date: String = date
    ) -> [UInt8] {
        let block = message(status, fields: fields, body)
        return record(
            "response",
            [
                "WARC-Target-URI: \(url)", "WARC-Date: \(date)",
                "WARC-Payload-Digest: \(PayloadDigest.of(body))",
                "WARC-IP-Address: 192.0.2.7", "WARC-Record-ID: <\(identifier(id))>",
                "Content-Type: application/http; msgtype=response",
            ], block)
    }

    /// A capture as wget writes it: the address in angle brackets.
    static func wget(_ url: String, _ body: [UInt8], id: Int = 1) -> [UInt8] {
        let block = message("200 OK", fields: [], body)
        return record(
            "response",
            [
                "WARC-Record-ID: <\(identifier(id))>", "WARC-Warcinfo-ID: <\(identifier(90))>",
                "WARC-Concurrent-To: <\(identifier(id + 100))>", "WARC-Target-URI: <\(url)>",
                "WARC-Date: \(date)", "WARC-IP-Address: 192.0.2.7",
                "WARC-Block-Digest: \(PayloadDigest.of(block))",
                "WARC-Payload-Digest: \(PayloadDigest.of(body))",
                "Content-Type: application/http;msgtype=response",
            ], block)
    }

    /// A capture without any digest.
    static func bare(_ url: String, _ body: [UInt8], id: Int = 1) -> [UInt8] {
        record(
            "response",
            [
                "WARC-Target-URI: \(url)", "WARC-Date: \(date)", "WARC-Record-ID: <\(identifier(id))>",
                "Content-Type: application/http",
            ], message("200 OK", fields: [], body))
    }

    /// A revisit whose payload is that of the capture `target` of the same address.
    static func revisit(_ url: String, of target: Int, id: Int, date: String, namesRecord: Bool = true)
        -> [UInt8]
    {
        record(
            "revisit",
            [
                "WARC-Target-URI: \(url)", "WARC-Date: \(date)", "WARC-Record-ID: <\(identifier(id))>",
                "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
                namesRecord
                    ? "WARC-Refers-To: <\(identifier(target))>"
                    : "WARC-Refers-To-Target-URI: \(url)\r\nWARC-Refers-To-Date: \(Self.date)",
                "Content-Type: application/http; msgtype=response",
            ], Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8))
    }

    /// An answer as it goes over the wire; a media type is added if `fields` has none.
    static func message(_ status: String, fields: [String], _ body: [UInt8]) -> [UInt8] {
        let hasType = fields.contains { $0.lowercased().hasPrefix("content-type:") }
        let lines =
            ["HTTP/1.1 \(status)"] + fields + (hasType ? [] : ["Content-Type: text/html; charset=utf-8"])
        return Array((lines + ["", ""]).joined(separator: "\r\n").utf8) + body
    }

    static func chunked(_ body: [UInt8], of size: Int = 100) -> [UInt8] {
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: size) {
            let piece = body[start..<min(start + size, body.count)]
            bytes += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [13, 10]
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }

    /// An article about a numbered ferry, long enough to be one.
    static func page(_ number: Int) -> [UInt8] {
        Array(
            """
            <!doctype html><html lang="en"><head><title>Ferry \(number) sails again</title></head><body>
            <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ferry \(number) sails again</h1>
            <p>Ferry \(number) left the eastern pier on Monday morning with forty passengers and a cart of onions, the first
            crossing since the storm of last winter tore away the landing stage on the far side of the river.</p>
            <p>The captain said that the new stage was wider than the old one, and that the onions, which had been promised
            to the market of the upper town for weeks, would be on sale by noon if nobody ate them on the way.</p>
            </article></body></html>
            """.utf8)
    }

    static func identifier(_ number: Int) -> String {
        "urn:uuid:00000000-0000-4000-8000-" + String(format: "%012d", number)
    }
}

/// A folder that goes with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "archive-tools-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path; folders above it are made.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }
}
