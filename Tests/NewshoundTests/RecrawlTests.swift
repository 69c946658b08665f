import Foundation
import Frontier
import LoopbackSite
import Synchronization
import Testing

/// `newshound recrawl` on a site that changes.
@Suite(.serialized) struct RecrawlTests {
    @Test func `what is as it was makes revisits, what changed is archived, new pages are found`()
        async throws
    {
        let edition = Mutex(1)
        let server = try LoopbackServer { request in
            let edition = edition.withLock { $0 }
            switch request.path {
            case "/robots.txt": return .notFound()
            case "/feed.xml":
                let items = (1...edition + 1).map { "<item><link>/story/\($0)</link></item>" }.joined()
                return .text(
                    "<rss version=\"2.0\"><channel>\(items)</channel></rss>", type: "application/rss+xml")
            default:
                let tag = request.path == "/story/1" ? "\"1-\(edition)\"" : "\"fixed\""
                if request["If-None-Match"] == tag {
                    return .text("", status: 304, fields: [("ETag", tag)])
                }
                return .text("<p>Story \(request.path), \(tag)</p>", fields: [("ETag", tag)])
            }
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let means = ["--allow-loopback", "--delay", "20ms", "--quiet"]
        let first = try await Program.run(
            ["crawl", server.url("/feed.xml"), "--into", crawl] + means, in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(try await CrawlContents.read(crawl).counts.pages == 3)
        edition.withLock { $0 = 2 }
        let second = try await Program.run(["recrawl", crawl] + means, in: folder.path)
        #expect(second.status == 0, "\(second.errors)")
        let contents = try await CrawlContents.read(crawl)
        // The feed and story 1 changed, story 2 did not, story 3 is new.
        #expect(contents.counts.pages == 4)
        #expect(contents.counts.revisited == 1)
        #expect(contents.pages[server.url("/story/2")] == 2)
        #expect(contents.damages.isEmpty)
        #expect(contents.misplaced.isEmpty)
        let checked = try await Program.run(["verify", crawl], in: folder.path)
        #expect(checked.status == 0, "\(checked.output)")
        let rows = try await Program.run(["extract", crawl, "--format", "text"], in: folder.path)
        #expect(rows.errors == "1 revisit gives no row; --revisits adds it\n")
        let conditional = server.log.entries.filter { $0.path == "/story/2" }
        #expect(conditional.count == 2)
        // Nothing was fetched since tomorrow.
        let none = try await Program.run(
            ["recrawl", crawl, "--since", "2999-01-01"] + means, in: folder.path)
        #expect(none.status == 0, "\(none.errors)")
        #expect(server.log.entries.filter { $0.path == "/story/2" }.count == 2)
    }

    @Test func `what failed before is tried again, and the log keeps both tries`() async throws {
        let isDown = Mutex(true)
        let server = try LoopbackServer { request in
            let isDown = isDown.withLock { $0 }
            switch (request.host, request.path) {
            case ("b.example", _) where isDown: return .script([.close])
            case (_, "/robots.txt"): return .notFound()
            case (_, "/down") where isDown: return .text("", status: 503)
            default: return .text("<p>Story of \(request.host)\(request.path)</p>")
            }
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let configuration = folder.path + "/one.yaml"
        try "attempts: 1\n".write(toFile: configuration, atomically: true, encoding: .utf8)
        let means = ["--allow-loopback", "--connect-to", server.connectTo, "--delay", "20ms", "--quiet"]
        let (page, down, robotless) = (
            "http://a.example/page", "http://a.example/down", "http://b.example/page"
        )
        let first = try await Program.run(
            ["crawl", page, down, robotless, "--into", crawl, "--config", configuration] + means,
            in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        for url in [down, robotless] {
            let why = try await Program.run(["why", crawl, url], in: folder.path)
            #expect(why.output.contains("newshound recrawl \(crawl) tries it again"), "\(why.output)")
        }
        // The next try is in vain too: the same state, one more line in the log.
        for turn in 1...2 {
            let again = try await Program.run(["recrawl", crawl] + means, in: folder.path)
            #expect(again.status == 0, "\(again.errors)")
            let counts = try await CrawlContents.read(crawl).counts
            #expect(counts.failed.values.reduce(0, +) == (turn == 1 ? 2 : 0), "\(counts)")
            #expect(counts.skipped == (turn == 1 ? [.robotsUnreachable: 1] : [:]))
            isDown.withLock { $0 = false }
        }
        #expect(try await CrawlContents.read(crawl).counts.pages == 3)
        let why = try await Program.run(["why", crawl, down], in: folder.path)
        #expect(why.output.contains("archived with status 200"), "\(why.output)")
        #expect(!why.output.contains("tries it again"))
        let log = try String(contentsOfFile: crawl + "/crawl.log", encoding: .utf8)
        var tries: [String] = []
        for line in log.split(separator: "\n") {
            let columns = line.split(separator: " ")
            if columns.count > 3, columns[3] == down { tries.append(String(columns[1])) }
        }
        #expect(tries == ["503", "503", "200"])
        let checked = try await Program.run(["verify", crawl], in: folder.path)
        #expect(checked.status == 0, "\(checked.output)")
        let audited = try await Program.run(["audit", crawl], in: folder.path)
        #expect(audited.status == 0, "\(audited.output)")
    }

    @Test func `a watch does not hurry because of pages that fail`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt" ? .notFound() : .text("", status: 503)
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let configuration = folder.path + "/one.yaml"
        try "attempts: 1\n".write(toFile: configuration, atomically: true, encoding: .utf8)
        let means = ["--allow-loopback", "--delay", "20ms"]
        let first = try await Program.run(
            ["crawl", server.url("/down"), "--into", crawl, "--config", configuration] + means,
            in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        let program = try Program(["recrawl", crawl, "--every", "30m"] + means, in: folder.path)
        await program.waitForErrors(containing: "the next visit is due")
        program.interrupt()
        let ending = try await program.ending()
        #expect(ending.status == 3, "\(ending.errors)")
        #expect(ending.output.contains("1 visit, "), "\(ending.output)")
        #expect(server.log.entries.filter { $0.path == "/down" }.count == 2)
        let due = try #require(ending.errors.firstMatch(of: /next visit is due at ([^;]+);/))
        let time = try Date(String(due.1), strategy: .iso8601)
        #expect(abs(time.timeIntervalSinceNow - 3_600) < 300, "\(due.1)")
    }

    @Test func `a duration or date that is none is refused`() async throws {
        let folder = try TemporaryFolder()
        for flags in [["--since", "yesterday"], ["--every", "0s"], ["--every", "often"]] {
            let ending = try await Program.run(["recrawl", folder.path + "/no"] + flags, in: folder.path)
            #expect(ending.status == 2)
        }
    }

    @Test func `pages that are queued for another visit are still known to be archived`() async throws {
        let site = NumberedSite(pages: 4, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let means = ["--allow-loopback", "--connect-to", server.connectTo, "--delay", "0"]
        let first = try await Program.run(
            ["crawl", site.url(0), "--follow", "all", "--into", crawl] + means, in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("captures: 4 pages, 1 robots.txt\n"), "\(first.output)")
        let second = try await Program.run(["recrawl", crawl, "--max-pages", "1"] + means, in: folder.path)
        #expect(second.status == 3, "\(second.errors)")
        #expect(second.output.contains("1 page, "))
        #expect(second.output.contains("queued 3 (3 archived before)"), "\(second.output)")
        let status = try await Program.run(["status", crawl], in: folder.path)
        #expect(status.output.contains("queued again") && status.output.contains("3 (archived before)"))
        #expect(status.output.hasPrefix("pages      4\n"), "\(status.output)")
        let report = try await Program.run(["status", crawl, "--json"], in: folder.path)
        #expect(report.output.contains("\"pages\":4,"), "\(report.output)")
        let why = try await Program.run(["why", crawl, site.url(3)], in: folder.path)
        #expect(why.output.contains("archived with status 200"), "\(why.output)")
        #expect(why.output.contains("; queued for another visit"))
        #expect(!why.output.contains("not yet fetched"))
        let third = try await Program.run(["resume", crawl] + means, in: folder.path)
        #expect(third.status == 0, "\(third.errors)")
        let after = try await Program.run(["status", crawl], in: folder.path)
        #expect(!after.output.contains("archived before"))
    }

    /// A crawl of one page, and what answers for it.
    private func watched() async throws -> (server: LoopbackServer, folder: TemporaryFolder, crawl: String) {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .notFound() : .text("<p>Story</p>", fields: [("ETag", "\"1\"")])
        }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let first = try await Program.run(
            ["crawl", server.url("/story"), "--into", crawl, "--allow-loopback", "--delay", "0"],
            in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        return (server, folder, crawl)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `a watch ends at once when it is told to between two visits`(signal: Int32) async throws {
        let (server, folder, crawl) = try await watched()
        defer { server.stop() }
        let program = try Program(
            ["recrawl", crawl, "--every", "1h", "--allow-loopback", "--delay", "0"], in: folder.path)
        await program.waitForErrors(containing: "the next visit is due")
        Foundation.kill(program.process.processIdentifier, signal)
        let start = ContinuousClock.now
        let ending = try await program.ending()
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(ending.status == 3 && !ending.wasKilled, "\(ending.errors)")
        #expect(ending.output.contains("1 visit, 1 page, "), "\(ending.output)")
        #expect(ending.output.contains("continue: newshound recrawl \(crawl) --every 1h"))
        #expect(!ending.errors.contains("newshound: "))
    }

    @Test(.timeLimit(.minutes(5)))
    func `a watch that is to outlast its terminal goes on when that is closed`() async throws {
        let (server, folder, crawl) = try await watched()
        defer { server.stop() }
        let program = try Program(
            ["recrawl", crawl, "--every", "20ms", "--allow-loopback", "--delay", "0"], in: folder.path,
            ignoresHangups: true)
        await program.waitForErrors(containing: "the next visit is due")
        Foundation.kill(program.process.processIdentifier, SIGHUP)
        await server.log.wait(forRequests: server.log.entries.count + 8)
        program.interrupt()
        let ending = try await program.ending()
        #expect(ending.status == 3 && !ending.wasKilled, "\(ending.errors)")
    }

    @Test func `one watch makes many visits under one lock, and a signal ends any of them`() async throws {
        let (server, folder, crawl) = try await watched()
        defer { server.stop() }
        let before = server.log.entries.count
        let program = try Program(
            ["recrawl", crawl, "--every", "20ms", "--allow-loopback", "--delay", "0"], in: folder.path)
        // robots.txt once each run, and the page.
        await server.log.wait(forRequests: before + 8)
        let other = try await Program.run(["resume", crawl, "--allow-loopback"], in: folder.path)
        #expect(other.status == 6, "\(other.errors)")
        program.interrupt()
        let ending = try await program.ending()
        #expect(ending.status == 3 && !ending.wasKilled, "\(ending.errors)")
        #expect(!ending.errors.contains("newshound: "), "\(ending.errors)")
        let checked = try await Program.run(["verify", crawl], in: folder.path)
        #expect(checked.status == 0, "\(checked.output)")
    }
}
