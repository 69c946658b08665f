import Foundation
import LoopbackSite
import Testing

/// What `--json-log` writes, and the links that `links --html` leaves out.
@Suite(.serialized) struct LogTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `the last line of a log in JSON tells how the run ended`() async throws {
        let site = NumberedSite(pages: 3, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", "crawl", "--allow-loopback",
                "--connect-to", server.connectTo, "--delay", "0", "--json-log",
            ], in: folder.path)
        #expect(ending.status == 0)
        let line = try #require(ending.errors.split(separator: "\n").last)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["end"] as? String == "finished")
        #expect(object["status"] as? Int == 0)
        #expect(object["pages"] as? Int == 3)
        #expect(object["archived"] as? Int == 4)
        #expect(object["folder"] as? String == "crawl")
        let rate = try #require(object["pages_per_s_of_run"] as? Double)
        #expect(rate > 0)
    }

    @Test func `a log in JSON has no other lines, whatever goes wrong`() async throws {
        let site = NumberedSite(pages: 3, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let means = ["--allow-loopback", "--connect-to", server.connectTo, "--delay", "0", "--json-log"]
        func objects(_ arguments: [String], status: Int32) async throws -> [[String: Any]] {
            let ending = try await Program.run(arguments + means, in: folder.path)
            #expect(ending.status == status, "\(ending.errors)")
            return try ending.errors.split(separator: "\n").map {
                try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }
        let first = try await objects(["crawl", site.url(0), "--follow", "all", "--into", "j1"], status: 0)
        #expect(first.first?["begin"] as? String == "j1" && first.first?["folder"] as? String == "j1")
        let there = try await objects(["crawl", site.url(0), "--into", "j1"], status: 2)
        #expect(there.count == 1)
        #expect((there.first?["error"] as? String)?.hasPrefix("j1: is there already") ?? false, "\(there)")
    }

    @Test func `quiet and JSON lines are meant for the run they were given to`() async throws {
        let site = NumberedSite(pages: 6, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let means = [
            "--allow-loopback", "--connect-to", server.connectTo, "--delay", "0", "--max-pages", "2",
        ]
        let silent = try await Program.run(
            ["crawl", site.url(0), "--follow", "all", "--into", "crawl", "--quiet", "--json-log"] + means,
            in: folder.path)
        #expect(silent.status == 3)
        #expect(silent.output.isEmpty)
        let spoken = try await Program.run(["resume", "crawl"] + means, in: folder.path)
        #expect(spoken.status == 3)
        #expect(spoken.output.contains("2 pages"), "\(spoken.output)")
        #expect(!spoken.errors.contains("{"), "\(spoken.errors)")
        let again = try await Program.run(["resume", "crawl", "--quiet"] + means, in: folder.path)
        #expect(again.status == 0)
        #expect(again.output.isEmpty)
    }

    @Test func `bodies that were cut are counted`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .notFound() : .text("<p>" + String(repeating: "The ferry sails. ", count: 200) + "</p>")
        }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", server.url("/story"), "--into", "cut", "--allow-loopback", "--delay", "0",
                "--body-limit", "1kB",
            ], in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("1 body cut at --body-limit"), "\(ending.output)")
    }

    @Test func `relative links of a file without an address are counted`() async throws {
        let page =
            "<p><a href=\"/one\">One</a> <a href=\"two\">Two</a> <a href=\"https://a.example/3\">Three</a></p>"
        try page.write(toFile: folder.path + "/page.html", atomically: true, encoding: .utf8)
        let bare = try await Program.run(["links", "--html", "page.html"], in: folder.path)
        #expect(
            bare.errors
                == "2 relative links of 1 page are left out, since no address is known; name the addresses with --urls FILE\n"
        )
        try "page.html\thttps://a.example/\n".write(
            toFile: folder.path + "/urls.tsv", atomically: true, encoding: .utf8)
        let named = try await Program.run(
            ["links", "--html", "page.html", "--urls", "urls.tsv", "--format", "text"], in: folder.path)
        #expect(named.errors.isEmpty)
        #expect(named.output.split(separator: "\n").count == 3)
    }
}
