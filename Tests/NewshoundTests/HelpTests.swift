import Foundation
import LoopbackSite
import Testing

/// The help of every command: it has examples, and the examples work.
@Suite(.serialized) struct HelpTests {
    private static let commands = [
        "crawl", "resume", "extract", "links", "status", "why", "check", "verify", "index", "export",
        "forget", "serve", "recrawl", "audit", "config",
    ]

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func help(_ command: [String]) async throws -> String {
        let ending = try await Program.run(command + ["--help"], in: folder.path)
        #expect(ending.status == 0)
        #expect(ending.errors.isEmpty)
        return ending.output
    }

    /// Lines that begin with the program's name, as words.
    private func examples(in text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("newshound ") && !$0.hasPrefix("newshound <") }
            .map { $0.split(separator: " ").dropFirst().map(String.init) }
    }

    @Test func `--help lists every command`() async throws {
        let text = try await help([])
        let listed = text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        for command in Self.commands { #expect(listed.contains(command)) }
        // A command that is new must come into the table above.
        let start = try #require(text.range(of: "SUBCOMMANDS:"))
        let names = text[start.upperBound...].split(separator: "\n").prefix { $0.hasPrefix("  ") }
            .filter { !$0.hasPrefix("    ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
            .filter { $0.first?.isLowercase ?? false }
        #expect(Set(names) == Set(Self.commands))
        #expect(examples(in: text).count >= 3)
    }

    @Test func `no option states its default twice`() async throws {
        for command in Self.commands {
            for line in try await help([command]).split(separator: "\n") {
                #expect(line.split(separator: "default:").count <= 2, "\(command): \(line)")
            }
        }
    }

    @Test func `help that a full disk does not take is status 4`() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "ulimit -f 0; exec \"$0\" --help >help.txt", Program.path]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
        #expect(
            text
                == "newshound: standard output: cannot be written: File too large; send it to where there is room\n"
        )
    }

    @Test func `without arguments the help is shown`() async throws {
        let ending = try await Program.run([], in: folder.path)
        #expect(ending.status == 0)
        #expect(ending.output.contains("USAGE: newshound <subcommand>"))
    }

    @Test func `a command's help has no option that it refuses or passes over`() async throws {
        for command in ["resume", "recrawl"] {
            let text = try await help([command])
            for flag in ["--follow", "--max-hops", "--scope ", "--include", "--user-agent", "--config"] {
                #expect(!text.contains("  \(flag)"), "\(command) \(flag)")
            }
            #expect(text.contains("--max-pages") && text.contains("--delay"))
        }
        let text = try await help(["check"])
        for flag in ["--follow", "--max-pages", "--body-limit", "--quiet"] { #expect(!text.contains(flag)) }
        #expect(text.contains("--contact") && text.contains("--user-agent") && text.contains("--config"))
    }

    @Test func `--version is a name and a number`() async throws {
        let ending = try await Program.run(["--version"], in: folder.path)
        #expect(ending.status == 0)
        #expect(ending.output.wholeMatch(of: /newshound \d+\.\d+\.\d+\n/) != nil)
    }

    // serve and recrawl --every end only when they are told to; their own tests start them.
    @Test(arguments: commands.filter { $0 != "serve" && $0 != "recrawl" })
    func `each example of a command's help works`(command: String) async throws {
        let text = try await help([command])
        let examples = examples(in: text)
        #expect(!examples.isEmpty, "\(command) --help has no example")
        let front = try TLSFront(folder: folder.path)
        let server = try LoopbackServer(front: front) { HarbourSite.respond($0) }
        defer { server.stop() }
        try await prepare(server)
        for example in examples {
            let arguments = adapted(example, server: server)
            let ending = try await Program.run(arguments, in: folder.path)
            #expect(ending.status == (example[0] == "crawl" || example[0] == "resume" ? ending.status : 0))
            #expect([0, 3].contains(ending.status), "\(example): \(ending.errors)")
            #expect(!ending.errors.contains("newshound: "), "\(example): \(ending.errors)")
        }
    }

    @Test func `the examples of newshound --help work in their order`() async throws {
        let front = try TLSFront(folder: folder.path)
        let server = try LoopbackServer(front: front) { HarbourSite.respond($0) }
        defer { server.stop() }
        for example in examples(in: try await help([])) {
            let ending = try await Program.run(adapted(example, server: server), in: folder.path)
            #expect(ending.status == 0, "\(example): \(ending.errors)")
        }
    }

    // MARK: - Stand-ins for what examples name

    /// Makes the crawl, the archive file and the page that examples name.
    private func prepare(_ server: LoopbackServer) async throws {
        let crawl = "mycrawl"
        let ending = try await Program.run(
            adapted(
                [
                    "crawl", "https://news.example.org/", "--contact", "me@example.org", "--into", crawl,
                    "--max-pages", "3",
                ],
                server: server), in: folder.path)
        try #require([0, 3].contains(ending.status), "\(ending.errors)")
        let pages = folder.path + "/" + crawl + "/pages/"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: pages).first)
        try FileManager.default.copyItem(atPath: pages + name, toPath: folder.path + "/pages.warc.gz")
        try "<html><body><p>A page on its own.</p></body></html>".write(
            toFile: folder.path + "/page.html", atomically: true, encoding: .utf8)
    }

    /// The example with the loopback server in the place of the network.
    private func adapted(_ example: [String], server: LoopbackServer) -> [String] {
        guard ["crawl", "resume", "check"].contains(example.first) else { return example }
        return example + [
            "--connect-to", server.connectTo, "--ca-file", server.caFile ?? "", "--allow-loopback",
        ] + (example.first == "check" ? [] : ["--delay", "0", "--quiet"])
    }
}

/// A front page with related links, and the stories that they lead to.
enum HarbourSite {
    static func respond(_ request: SiteRequest) -> SiteResponse {
        guard request.path != "/robots.txt" else {
            return .text("User-agent: *\nAllow: /\n", type: "text/plain")
        }
        let links = (1...4).map {
            "<li><a href=\"/story/\($0)\">The harbour story number \($0) in full</a></li>"
        }
        return .text(
            """
            <html lang="en"><head><title>The harbour today</title></head><body><article><h1>The harbour today</h1>
            <p>Three ships came in with the morning tide, and the crane on the long quay, which had stood still since the
            autumn, was seen to turn for the first time before noon.</p></article>
            <section class="related"><h2>Related articles</h2><ul>\(links.joined())</ul></section></body></html>
            """)
    }
}
