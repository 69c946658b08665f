import Synchronization
import WebURLs

/// What hosts were asked for in a run besides pages that are kept, for `CrawlPlan.maximumPagesPerHost`.
///
/// A page that must not be kept costs its host as much as any other, and its links are followed. Redirects, refusals and
/// errors count as a tenth: without that a host could lead a crawl on for ever and never send a page. May be called by any
/// task.
final class HostQuota: Sendable {
    /// Tenths of a page.
    private let used = Mutex<[HostKey: Int]>([:])

    /// Answers that are no pages, for each that counts as one.
    private static let answersPerPage = 10
    /// Beyond it everything is forgotten.
    private static let maximum = 1_000_000

    /// True if a host whose pages are so many may be asked for another one.
    func hasRoom(_ host: HostKey, pages: Int, limit: Int) -> Bool {
        used.withLock { pages + ($0[host] ?? 0) / Self.answersPerPage < limit }
    }

    /// Takes note of an answer that is no page, or of one that must not be kept.
    func note(_ host: HostKey, isWithheldPage: Bool) {
        used.withLock { used in
            if used.count >= Self.maximum { used.removeAll() }
            used[host, default: 0] += isWithheldPage ? Self.answersPerPage : 1
        }
    }
}
