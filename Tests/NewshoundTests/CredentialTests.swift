import Archiving
import Foundation
import Frontier
import LoopbackSite
import Testing
import WARC

/// Seeds and links with a user name and a password: no request carries them, and nothing shows or keeps them.
@Suite struct CredentialTests {
    private let folder: TemporaryFolder
    private var crawl: String { folder.path + "/crawl" }

    init() throws { folder = try TemporaryFolder() }

    private func seed(_ server: LoopbackServer, _ path: String) -> String {
        server.url(path).replacing("http://", with: "http://user:sekrit@")
    }

    /// What the crawl's files have, packed records unpacked.
    private func text(without parts: Set<String> = []) throws -> String {
        var text = ""
        for name in try #require(FileManager.default.enumerator(atPath: crawl)).compactMap({ $0 as? String })
        {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: crawl + "/" + name, isDirectory: &isFolder),
                !isFolder.boolValue, !parts.contains(where: { name.hasPrefix($0) })
            else { continue }
            guard name.hasSuffix(".warc.gz") else {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: crawl + "/" + name))
                text += String(decoding: bytes, as: UTF8.self)
                continue
            }
            let reader = WARCReader(try FileSource(path: crawl + "/" + name), file: name)
            while let item = try reader.next() {
                guard case .record(let read) = item else { continue }
                text += (read.record.targetURI ?? "") + String(decoding: read.record.block, as: UTF8.self)
            }
        }
        return text
    }

    @Test func `a seed's password stands nowhere, and resume does not take it for another seed`() async throws
    {
        let server = try LoopbackServer { _ in .notFound() }
        server.stop()
        let url = seed(server, "/story")
        let config = folder.path + "/once.yaml"
        try Data("attempts: 1\n".utf8).write(to: URL(fileURLWithPath: config))
        let begun = try await Program.run(
            ["crawl", url, "--allow-loopback", "--into", crawl, "--delay", "0", "--config", config],
            in: folder.path)
        #expect(begun.status == 7)
        #expect(
            begun.errors.contains("nothing was fetched: \(server.url("/story")): connect: "),
            "\(begun.errors)")
        #expect(
            begun.errors.contains("\(server.url("/story")): asked for without the user name and password"))
        let why = try await Program.run(["why", crawl, url], in: folder.path)
        #expect(why.status == 0)
        #expect(why.output.contains("fetches (crawl.log):"), "\(why.output)")
        let recrawled = try await Program.run(["recrawl", crawl, "--quiet"], in: folder.path)
        let discovered = try await CrawlContents.read(crawl).counts.discovered
        #expect(discovered == 2, "the seed and its robots.txt")
        for ending in [begun, why, recrawled] { #expect(!(ending.output + ending.errors).contains("sekrit")) }
        let text = try text()
        #expect(text.contains("127.0.0.1"))
        #expect(!text.contains("sekrit"))
    }

    @Test func `a password in a page's link stands in the page, and nothing is said or reported of it`()
        async throws
    {
        let server = try LoopbackServer { request in
            let place = request["Host"] ?? ""
            return switch request.path {
            case "/robots.txt": .text("User-agent: *\nDisallow: /private/\n", type: "text/plain")
            case "/":
                .text(
                    "<p>a</p><a href='http://user:sekrit@\(place)/private/b'>b</a>"
                        + "<a href='http://user:sekrit@\(place)/c'>c</a><a href='/c'>c</a>")
            default: .notFound()
            }
        }
        defer { server.stop() }
        let begun = try await Program.run(
            [
                "crawl", server.url(), "--allow-loopback", "--into", crawl, "--delay", "0", "--follow", "all",
            ], in: folder.path)
        #expect(begun.status == 0, "\(begun.errors)")
        #expect(try await CrawlContents.read(crawl).counts.discovered == 4, "no page counts twice")
        let why = try await Program.run(["why", crawl, seed(server, "/private/b")], in: folder.path)
        #expect(why.output.contains("skipped: robots"), "\(why.output)")
        let json = try await Program.run(
            ["why", crawl, seed(server, "/private/b"), "--json"], in: folder.path)
        let unknown = try await Program.run(["why", crawl, seed(server, "/d")], in: folder.path)
        for ending in [begun, why, json, unknown] {
            #expect(!(ending.output + ending.errors).contains("sekrit"), "\(ending.output)")
        }
        #expect(try text().contains("sekrit"), "the page is kept as it came")
        #expect(!(try text(without: ["pages/", "frontier"]).contains("sekrit")))
    }
}
