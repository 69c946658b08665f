import Fetching
import FoundationEssentials
import HTTPMessages
package import Pages
import WebURLs

/// The block of a capture's metadata record: facts of the exchange and the page's outlinks (ISO 28500:2017 §6.6).
struct CaptureMetadata {
    let records: CaptureRecords

    func block(of capture: Capture) -> [UInt8] {
        var lines = beginning()
        let milliseconds = Int((capture.finishedAt.timeIntervalSince(capture.startedAt) * 1_000).rounded())
        lines.add("fetchTimeMs", String(max(0, milliseconds)))
        if case .revisit = records.content, capture.head.status == 304 {
            for name in ["etag", "last-modified", "date"] { lines.add(name, capture.head.fields[name]) }
        }
        if case .withheld = records.content {
            lines.add("fetchStatus", String(capture.head.status))
            lines.add("withheld", "the page asks not to be archived")
        }
        if let page = records.page { add(page, to: &lines) }
        addRobots(to: &lines)
        if capture.head.isRedirect, let target = capture.head.location.flatMap({ capture.url.resolve($0) }) {
            lines.addOutlink(target.withoutCredentials.href, "R", "Location:")
        }
        if let page = records.page { addOutlinks(of: page, to: &lines) }
        return lines.bytes
    }

    func block(of error: FetchError) -> [UInt8] {
        var lines = beginning()
        lines.add("fetchStatus", String(FailureCode(error.phase).rawValue))
        lines.add("fetchError", "\(error.phase.rawValue): \(error.reason)")
        addRobots(to: &lines)
        return lines.bytes
    }

    private func beginning() -> FieldLines {
        var lines = FieldLines()
        lines.add("via", records.via?.withoutCredentials.href)
        if !records.hopPath.isEmpty { lines.add("hopsFromSeed", records.hopPath) }
        return lines
    }

    private func add(_ page: Page, to lines: inout FieldLines) {
        lines.add("charsetForLinkExtraction", page.encoding)
        for remark in page.remarks { lines.add("remark", remark) }
        let directives = page.directives
        let wishes: [(String, Bool)] = [
            ("noindex", !directives.index), ("nofollow", !directives.follow),
            ("noarchive", !directives.archive),
            ("noai", !directives.ai),
        ]
        let stated = wishes.filter(\.1).map(\.0)
        if !stated.isEmpty { lines.add("robotsDirectives", stated.joined(separator: ", ")) }
    }

    private func addRobots(to lines: inout FieldLines) {
        lines.add("robotsRecord", records.robotsRecordID.map { "<\($0)>" })
        lines.add("robotsRule", records.robotsRule)
        for optOut in records.aiOptOuts { lines.add("aiOptOut", optOut) }
    }

    private func addOutlinks(of page: Page, to lines: inout FieldLines) {
        for link in page.outlinks {
            lines.addOutlink(Self.address(link.url), link.role == .related ? "K" : "L", link.context)
        }
        if let target = page.refresh { lines.addOutlink(Self.address(target), "R", "meta/@content") }
        for url in page.requisites { lines.addOutlink(Self.address(url), "E", "=EMBED_MISC") }
    }

    private static func address(_ url: WebURL) -> String {
        url.hasCredentials ? url.withoutCredentials.href : url.href
    }
}

/// The block of a conversion's metadata record: what the page says of itself.
package enum ArticleFields {
    package static func block(of article: Article) -> [UInt8] {
        var lines = FieldLines()
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { lines.add(name, value) }
        }
        add("title", article.title)
        for author in article.authors { add("author", author) }
        add("published", article.published)
        add("modified", article.modified)
        add("site", article.site)
        add("language", article.language)
        add("section", article.section)
        add("canonical", article.canonical)
        add("image", article.image)
        return lines.bytes
    }
}
