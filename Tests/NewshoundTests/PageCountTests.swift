import Foundation
import LoopbackSite
import Synchronization
import Testing

/// What is called a page is one thing in the summary, the ledger's display, the report and a package.
@Suite(.serialized) struct PageCountTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    private static let front = """
        <h1>Harbour</h1><p>The ferry sails at nine.</p><a href="/one">One</a><a href="/moved">Two</a>
        <a href="/gone">Three</a><a href="/gone/too">Four</a>
        """

    /// A front page, a story that is another at every visit, a redirect to it, and two pages that are not there.
    private func site() throws -> LoopbackServer {
        let visits = Mutex(0)
        return try LoopbackServer { request in
            switch request.path {
            case "/": .text(Self.front)
            case "/one":
                .text("<h1>Story</h1><p>Told for the \(visits.withLock { $0 += 1; return $0 }). time.</p>")
            case "/moved": .text("", status: 301, fields: [("Location", "/one")])
            default: .notFound()
            }
        }
    }

    private func run(_ arguments: [String]) async throws -> Program.Ending {
        let ending = try await Program.run(arguments, in: folder.path)
        #expect([0, 3].contains(ending.status), "\(arguments): \(ending.errors)")
        return ending
    }

    private func expectTwoPages() async throws {
        #expect(try await run(["status", crawl]).output.hasPrefix("pages      2\n"))
        #expect(try await run(["status", crawl, "--json"]).output.contains("\"pages\":2,"))
        let package = try await run(["export", crawl, "--wacz", "a.wacz"])
        #expect(package.output.hasPrefix("a.wacz: 2 HTML pages, "), "\(package.output)")
    }

    @Test func `pages that are not there and redirects are none, before a recrawl and after it`() async throws
    {
        let server = try site()
        defer { server.stop() }
        let means = ["--allow-loopback", "--delay", "0"]
        let first = try await run(["crawl", server.url("/"), "--follow", "all", "--into", crawl] + means)
        #expect(first.output.hasPrefix("2 pages, "), "\(first.output)")
        #expect(first.output.contains("captures: 2 pages, 2 not found, 1 redirect, 1 robots.txt\n"))
        try await expectTwoPages()
        let second = try await run(["recrawl", crawl] + means)
        #expect(second.output.hasPrefix("2 pages, "), "\(second.output)")
        try await expectTwoPages()
    }

    @Test func `a limit that counted what is not there says so`() async throws {
        let server = try site()
        defer { server.stop() }
        let ending = try await run([
            "crawl", server.url("/gone"), server.url("/"), "--follow", "all", "--into", crawl,
            "--allow-loopback",
            "--delay", "0", "--concurrency", "1", "--max-pages", "2",
        ])
        #expect(ending.status == 3)
        #expect(ending.output.hasPrefix("1 page, "), "\(ending.output)")
        #expect(
            ending.output.contains(": stopped at 2 pages, 1 of which was not found\n"), "\(ending.output)")
    }

    @Test func `a time limit that let no page through says what it waited for`() async throws {
        let server = try site()
        defer { server.stop() }
        let ending = try await run([
            "crawl", server.url("/"), "--into", crawl, "--allow-loopback", "--delay", "30s", "--max-time",
            "1s",
        ])
        #expect(ending.status == 3)
        #expect(
            ending.errors.contains(
                "newshound: no page came until then: \(server.url("/")): its turn comes when the pause of its host is "
                    + "over, at "), "\(ending.errors)")
        #expect(ending.errors.contains("; newshound resume \(crawl) goes on\n"), "\(ending.errors)")
    }
}
