import Archiving
import Foundation
import LoopbackSite
import Testing
import WARC

/// The same exchanges, crawled twice.
@Suite(.serialized) struct FaultlessRunTests {
    private static let hosts = ["canal", "lock", "barge"]

    /// Pages of every sort: linked, redirected, repeated, missing, withheld, packed, and no pages at all.
    private static func respond(_ request: SiteRequest) -> SiteResponse {
        guard let page = Int(request.path.dropFirst()) else {
            return request.host == "lock"
                ? .notFound() : .text("User-agent: *\nDisallow: /5\n", type: "text/plain")
        }
        let links = (1...3).map { page * 3 + $0 }.filter { $0 < 48 }.map {
            "<a href=\"http://\(hosts[$0 % 3])/\($0)\">The report number \($0) of the keeper</a>"
        }.joined()
        let text =
            "<p>The keeper of lock \(page % 9) counted the barges of the week and wrote their number down.</p>"
        let html = "<html lang=\"en\"><body><article><h1>Report</h1>\(text)</article>\(links)</body></html>"
        switch page % 12 {
        case 7: return .redirect(to: "/\(page + 100)")
        case 8: return .gzip(Array(html.utf8))
        case 9: return .bytes(Array(html.utf8), framing: .chunks(of: 40))
        case 10: return .text(html, fields: [("X-Robots-Tag", "noarchive")])
        case 11: return .notFound()
        default: return .text(html)
        }
    }

    @Test func `the same exchanges give the same records in the same order, but for dates, ids and times`()
        async throws
    {
        let folder = try TemporaryFolder()
        var runs: [[String]] = []
        for number in 0..<2 {
            let server = try LoopbackServer { Self.respond($0) }
            defer { server.stop() }
            let crawl = folder.path + "/crawl\(number)"
            let ending = try await Program.run(
                [
                    "crawl", "http://canal/0", "--follow", "all", "--scope", "any", "--off-site-hops", "1000",
                    "--max-hops", "1000", "--into", crawl, "--allow-loopback", "--connect-to",
                    server.connectTo,
                    "--delay", "0", "--concurrency", "1", "--quiet",
                ], in: folder.path)
            #expect(ending.status == 0, "\(ending.errors)")
            runs.append(try records(of: crawl))
        }
        #expect(runs[0].count > 100)
        #expect(runs[0].count == runs[1].count)
        for (one, other) in zip(runs[0], runs[1]) where one != other {
            Issue.record("\(one)\n--- differs from\n\(other)")
            break
        }
    }

    /// All records with their blocks; identifiers by the order in which they appear, dates and times left out.
    private func records(of crawl: String) throws -> [String] {
        var numbers: [Substring: Int] = [:]
        var result: [String] = []
        for part in ["pages", "text"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: crawl + "/" + part).sorted() {
                var bytes = try unpacked(crawl + "/" + part + "/" + name)[...]
                while !bytes.isEmpty { result.append(try record(&bytes, numbers: &numbers)) }
            }
        }
        return result
    }

    private struct CannotRead: Error {}

    private func record(_ bytes: inout ArraySlice<UInt8>, numbers: inout [Substring: Int]) throws -> String {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw CannotRead() }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        guard let length = lines.first(where: { $0.hasPrefix("Content-Length: ") }),
            let count = Int(length.dropFirst("Content-Length: ".count)),
            end.upperBound + count + 4 <= bytes.endIndex
        else { throw CannotRead() }
        let block = String(decoding: bytes[end.upperBound..<(end.upperBound + count)], as: UTF8.self)
        bytes = bytes[(end.upperBound + count + 4)...]
        // What holds a time has another length and another digest each time.
        let hasTimes = lines.contains { $0 == "WARC-Type: metadata" || $0 == "WARC-Type: warcinfo" }
        let kept = lines.filter { line in
            !["WARC-Date", "WARC-Filename", "WARC-Refers-To-Date"].contains { line.hasPrefix($0 + ":") }
                && !(hasTimes
                    && ["WARC-Block-Digest", "Content-Length"].contains { line.hasPrefix($0 + ":") })
        }
        let body =
            hasTimes
            ? block.split(separator: "\r\n").filter {
                !$0.hasPrefix("fetchTimeMs:") && !$0.hasPrefix("isPartOf:")
            }
            .joined(separator: "\n") : block
        return numbered(kept.joined(separator: "\n") + "\n\n" + body, &numbers)
    }

    private func numbered(_ text: String, _ numbers: inout [Substring: Int]) -> String {
        var parts = text.components(separatedBy: "urn:uuid:")
        for index in parts.indices.dropFirst() {
            let id = parts[index].prefix(36)
            let number = numbers[id] ?? numbers.count
            numbers[id] = number
            parts[index] = "\(number)" + parts[index].dropFirst(36)
        }
        return parts.joined(separator: "urn:uuid:")
    }

    private func unpacked(_ path: String) throws -> [UInt8] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CannotRead() }
        return [UInt8](bytes)
    }
}
