import Feeds
import Foundation
import WebURLs

/// Answers the family "sitemaps".
enum SitemapAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        guard kind == "sitemap" else { return nil }
        guard let path = input.text("path"), let file = FileManager.default.contents(atPath: path),
            let url = input.text("url").flatMap({ WebURL($0) }),
            let feed = FeedReader.read([UInt8](file), url: url, contentType: input.text("content_type"))
        else { return ["failure": true] }
        return ["type": feed.kind.rawValue, "urls": feed.entries.map(\.url.href)]
    }
}
