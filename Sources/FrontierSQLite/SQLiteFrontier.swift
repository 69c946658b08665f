import Executors
package import FoundationEssentials
package import Frontier
import Glibc
package import WARC
package import WebURLs

/// The embedded frontier: a SQLite database that serves as the journal of an index in memory.
///
/// Owns the database and is its only writer; the caller holds the lock of the crawl's folder. Runs on a thread of its
/// own, so that waiting for the disk stops nothing else. No call suspends in its middle, so calls never interleave.
/// After an error the frontier reads itself anew from the database at the next call: what had been committed holds.
package actor SQLiteFrontier {
    private let executor = ThreadExecutor(name: "frontier")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let connectionsPerHost: Int
    private let leasesRunOut: Bool
    private let clock: @Sendable () -> Date
    /// Nil before it is opened, after an error, and once it is closed.
    private var current: FrontierSession?
    private var isClosed = false

    private init(
        path: String, connectionsPerHost: Int, leasesRunOut: Bool, clock: @escaping @Sendable () -> Date
    ) {
        self.path = path
        self.connectionsPerHost = max(connectionsPerHost, 1)
        self.leasesRunOut = leasesRunOut
        self.clock = clock
    }

    /// Makes a new, empty frontier; its folder must exist.
    ///
    /// - Parameter leasesRunOut: False if all workers live and die with this process. Then a lease is theirs as long as
    ///   the process lives: one that slept, with its machine or by a signal, still owns what it has in hand when it
    ///   wakes, and nothing is archived twice. Readers take a lease whose time is up for ended all the same.
    /// - Throws: `FrontierError.storage` if there is one already.
    package static func create(
        path: String, connectionsPerHost: Int = 1, leasesRunOut: Bool = true,
        now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(FrontierError) -> SQLiteFrontier {
        let frontier = SQLiteFrontier(
            path: path, connectionsPerHost: connectionsPerHost, leasesRunOut: leasesRunOut, clock: now)
        try await frontier.start(expecting: .new, restartDelay: .zero)
        return frontier
    }

    /// True if a frontier was made at `path`; false also for the database without tables that a process leaves which
    /// dies while it makes one.
    ///
    /// - Throws: `FrontierError.corrupt` if there is something else.
    package static func isMade(path: String) throws(FrontierError) -> Bool {
        guard access(path, F_OK) == 0 else { return false }
        return try Schema.hasTables(try Database(path: path, access: .readWrite))
    }

    /// Opens the frontier of a crawl that was stopped or died.
    ///
    /// Ends every lease at once: only one process may run a crawl, so those who held them are gone. A host that was
    /// being asked is ready at the time before the claim or after its `restartDelay` from now, whichever is later.
    ///
    /// - Parameter leasesRunOut: as for `create`.
    /// - Throws: `FrontierError.storage` if there is none, `schema` if a newer version wrote it, `corrupt` if it is
    ///   damaged or no frontier.
    package static func open(
        path: String, connectionsPerHost: Int = 1, leasesRunOut: Bool = true, restartDelay: RestartDelay,
        now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(FrontierError) -> SQLiteFrontier {
        let frontier = SQLiteFrontier(
            path: path, connectionsPerHost: connectionsPerHost, leasesRunOut: leasesRunOut, clock: now)
        try await frontier.start(expecting: .existing, restartDelay: restartDelay)
        return frontier
    }

    /// Closes the database; every later call throws. At rest a frontier is a single file.
    package func close() throws(FrontierError) {
        isClosed = true
        guard let session = current else { return }
        current = nil
        // Readers that have it open keep it from being folded into one file; nobody waits for them.
        session.database.giveUpOnLocks()
        try? session.database.execute("PRAGMA journal_mode=DELETE", to: "close the frontier")
    }

    private func start(
        expecting expectation: FrontierSession.Expectation, restartDelay: RestartDelay
    ) throws(FrontierError) {
        let session = try FrontierSession.open(
            path: path, expecting: expectation, connectionsPerHost: connectionsPerHost)
        let now = clock().microseconds
        try session.endAllLeases(at: now, restartDelay: restartDelay)
        current = session
    }

    /// Runs `body` at the time it is now; after an error the session is given up.
    func perform<Result>(
        _ body: (FrontierSession, Microseconds) throws(FrontierError) -> Result
    ) throws(FrontierError) -> Result {
        guard !isClosed else {
            throw .storage(path: path, operation: "use the frontier", reason: "it was closed before")
        }
        let now = clock().microseconds
        do throws(FrontierError) {
            let session: FrontierSession
            if let current {
                session = current
            } else {
                session = try FrontierSession.open(
                    path: path, expecting: .existing, connectionsPerHost: connectionsPerHost)
                current = session
            }
            try session.advance(to: now, endingLeases: leasesRunOut)
            let result = try body(session, now)
            try session.syncIfDue()
            return result
        } catch {
            current = nil
            throw error
        }
    }
}

extension SQLiteFrontier: FrontierStore {
    package func enqueue(_ candidates: [Candidate]) throws(FrontierError) -> EnqueueReceipt {
        try perform { (session, now) throws(FrontierError) in try session.enqueue(candidates, at: now) }
    }

    package func claim(upTo limit: Int, for duration: Duration) throws(FrontierError) -> [Lease] {
        try perform { (session, now) throws(FrontierError) in
            try session.claim(upTo: limit, at: now, until: now + duration.microseconds)
        }
    }

    package func renew(_ token: Lease.Token, for duration: Duration) throws(FrontierError) -> Bool {
        try perform { (session, now) throws(FrontierError) in
            try session.renew(token, until: now + duration.microseconds)
        }
    }

    package func complete(_ completions: [Completion]) throws(FrontierError) -> [Lease.Token] {
        try perform { (session, now) throws(FrontierError) in try session.complete(completions, at: now) }
    }

    package func nextWake() throws(FrontierError) -> Date? {
        try perform { (session, _) throws(FrontierError) in
            session.index.nextWake(isWokenByLeases: leasesRunOut).map { Date(microseconds: $0) }
        }
    }

    package func counts() throws(FrontierError) -> FrontierCounts {
        try perform { (session, _) throws(FrontierError) in session.index.counts }
    }
}

extension SQLiteFrontier: HostMemory {
    package func forEachLinkedHost(_ body: @Sendable (String) -> Void) throws(FrontierError) {
        try perform { (session, _) throws(FrontierError) in try session.queries.forEachLinkedHost(body) }
    }

    package func robots(of origin: Origin) throws(FrontierError) -> RobotsSnapshot? {
        try perform { (session, _) throws(FrontierError) in try session.queries.robots(of: origin) }
    }

    package func readyAt(of host: HostKey) throws(FrontierError) -> Date? {
        try perform { (session, _) throws(FrontierError) in
            session.index.host(named: host.name).map {
                Date(microseconds: session.index.hosts[$0].readyAt)
            }
        }
    }

    package func scopeDomains() throws(FrontierError) -> Set<String> {
        try perform { (session, _) throws(FrontierError) in try session.queries.scopeDomains() }
    }

    package func capture(withPayloadDigest digest: String) throws(FrontierError) -> CapturedPayload? {
        try perform { (session, _) throws(FrontierError) in
            guard let row = session.index.payloads.row(of: session.index.hasher.hash(digest)),
                let payload = try session.queries.payload(row: row), payload.digest == digest
            else { return nil }
            return payload
        }
    }

    package func lastCapture(ofKey key: String) throws(FrontierError) -> CapturedPayload? {
        try perform { (session, _) throws(FrontierError) in
            guard let row = session.index.known.row(of: session.index.hasher.hash(key)) else { return nil }
            return try session.lastCapture(of: row)
        }
    }
}

extension SQLiteFrontier: FrontierReading {
    package func fileEnds() throws(FrontierError) -> [FileEnd] {
        try perform { (session, _) throws(FrontierError) in try session.queries.fileEnds() }
    }

    package func entries(after row: Int64, limit: Int) throws(FrontierError) -> [URLEntry] {
        try perform { (session, now) throws(FrontierError) in
            try session.queries.entries(after: row, limit: limit, at: now)
        }
    }

    package func entry(forKey key: String) throws(FrontierError) -> URLEntry? {
        try perform { (session, now) throws(FrontierError) in
            guard let row = session.index.known.row(of: session.index.hasher.hash(key)),
                let entry = try session.queries.entry(row: Int64(row), at: now), entry.candidate.key == key
            else { return nil }
            return entry
        }
    }

    package func hosts() throws(FrontierError) -> [HostEntry] {
        try perform { (session, _) throws(FrontierError) in session.index.hostEntries() }
    }

    package func captureKinds() throws(FrontierError) -> CaptureKinds {
        try perform { (session, _) throws(FrontierError) in try session.queries.captureKinds() }
    }
}
