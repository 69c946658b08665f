import ArchiveTools
import Archiving
import FoundationEssentials
package import Frontier
import HTTPMessages
import Pages
import WARC
import WebURLs

/// The pages of the dashboard: what a crawl has, its text, its pages as they were, and how the crawl stands.
///
/// It only reads, and never more than is committed, so that it may look at a crawl that runs.
package struct ArchiveBrowser: Sendable {
    private let lookup: ArchiveLookup
    private let name: String

    /// Pages of one list.
    private static let listedPages = 100
    /// Rows that are looked through for them.
    private static let rowsAtOnce = 2_000

    package init(crawl: String, name: String, frontier: any FrontierReading) {
        lookup = ArchiveLookup(crawl: crawl, frontier: frontier)
        self.name = name
    }

    package func respond(to request: DashboardRequest) async -> DashboardResponse {
        do {
            switch request.path {
            case "/": return .html(try await list(after: request.number("after") ?? 0))
            case "/page":
                guard let entry = try await entry(request) else { return Self.notFound }
                return .html(try await page(entry))
            case "/replay":
                guard let entry = try await entry(request) else { return Self.notFound }
                return .html(replay(entry))
            case "/raw":
                guard let entry = try await entry(request), let found = try await lookup.found(entry) else {
                    return Self.notFound
                }
                return ReplayAnswer(host: request.host).response(of: found)
            case "/status": return .html(try await status())
            case "/status.json":
                return .json(
                    CrawlReport(
                        name: name, counts: try await lookup.frontier.counts(),
                        kinds: try await lookup.frontier.captureKinds()
                    ).json)
            default: return Self.notFound
            }
        } catch {
            let page = HTMLText.page("It cannot be read") { page in
                page.raw("<p>")
                page.add("\(error)")
                page.raw("</p>")
            }
            return DashboardResponse(
                500, "Internal Server Error", mediaType: "text/html; charset=utf-8", body: Array(page.utf8))
        }
    }

    private static var notFound: DashboardResponse {
        let page = HTMLText.page("Not in this archive") { page in
            page.raw("<p>The archive has nothing of that address.</p>")
        }
        return DashboardResponse(
            404, "Not Found", mediaType: "text/html; charset=utf-8", body: Array(page.utf8))
    }

    /// The entry that `row` or `url` names.
    private func entry(_ request: DashboardRequest) async throws -> URLEntry? {
        if let row = request.number("row") { return try await lookup.entry(row: row) }
        guard let url = request["url"] else { return nil }
        return try await lookup.entry(url: url)
    }

    private func list(after row: Int64) async throws -> String {
        var pages: [URLEntry] = []
        var last = max(0, row)
        var isAtEnd = false
        while pages.count < Self.listedPages {
            let entries = try await lookup.frontier.entries(after: last, limit: Self.rowsAtOnce)
            isAtEnd = entries.isEmpty
            guard !isAtEnd else { break }
            for entry in entries {
                last = entry.row
                if entry.hasPage { pages.append(entry) }
                if pages.count == Self.listedPages { break }
            }
        }
        return HTMLText.page(name) { page in
            page.raw("<table>\n")
            for entry in pages {
                page.raw("<tr><td>")
                page.add(entry.finishedAt.map { String(WARCDate.format($0).prefix(16)) } ?? "")
                page.raw("</td><td>")
                page.link("/page?row=\(entry.row)", entry.candidate.url.withoutCredentials.href)
                page.raw("</td></tr>\n")
            }
            page.raw("</table>\n<p>")
            if pages.isEmpty { page.add("No page is archived here.") }
            if !isAtEnd { page.link("/?after=\(last)", "Further pages") }
            page.raw("</p>")
        }
    }

    private func page(_ entry: URLEntry) async throws -> String {
        let found = try await lookup.found(entry)
        var article: Article?
        if let found, found.head.declaresOrBeginsHTML({ _ in found.payload }) {
            article =
                PageReader(parts: []).read(
                    payload: found.payload, head: found.head, at: entry.candidate.url
                ).article
        }
        return HTMLText.page(article?.title ?? entry.candidate.url.withoutCredentials.href) { page in
            page.raw("<table>")
            page.row(["Address", entry.candidate.url.withoutCredentials.href])
            page.row(["Captured", found?.captured.map { WARCDate.format($0) } ?? "–"])
            page.row(["Status", entry.status.map(String.init) ?? "–"])
            page.row(["Found on", entry.candidate.via?.withoutCredentials.href ?? "a seed"])
            if let place = entry.lastCapture {
                page.row(["Record", "\(place.file), byte \(place.offset), \(place.length) bytes"])
            }
            if entry.earlierCapture != nil {
                switch entry.state {
                case .failed(let reason): page.row(["Visited again", "failed: \(reason)"])
                case .skipped(let reason): page.row(["Visited again", "skipped: \(reason.rawValue)"])
                default: page.row(["Next", "queued for another visit"])
                }
            }
            page.raw("</table><p>")
            if found != nil { page.link("/replay?row=\(entry.row)", "The page as it was") }
            page.raw("</p><pre>")
            page.add(article?.text ?? "")
            page.raw("</pre>")
        }
    }

    private func replay(_ entry: URLEntry) -> String {
        HTMLText.page(entry.candidate.url.withoutCredentials.href) { page in
            page.raw("<p>")
            page.link("/page?row=\(entry.row)", "Text and facts")
            // Without allow-same-origin and allow-scripts the page is nobody and runs nothing.
            page.raw("</p><iframe sandbox=\"\" title=\"The archived page\" src=\"/raw?row=")
            page.add("\(entry.row)")
            page.raw("\"></iframe>")
        }
    }

    private func status() async throws -> String {
        let counts = try await lookup.frontier.counts()
        let kinds = try await lookup.frontier.captureKinds()
        let isRunning = CrawlFolder.holder(of: lookup.crawl) != .nobody
        return HTMLText.page("\(name): \(isRunning ? "running" : "at rest")") { page in
            page.raw("<table>")
            page.row(["Pages", "\(kinds.allPages)"])
            page.row(["Discovered", "\(counts.discovered)"])
            page.row(["Archived", "\(counts.archived)"])
            page.row(["Revisited", "\(counts.revisited)"])
            page.row(["Queued", "\(counts.queued)"])
            page.row(["In flight", "\(counts.leased)"])
            page.row(["Waiting for another try", "\(counts.waiting)"])
            if kinds.queuedAgain > 0 {
                page.row(["Queued again (archived before)", "\(kinds.queuedAgain)"])
            }
            for (reason, count) in counts.failed.sorted(by: { $0.key < $1.key }) {
                page.row(["Failed: \(reason)", "\(count)"])
            }
            for (reason, count) in counts.skipped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                page.row(["Skipped: \(reason.rawValue)", "\(count)"])
            }
            page.raw("</table>")
        }
    }
}
