import FoundationEssentials
import Frontier
import WARC
import WebURLs

/// Everything a frontier writes, as prepared statements.
///
/// Decides nothing and remembers only which files have which number.
final class FrontierJournal {
    /// Where a URL was found: a row if the frontier knows the page, which costs a few bytes, else its address.
    enum Via {
        case row(UInt32)
        case url(WebURL)
    }

    private static let step = "commit a step of the crawl"

    private let addHost, setHost, liftURL, setOutcome, deferURL, requeueURL: Statement
    private let addLease, setExpiry, endLease, setFence: Statement
    private let addFile, endFile, addPayload, setRobots, addDomain: Statement
    private let newURLs: NewURLRows
    private var fileNumbers: [String: Int64]

    /// - Parameter fileNumbers: the rows of the table `file`.
    init(_ database: Database, fileNumbers: [String: Int64]) throws(FrontierError) {
        func prepare(_ sql: String) throws(FrontierError) -> Statement {
            try database.prepare(sql, to: Self.step)
        }
        addHost = try prepare("INSERT INTO host VALUES (?, ?, ?, 0, 0)")
        setHost = try prepare("UPDATE host SET ready_at = ?2, pages = ?3, failures = ?4 WHERE id = ?1")
        newURLs = try NewURLRows(database, to: Self.step)
        liftURL = try prepare(
            """
            UPDATE url SET skip = NULL, priority = ?2, depth = ?3, off_site = ?4, hops = ?5, via = ?6 WHERE id = ?1
            """)
        setOutcome = try prepare(
            """
            INSERT INTO outcome VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET state = excluded.state, deferred = 0, attempts = excluded.attempts,
              page = iif(excluded.file IS NULL, iif(page, \(PageMark.earlier), 0), excluded.page), until = excluded.until, reason = excluded.reason, status = excluded.status,
              finished_at = excluded.finished_at, file = coalesce(excluded.file, file),
              offset = iif(excluded.file IS NULL, offset, excluded.offset),
              length = iif(excluded.file IS NULL, length, excluded.length)
            """)
        deferURL = try prepare(
            """
            INSERT INTO outcome(url, state, deferred, attempts, page) VALUES (?, 0, 1, 0, 0)
            ON CONFLICT DO UPDATE SET state = 0, deferred = 1, until = NULL, reason = NULL
            """)
        requeueURL = try prepare(
            """
            UPDATE outcome SET state = 0, deferred = 0, attempts = 0, page = iif(page, \(PageMark.earlier), 0), until = NULL,
              reason = NULL WHERE url = ?
            """)
        addLease = try prepare("INSERT INTO lease VALUES (?, ?, ?)")
        setExpiry = try prepare("UPDATE lease SET expires_at = ?2 WHERE url = ?1")
        endLease = try prepare("DELETE FROM lease WHERE url = ?")
        setFence = try prepare("INSERT OR REPLACE INTO meta VALUES ('fence', ?)")
        addFile = try prepare("INSERT INTO file(id, name) VALUES (?, ?)")
        endFile = try prepare(
            "UPDATE file SET committed_end = max(coalesce(committed_end, 0), ?2) WHERE id = ?1")
        addPayload = try prepare("INSERT INTO payload VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        setRobots = try prepare("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?, ?, ?)")
        addDomain = try prepare("INSERT OR IGNORE INTO scope VALUES (?)")
        self.fileNumbers = fileNumbers
    }

    /// Adds host number `host`, counted from 0; in the table they count from 1.
    func add(host: Int, _ record: HostRecord, name: String) throws(FrontierError) {
        addHost.bind(1, Int64(host) + 1)
        addHost.bind(2, name)
        addHost.bind(3, record.readyAt)
        try addHost.run()
    }

    func set(host: Int, _ record: HostRecord) throws(FrontierError) {
        setHost.bind(1, Int64(host) + 1)
        setHost.bind(2, record.readyAt)
        setHost.bind(3, Int64(record.pages))
        setHost.bind(4, Int64(record.failures))
        try setHost.run()
    }

    /// Adds a URL. It may stand in the table only after the next `flush`. The candidate is lent for the call.
    func add(
        _ candidate: UnsafePointer<Candidate>, row: UInt32, hash: UInt64, host: Int, rank: QueueRank,
        via: Via?
    ) throws(FrontierError) {
        try newURLs.add(candidate, row: row, hash: hash, host: host, rank: rank, via: via)
    }

    /// Writes what still waits to be written: before a transaction ends, and before anybody reads URLs within it.
    func flush() throws(FrontierError) { try newURLs.flush() }

    /// Writes that a URL is no longer skipped, and how it was reached instead.
    func lift(
        _ row: UInt32, to candidate: borrowing Candidate, rank: QueueRank, via: Via?
    ) throws(FrontierError) {
        liftURL.bind(1, Int64(row))
        liftURL.bind(2, Int64(rank.priority))
        liftURL.bind(3, Int64(rank.depth))
        liftURL.bind(4, Int64(candidate.offSiteHops))
        liftURL.bind(5, candidate.hopPath.letters)
        liftURL.bind(6, via)
        try liftURL.run()
    }

    /// Writes the state of a URL, unless it is leased or was deferred. An outcome without a capture leaves the place of
    /// the one before.
    func set(_ row: UInt32, to outcome: SettledOutcome) throws(FrontierError) {
        setOutcome.bind(1, Int64(row))
        setOutcome.bind(2, outcome.code.rawValue)
        setOutcome.bind(3, Int64(outcome.attempts))
        setOutcome.bind(4, outcome.isPage ? PageMark.counted : 0)
        setOutcome.bind(5, outcome.until)
        setOutcome.bind(6, outcome.reason)
        setOutcome.bind(7, outcome.status.map(Int64.init))
        setOutcome.bind(8, outcome.finishedAt.microseconds)
        setOutcome.bind(
            9, try outcome.location.map { location throws(FrontierError) in try number(of: location.file) })
        setOutcome.bind(10, outcome.location?.offset)
        setOutcome.bind(11, outcome.location?.length)
        try setOutcome.run()
    }

    /// Puts a URL back into the queue, in front.
    func `defer`(_ row: UInt32) throws(FrontierError) {
        deferURL.bind(1, Int64(row))
        try deferURL.run()
    }

    /// Puts a URL that was fetched or given up back into the queue, at its place.
    func requeue(_ row: UInt32) throws(FrontierError) {
        requeueURL.bind(1, Int64(row))
        try requeueURL.run()
    }

    func add(_ lease: LiveLease, of row: UInt32) throws(FrontierError) {
        addLease.bind(1, Int64(row))
        addLease.bind(2, lease.fence)
        addLease.bind(3, lease.expiresAt)
        try addLease.run()
    }

    func renewLease(of row: UInt32, until time: Microseconds) throws(FrontierError) {
        setExpiry.bind(1, Int64(row))
        setExpiry.bind(2, time)
        try setExpiry.run()
    }

    func endLease(of row: UInt32) throws(FrontierError) {
        endLease.bind(1, Int64(row))
        try endLease.run()
    }

    /// The last fence that was given out.
    func set(fence: Int64) throws(FrontierError) {
        setFence.bind(1, fence)
        try setFence.run()
    }

    func set(_ end: FileEnd) throws(FrontierError) {
        endFile.bind(1, try number(of: end.file))
        endFile.bind(2, end.offset)
        try endFile.run()
    }

    func add(_ payload: CapturedPayload, number: UInt32, hash: UInt64, page: Via) throws(FrontierError) {
        addPayload.bind(1, Int64(number))
        addPayload.bind(2, Int64(bitPattern: hash))
        addPayload.bind(3, payload.digest)
        addPayload.bind(4, payload.recordID)
        addPayload.bind(5, page)
        addPayload.bind(6, payload.date.microseconds)
        addPayload.bind(7, payload.etag)
        addPayload.bind(8, payload.lastModified)
        try addPayload.run()
    }

    func set(_ robots: RobotsSnapshot) throws(FrontierError) {
        setRobots.bind(1, robots.origin.description)
        setRobots.bind(2, robots.access.rawValue)
        setRobots.bind(3, robots.body)
        setRobots.bind(4, robots.fetchedAt.microseconds)
        setRobots.bind(5, robots.unreachableSince?.microseconds)
        setRobots.bind(6, Int64(robots.unreachableTries))
        setRobots.bind(7, robots.recordID)
        try setRobots.run()
    }

    func add(scopeDomain: String) throws(FrontierError) {
        addDomain.bind(1, scopeDomain)
        try addDomain.run()
    }

    /// The file's row, made if it is missing.
    private func number(of file: String) throws(FrontierError) -> Int64 {
        if let number = fileNumbers[file] { return number }
        let number = Int64(fileNumbers.count) + 1
        addFile.bind(1, number)
        addFile.bind(2, file)
        try addFile.run()
        fileNumbers[file] = number
        return number
    }
}

/// What stands in `outcome.page`; 0: no page.
enum PageMark {
    /// The capture is a page, and the ledger counts it.
    static let counted: Int64 = 1
    /// The capture of an earlier visit is a page, which is not counted until the next visit brings one.
    static let earlier: Int64 = 2
}

/// What became of a URL, as the table `outcome` holds it.
struct SettledOutcome {
    let code: OutcomeCode
    var location: RecordLocation?
    /// Of `failed`, `waiting` and `skipped`.
    var reason: String?
    var until: Microseconds?
    var attempts = 0
    var isPage = false
    let status: Int?
    let finishedAt: Date
}
