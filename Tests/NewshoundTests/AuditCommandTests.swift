import Foundation
import LoopbackSite
import Testing

/// `newshound audit` finds what a crawl did wrong; that it finds nothing wrong is part of the scenario tests.
@Suite(.serialized) struct AuditCommandTests {
    @Test func `violations of pause and robots.txt are named, and the status is 8`() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .text("User-agent: *\nDisallow: /private/\n", type: "text/plain")
            case "/", "/a":
                .text("<p>\(request.path)</p><a href=\"/a\">next</a> <a href=\"/private/b\">no</a>")
            default: .notFound()
            }
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let first = try await Program.run(
            [
                "crawl", server.url("/"), "--follow", "all", "--into", crawl, "--allow-loopback", "--delay",
                "50ms",
                "--quiet",
            ], in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        let clean = try await Program.run(["audit", crawl], in: folder.path)
        #expect(clean.status == 0, "\(clean.output)")
        #expect(clean.output.contains("1 host, 3 fetches: no violation"))

        let early = try await Program.run(["audit", crawl, "--delay", "1h", "--json"], in: folder.path)
        #expect(early.status == 8)
        #expect(early.output.contains("\"violation\":\"gap\""))

        // What a crawler that did not heed robots.txt would have written.
        let log = crawl + "/crawl.log"
        let line =
            "2999-01-02T03:04:05.678Z   200        10 \(server.url("/private/b")) L - text/html #000 "
            + "29990102030405678+0 - - -\n"
        try (String(contentsOfFile: log, encoding: .utf8) + line)
            .write(toFile: log, atomically: true, encoding: .utf8)
        let forbidden = try await Program.run(["audit", crawl], in: folder.path)
        #expect(forbidden.status == 8)
        #expect(forbidden.output.contains("robots: "), "\(forbidden.output)")
        #expect(forbidden.output.contains("Disallow: /private/"), "\(forbidden.output)")
    }
}
