import Foundation
import Pages
import Testing
import WebURLs

/// A folder of `Pages`: a page of our own writing and what a reader would take from it.
struct PageCase: Sendable, CustomTestStringConvertible {
    /// Name of the folder: what the page shows.
    let name: String
    /// `source.html`
    let source: [UInt8]
    /// Where the page stands.
    let url: WebURL?
    /// `expected.txt`: the whole text of the article, without the line end at the end of the file; nil if the case is
    /// not about it.
    let text: String?
    /// `expected.json`: the fields of the article that the case is about; nil if it is about none.
    let fields: Fields?
    /// `links.json`: what the links of the case are for; nil if it is about none.
    let links: Links?

    /// What a page says of its story. A field that the file does not name is not compared.
    struct Fields: Decodable, Sendable {
        let title: String?
        let authors: [String]?
        let published: String?
        let modified: String?
        let site: String?
        let language: String?
        let section: String?
        let canonical: String?
        let image: String?
    }

    /// Addresses by role, without fragments.
    struct Links: Decodable, Sendable {
        /// The page's own address; nil: `PageCase.address`.
        let url: String?
        /// All that are related: no other link of the page may be.
        let related: [String]
        /// Some that stand inside sentences; nil: none is looked at.
        let inline: [String]?
        /// Some of the page's links that are not related.
        let others: [String]
    }

    /// Where a page stands if its case does not say.
    static let address = "https://courier.example/news/council-votes-to-rebuild-the-northern-breakwater-48211"

    /// All cases, by name.
    static let all: [PageCase] = {
        guard let folder = Bundle.module.resourceURL?.appending(path: "Pages"),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { return [] }
        return names.sorted().compactMap { PageCase(folder.appending(path: $0)) }
    }()

    var testDescription: String { name }

    /// Nil if the folder is no case: it lacks the page or all that it is about, or a file of it is not what it should be.
    private init?(_ folder: URL) {
        func bytes(_ name: String) -> Data? { try? Data(contentsOf: folder.appending(path: name)) }
        guard let source = bytes("source.html") else { return nil }
        name = folder.lastPathComponent
        self.source = Array(source)
        text = bytes("expected.txt").map {
            var expected = String(decoding: $0, as: UTF8.self)
            while expected.hasSuffix("\n") { expected.removeLast() }
            return expected
        }
        do {
            fields = try bytes("expected.json").map { try JSONDecoder().decode(Fields.self, from: $0) }
            links = try bytes("links.json").map { try JSONDecoder().decode(Links.self, from: $0) }
        } catch { return nil }
        guard text != nil || fields != nil || links != nil else { return nil }
        url = WebURL(links?.url ?? Self.address)
    }

    func read() -> Page { PageReader().read(payload: source, head: nil, at: url) }

    /// Where a text first differs from the expected one, with the lines of both; nil if they are equal.
    func difference(of actual: String) -> String? {
        guard let text, actual != text else { return nil }
        let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let expectedLines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var line = 0
        while line < min(actualLines.count, expectedLines.count), actualLines[line] == expectedLines[line] {
            line += 1
        }
        func shown(_ lines: [Substring]) -> String {
            lines.indices.contains(line) ? "\"\(lines[line])\"" : "nothing"
        }
        return "\(name)/expected.txt, line \(line + 1): the article has \(shown(actualLines)), expected is "
            + shown(expectedLines)
    }
}
