import Foundation
import LoopbackSite
import Testing

@testable import newshound

/// Site hints as a user gives them: files of a folder, read by the built program.
@Suite(.serialized) struct SiteHintsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: folder.path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func run(_ arguments: String...) async throws -> Program.Ending {
        try await Program.run(arguments, in: folder.path)
    }

    // MARK: - A file

    static let mistakes: [(String, String)] = [
        ("", "a.yaml: is empty; it needs 'hosts' and one of 'body', 'related', 'dateline' and 'drop'"),
        ("body: p\n", "a.yaml: has no 'hosts'; write whose pages it is about"),
        ("hosts: a.example\n", "a.yaml: says nothing of the pages; write one of 'body'"),
        ("hosts: a.example\nbdoy: p\n", "a.yaml:2: unknown key 'bdoy'; 'body' is meant perhaps"),
        (
            "hosts: a.example\nweather: p\n",
            "a.yaml:2: unknown key 'weather'; it has none but 'hosts', 'body'"
        ),
        ("hosts: a.example\nbody: p\nbody: q\n", "a.yaml:3: key 'body' stands here a second time"),
        (
            "hosts: a.example\nbody: p:first\n",
            "a.yaml:2: selector 'p:first', character 2: pseudo-classes are not"
        ),
        (
            "hosts: a.example\ndrop:\n  - p\n  - h1 + p\n",
            "a.yaml:4: selector 'h1 + p', character 4: '+' is not"
        ),
        (
            "hosts: a.example\nbody: #story\n",
            "a.yaml:2: 'body' has no value; what begins with #, [, * or > needs quotes"
        ),
        (
            "hosts: a.example\nbody: [data-x=y]\n",
            "a.yaml:2: selector 'data-x=y', character 7: '=' stands where"
        ),
        ("hosts: a.example\nbody: [data-x=y]\n", "needs quotes: \"#story\""),
        ("hosts: a.example\nbody: {p: q}\n", "a.yaml:2: 'body' is a value or a list, not a group of keys"),
        (
            "hosts: [a.example, https://b.example/]\nbody: p\n",
            "a.yaml:1: 'https://b.example/' is no host; write one such as"
        ),
        ("hosts:\n  - a.example\n  - b.*.example\nbody: p\n", "a.yaml:3: 'b.*.example' is no host"),
        ("hosts: [\n", "a.yaml:2:1: is no YAML"),
        ("- hosts\n", "a.yaml:1: holds no keys"),
    ]

    @Test(arguments: mistakes)
    func `a mistake in a file is named with file, line and what is meant`(text: String, message: String)
        throws
    {
        let error = #expect(throws: UserError.self) { try SiteHintsFile(text: text, path: "a.yaml") }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.status == .usage)
    }

    @Test func `hosts are read as they stand in addresses`() throws {
        let file = try SiteHintsFile(
            text: "hosts: [WWW.Example.org, '*.Bücher.example']\nbody: p\n", path: "a.yaml")
        #expect(file.hosts.map(\.host) == ["www.example.org", "*.xn--bcher-kva.example"])
        #expect(file.hosts.map(\.line) == [1, 1])
    }

    @Test func `the example of the package is right, and what the manual says is read`() throws {
        let sites = ConfigurationTests.root.appendingPathComponent("Config/sites").path
        let folder = try SiteHintsFolder(path: sites)
        #expect(folder.file(forHost: "daily.example.org") == sites + "/example.org.yaml")
        #expect(folder.file(forHost: "a.daily.example.org") != nil)
        #expect(folder.file(forHost: "www.example.org") == nil)
        let manual = try String(contentsOfFile: sites + "/README.md", encoding: .utf8)
        let example = try #require(manual.components(separatedBy: "```").dropFirst().first)
        let file = try SiteHintsFile(text: example, path: "README.md")
        #expect(file.hosts.map(\.host) == ["www.example.org", "*.news.example.org"])
    }

    // MARK: - Files of pages

    private static let story = """
        <html lang="en"><head><title>Lock keepers count</title><link rel="canonical" href="http://%/story"></head><body>
        <h1>Lock keepers count</h1><p class="on">4 May 2025</p>
        <div class="x1"><p>The keeper counted forty barges this week, which is more than in the week before, and wrote it down.</p>
        <p class="gift">Readers of this paper pay for reports like this one, and those who can give a little more, do so.</p></div>
        <div class="x2"><p>Nobody had asked the keeper to count, but the numbers turned out to be of use to the canal board.</p></div>
        <div class="x3"><a href="http://%/canal-board-orders-new-gates-2001">Canal board orders new gates</a></div></body></html>
        """

    @Test func `extract and links read saved pages by the hints of the folder named`() async throws {
        try write(Self.story.replacing("%", with: "www.canal.example"), to: "page.html")
        try write(
            "hosts: www.canal.example\nbody: .x1\ndrop: .gift\ndateline: .on\nrelated: .x3\n",
            to: "hints/canal.yaml")
        let first =
            "The keeper counted forty barges this week, which is more than in the week before, and wrote it down.\n"
        let text = try await run("extract", "--html", "page.html", "--sites", "hints")
        #expect(text.output == first, "\(text.errors)")
        let row = try await run("extract", "--html", "page.html", "--format", "jsonl", "--sites", "hints")
        #expect(row.output.contains("\"published\":\"2025-05-04\""))
        let links = try await run(
            "links", "--html", "page.html", "--format", "text", "--role", "related", "--sites", "hints")
        #expect(
            links.output
                == "related\thttp://www.canal.example/canal-board-orders-new-gates-2001\tCanal board orders new gates\n"
        )
        let without = try await run("extract", "--html", "page.html")
        #expect(
            without.output.contains("Readers of this paper") && without.output.contains("Nobody had asked"))
        // The usual folder is read without being named, and can be left out.
        try write("hosts: '*.canal.example'\nbody: .x2\n", to: "Config/sites/canal.yml")
        let usual = try await run("extract", "--html", "page.html")
        #expect(usual.output.hasPrefix("Nobody had asked") && !usual.output.contains("forty"))
        let none = try await run("extract", "--html", "page.html", "--sites", "none")
        #expect(none.output == without.output)
    }

    @Test func `a wrong file ends every command that reads it with one line and status 2`() async throws {
        try write(Self.story, to: "page.html")
        try write("hosts: a.example\nbdoy: p\n", to: "Config/sites/a.yaml")
        for command in [
            ["extract", "--html", "page.html"], ["links", "--html", "page.html"], ["config"],
            ["check", "http://127.0.0.1:1/", "--allow-loopback"],
            ["crawl", "http://127.0.0.1:1/", "--allow-loopback", "--into", "crawl"],
        ] {
            let ending = try await Program.run(command, in: folder.path)
            #expect(ending.status == 2, "\(command)")
            #expect(
                ending.errors
                    == "newshound: Config/sites/a.yaml:2: unknown key 'bdoy'; 'body' is meant perhaps\n")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/crawl"))
        let missing = try await run("extract", "--html", "page.html", "--sites", "gone")
        #expect(missing.status == 2)
        #expect(
            missing.errors == "newshound: gone: is not there; name the folder of the site hints, or none\n")
        try write("hosts: b.example\nbody: p\n", to: "two/a.yaml")
        try write("hosts:\n  - c.example\n  - B.example\nbody: p\n", to: "two/b.yaml")
        try write("sites: two\n", to: "two.yaml")
        let twice = try await run("config", "--config", "two.yaml")
        #expect(twice.status == 2)
        #expect(
            twice.errors
                == "newshound: two/b.yaml:3: host 'b.example' stands in two/a.yaml already; keep one of them\n"
        )
    }

    // MARK: - A crawl

    @Test func `a crawl follows the hinted links, keeps the hints, and resume reads that copy`() async throws
    {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .text("", type: "text/plain")
                : .text(
                    Self.story.replacing("%", with: "www.canal.example").replacing(
                        "<h1>", with: "<h1>\(request.path) "
                    )
                    .replacing(
                        "</body>",
                        with: "<div class='x9'><a href='/next\(request.path.count)'>On</a></div></body>"))
        }
        defer { server.stop() }
        let hint = "hosts: www.canal.example\nbody: .x1\ndrop: .gift\nrelated: .x9\n"
        try write(hint, to: "Config/sites/canal.yaml")
        let means = ["--allow-loopback", "--connect-to", server.connectTo, "--delay", "0"]
        let checked = try await Program.run(
            ["check", "http://www.canal.example/story"] + means, in: folder.path)
        #expect(checked.output.contains("hints:   Config/sites/canal.yaml\n"), "\(checked.errors)")
        let shown = try await run("config")
        #expect(shown.output.contains("# site hints for 1 host in 1 file of Config/sites\n"))
        let begun = try await Program.run(
            ["crawl", "http://www.canal.example/story", "--into", "crawl", "--max-pages", "1"] + means,
            in: folder.path)
        #expect(begun.status == 3, "\(begun.errors)")
        #expect(try String(contentsOfFile: folder.path + "/crawl/sites/canal.yaml", encoding: .utf8) == hint)
        // What the folder says now is for other crawls.
        try write("hosts: www.canal.example\nbody: .x2\nrelated: .x3\n", to: "Config/sites/canal.yaml")
        let ended = try await Program.run(["resume", "crawl"] + means, in: folder.path)
        #expect(ended.status == 0, "\(ended.errors)")
        let paths = server.log.entries.map(\.target).filter { $0 != "/robots.txt" }
        #expect(Set(paths) == ["/story", "/next6"])
        let text = try await run("extract", "crawl", "--format", "text")
        #expect(
            text.output.contains("forty barges") && !text.output.contains("Nobody had asked"),
            "\(text.errors)")
        let links = try await run("links", "crawl", "--format", "text", "--role", "related")
        #expect(Set(links.output.split(separator: "\n")) == ["related\thttp://www.canal.example/next6\tOn"])
        let other = try await run("extract", "crawl", "--format", "text", "--sites", "Config/sites")
        #expect(other.output.contains("Nobody had asked") && !other.output.contains("forty barges"))
        let changed = try await Program.run(["resume", "crawl", "--sites", "none"] + means, in: folder.path)
        #expect(changed.status == 2 && changed.errors.contains("--sites: cannot be changed by resume"))
        try FileManager.default.removeItem(atPath: folder.path + "/crawl/sites")
        let lost = try await Program.run(["resume", "crawl"] + means, in: folder.path)
        #expect(lost.status == 2)
        #expect(
            lost.errors.contains("crawl/sites: is not there, and the crawl was begun with the site hints of"))
    }
}
