/// What the captures of a crawl are captures of, so that people can follow the ledger's sums.
///
/// The sum of all but `queuedAgain` and `earlierPages` is `archived + revisited` of the ledger.
package struct CaptureKinds: Sendable, Hashable {
    /// Pages that were found: neither robots.txt, redirect nor requisite, and no error.
    package var pages = 0
    /// Captures of pages that are not there (404 and 410, RFC 9110 §15.5). The ledger counts them among its pages.
    package var notFound = 0
    /// Captures of any other error of a page; the ledger counts them among its pages.
    package var errors = 0
    package var redirects = 0
    package var robots = 0
    package var requisites = 0
    /// URLs that are to be visited (queued, waiting or in flight) and have a capture from an earlier visit.
    package var queuedAgain = 0
    /// Pages that were found by an earlier visit, and whose URL has brought no capture since it was queued again. They lie
    /// in the archive as the others do.
    package var earlierPages = 0

    /// Pages of the archive, whenever they were found.
    package var allPages: Int { pages + earlierPages }

    package init() {}

    /// Counts `count` captures whose entries have these properties.
    package mutating func add(isPage: Bool, hop: Hop?, status: Int?, count: Int = 1) {
        switch (isPage, hop, status ?? 0) {
        case (false, .prerequisite, _): robots += count
        case (false, .requisite, _): requisites += count
        case (false, _, _): redirects += count
        case (true, _, 404), (true, _, 410): notFound += count
        case (true, _, 400...): errors += count
        case (true, _, _): pages += count
        }
    }

    /// Counts what an entry's capture is, if it has one.
    package mutating func add(_ entry: URLEntry) {
        switch entry.state {
        case .archived, .revisited:
            add(isPage: entry.isPage, hop: entry.candidate.hopPath.lastButRedirects, status: entry.status)
        case .queued, .waiting, .leased: if entry.earlierCapture != nil { queuedAgain += 1 }
        case .skipped, .failed: break
        }
        if entry.earlierIsPage, Self.mayStandForPage(entry.status) { earlierPages += 1 }
    }

    /// Whether an entry with an earlier capture and this status may be that of a page that was found. An answer that is not
    /// kept (429, 5xx), or none, tells of a later try; any other is that of the capture.
    package static func mayStandForPage(_ status: Int?) -> Bool {
        status.map { $0 < 400 || $0 == 429 || $0 >= 500 } ?? true
    }
}

extension FrontierReading {
    /// Reads all entries; a frontier that can count faster does.
    package func captureKinds() async throws(FrontierError) -> CaptureKinds {
        var kinds = CaptureKinds()
        var row: Int64 = 0
        while true {
            let entries = try await entries(after: row, limit: 5_000)
            guard let last = entries.last else { return kinds }
            for entry in entries { kinds.add(entry) }
            row = last.row
        }
    }
}
