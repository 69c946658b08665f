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
