import Foundation
import LoopbackSite
import Testing

/// What the built program makes of a robots.txt that is elsewhere, broken, or asks for time.
@Suite(.serialized) struct RobotsFileTests {
    private static let page =
        "<html><body><article><p>The lock was opened at noon.</p></article></body></html>"

    /// Runs a command against a server in a folder that has the crawl `c`.
    private func run(
        _ arguments: [String], _ server: LoopbackServer, in folder: TemporaryFolder
    ) async throws -> Program.Ending {
        let means = ["--allow-loopback", "--connect-to", server.connectTo]
        return try await Program.run(arguments + means, in: folder.path)
    }

    /// `verify` and `audit` find nothing to say.
    private func expectSound(_ folder: TemporaryFolder) async throws {
        let verified = try await Program.run(["verify", "c"], in: folder.path)
        #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
        #expect(!verified.output.contains("notice"), "\(verified.output)")
        let audited = try await Program.run(["audit", "c"], in: folder.path)
        #expect(audited.status == 0, "\(audited.output) \(audited.errors)")
    }

    @Test func `a home page to which robots.txt redirects is archived as a page, before and after a stop`()
        async throws
    {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .redirect(to: "/")
            case "/": .text("<html><body><p>The news of the canal.</p><a href=/a>A</a></body></html>")
            default: .text(Self.page)
            }
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        // The first page is /a: the home page waits while its bytes lie in the archive as a robots.txt.
        let crawl = ["crawl", "http://canal/a", "http://canal/", "--into", "c", "--delay", "20ms", "--quiet"]
        let first = try await run(crawl + ["--follow", "all", "--max-pages", "1"], server, in: folder)
        #expect(first.status == 3, "\(first.errors)")
        try await expectSound(folder)
        let last = try await run(["resume", "c"], server, in: folder)
        #expect(last.status == 0, "\(last.errors)")
        try await expectSound(folder)
        #expect(server.log.requestsPerPath() == ["/robots.txt": 1, "/": 2, "/a": 1])
        let told = try await Program.run(["why", "c", "http://canal/"], in: folder.path)
        #expect(told.output.contains("archived"), "\(told.output)")
    }

    @Test func `a robots.txt that breaks off allows nothing, in crawl, check and audit`() async throws {
        let server = try LoopbackServer { request in
            guard request.path == "/robots.txt" else { return .text(Self.page) }
            return .script(
                head: ["Content-Type: text/plain", "Content-Length: 5000"],
                then: [.text("User-agent: *\nAllow: /\n"), .close])
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let once = folder.path + "/once.yaml"
        try "attempts: 1\n".write(toFile: once, atomically: true, encoding: .utf8)
        let crawl = ["crawl", "http://canal/secret", "--into", "c", "--delay", "20ms", "--config", once]
        let ended = try await run(crawl + ["--quiet"], server, in: folder)
        #expect(!ended.wasKilled, "\(ended.errors)")
        #expect(server.log.requestsPerPath() == ["/robots.txt": 1])
        try await expectSound(folder)
        let checked = try await run(["check", "http://canal/secret"], server, in: folder)
        #expect(checked.output.contains("came only in part"), "\(checked.output)")
        #expect(checked.output.contains("verdict: not fetched"), "\(checked.output)")
    }

    @Test func `a Crawl-delay holds across a kill in the middle of a fetch`() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .text("User-agent: *\nCrawl-delay: 2\n", type: "text/plain")
            default: .script([.pause(.milliseconds(500)), .text("HTTP/1.1 204 None\r\n\r\n"), .close])
            }
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let means = ["--allow-loopback", "--connect-to", server.connectTo, "--delay", "20ms", "--quiet"]
        let program = try Program(["crawl", "http://canal/a", "--into", "c"] + means, in: folder.path)
        let ended = Task { try await program.ending() }
        await server.log.wait(forRequests: 2)
        program.kill()
        #expect(try await ended.value.wasKilled)
        let killedAt = ContinuousClock.now
        let last = try await Program.run(["resume", "c"] + means, in: folder.path)
        #expect(last.status == 0, "\(last.errors)")
        let again = try #require(server.log.entries.last)
        #expect(again.path == "/a")
        #expect(killedAt.duration(to: again.receivedAt) >= .seconds(1.9))
    }
}
