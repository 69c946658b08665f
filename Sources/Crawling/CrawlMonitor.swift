package import FoundationEssentials
package import Frontier

/// What a run has done up to a moment.
package struct CrawlProgress: Sendable {
    /// Since the run began.
    package let elapsed: Duration
    /// Pages committed by this run that were found.
    package let pages: Int
    /// Answers with an error in the place of a page. Limits count them among the pages: each was a fetch.
    package let missingPages: Int
    /// Answers of any kind, robots.txt and retries included.
    package let answers: Int
    /// Of bodies as received.
    package let bytes: Int64
    /// Bodies that were cut.
    package let cut: Int
    /// Over the last ten seconds.
    package let pagesPerSecond: Double
    package let inFlight: Int
    /// Why nothing is fetched at the moment; nil: all is well.
    package let stall: Stall?
    /// The whole crawl's ledger.
    package let counts: FrontierCounts
}

/// Counts what visits bring. Owns the counters of the run; no call waits for anything.
package actor CrawlMonitor {
    private let startedAt: Date
    private let now: @Sendable () -> Date
    private var pages = 0
    private var missingPages = 0
    private var answers = 0
    private var bytes: Int64 = 0
    private var cut = 0
    private var lastEnd: Date?
    private var recent: [(at: Date, pages: Int)] = []

    /// Seconds over which the rate is taken.
    private static let window: TimeInterval = 10

    package init(now: @escaping @Sendable () -> Date) {
        self.now = now
        startedAt = now()
        recent = [(startedAt, 0)]
    }

    func count(_ result: VisitResult) {
        lastEnd = now()
        if result.completion.isPage {
            if result.completion.status ?? 0 < 400 { pages += 1 } else { missingPages += 1 }
        }
        if result.completion.status != nil { answers += 1 }
        bytes += Int64(result.bytes)
        if result.isCut { cut += 1 }
    }

    /// The state of the run now; `counts` are the frontier's.
    func progress(
        inFlight: Int, isPaused: Bool, nextWake: Date?, counts: FrontierCounts
    ) -> CrawlProgress {
        let at = now()
        let stall = Stall(
            isPaused: isPaused, inFlight: inFlight, hostsWaiting: counts.hostsWaiting,
            quietFor: .seconds(at.timeIntervalSince(lastEnd ?? startedAt)), nextWake: nextWake)
        recent.append((at, pages))
        while let first = recent.first, recent.count > 2, at.timeIntervalSince(first.at) > Self.window {
            recent.removeFirst()
        }
        let first = recent.first ?? (startedAt, 0)
        let span = at.timeIntervalSince(first.at)
        let rate = span > 0 ? Double(pages - first.pages) / span : 0
        return CrawlProgress(
            elapsed: .seconds(at.timeIntervalSince(startedAt)), pages: pages,
            missingPages: missingPages, answers: answers, bytes: bytes, cut: cut,
            pagesPerSecond: rate, inFlight: inFlight, stall: stall, counts: counts)
    }
}
