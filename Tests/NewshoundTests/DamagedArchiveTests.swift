import Archiving
import Foundation
import Frontier
import LoopbackSite
import Testing
import WARC

@testable import FrontierSQLite

/// Archives with damage, and crawl folders whose frontier is damaged, newer or in use.
@Suite(.serialized) struct DamagedArchiveTests {
    private let site = NumberedSite(pages: 8, hosts: 1)
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    /// Makes a finished crawl; the path of its file of pages.
    private func makeCrawl() async throws -> String {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let ending = try await Program.run(
            [
                "crawl", site.url(0), "--follow", "all", "--into", crawl, "--allow-loopback", "--connect-to",
                server.connectTo, "--delay", "0", "--quiet",
            ], in: folder.path)
        try #require(ending.status == 0, "\(ending.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: crawl + "/pages")
        return crawl + "/pages/" + (try #require(names.first))
    }

    /// Where each response record begins, and where the file ends.
    private func places(_ file: String) throws -> (responses: [Int], end: Int) {
        let reader = WARCReader(try FileSource(path: file), file: file)
        var responses: [Int] = []
        while let item = try reader.next() {
            guard case .record(let read) = item, read.record.type == .response,
                !(read.record.targetURI?.hasSuffix("robots.txt") ?? false)
            else { continue }
            responses.append(Int(read.offset))
        }
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
        return (responses, try #require(size))
    }

    @Test(arguments: ["extract", "links"])
    func `a corrupt record is named with file and byte, and the others are given`(command: String)
        async throws
    {
        let file = try await makeCrawl()
        let place = try places(file).responses[3]
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for index in 0..<30 { bytes[place + 20 + index] ^= 0x77 }
        let copy = folder.path + "/corrupt.warc.gz"
        try bytes.write(to: URL(fileURLWithPath: copy))
        let ending = try await Program.run([command, copy], in: folder.path)
        #expect(ending.status == 8)
        #expect(ending.output.split(separator: "\n").count == 7)
        #expect(ending.errors.hasPrefix("newshound: \(copy), byte \(place): "), "\(ending.errors)")
        #expect(ending.errors.split(separator: "\n").count == 1)
        let verdict = try await Program.run(["verify", copy], in: folder.path)
        #expect(verdict.status == 8)
        #expect(verdict.output.contains("damage: \(copy), byte \(place): "))
        #expect(verdict.output.contains("1 damaged place"))
    }

    @Test(arguments: ["extract", "links"])
    func `a gzip file cut short gives what lies before the cut`(command: String) async throws {
        let file = try await makeCrawl()
        let place = try places(file).responses[5]
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file)).prefix(place + 100)
        let copy = folder.path + "/cut.warc.gz"
        try bytes.write(to: URL(fileURLWithPath: copy))
        let ending = try await Program.run(
            [command, copy, "--output", folder.path + "/rows"], in: folder.path)
        #expect(ending.status == 8)
        #expect(
            ending.errors.hasPrefix("newshound: \(copy), byte \(place): the file ends inside"),
            "\(ending.errors)")
        #expect(ending.errors.split(separator: "\n").count { $0.hasPrefix("newshound: ") } == 1)
        #expect(
            try String(contentsOfFile: folder.path + "/rows", encoding: .utf8).split(separator: "\n").count
                == 5)
        let verdict = try await Program.run(["verify", "--json", copy], in: folder.path)
        #expect(verdict.status == 8)
        #expect(verdict.output.contains("\"offset\":\(place),\"weight\":\"damage\""))
    }

    @Test func `what cannot be read is not known to be forgotten: the rest goes, and that is status 8`()
        async throws
    {
        let file = try await makeCrawl()
        let place = try places(file).responses[3]
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for index in 0..<30 { bytes[place + 20 + index] ^= 0x77 }
        try bytes.write(to: URL(fileURLWithPath: file))
        for turn in 1...2 {
            let ending = try await Program.run(["forget", crawl, site.url(1)], in: folder.path)
            #expect(ending.status == 8, "\(ending.errors)")
            #expect(ending.output.contains("removed response of ") == (turn == 1), "\(ending.output)")
            #expect(
                ending.errors.contains(
                    "newshound: \(crawl): 1 damaged place could not be read and stayed as it is, so that records of "
                        + "\(site.url(1)) may be left there; newshound verify tells more"), "\(ending.errors)"
            )
        }
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.pages[site.url(1)] == nil)
        #expect(contents.damages.count == 1)
        #expect(contents.counts.skipped[.forgotten] == 1)
        let json = try await Program.run(["forget", crawl, site.url(1), "--json"], in: folder.path)
        #expect(json.output.hasSuffix("\"damages\":1}\n"), "\(json.output)")
    }

    @Test func `a crawl whose archive lost bytes is not resumed`() async throws {
        let file = try await makeCrawl()
        let end = try places(file).end
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.truncate(atOffset: UInt64(end - 200))
        try handle.close()
        let resumed = try await Program.run(
            ["resume", crawl, "--allow-loopback", "--contact", "a@b.example"], in: folder.path)
        #expect(resumed.status == 4)
        #expect(
            resumed.errors.contains("has \(end - 200) bytes, \(end) were committed; newshound verify"),
            "\(resumed.errors)")
        #expect(resumed.errors.split(separator: "\n").count == 1)
        let verdict = try await Program.run(["verify", crawl], in: folder.path)
        #expect(verdict.status == 8)
        #expect(verdict.errors.isEmpty)
    }

    @Test(arguments: ["extract", "links", "verify"])
    func `a crawl whose archive is gone is damage`(command: String) async throws {
        let file = try await makeCrawl()
        try FileManager.default.removeItem(atPath: file)
        let ending = try await Program.run([command, crawl], in: folder.path)
        #expect(ending.status == 8)
        #expect((ending.errors + ending.output).contains("No such file"))
    }

    @Test func `a file shorter than committed is told, and the crawl's own index stays`() async throws {
        let file = try await makeCrawl()
        let end = try places(file).end
        let index = try Data(contentsOf: URL(fileURLWithPath: crawl + "/indexes/index.cdxj"))
        try Data().write(to: URL(fileURLWithPath: file))
        for command in ["extract", "links", "index"] {
            let ending = try await Program.run([command, crawl], in: folder.path)
            #expect(ending.status == 8, "\(command): \(ending.errors)")
            #expect(ending.errors.contains("has 0 bytes, \(end) were committed"), "\(ending.errors)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: crawl + "/indexes/index.cdxj")) == index)
    }

    @Test func `a crawl whose frontier is gone says so, and its pages are read`() async throws {
        _ = try await makeCrawl()
        try FileManager.default.removeItem(atPath: crawl + "/frontier.sqlite")
        let remedy =
            "newshound extract, links, index, export, audit and verify read the WARC files without it"
        for command in [["resume"], ["status"], ["why"]] {
            let ending = try await Program.run(arguments(command), in: folder.path)
            #expect(ending.status == 5, "\(command): \(ending.errors)")
            #expect(ending.errors == "newshound: \(crawl)/frontier.sqlite: is gone; \(remedy)\n")
        }
        for (command, rows) in [("extract", 8), ("links", 8), ("index", 9)] {
            let ending = try await Program.run([command, crawl], in: folder.path)
            #expect(ending.status == 8, "\(command): \(ending.errors)")
            #expect(ending.output.split(separator: "\n").count == rows, "\(command): \(ending.output)")
            #expect(ending.errors.hasPrefix("newshound: \(crawl)/frontier.sqlite: is gone; the WARC files"))
        }
        let verdict = try await Program.run(["verify", crawl], in: folder.path)
        #expect(verdict.status == 8)
        let finding = "damage: \(crawl)/frontier.sqlite: is gone; "
        #expect(verdict.output.contains(finding), "\(verdict.output)")
        #expect(verdict.output.contains("1 damaged place"), "\(verdict.output)")
    }

    @Test func `a file that is gone is named once, without a byte`() async throws {
        let file = try await makeCrawl()
        try FileManager.default.removeItem(atPath: file)
        let verdict = try await Program.run(["verify", crawl], in: folder.path)
        let name = "pages/" + URL(fileURLWithPath: file).lastPathComponent
        #expect(
            verdict.output.contains("damage: \(name): cannot be read: No such file"), "\(verdict.output)")
    }

    @Test func `a package does not take the place of a pipe`() async throws {
        let file = try await makeCrawl()
        let pipe = folder.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        let ending = try await Program.run(["export", file, "--wacz", pipe], in: folder.path)
        #expect(ending.status == 2)
        #expect(ending.errors.hasPrefix("newshound: \(pipe): is a device or a pipe"), "\(ending.errors)")
        var status = stat()
        #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    private static let readers = [["resume"], ["status"], ["why"], ["extract"], ["links"], ["verify"]]

    private func arguments(_ command: [String]) -> [String] {
        command + [crawl]
            + (command == ["resume"] ? ["--allow-loopback", "--contact", "a@b.example"] : [])
            + (command == ["why"] ? [site.url(0)] : [])
    }

    /// Makes a crawl whose frontier is no database, and gives the path of its file of pages.
    private func makeCrawlWithRubbish() async throws -> String {
        let file = try await makeCrawl()
        try Data((0..<9_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }).write(
            to: URL(fileURLWithPath: crawl + "/frontier.sqlite"))
        return file
    }

    @Test func `a frontier that is rubbish is told by every command that needs it`() async throws {
        _ = try await makeCrawlWithRubbish()
        for command in [["resume"], ["status"], ["why"]] {
            let ending = try await Program.run(arguments(command), in: folder.path)
            #expect(ending.status == 5, "\(command): \(ending.errors)")
            #expect(
                ending.errors.hasPrefix("newshound: \(crawl)/frontier.sqlite: "),
                "\(command): \(ending.errors)")
            #expect(
                ending.errors.contains(
                    "newshound extract, links, index, export, audit and verify read the WARC files without it"
                ))
            #expect(ending.errors.split(separator: "\n").count == 1, "\(command): \(ending.errors)")
        }
    }

    @Test func `the WARC files of a crawl are read without a frontier that is rubbish`() async throws {
        let file = try await makeCrawlWithRubbish()
        // As a crawl that was killed leaves it.
        try FileManager.default.moveItem(atPath: file, toPath: file + ".open")
        let index = try Data(contentsOf: URL(fileURLWithPath: crawl + "/indexes/index.cdxj"))
        // Rows of the output: of eight pages, with their robots.txt, and of one host with a line of totals.
        let commands = [
            (["extract"], 8), (["links"], 8), (["index"], 9), (["audit"], 2),
            (["export", "--wacz", "a.wacz"], 1),
        ]
        for (command, rows) in commands {
            let ending = try await Program.run(
                [command[0], crawl] + command.dropFirst(), in: folder.path)
            #expect(ending.status == 8, "\(command): \(ending.errors)")
            #expect(ending.output.split(separator: "\n").count == rows, "\(command): \(ending.output)")
            #expect(ending.errors.hasPrefix("newshound: \(crawl)/frontier.sqlite: "))
            #expect(ending.errors.contains("the WARC files of \(crawl)/pages are read without it"))
            #expect(ending.errors.split(separator: "\n").count == 1, "\(command): \(ending.errors)")
        }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/a.wacz"))
        // What nobody committed is not put into the crawl's own index.
        #expect(try Data(contentsOf: URL(fileURLWithPath: crawl + "/indexes/index.cdxj")) == index)
        let verdict = try await Program.run(["verify", crawl], in: folder.path)
        #expect(verdict.status == 8)
        #expect(verdict.output.contains("damage: \(crawl)/frontier.sqlite: "), "\(verdict.output)")
        #expect(verdict.output.contains("3 files, "), "\(verdict.output)")
        #expect(verdict.output.contains("1 damaged place"), "\(verdict.output)")
        #expect(verdict.errors.isEmpty)
    }

    @Test func `verify of a crawl that runs finds no damage`() async throws {
        let site = NumberedSite(pages: 60, hosts: 1)
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let program = try Program(
            [
                "crawl", site.url(0), "--follow", "all", "--into", crawl, "--allow-loopback", "--connect-to",
                server.connectTo, "--delay", "20ms", "--quiet",
            ], in: folder.path)
        var looks = 0
        await server.log.wait(forRequests: 4)
        while program.process.isRunning {
            let verdict = try await Program.run(["verify", crawl], in: folder.path)
            #expect(verdict.status == 0, "\(verdict.output)")
            // The last look may come after the crawl's end.
            #expect(verdict.errors.contains("the crawl runs; ") || !program.process.isRunning)
            looks += 1
        }
        #expect(looks > 0)
        #expect(try await program.ending().status == 0)
    }

    @Test func `a frontier of a newer version is told by every command`() async throws {
        _ = try await makeCrawl()
        do {
            let database = try Database(path: crawl + "/frontier.sqlite", access: .readWrite)
            try database.execute("UPDATE meta SET value = 99 WHERE name = 'schema'", to: "raise the version")
        }
        for command in Self.readers {
            let ending = try await Program.run(arguments(command), in: folder.path)
            #expect(ending.status == 5, "\(command): \(ending.errors)")
            #expect(
                ending.errors.hasPrefix(
                    "newshound: \(crawl)/frontier.sqlite: has schema version 99, this newshound reads up to"),
                "\(command): \(ending.errors)")
            #expect(ending.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func `a resumed crawl keeps its scope`() async throws {
        _ = try await makeCrawl()
        for flag in [
            ["--follow", "none"], ["--max-hops", "9"], ["--scope", "any"], ["--include", "x"],
            ["--off-site-hops", "2"],
        ] {
            let ending = try await Program.run(["resume", crawl, "--allow-loopback"] + flag, in: folder.path)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("\(flag[0]): cannot be changed by resume"), "\(ending.errors)")
            #expect(ending.errors.contains("start a new crawl"))
            let again = try await Program.run(["recrawl", crawl, "--allow-loopback"] + flag, in: folder.path)
            #expect(again.errors.contains("\(flag[0]): cannot be changed by recrawl"), "\(again.errors)")
        }
        let again = try await Program.run(
            ["crawl", site.url(0), "--contact", "a@b.example", "--into", crawl], in: folder.path)
        #expect(again.status == 2)
        #expect(
            again.errors
                == "newshound: \(crawl): is there already; continue it with newshound resume \(crawl)\n")
    }

    @Test func `a crawl that died before it had a frontier is begun by resume`() async throws {
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        _ = try await makeCrawl()
        for name in try FileManager.default.contentsOfDirectory(atPath: crawl) where name != "crawl.yaml" {
            try FileManager.default.removeItem(atPath: crawl + "/" + name)
        }
        for name in ["pages", "text"] {
            try FileManager.default.createDirectory(
                atPath: crawl + "/" + name, withIntermediateDirectories: false)
        }
        let ending = try await Program.run(
            ["resume", crawl, "--allow-loopback", "--connect-to", server.connectTo, "--quiet"],
            in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try await CrawlContents.read(crawl).counts.pages == 8)
    }

    // MARK: - Pipes

    @Test(arguments: [["extract"], ["links"], ["config", "--print"], ["status"]])
    func `a reader that goes away is no error`(command: [String]) async throws {
        _ = try await makeCrawl()
        let pipe = Pipe()
        let errors = folder.path + "/errors"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = command[0] == "config" ? command : command + [crawl]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = pipe.fileHandleForWriting
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try pipe.fileHandleForReading.close()
        try process.run()
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
    }

    @Test(arguments: [["extract"], ["links"], ["status"], ["verify"]])
    func `standard output on a full disk is status 4`(command: [String]) async throws {
        _ = try await makeCrawl()
        let process = Process()
        let errors = folder.path + "/errors"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = command + [crawl]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
        let text = try String(contentsOfFile: errors, encoding: .utf8)
        #expect(
            text.hasPrefix("newshound: standard output: cannot be written: No space left on device"),
            "\(text)")
        #expect(text.split(separator: "\n").count == 1)
    }
}
