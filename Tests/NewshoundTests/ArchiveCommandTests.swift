import Foundation
import Frontier
import LoopbackSite
import Testing

/// The commands that work on a finished crawl: index, export, verify --repair, forget, and --dedupe.
@Suite(.serialized) struct ArchiveCommandTests {
    private let site = NumberedSite(pages: 8, hosts: 2)
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    @discardableResult
    private func makeCrawl(into name: String = "crawl", _ more: [String] = []) async throws -> String {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", folder.path + "/" + name,
                "--allow-loopback",
                "--connect-to", server.connectTo, "--delay", "0", "--quiet",
            ] + more, in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
        let pages = folder.path + "/" + name + "/pages/"
        return pages + (try #require(try FileManager.default.contentsOfDirectory(atPath: pages).first))
    }

    private func run(_ arguments: [String]) async throws -> Program.Ending {
        try await Program.run(arguments, in: folder.path)
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    // MARK: - index, export

    @Test func `a finished crawl has an index, and index gives the same`() async throws {
        let file = try await makeCrawl()
        let own = try text(crawl + "/indexes/index.cdxj")
        // Eight pages and the robots.txt of two origins.
        let lines: [String] = own.split(separator: "\n").map { String($0) }
        let sorted: [String] = lines.sorted()
        #expect(lines.count == 10)
        #expect(lines == sorted)
        let ending = try await run(["index", crawl])
        #expect(ending.status == 0 && ending.output == own)
        let totals = try await run(["index", file, "--output", folder.path + "/i.cdxj", "--json"])
        #expect(totals.output == "{\"files\":1,\"lines\":10,\"damages\":0}\n")
        #expect(try text(folder.path + "/i.cdxj") == own)
        let usage = try await run(["index", crawl, "--json"])
        #expect(usage.status == 2 && usage.output.isEmpty)
    }

    @Test func `a finished crawl has its settings, logs and reports as records`() async throws {
        try await makeCrawl()
        let index = try await run(["index", crawl + "/meta"])
        #expect(index.status == 0, "\(index.errors)")
        let lines = index.output.split(separator: "\n")
        // Nothing was skipped, so there is no list of it.
        #expect(lines.count == 4)
        for name in ["config/crawl.yaml", "log/crawl.log", "log/runs.jsonl", "reports/report.json"] {
            #expect(lines.count { $0.contains("\"urn:newshound:crawl:\(name)\"") } == 1, "\(name): \(lines)")
        }
        #expect(!(try text(crawl + "/indexes/index.cdxj")).contains("urn:newshound"))
        let verdict = try await run(["verify", crawl])
        #expect(verdict.status == 0 && verdict.output.hasPrefix("3 files, "), "\(verdict.output)")
        // What is forgotten is in the reports' new records.
        #expect(try await run(["forget", crawl, site.url(3)]).status == 0)
        #expect(try await run(["index", crawl + "/meta"]).output.contains("reports/skipped.jsonl"))
    }

    @Test func `a broken record is named by index and export, with status 8`() async throws {
        let file = try await makeCrawl()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let half = bytes.count / 2
        for index in half..<(half + 40) { bytes[index] ^= 0x55 }
        try bytes.write(to: URL(fileURLWithPath: folder.path + "/broken.warc.gz"))
        for command in [["index", "broken.warc.gz"], ["export", "broken.warc.gz", "--wacz", "broken.wacz"]] {
            let ending = try await run(command)
            #expect(ending.status == 8)
            #expect(ending.errors.contains("newshound: broken.warc.gz, byte "), "\(ending.errors)")
        }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/broken.wacz"))
    }

    @Test func `export leaves one file, and nothing if it cannot be written`() async throws {
        try await makeCrawl()
        let ending = try await run(["export", crawl, "--wacz", "a.wacz", "--json"])
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.hasPrefix("{\"file\":\"a.wacz\",\"pages\":8,\"captures\":10,\"files\":2,"))
        let missing = try await run(["export", crawl, "--wacz", "none/a.wacz"])
        #expect(missing.status == 2)
        #expect(
            missing.errors == "newshound: none/a.wacz: cannot be written: none is not there; check the path\n"
        )
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("wacz") }
                == ["a.wacz"])
    }

    // MARK: - verify

    @Test func `verify --repair writes the sound part of a torn file and leaves the original`() async throws {
        let file = try await makeCrawl()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file)).dropLast(30)
        try bytes.write(to: URL(fileURLWithPath: folder.path + "/torn.warc.gz"))
        let ending = try await run(["verify", "torn.warc.gz", "--repair", "sound", "--json"])
        #expect(ending.status == 8)
        #expect(ending.output.contains("\"repaired\":[{\"file\":\"sound/torn.warc.gz\","), "\(ending.output)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/torn.warc.gz")) == bytes)
        let again = try await run(["verify", "sound/torn.warc.gz"])
        #expect(again.status == 0, "\(again.output)")
        let refused = try await run(["verify", "torn.warc.gz", "--repair", "sound"])
        #expect(refused.status == 2)
    }

    @Test func `verify finds an index that names no record, and one that lacks lines`() async throws {
        try await makeCrawl()
        #expect(try await run(["verify", crawl]).status == 0)
        let path = crawl + "/indexes/index.cdxj"
        let index = try text(path)
        let first = String(index.prefix { $0 != "\n" })
        try index.replacing(first + "\n", with: "").write(toFile: path, atomically: true, encoding: .utf8)
        let short = try await run(["verify", crawl])
        #expect(short.status == 0)
        #expect(short.output.contains("notice: indexes/index.cdxj: has 9 of 10 captures"))
        try index.replacing("\"offset\": \"", with: "\"offset\": \"9").write(
            toFile: path, atomically: true, encoding: .utf8)
        let wrong = try await run(["verify", crawl])
        #expect(wrong.status == 8)
        #expect(wrong.output.contains("where no such record begins"))
    }

    @Test func `verify says that a crawl has lost its plan`() async throws {
        try await makeCrawl()
        try FileManager.default.removeItem(atPath: crawl + "/crawl.yaml")
        let ending = try await run(["verify", crawl])
        #expect(ending.status == 0, "\(ending.output)")
        #expect(ending.output.contains("notice: crawl.yaml: is not there"), "\(ending.output)")
        #expect(ending.output.contains("no damage, 1 notice"), "\(ending.output)")
    }

    // MARK: - forget

    @Test func `a page that is forgotten is in no record, no text, no index, and is not fetched again`()
        async throws
    {
        try await makeCrawl()
        let page = site.url(3)
        let ending = try await run(["forget", crawl, page, "--json"])
        #expect(ending.status == 0, "\(ending.errors)")
        let lines = ending.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("{\"removed\":\"\(page)\"") ?? false)
        #expect(lines.last?.contains("\"captures\":1,\"records\":3,\"text_records\":2,\"files\":2,") ?? false)
        let verdict = try await run(["verify", crawl])
        #expect(verdict.status == 0, "\(verdict.output)")
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.pages[page] == nil && contents.text[page] == nil)
        #expect(contents.counts.pages == 7)
        #expect(contents.counts.skipped[.forgotten] == 1)
        #expect(contents.misplaced.isEmpty && contents.damages.isEmpty)
        #expect(try await run(["extract", crawl]).output.split(separator: "\n").count == 7)
        #expect(!(try text(crawl + "/indexes/index.cdxj")).contains(page))
        #expect(try text(crawl + "/skipped.jsonl").contains("\"skipped\":\"forgotten\""))
        let again = try await run(["forget", crawl, page])
        #expect(again.status == 0)
        #expect(again.output.contains("0 URLs are marked") || again.output.contains("holds nothing"))
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let resumed = try await run([
            "resume", crawl, "--allow-loopback", "--connect-to", server.connectTo, "--quiet",
        ])
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(try await CrawlContents.read(crawl).pages[page] == nil)
    }

    @Test func `a host that is forgotten goes with its robots.txt`() async throws {
        try await makeCrawl()
        let ending = try await run(["forget", crawl, "host1.example.org"])
        #expect(ending.status == 0, "\(ending.errors)")
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.counts.pages == 4)
        #expect(contents.pages.keys.allSatisfy { !$0.contains("host1.") })
        #expect(try await run(["verify", crawl]).status == 0)
    }

    @Test func `forget needs a crawl that nobody runs, and a URL or host`() async throws {
        try await makeCrawl()
        #expect(try await run(["forget", crawl, "no host/"]).status == 2)
        #expect(try await run(["forget", folder.path + "/none", "a.example"]).status == 2)
    }

    // MARK: - dedupe

    @Test func `what an earlier crawl has is kept as a revisit of it`() async throws {
        try await makeCrawl()
        _ = try await run(["index", crawl, "--output", "earlier.cdxj"])
        try await makeCrawl(into: "second", ["--dedupe", folder.path + "/earlier.cdxj"])
        let contents = try await CrawlContents.read(folder.path + "/second")
        #expect(contents.counts.pages == 8)
        #expect(contents.counts.revisited >= 8)
        let verdict = try await run(["verify", folder.path + "/second"])
        #expect(verdict.status == 0, "\(verdict.output)")
        // Beside the earlier crawl's file the second one's pages have their text again.
        let first = try FileManager.default.contentsOfDirectory(atPath: crawl + "/pages")[0]
        let second = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/second/pages")[0]
        let rows = try await run([
            "extract", "--revisits", crawl + "/pages/" + first, folder.path + "/second/pages/" + second,
        ])
        #expect(rows.status == 0, "\(rows.errors)")
        #expect(rows.output.split(separator: "\n").count == 16)
    }

    @Test func `files that a crawl was begun with are found from any folder`() async throws {
        try await makeCrawl()
        _ = try await run(["index", crawl, "--output", "earlier.cdxj"])
        try FileManager.default.createDirectory(
            atPath: folder.path + "/hints", withIntermediateDirectories: false)
        try Data().write(to: URL(fileURLWithPath: folder.path + "/cookies.txt"))
        try await makeCrawl(
            into: "second", ["--dedupe", "earlier.cdxj", "--cookies", "cookies.txt", "--sites", "hints/"])
        let plan = try text(folder.path + "/second/crawl.yaml")
        for (key, name) in [("dedupe", "earlier.cdxj"), ("cookies", "cookies.txt"), ("sites", "hints")] {
            #expect(plan.contains("\n\(key): \(folder.path)/\(name)\n"), "\(plan)")
        }
        let elsewhere = folder.path + "/elsewhere"
        try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: false)
        let ending = try await Program.run(
            ["resume", folder.path + "/second", "--allow-loopback", "--quiet"], in: elsewhere)
        #expect(ending.status == 0, "\(ending.errors)")
        try await makeCrawl(into: "third", ["--sites", "none"])
        #expect(try text(folder.path + "/third/crawl.yaml").contains("\nsites: none\n"))
    }

    @Test func `--dedupe names an index that is there`() async throws {
        let missing = try await run([
            "crawl", "http://127.0.0.1/", "--allow-loopback", "--dedupe", "none.cdxj",
        ])
        #expect(missing.status == 2)
        #expect(missing.errors.hasPrefix("newshound: --dedupe none.cdxj: "), "\(missing.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/Archive"))
    }
}
