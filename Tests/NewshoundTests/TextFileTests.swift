import Foundation
import LoopbackSite
import Testing

/// Files of text that people bring from other systems: their line ends, marks and encodings.
@Suite(.serialized) struct TextFileTests {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = folder.path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test(arguments: [[], mark]) func `seeds may end in CR LF`(mark: [UInt8]) async throws {
        let server = try LoopbackServer { request in
            request.path == "/robots.txt" ? .notFound() : .text("<p>\(request.path)</p>")
        }
        defer { server.stop() }
        let seeds = ["/one", "/two", "/three"].map(server.url)
        let list = try file(
            "seeds.txt", mark + Array(("# News\r\n\r\n" + seeds.joined(separator: "\r\n")).utf8))
        let ending = try await Program.run(
            [
                "crawl", "--seeds", list, "--into", folder.path + "/crawl", "--allow-loopback", "--delay",
                "0",
            ], in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        let asked = Set(server.log.entries.map(\.path))
        #expect(asked == ["/robots.txt", "/one", "/two", "/three"])
    }

    @Test(arguments: [
        ("https://a.example/\rhttps://b.example/", "2: seed", "control character, U+000D"),
        ("https://a.example/\u{0}", "2: seed", "control character, U+0000"),
        ("https://a.example/a\tb", "2: seed", "control character, U+0009"),
    ])
    func `a control character in a seed is refused with its line`(
        seed: String, place: String, reason: String
    ) async throws {
        let list = try file("seeds.txt", Array("https://c.example/\n\(seed)\n".utf8))
        let ending = try await Program.run(
            ["crawl", "--seeds", list, "--contact", "me@a.example"], in: folder.path)
        #expect(ending.status == 2)
        #expect(
            ending.errors.contains("\(list):\(place)") && ending.errors.contains(reason), "\(ending.errors)")
        #expect(ending.errors.split(separator: "\n").count == 1)
    }

    @Test func `what is not UTF-8 is refused with its line`() async throws {
        let line = Array("https://a.example/\n".utf8)
        let list = try file("seeds.txt", line + [0x68, 0xE9, 0x0A])
        let table = try file("addresses.tsv", Array("page.html\t".utf8) + line + [0xFF, 0x09, 0x0A])
        let plan = try file("plan.yaml", Array("delay: 1s\n# caf".utf8) + [0xE9, 0x0A])
        let page = try file("page.html", Array("<p>Text</p>".utf8))
        for (path, arguments) in [
            (list, ["crawl", "--seeds", list, "--contact", "me@a.example"]),
            (table, ["links", "--html", page, "--urls", table]), (plan, ["config", "--config", plan]),
        ] {
            let ending = try await Program.run(arguments, in: folder.path)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("\(path):2: is no UTF-8 text"), "\(ending.errors)")
        }
    }

    @Test func `addresses and configurations may have a mark and end in CR LF`() async throws {
        let table = try file(
            "addresses.tsv",
            Self.mark
                + Array("page.html\thttps://a.example/one\r\nother.html\thttps://a.example/two\r\n".utf8))
        let page = try file("page.html", Array("<p><a href=\"story\">A story</a></p>".utf8))
        let rows = try await Program.run(
            ["links", "--html", page, "--urls", table, "--format", "text"], in: folder.path)
        #expect(rows.status == 0, "\(rows.errors)")
        #expect(rows.output.contains("https://a.example/story"), "\(rows.output)")
        let plan = try file(
            "plan.yaml", Self.mark + Array("delay: 7s\r\ninclude:\r\n  - '/news/$'\r\n".utf8))
        let shown = try await Program.run(["config", "--config", plan], in: folder.path)
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("delay: 7s "))
        #expect(shown.output.contains("include: [\"/news/$\"] "))
    }
}
