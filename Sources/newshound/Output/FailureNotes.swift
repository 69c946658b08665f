import Fetching
import Synchronization
import WebURLs

/// A fetcher that remembers why its first exchanges brought no answer.
///
/// A crawl that fetched nothing owes its user the reason in full: the name that is unknown, the certificate that is
/// another's. The ledger keeps only the phase.
final class FailureNotes: CrawlFetcher {
    private let fetcher: any CrawlFetcher
    private let errors = Mutex<[FetchError]>([])

    /// Errors that are kept, one for each origin and phase.
    private static let maximumErrors = 20

    init(_ fetcher: any CrawlFetcher) { self.fetcher = fetcher }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> Capture {
        do { return try await fetcher.fetch(request) } catch {
            note(error)
            throw error
        }
    }

    func shutdown() async -> Bool { await fetcher.shutdown() }

    /// Why a URL's origin did not answer; nil if nothing is known against it.
    func reason(of url: WebURL) -> String? {
        errors.withLock { errors in
            errors.first { $0.url.origin == url.origin }.map { "\($0.phase.rawValue): \($0.reason)" }
        }
    }

    private func note(_ error: FetchError) {
        errors.withLock { errors in
            guard errors.count < Self.maximumErrors, error.phase != .cancelled,
                !errors.contains(where: { $0.url.origin == error.url.origin && $0.phase == error.phase })
            else { return }
            errors.append(error)
        }
    }
}
