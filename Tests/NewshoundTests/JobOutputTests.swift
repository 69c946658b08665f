import Foundation
import LoopbackSite
import Testing

@testable import newshound

/// What `extract` and `links` say of their work, and where they refuse to write.
@Suite(.serialized) struct JobOutputTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    private func makeCrawl() async throws {
        let site = NumberedSite(pages: 5, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", crawl, "--allow-loopback", "--connect-to",
                server.connectTo, "--delay", "0", "--quiet",
            ], in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
    }

    private func run(_ arguments: String...) async throws -> Program.Ending {
        try await Program.run(arguments, in: folder.path)
    }

    @Test func `a crawl's folder takes no text`() async throws {
        try await makeCrawl()
        let before = try FileManager.default.subpathsOfDirectory(atPath: crawl).sorted()
        for output in [crawl, crawl + "/", crawl + "/pages"] {
            let ending = try await run("extract", crawl, "--format", "text", "--output", output)
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("newshound: \(output): belongs to a crawl"), "\(ending.errors)")
        }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: crawl).sorted() == before)
        let ending = try await run("extract", crawl, "--format", "text", "--output", "texts/")
        #expect(ending.status == 0)
        #expect(ending.errors == "5 files in texts/\n")
    }

    @Test func `a file of results is counted at the end`() async throws {
        try await makeCrawl()
        let rows = try await run("extract", crawl, "--output", "rows.jsonl")
        #expect(rows.errors == "rows.jsonl: 5 articles of 5 pages\n")
        let links = try await run("links", crawl, "--output", "links.jsonl")
        #expect(links.errors == "links.jsonl: 4 links of 5 pages\n")
        // What goes to standard output speaks for itself.
        #expect(try await run("extract", crawl).errors.isEmpty)
    }

    @Test func `a dash is standard output`() async throws {
        try await makeCrawl()
        for command in ["extract", "links", "index"] {
            let plain = try await run(command, crawl)
            let dashed = try await run(command, crawl, "--output", "-")
            #expect(dashed.status == 0 && dashed.errors.isEmpty, "\(dashed.errors)")
            #expect(dashed.output == plain.output && !plain.output.isEmpty)
        }
        let totals = try await run("index", crawl, "--output", "-", "--json")
        #expect(totals.status == 2 && totals.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/-"))
    }

    @Test func `an HTML file comes through standard input`() async throws {
        let page = folder.path + "/page"
        try "<html><body><article><p>The page of the register.</p></article></body></html>".write(
            toFile: page, atomically: true, encoding: .utf8)
        for command in ["extract", "links"] {
            let fromFile = try await run(command, "--html", page, "--format", "text")
            let ending = try await Program.run(
                [command, "--html", "-", "--format", "text"], in: folder.path, input: page)
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.output == fromFile.output)
        }
        let text = try await Program.run(["extract", "--html", "-"], in: folder.path, input: page)
        #expect(text.output.contains("The page of the register."))
    }

    @Test func `no result is said to be none`() async throws {
        try await makeCrawl()
        for (arguments, line) in [
            (["extract", crawl, "--host", "nosuch.example"], "no page matches --host nosuch.example\n"),
            (["links", crawl, "--host", "nosuch.example"], "no page matches --host nosuch.example\n"),
            (
                ["extract", crawl, "--language", "de", "--min-words", "9"],
                "no article on 5 pages matches --language de --min-words 9\n"
            ),
            (
                ["links", crawl, "--role", "advertisement"],
                "no link on 5 pages matches --role advertisement\n"
            ),
        ] {
            let ending = try await Program.run(arguments, in: folder.path)
            #expect(ending.status == 0)
            #expect(ending.errors == line)
        }
    }

    @Test func `one thing is one, and large numbers are parted`() {
        let summary = JobSummary(noun: Noun("article"), choice: [], paths: ["a.warc", "b.warc"])
        #expect(summary.line(rows: 1, pages: 1, in: "out") == "out: 1 article of 1 page")
        #expect(summary.line(rows: 5_475, pages: 5_510, in: "out") == "out: 5,475 articles of 5,510 pages")
        #expect(summary.line(rows: 3, pages: 5, in: nil) == nil)
        #expect(summary.line(rows: 0, pages: 1, in: nil) == "no article on 1 page")
        #expect(
            summary.line(rows: 0, pages: 0, in: nil) == "a.warc, b.warc: no HTML page with a 2xx status")
    }
}
