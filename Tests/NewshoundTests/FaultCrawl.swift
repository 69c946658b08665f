import Foundation
import Frontier
import FrontierSQLite
import LoopbackSite
import Testing

/// A crawl of a numbered site over a disk that fails when told to, and what must hold of it in the end.
final class FaultCrawl: Sendable {
    /// True if the tests that take minutes are wanted too.
    static let isLong = ProcessInfo.processInfo.environment["NEWSHOUND_LONG_TESTS"] != nil

    let site: NumberedSite
    let server: LoopbackServer
    let folder: TemporaryFolder
    let disk: FaultyDisk
    let concurrency: Int
    let crawl: String

    init(pages: Int, hosts: Int = 8, concurrency: Int = 8) throws {
        let site = NumberedSite(pages: pages, hosts: hosts, domain: "canal")
        self.site = site
        self.concurrency = concurrency
        server = try LoopbackServer { site.respond($0) }
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/disk", withIntermediateDirectories: false)
        disk = try FaultyDisk(folder: folder.path + "/disk", statePath: folder.path + "/tally")
        crawl = folder.path + "/disk/crawl"
    }

    private var means: [String] {
        [
            "--allow-loopback", "--connect-to", server.connectTo, "--delay", "0", "--concurrency",
            "\(concurrency)", "--quiet",
        ]
    }

    /// Begins the crawl under rules.
    func start(
        _ rules: [FaultyDisk.Rule] = [], log: String? = nil, fileBytes: Int? = nil, more: [String] = []
    ) async throws -> Program.Ending {
        try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--scope", "any", "--off-site-hops", "1000",
                "--max-hops", "1000", "--into", crawl,
            ] + means + more, in: folder.path,
            environment: try disk.environment(rules, log: log, fileBytes: fileBytes))
    }

    /// Goes on with it under rules.
    func resume(
        _ rules: [FaultyDisk.Rule] = [], log: String? = nil, fileBytes: Int? = nil, more: [String] = []
    ) async throws -> Program.Ending {
        try await Program.run(
            ["resume", crawl] + means + more, in: folder.path,
            environment: try disk.environment(rules, log: log, fileBytes: fileBytes))
    }

    /// Runs another command under rules.
    func run(_ arguments: [String], _ rules: [FaultyDisk.Rule] = []) async throws -> Program.Ending {
        try await Program.run(arguments, in: folder.path, environment: try disk.environment(rules))
    }

    /// Goes on with a crawl of this site that lies elsewhere, on a disk that does not fail.
    func resume(copy: String, more: [String]) async throws -> Program.Ending {
        try await Program.run(["resume", copy] + means + more, in: folder.path)
    }

    /// True once the folder says what the crawl is; before that there is nothing to resume.
    var hasDescription: Bool { FileManager.default.fileExists(atPath: crawl + "/crawl.yaml") }

    /// Removes a folder that does not.
    func removeFolder() throws {
        if FileManager.default.fileExists(atPath: crawl) { try FileManager.default.removeItem(atPath: crawl) }
    }

    /// What a frontier says now, read from a copy so that nothing of the original is touched; nil if it was not made
    /// yet.
    func counts(of crawl: String? = nil) async throws -> FrontierCounts? {
        let copy = try TemporaryFolder()
        let original = (crawl ?? self.crawl) + "/frontier.sqlite"
        for end in ["", "-wal", "-journal"] where FileManager.default.fileExists(atPath: original + end) {
            try FileManager.default.copyItem(
                atPath: original + end, toPath: copy.path + "/frontier.sqlite" + end)
        }
        let path = copy.path + "/frontier.sqlite"
        if let reader = try? await SQLiteFrontierReader.open(path: path) { return try? await reader.counts() }
        // A journal that has to be rolled back needs a connection that writes.
        let frontier = try? await SQLiteFrontier.open(path: path, restartDelay: .zero)
        return try? await frontier?.counts()
    }

    /// Requests for pages so far, by address.
    var asked: [String: Int] {
        server.log.entries.filter { $0.path != "/robots.txt" }
            .reduce(into: [:]) { $0["http://\($1.host)\($1.target)", default: 0] += 1 }
    }

    /// That the crawl is finished: each page exactly once in pages/ and in text/, archive and frontier agree, every
    /// record whole, every page asked of the server.
    func expectWhole(_ crawl: String? = nil, _ comment: String) async throws {
        let crawl = crawl ?? self.crawl
        let contents = try await CrawlContents.read(crawl)
        let stored = contents.pages.filter { !$0.key.hasSuffix("/robots.txt") }
        #expect(Set(stored.keys) == site.urls, "\(comment)")
        #expect(stored.values.allSatisfy { $0 == 1 }, "\(comment): \(stored.filter { $0.value > 1 })")
        #expect(Set(contents.text.keys) == site.urls, "\(comment)")
        #expect(contents.text.values.allSatisfy { $0 == 1 }, "\(comment)")
        #expect(contents.committed.filter { !$0.hasSuffix("/robots.txt") } == site.urls, "\(comment)")
        #expect(contents.counts.pages == site.pages, "\(comment)")
        #expect(contents.counts.leased == 0, "\(comment)")
        #expect(contents.damages.isEmpty, "\(comment)")
        #expect(contents.misplaced.isEmpty, "\(comment)")
        #expect(contents.openFiles.isEmpty, "\(comment)")
        #expect(Set(stored.keys).isSubset(of: Set(asked.keys)), "\(comment)")
        let verdict = try await Program.run(["verify", crawl], in: folder.path)
        #expect(verdict.status == 0, "\(comment): \(verdict.output) \(verdict.errors)")
    }

    /// That other tools find nothing wrong with its files: gzip, and with READERS (a Python environment) set also
    /// warcio and FastWARC.
    func expectReadable() throws {
        let files = try ["pages", "text", "meta"].flatMap { part in
            try FileManager.default.contentsOfDirectory(atPath: crawl + "/" + part).map {
                "\(crawl)/\(part)/\($0)"
            }
        }
        var tools = [["gzip", "-t"]]
        if let readers = ProcessInfo.processInfo.environment["READERS"] {
            tools += [["\(readers)/bin/warcio", "check"], ["\(readers)/bin/fastwarc", "check"]]
        }
        for tool in tools {
            // FastWARC checks one file at a time.
            for file in files {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                process.arguments = tool + [file]
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0, "\(tool.joined(separator: " ")) \(file)")
            }
        }
    }

    /// That archive and frontier agree, whatever is missing still: no record torn, no address archived twice, and
    /// none that the other side does not know. A file that could not be closed may hold more than what is committed.
    func expectSound(_ crawl: String? = nil, _ comment: String) async throws {
        let contents = try await CrawlContents.read(crawl ?? self.crawl)
        #expect(contents.damages.isEmpty, "\(comment)")
        #expect(contents.misplaced.isEmpty, "\(comment)")
        #expect(contents.pages.values.allSatisfy { $0 == 1 }, "\(comment)")
        if contents.openFiles.isEmpty {
            #expect(Set(contents.pages.keys) == contents.committed, "\(comment)")
        }
    }
}
