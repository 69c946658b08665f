import Foundation
import LoopbackSite
import Testing

/// The seed page of the shared fixtures, crawled over TLS: which of its links are followed, and what text it gives.
@Suite struct SeedPageTests {
    private static let fixture = ConfigurationTests.root.deletingLastPathComponent().appendingPathComponent(
        "shared/seed")
    private static let isThere = FileManager.default.fileExists(atPath: fixture.path + "/article.html")

    /// What is expected of the page.
    private struct Expected: Decodable {
        struct Link: Decodable { let url: String }
        struct Boilerplate: Decodable {
            let kind: String
            let text: String?
            let starts: String?
            let ends: String?
        }
        enum CodingKeys: String, CodingKey {
            case url, title, authors, published, boilerplate
            case related = "related_links", others = "not_related_links"
        }

        let url: String
        let title: String
        let authors: [String]
        let published: String
        let related: [Link]
        let others: [Link]
        let boilerplate: [Boilerplate]
    }

    private struct Row: Decodable {
        let url: String
        let title: String?
        let authors: [String]
        let published: String?
        let text: String
    }

    @Test(.enabled(if: isThere, "the page lies in shared/seed beside the package, which is not there"))
    func `its related links are followed and no others, and its text is the article`() async throws {
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: Self.fixture.appendingPathComponent("expected.json")))
        let page = try [UInt8](Data(contentsOf: Self.fixture.appendingPathComponent("article.html")))
        let folder = try TemporaryFolder()
        let front = try TLSFront(folder: folder.path)
        let server = try LoopbackServer(front: front) { request in
            switch "https://\(request.host)\(request.target)" {
            case expected.url: .bytes(page)
            case let url where url.hasSuffix("/robots.txt"): .notFound()
            default: .text("<html><body><p>A page that \(request.target) names.</p></body></html>")
            }
        }
        defer { server.stop() }
        let crawl = folder.path + "/crawl"
        let ending = try await Program.run(
            [
                "crawl", expected.url, "--into", crawl, "--connect-to", server.connectTo, "--ca-file",
                front.caFile,
                "--allow-loopback", "--delay", "0", "--quiet",
            ], in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")

        let asked = server.log.entries.map { "https://\($0.host)\($0.target)" }.filter {
            !$0.hasSuffix("/robots.txt")
        }
        #expect(asked.count == Set(asked).count, "each page is asked for once")
        let followed = Set(asked).subtracting([expected.url])
        let related = Set(expected.related.map(\.url))
        #expect(related.count == 30)
        #expect(followed.subtracting(related).isEmpty, "followed, but not related")
        #expect(related.subtracting(followed).isEmpty, "related, but not followed")
        #expect(followed.isDisjoint(with: expected.others.map(\.url)))

        let rows = try await Program.run(["extract", crawl], in: folder.path)
        #expect(rows.status == 0, "\(rows.errors)")
        let row = try #require(
            try rows.output.split(separator: "\n").map {
                try JSONDecoder().decode(Row.self, from: Data($0.utf8))
            }
            .first { $0.url == expected.url })
        #expect(row.title == expected.title)
        #expect(row.authors == expected.authors)
        #expect(row.published?.hasPrefix(expected.published) ?? false)
        try compare(row.text, expected)
    }

    private func compare(_ text: String, _ expected: Expected) throws {
        let blocks = Self.blocks(of: text)
        let wanted = Self.blocks(
            of: try String(
                contentsOf: Self.fixture.appendingPathComponent("expected_article.txt"), encoding: .utf8))
        #expect(wanted.count == 38)
        #expect(blocks.filter { !wanted.contains($0) } == [], "given, but not part of the article")
        #expect(wanted.filter { !blocks.contains($0) } == [], "part of the article, but not given")
        #expect(blocks == wanted)
        let all = Set(blocks)
        for part in expected.boilerplate {
            // The headline is there once as headline; as caption it would be there a second time.
            if let whole = part.text, !wanted.contains(whole) {
                #expect(!all.contains(whole), "\(part.kind)")
            }
            if let whole = part.text { #expect(blocks.count { $0 == whole } <= 1, "\(part.kind)") }
            if let start = part.starts { #expect(!text.contains(start), "\(part.kind)") }
            if let end = part.ends { #expect(!text.contains(end), "\(part.kind)") }
        }
    }

    /// Paragraphs, white space collapsed.
    private static func blocks(of text: String) -> [String] {
        text.replacing("\r\n", with: "\n").split(separator: "\n\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }
}
