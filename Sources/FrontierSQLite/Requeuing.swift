import FoundationEssentials
package import Frontier
import WebURLs

/// Queueing again what was fetched or given up, and what a conditional request needs to know of it.
extension FrontierSession {
    /// Rows of one transaction: few enough that a crawl beside it does not wait for long.
    private static var rowsAtOnce: Int { 2_000 }

    func requeue(
        at now: Microseconds, where isWanted: (URLEntry) -> Bool
    ) throws(FrontierError) -> Int {
        var row: Int64 = 0
        var total = 0
        while true {
            let entries = try queries.entries(after: row, limit: Self.rowsAtOnce, at: now)
            guard let last = entries.last else { return total }
            row = last.row
            let wanted = entries.filter { ($0.mayBeRequeued || $0.isHeldBack) && isWanted($0) }
            guard !wanted.isEmpty else { continue }
            try transaction { () throws(FrontierError) in
                for entry in wanted { try requeue(entry, at: now) }
                try settleHosts()
            }
            total += wanted.count
        }
    }

    private func requeue(_ entry: URLEntry, at now: Microseconds) throws(FrontierError) {
        guard let row = UInt32(exactly: entry.row), let host = index.host(named: entry.candidate.hostKey.name)
        else { throw .corrupt(path: database.path, reason: "row \(entry.row) of the table url has no host") }
        withdraw(entry, row: row, of: host, isDeferred: false)
        if index.hosts[host].queue.queued == 0 { index.delay(host, until: now) }
        index.putBack(QueueKey(row: row, rank: QueueRank(entry.candidate)), of: host)
        try journal.requeue(row)
    }

    /// The newest payload that the URL in this row was the first to bring; nil if there is none.
    func lastCapture(of row: UInt32) throws(FrontierError) -> CapturedPayload? {
        if captures == nil { captures = try queries.capturesByRow() }
        guard let number = captures?[row] else { return nil }
        return try queries.payload(row: number)
    }
}

extension SQLiteFrontier: FrontierRevisiting {
    package func requeue(where isWanted: @Sendable (URLEntry) -> Bool) throws(FrontierError) -> Int {
        try perform { (session, now) throws(FrontierError) in try session.requeue(at: now, where: isWanted) }
    }
}
