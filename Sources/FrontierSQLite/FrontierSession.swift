import FoundationEssentials
import Frontier
import WebURLs

/// A frontier that is open: the database, and the index of it in memory.
///
/// Blocking, for one thread. A call that throws leaves the database as it was but the index possibly ahead of it:
/// the session must then be given up and another one opened.
final class FrontierSession {
    let database: Database
    let journal: FrontierJournal
    let queries: FrontierQueries
    /// Accesses are unchecked: no method of it calls back, and a page's hundred links make a thousand of them.
    @exclusivity(unchecked) var index: FrontierIndex
    /// Rows of `payload` by the row of the URL that brought them, the newest each; nil until somebody asks.
    var captures: [UInt32: UInt32]?
    /// The time of the call under way; 0 before the first one.
    private var now: Microseconds = 0
    /// The time of the first commit that no sync has followed; nil: all are on the disk.
    private var unsyncedSince: Microseconds?

    /// How long a commit may wait for its sync: what a power cut takes back at most. SQLite itself syncs when it copies
    /// its log, after 16 MB, which a small crawl may never reach.
    private static let longestUnsynced: Microseconds.Magnitude = 5_000_000

    init(
        database: Database, journal: FrontierJournal, queries: FrontierQueries, index: consuming FrontierIndex
    ) {
        self.database = database
        self.journal = journal
        self.queries = queries
        self.index = index
    }

    /// Brings everything to the time `now`: ends what leases ran out, if they may. Comes before anything else at that
    /// time.
    func advance(to now: Microseconds, endingLeases: Bool) throws(FrontierError) {
        self.now = now
        if endingLeases, let expiry = index.nextExpiry(), expiry <= now {
            try transaction { () throws(FrontierError) in
                while let lease = index.expireLease(at: now) { try journal.endLease(of: lease.key.row) }
                try settleHosts()
            }
        }
        index.advance(to: now)
    }

    func enqueue(_ candidates: [Candidate], at now: Microseconds) throws(FrontierError) -> EnqueueReceipt {
        guard !candidates.isEmpty else { return EnqueueReceipt(new: 0, known: 0) }
        return try transaction { () throws(FrontierError) in
            let new = try admit(candidates, foundBy: nil, at: now)
            try settleHosts()
            return EnqueueReceipt(new: new, known: candidates.count - new)
        }
    }

    func claim(
        upTo limit: Int, at now: Microseconds, until end: Microseconds
    ) throws(FrontierError) -> [Lease] {
        guard limit > 0, index.counts.hostsReady > 0 else { return [] }
        return try transaction { () throws(FrontierError) in
            var leases: [Lease] = []
            while leases.count < limit, let (host, key, waitedUntil) = index.popReady(at: now) {
                guard let entry = try queries.entry(row: Int64(key.row), at: now) else {
                    throw .corrupt(path: database.path, reason: "lacks row \(key.row) of the table url")
                }
                let lease = LiveLease(
                    fence: index.nextFence(), host: host, expiresAt: end, key: key, waitedUntil: waitedUntil,
                    attempts: entry.attempts)
                index.add(lease)
                try journal.add(lease, of: key.row)
                leases.append(
                    Lease(
                        token: Lease.Token(url: Int64(key.row), fence: lease.fence),
                        candidate: entry.candidate,
                        attempts: entry.attempts, host: index.state(of: host),
                        expiresAt: Date(microseconds: end)))
            }
            try journal.set(fence: index.fence)
            try settleHosts()
            return leases
        }
    }

    func renew(_ token: Lease.Token, until end: Microseconds) throws(FrontierError) -> Bool {
        guard let row = index.leases.row(of: token), let lease = index.leases.lease(of: row) else {
            return false
        }
        try transaction { () throws(FrontierError) in
            index.replace(
                LiveLease(
                    fence: lease.fence, host: lease.host, expiresAt: end, key: lease.key,
                    waitedUntil: lease.waitedUntil, attempts: lease.attempts))
            try journal.renewLease(of: row, until: end)
        }
        return true
    }

    func complete(_ completions: [Completion], at now: Microseconds) throws(FrontierError) -> [Lease.Token] {
        guard !completions.isEmpty else { return [] }
        return try transaction { () throws(FrontierError) in
            var lost: [Lease.Token] = []
            for completion in completions {
                if let lease = index.endLease(completion.lease.token) {
                    try commit(completion, of: lease, at: now)
                } else {
                    lost.append(completion.lease.token)
                }
            }
            try settleHosts()
            return lost
        }
    }

    func settleHosts() throws(FrontierError) {
        try index.settle { (host, record) throws(FrontierError) in try journal.set(host: host, record) }
    }

    /// Syncs what was committed some seconds ago, should no transaction have come since that could do it.
    func syncIfDue() throws(FrontierError) {
        guard isSyncDue else { return }
        try transaction { () throws(FrontierError) in try journal.set(fence: index.fence) }
    }

    /// A clock that was set back makes it due as well.
    private var isSyncDue: Bool {
        unsyncedSince.map { (now &- $0).magnitude >= Self.longestUnsynced } ?? false
    }

    /// Runs `body` as one transaction, synced if that is due; rolls back if it throws.
    func transaction<Result>(
        _ body: () throws(FrontierError) -> Result
    ) throws(FrontierError) -> Result {
        let isSynced = isSyncDue
        // An error leaves it so, but also ends the connection.
        if isSynced { try database.execute("PRAGMA synchronous=FULL", to: "begin a step of the crawl") }
        try database.execute("BEGIN IMMEDIATE", to: "begin a step of the crawl")
        do throws(FrontierError) {
            let result = try body()
            try journal.flush()
            try database.execute("COMMIT", to: "commit a step of the crawl")
            if isSynced {
                try database.execute("PRAGMA synchronous=NORMAL", to: "commit a step of the crawl")
                unsyncedSince = nil
            } else if unsyncedSince == nil {
                unsyncedSince = now
            }
            return result
        } catch {
            // The error that matters is the first one; a connection that cannot roll back does so when it is closed.
            try? database.execute("ROLLBACK", to: "roll back a step of the crawl")
            throw error
        }
    }
}
