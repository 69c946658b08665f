import Foundation
import LoopbackSite
import Testing

/// `newshound audit` finds what a crawl did wrong; that it finds nothing wrong is part of the scenario tests.
@Suite(.serialized) struct AuditCommandTests {
    @Test func `a crawl that was resumed at another pace is judged by both`() async throws {
        let site = NumberedSite(pages: 6, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let means = ["--allow-loopback", "--connect-to", server.connectTo, "--quiet", "--max-pages", "3"]
        let first = try await Program.run(
            ["crawl", site.url(0), "--follow", "all", "--into", crawl, "--delay", "500ms"] + means,
            in: folder.path)
        #expect(first.status == 3, "\(first.errors)")
        let second = try await Program.run(
            ["resume", crawl, "--delay", "0", "--connections-per-host", "2"] + means, in: folder.path)
        #expect(second.status == 0, "\(second.errors)")
        let clean = try await Program.run(["audit", crawl], in: folder.path)
        #expect(clean.status == 0, "\(clean.output)")
        let vain = try await Program.run(["audit", crawl, "--delay", "500ms"], in: folder.path)
        #expect(vain.errors.contains("add --connections-per-host 1"), "\(vain.errors)")
        let strict = try await Program.run(
            ["audit", crawl, "--delay", "500ms", "--connections-per-host", "1"], in: folder.path)
        #expect(strict.status == 8, "\(strict.output)")
    }

    @Test(arguments: ["file:///etc/passwd", "http://"])
    func `a robots.txt that redirects to nowhere counts as absent`(target: String) async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt" ? .redirect(to: target) : .text("<p>A page.</p>")
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let ending = try await Program.run(
            ["crawl", server.url("/"), "--into", crawl, "--allow-loopback", "--delay", "50ms", "--quiet"],
            in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        let audit = try await Program.run(["audit", crawl], in: folder.path)
        #expect(audit.status == 0, "\(audit.output)")
        #expect(audit.output.contains("1 host, 2 fetches: no violation"))
    }

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
