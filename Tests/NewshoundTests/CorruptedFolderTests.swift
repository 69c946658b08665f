import Foundation
import LoopbackSite
import Testing

/// A crawl folder in which files were cut, removed or exchanged: each command says so in a line of its own words.
@Suite(.serialized) struct CorruptedFolderTests {
    private let site = NumberedSite(pages: 4, hosts: 1)
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    private func makeCrawl() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", crawl, "--allow-loopback", "--connect-to",
                server.connectTo, "--delay", "0", "--quiet",
            ], in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
    }

    private func files(of part: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: crawl + "/" + part).map {
            "\(crawl)/\(part)/\($0)"
        }
    }

    private func run(_ arguments: [String]) async throws -> Program.Ending {
        try await Program.run(arguments, in: folder.path)
    }

    private var everyReader: [[String]] {
        [
            ["extract", crawl], ["links", crawl], ["index", crawl], ["audit", crawl], ["verify", crawl],
            ["export", crawl, "--wacz", "a.wacz"],
        ]
    }

    @Test(arguments: [0, 700])
    func `a file of pages that is cut is damage for every reader`(bytes: Int) async throws {
        try await makeCrawl()
        let file = try #require(try files(of: "pages").first)
        truncate(file, off_t(bytes))
        for command in everyReader {
            let ending = try await run(command)
            #expect(ending.status == 8, "\(command): \(ending.errors)")
            #expect(
                (ending.errors + ending.output).contains("\(bytes) bytes"), "\(command): \(ending.errors)")
        }
        let why = try await run(["why", crawl, site.url(2)])
        #expect(why.output.contains("its record cannot be read: pages/"), "\(why.output)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/a.wacz"))
    }

    @Test func `the settings of another crawl are refused by every command that heeds them`() async throws {
        try await makeCrawl()
        let own = crawl + "/crawl.yaml"
        let yaml = try String(contentsOfFile: own, encoding: .utf8)
        func put(_ text: String) throws { try text.write(toFile: own, atomically: true, encoding: .utf8) }
        func change(_ from: String, _ to: String) throws {
            let changed = yaml.replacingOccurrences(of: from, with: to)
            try #require(changed != yaml)
            try put(changed)
        }

        // A crawl under another name, as its records say.
        try change("name: \"crawl\"", "name: \"other\"")
        for command in [
            ["resume", crawl], ["recrawl", crawl], ["status", crawl], ["why", crawl, site.url(0)],
            ["audit", crawl], ["forget", crawl, site.url(1)], ["serve", crawl],
        ] {
            let ending = try await run(command)
            #expect(ending.status == 2, "\(command): \(ending.errors)")
            #expect(
                ending.errors
                    == "newshound: \(own): is the plan of crawl 'other', but pages/ has the records of "
                    + "'crawl'; put the crawl's own file back (meta/ has it as the last run left it), then try again\n",
                "\(command)")
        }
        // One of the same name: its seeds tell.
        try change("/page/0", "/elsewhere")
        let before = try await CrawlContents.read(crawl).counts
        for command in [["resume", crawl], ["recrawl", crawl]] {
            let ending = try await run(command)
            #expect(ending.status == 2, "\(command): \(ending.errors)")
            #expect(
                ending.errors.contains(
                    "\(own): is the plan of another crawl: this one was begun with \(site.url(0)), "),
                "\(ending.errors)")
        }
        #expect(try await CrawlContents.read(crawl).counts == before)
        // A file of another crawl among the records does not make the settings wrong.
        try put(yaml)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let another = try await run([
            "crawl", site.url(0), "--into", folder.path + "/another", "--allow-loopback", "--connect-to",
            server.connectTo, "--delay", "0", "--quiet",
        ])
        #expect(another.status == 0, "\(another.errors)")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/another/pages") {
            try FileManager.default.copyItem(
                atPath: folder.path + "/another/pages/" + file, toPath: crawl + "/pages/0-" + file)
        }
        #expect(try await run(["status", crawl]).status == 0)
        #expect(try await run(["resume", crawl]).status == 0)
    }

    @Test func `a crawl that was moved and renamed keeps its settings`() async throws {
        try await makeCrawl()
        let moved = folder.path + "/moved"
        try FileManager.default.moveItem(atPath: crawl, toPath: moved)
        #expect(try await run(["status", moved]).status == 0)
        #expect(try await run(["resume", moved, "--quiet"]).status == 0)
    }

    @Test func `files that are gone are damage, of which no command makes an error it did not foresee`()
        async throws
    {
        try await makeCrawl()
        for file in try files(of: "pages") + files(of: "text") {
            try FileManager.default.removeItem(atPath: file)
        }
        for command in everyReader + [["why", crawl, "http://none.example/"]] {
            let ending = try await run(command)
            #expect(ending.status == 8, "\(command): \(ending.errors)")
            #expect((ending.errors + ending.output).contains("No such file or directory"), "\(ending.errors)")
        }
        let ending = try await run(["forget", crawl, "host0.example.org"])
        #expect(ending.status == 4, "\(ending.errors)")
        #expect(ending.errors.contains("is gone, "))
    }

    @Test func `a frontier that lost its last byte is damaged`() async throws {
        try await makeCrawl()
        let frontier = crawl + "/frontier.sqlite"
        let size = try Data(contentsOf: URL(fileURLWithPath: frontier)).count
        truncate(frontier, off_t(size - 1))
        let ending = try await run(["status", crawl])
        #expect(ending.status == 5)
        #expect(
            ending.errors.hasPrefix("newshound: \(frontier): is damaged (the file ends inside a page); "),
            "\(ending.errors)")
    }

    @Test func `a log that is a folder is named once`() async throws {
        try await makeCrawl()
        try FileManager.default.removeItem(atPath: crawl + "/crawl.log")
        try FileManager.default.createDirectory(
            atPath: crawl + "/crawl.log", withIntermediateDirectories: false)
        let ending = try await run(["verify", crawl])
        #expect(ending.status == 0)
        #expect(
            ending.output.hasPrefix("notice: \(crawl)/crawl.log: cannot be read: Is a directory; "),
            "\(ending.output)")
        #expect(try await run(["audit", crawl, "--connections-per-host", "0"]).status == 2)
    }
}
