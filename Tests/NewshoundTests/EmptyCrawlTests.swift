import Foundation
import LoopbackSite
import Testing

/// Crawls that end in order with nothing to show: what is said of them.
@Suite(.serialized) struct EmptyCrawlTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    private func run(_ path: String, _ server: LoopbackServer, _ more: String...) async throws
        -> Program.Ending
    {
        try await Program.run(
            ["crawl", server.url(path), "--allow-loopback", "--into", crawl, "--delay", "0"] + more,
            in: folder.path)
    }

    private func site(
        _ respond: @escaping @Sendable (SiteRequest) -> SiteResponse
    ) throws -> LoopbackServer {
        try LoopbackServer { $0.path == "/robots.txt" ? .notFound() : respond($0) }
    }

    @Test func `a seed that is not there is named with its status`() async throws {
        let server = try site { _ in .notFound() }
        defer { server.stop() }
        let ending = try await run("/gone", server)
        #expect(ending.status == 0)
        let url = server.url("/gone")
        #expect(
            ending.errors.contains(
                "newshound: no page was found: \(url): is answered with status 404; newshound why \(crawl) \(url)"
            ), "\(ending.errors)")
        #expect(ending.output.contains("captures: 1 not found, 1 robots.txt\n"), "\(ending.output)")
    }

    @Test func `a seed that redirects to itself is named`() async throws {
        let server = try site { .text("", status: 301, fields: [("Location", $0.path)]) }
        defer { server.stop() }
        let ending = try await run("/loop", server)
        #expect(ending.status == 0)
        #expect(
            ending.errors.contains("no page was archived: \(server.url("/loop")): redirects to itself; "),
            "\(ending.errors)")
    }

    @Test func `a seed that redirects to a host that is unknown is named with both`() async throws {
        let target = "http://no-such-host.invalid/story"
        let server = try site { _ in .text("", status: 302, fields: [("Location", target)]) }
        defer { server.stop() }
        let plan = folder.path + "/plan.yaml"
        try "attempts: 1\n".write(toFile: plan, atomically: true, encoding: .utf8)
        let ending = try await run("/moved", server, "--config", plan)
        #expect(ending.errors.contains("\(server.url("/moved")): redirects to \(target)"), "\(ending.errors)")
        #expect(ending.errors.contains("\(target): resolve: "), "\(ending.errors)")
        let why = try await Program.run(["why", crawl, server.url("/moved")], in: folder.path)
        #expect(why.output.contains("it redirects to \(target)"), "\(why.output)")
    }

    @Test func `a crawl without related links says how to see more`() async throws {
        let server = try site { _ in .text("<h1>Harbour</h1><p>The ferry sails at nine.</p>") }
        defer { server.stop() }
        let ending = try await run("/story", server)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.output.contains(
                "hint: no related links on 1 page; newshound links \(crawl) shows what each link is taken for, "
                    + "--follow articles follows more"), "\(ending.output)")
        let other = try await Program.run(
            ["recrawl", crawl, "--allow-loopback", "--quiet"], in: folder.path)
        #expect(other.output.isEmpty)
    }
}
