import Foundation
import Frontier
import LoopbackSite
import Testing

/// `newshound forget` where nothing matches, where more goes than was named, and where nothing stays.
@Suite(.serialized) struct ForgottenCrawlTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    /// Two addresses of one text, and a page beside them.
    private static let links = """
        <h1>Harbour</h1><p>The ferry sails at nine.</p><a href="/one">One story</a><a href="/two">The same story</a>
        <a href="/gone">A story that is gone</a>
        """

    /// Crawls the site and gives the address of its front page.
    private func makeCrawl() async throws -> String {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/": .text(Self.links)
            case "/one", "/two": .text("<h1>Story</h1><p>It is told at two addresses, word for word.</p>")
            default: .notFound()
            }
        }
        defer { server.stop() }
        let front = server.url("/")
        let ending = try await Program.run(
            [
                "crawl", front, "--into", crawl, "--follow", "all", "--allow-loopback", "--delay", "0",
                "--quiet",
                "--concurrency", "1",
            ], in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
        return front
    }

    private func run(_ arguments: [String]) async throws -> Program.Ending {
        try await Program.run(arguments, in: folder.path)
    }

    /// Every file of the crawl but the lock's, by name.
    private func contents() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: crawl) ?? .init()
        where name != ".lock" {
            files[name] = FileManager.default.contents(atPath: crawl + "/" + name)
        }
        return files
    }

    @Test func `what matches nothing is refused, and nothing is changed`() async throws {
        let front = try await makeCrawl()
        let before = try contents()
        for target in [front + "none", "other.example", "https://other.example/one"] {
            let ending = try await run(["forget", crawl, target])
            #expect(ending.status == 2)
            #expect(ending.output.isEmpty)
            #expect(
                ending.errors
                    == "newshound: \(target): matches no URL and no record of \(crawl), and nothing was changed; "
                    + "newshound index \(crawl) lists the URLs it has\n")
        }
        #expect(try contents() == before)
    }

    @Test func `revisits that go with their target are named and counted`() async throws {
        let front = try await makeCrawl()
        let ending = try await run(["forget", crawl, front + "one"])
        #expect(ending.status == 0, "\(ending.errors)")
        let lines = ending.output.split(separator: "\n")
        #expect(lines.count == 5, "\(ending.output)")
        #expect(lines[0].hasPrefix("removed response of ") && lines[0].hasSuffix(" \(front)one"))
        #expect(
            lines[1].hasPrefix("removed revisit of ")
                && lines[1].hasSuffix(" \(front)two (its payload was that of a capture that goes)"))
        #expect(lines[2].hasSuffix("1 URL is marked as forgotten"))
        #expect(lines[3].hasPrefix("1 capture of other URLs went with them"))
        #expect(lines[4].hasPrefix("1 URL of those is queued: newshound resume \(crawl) fetches it again; "))
        #expect(try await run(["verify", crawl]).status == 0)
        let again = try await run(["forget", crawl, front + "one"])
        #expect(again.status == 0)
        #expect(again.output == "\(crawl): holds nothing of \(front)one any more; it was forgotten before\n")
    }

    @Test func `what went with a page that was forgotten is fetched again, the page is not`() async throws {
        let front = try await makeCrawl()
        #expect(try await run(["forget", crawl, front + "one"]).status == 0)
        let before = try await CrawlContents.read(crawl).counts
        #expect(before.queued == 1)
        #expect(before.skipped[.forgotten] == 1)
        let why = try await run(["why", crawl, front + "two"])
        #expect(
            why.output.contains(
                "newshound forget took that out with another URL's; queued for another visit"),
            "\(why.output)")
        let port = try #require(URL(string: front)?.port)
        let server = try LoopbackServer { _ in .text("<h1>Story</h1><p>It is told once more.</p>") }
        defer { server.stop() }
        let resumed = try await run([
            "resume", crawl, "--allow-loopback", "--delay", "0", "--quiet", "--connect-to",
            "127.0.0.1:\(port):\(try #require(URL(string: server.url())?.host)):"
                + "\(try #require(URL(string: server.url())?.port))",
        ])
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(server.log.entries.map(\.path) == ["/two"])
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.pages[front + "two"] == 1)
        #expect(contents.pages[front + "one"] == nil)
        #expect(contents.counts.pages == before.pages + 1)
        #expect(contents.misplaced.isEmpty && contents.damages.isEmpty)
        #expect(try await run(["verify", crawl]).status == 0)
    }

    @Test func `a crawl of which everything was forgotten is finished, not one that nothing answered`()
        async throws
    {
        let front = try await makeCrawl()
        let host = try #require(URL(string: front)?.host)
        #expect(try await run(["forget", crawl, host]).status == 0)
        for command in [
            ["resume", crawl, "--allow-loopback"], ["recrawl", crawl, "--allow-loopback"], ["status", crawl],
            ["extract", crawl], ["links", crawl], ["index", crawl], ["audit", crawl], ["verify", crawl],
            ["why", crawl, front], ["export", crawl, "--wacz", "a.wacz"], ["forget", crawl, front],
        ] {
            let ending = try await run(command)
            #expect(ending.status == 0, "\(command): \(ending.errors)")
            #expect(!ending.errors.contains("nothing was fetched"), "\(command): \(ending.errors)")
        }
        let resumed = try await run(["resume", crawl, "--allow-loopback"])
        #expect(resumed.errors.contains("\(front): was taken out by newshound forget"), "\(resumed.errors)")
        #expect(try await CrawlContents.read(crawl).counts.archived == 0)
    }
}
