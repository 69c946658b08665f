import Foundation
import HTMLTree
import Pages
import WebURLs

/// Answers the family `links`.
enum LinkAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        switch kind {
        case "links":
            guard let links = collect(input)?.links else { return nil }
            var seen: Set<WebURL> = []
            return ["links": links.map(\.url).filter { seen.insert($0).inserted }.map(\.href)]
        case "canonical_link":
            guard let links = collect(input) else { return nil }
            return ["canonical": (links.canonical?.href).orNull]
        case "meta_refresh":
            guard let links = collect(input) else { return nil }
            let refresh = links.refresh.map { ["delay": $0.delay, "url": $0.url.href] as [String: Any] }
            return ["refresh": refresh.orNull]
        case "srcset":
            guard let value = input.text("srcset") else { return nil }
            let candidates = SrcsetCandidate.parse(Array(value.utf8)[...])
            return ["candidates": candidates.map { String(decoding: $0.url, as: UTF8.self) }]
        default: return nil
        }
    }

    private static func collect(_ input: CaseInput) -> CollectedLinks? {
        guard let html = input.text("html") else { return nil }
        let document = HTMLDocument(parsing: Array(html.utf8))
        return OutlinkCollector.collect(from: document, url: input.text("url").flatMap { WebURL($0) })
    }
}
