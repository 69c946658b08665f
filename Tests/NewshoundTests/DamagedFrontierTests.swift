import Foundation
import LoopbackSite
import Testing

/// A frontier that is damaged behind its header, where no command need come upon it.
@Suite(.serialized) struct DamagedFrontierTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }
    private var frontier: String { crawl + "/frontier.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    private func makeCrawl() async throws {
        let site = NumberedSite(pages: 8, hosts: 2)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", crawl, "--allow-loopback", "--connect-to",
                server.connectTo, "--delay", "0", "--quiet",
            ], in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
    }

    private static let pageBytes = 4_096

    @Test(arguments: [UInt8(0), 0xA5])
    func `damage anywhere in the frontier is told, and the WARC files are read`(filler: UInt8) async throws {
        try await makeCrawl()
        let whole = try Data(contentsOf: URL(fileURLWithPath: frontier))
        let pages = whole.count / Self.pageBytes
        try #require(pages > 5)
        for page in 1..<pages {
            var damaged = whole
            let start = page * Self.pageBytes
            damaged.replaceSubrange(
                start..<(start + Self.pageBytes), with: repeatElement(filler, count: Self.pageBytes))
            try damaged.write(to: URL(fileURLWithPath: frontier))
            let rows = try await Program.run(["extract", crawl], in: folder.path)
            #expect(rows.status == 8, "page \(page)")
            #expect(rows.output.split(separator: "\n").count == 8, "page \(page)")
            #expect(rows.errors.hasPrefix("newshound: \(frontier): is damaged ("), "\(rows.errors)")
            let status = try await Program.run(["status", crawl], in: folder.path)
            #expect(status.status == 5, "page \(page)")
            #expect(
                status.errors.hasSuffix(
                    "newshound extract, links, index, export, audit and verify read the WARC files without it\n"
                ))
        }
        let audit = try await Program.run(["audit", crawl], in: folder.path)
        #expect(audit.status == 8)
        #expect(audit.output.contains("10 fetches: no violation"), "\(audit.output)")
        let verdict = try await Program.run(["verify", crawl], in: folder.path)
        #expect(verdict.status == 8)
        #expect(verdict.output.contains("damage: \(frontier): is damaged ("), "\(verdict.output)")
        let forgotten = try await Program.run(["forget", crawl, "host1.example.org"], in: folder.path)
        #expect(forgotten.status == 5, "\(forgotten.errors)")
    }
}
