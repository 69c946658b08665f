import Foundation
import Testing

@testable import newshound_conformance

/// The shared cases, answered in this process.
@Suite(
    .enabled(
        if: SharedCases.folder != nil,
        "the shared cases are not there: put them into ../shared/conformance, or name their folder in NEWSHOUND_SHARED"
    ))
struct SharedCasesTests {
    /// A family and one of its kinds.
    struct Kind: Hashable, CustomStringConvertible {
        let family: String
        let name: String
        var description: String { "\(family) \(name)" }
    }

    private static let kinds: [Kind] = [
        "robots": ["allowed", "crawl_delay", "sitemaps", "status"],
        "urls": ["parse", "query_encoding", "canonical"],
        "sitemaps": ["sitemap"],
        "encodings": ["html_encoding", "label", "decode"],
        "html": ["tree", "text"],
        "links": ["links", "canonical_link", "meta_refresh", "srcset"],
        "headers": [
            "retry_after", "http_date", "content_type", "sniff", "robots_tags", "link_canonical", "redirect",
            "http_payload",
        ],
        "warc": ["warc_list"],
    ].flatMap { family, names in names.map { Kind(family: family, name: $0) } }
        .sorted { ($0.family, $0.name) < ($1.family, $1.name) }

    @Test(arguments: kinds)
    func `every case that a standard decides is answered as it says`(_ kind: Kind) throws {
        let answer = try #require(families[kind.family])
        let cases = try SharedCases.read(kind.family).filter { $0.kind == kind.name && $0.level == "must" }
        let wrong = cases.filter { !$0.passes(answer) }.map(\.id)
        #expect(wrong.isEmpty, "\(kind): \(report(wrong, of: cases))")
    }

    @Test(arguments: families.keys.sorted())
    func `what most programs do is done in nineteen of twenty cases`(family: String) throws {
        let answer = try #require(families[family])
        let cases = try SharedCases.read(family).filter { $0.level == "should" }
        let wrong = cases.filter { !$0.passes(answer) }.map(\.id)
        #expect(wrong.count * 20 <= cases.count, "\(family): \(report(wrong, of: cases))")
    }

    @Test(arguments: families.keys.sorted())
    func `every kind of the cases is tested`(family: String) throws {
        let found = Set(try SharedCases.read(family).map { Kind(family: family, name: $0.kind) })
        #expect(!found.isEmpty && found.subtracting(Self.kinds).isEmpty)
    }

    private func report(_ wrong: [String], of cases: [SharedCase]) -> String {
        "\(wrong.count) of \(cases.count) wrong: \(wrong.joined(separator: " "))"
    }
}
