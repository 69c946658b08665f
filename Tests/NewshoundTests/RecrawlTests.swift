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
        let conditional = server.log.entries.filter { $0.path == "/story/2" }
        #expect(conditional.count == 2)
        // Nothing was fetched since tomorrow.
        let none = try await Program.run(
            ["recrawl", crawl, "--since", "2999-01-01"] + means, in: folder.path)
        #expect(none.status == 0, "\(none.errors)")
        #expect(server.log.entries.filter { $0.path == "/story/2" }.count == 2)
    }

    @Test func `a duration or date that is none is refused`() async throws {
        let folder = try TemporaryFolder()
        for flags in [["--since", "yesterday"], ["--every", "0s"], ["--every", "often"]] {
            let ending = try await Program.run(["recrawl", folder.path + "/no"] + flags, in: folder.path)
            #expect(ending.status == 2)
        }
    }
}
