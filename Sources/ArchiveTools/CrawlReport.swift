import Archiving
package import Frontier
import WebURLs

/// The ledger of a crawl as JSON, and the rows of what was skipped: derived from the frontier, written when a run ends.
package struct CrawlReport: Sendable {
    private let counts: FrontierCounts
    private let kinds: CaptureKinds
    private let name: String

    package init(name: String, counts: FrontierCounts, kinds: CaptureKinds) {
        self.name = name
        self.kinds = kinds
        self.counts = counts
    }

    /// The object of report.json and of `status --json`.
    package var json: String {
        var object = JSONText()
        object.add("crawl", name)
        object.add("discovered", Int64(counts.discovered))
        object.add("pages", Int64(kinds.allPages))
        object.add("archived", Int64(counts.archived))
        object.add("revisited", Int64(counts.revisited))
        var captures = JSONText()
        captures.add("pages", Int64(kinds.pages))
        captures.add("not_found", Int64(kinds.notFound))
        captures.add("errors", Int64(kinds.errors))
        captures.add("redirects", Int64(kinds.redirects))
        captures.add("robots", Int64(kinds.robots))
        captures.add("requisites", Int64(kinds.requisites))
        object.add("captures", captures)
        object.add("queued", Int64(counts.queued))
        object.add("queued_again", Int64(kinds.queuedAgain))
        object.add("leased", Int64(counts.leased))
        object.add("waiting", Int64(counts.waiting))
        var failed = JSONText()
        for (reason, count) in counts.failed.sorted(by: { $0.key < $1.key }) {
            failed.add(reason, Int64(count))
        }
        object.add("failed", failed)
        var skipped = JSONText()
        for (reason, count) in counts.skipped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            skipped.add(reason.rawValue, Int64(count))
        }
        object.add("skipped", skipped)
        object.add("hosts_ready", Int64(counts.hostsReady))
        object.add("hosts_waiting", Int64(counts.hostsWaiting))
        return object.finished
    }

    /// A row of skipped.jsonl; nil if the URL was neither skipped nor failed.
    package static func skippedRow(_ entry: URLEntry) -> JSONText? {
        var object = JSONText()
        object.add("url", entry.candidate.url.withoutCredentials.href)
        switch entry.state {
        case .skipped(let reason): object.add("skipped", reason.rawValue)
        case .failed(let reason): object.add("failed", reason)
        default: return nil
        }
        if let status = entry.status { object.add("status", Int64(status)) }
        if entry.attempts > 0 { object.add("attempts", Int64(entry.attempts)) }
        object.add("hop_path", entry.candidate.hopPath.letters)
        object.add("via", entry.candidate.via?.withoutCredentials.href)
        return object
    }

    /// Writes report.json and skipped.jsonl into a crawl folder, each under its name once it is whole.
    package static func write(
        crawl: String, name: String, frontier: any FrontierReading
    ) async throws {
        let report = CrawlReport(
            name: name, counts: try await frontier.counts(), kinds: try await frontier.captureKinds())
        let ledger = try ReplacedFile(crawl + "/report.json")
        try ledger.append(Array((report.json + "\n").utf8))
        try ledger.finish()
        let rows = try ReplacedFile(crawl + "/skipped.jsonl")
        var row: Int64 = 0
        while true {
            let entries = try await frontier.entries(after: row, limit: 5_000)
            guard let last = entries.last else { break }
            row = last.row
            for entry in entries { if let text = skippedRow(entry) { try rows.append(text.line) } }
        }
        try rows.finish()
    }
}
