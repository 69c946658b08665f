import Executors
package import FoundationEssentials
package import Frontier
import Glibc
package import WARC

/// A look at a frontier from beside: while a crawl writes it, after one died, or at one that is finished.
///
/// Owns a connection that may only read, and sees what is committed; it stops nobody. Each call is one moment of the
/// crawl. `counts`, `hosts` and `entry(forKey:)` read all rows, about a third of a second for a million URLs. Runs on a
/// thread of its own; calls never interleave.
package actor SQLiteFrontierReader {
    private let executor = ThreadExecutor(name: "frontier reader")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let path: String
    private let clock: @Sendable () -> Date
    private var current: (database: Database, queries: FrontierQueries)?

    private init(path: String, clock: @escaping @Sendable () -> Date) {
        self.path = path
        self.clock = clock
    }

    /// Opens the frontier at `path`.
    ///
    /// - Parameter isChecked: The whole file is looked through first, so that damage in its middle is told although no
    ///   call comes upon it.
    /// - Throws: `FrontierError.storage` if there is none or it cannot be read, `schema` if a newer version wrote it,
    ///   `corrupt` if it is no frontier or, if it is checked, damaged.
    package static func open(
        path: String, isChecked: Bool = false, now: @escaping @Sendable () -> Date = { Date() }
    ) async throws(FrontierError) -> SQLiteFrontierReader {
        let reader = SQLiteFrontierReader(path: path, clock: now)
        try await reader.start()
        if isChecked { try await reader.check() }
        return reader
    }

    /// True if the file at rest has not whole pages: SQLite takes what is missing for zeros.
    private static func endsInsidePage(_ path: String, of database: Database) throws(FrontierError) -> Bool {
        var status = stat()
        guard access(path + "-wal", F_OK) != 0, stat(path, &status) == 0 else { return false }
        let page = try database.number("PRAGMA page_size", to: "check the frontier") ?? 1
        return Int64(status.st_size) % max(page, 1) != 0
    }

    /// Throws `corrupt` unless every page of the file is what its place wants, and every row has columns of its kind.
    private func check() throws(FrontierError) {
        try perform { (database, _, _) throws(FrontierError) in
            if try Self.endsInsidePage(path, of: database) {
                throw .corrupt(path: path, reason: "is damaged (the file ends inside a page)")
            }
            let verdict = try database.text(
                "SELECT * FROM pragma_quick_check(1)", to: "check the frontier")
            guard let verdict, verdict != "ok" else { return }
            let words = verdict.split(separator: "\n").last.map(String.init) ?? verdict
            throw .corrupt(path: path, reason: "is damaged (\(words))")
        }
    }

    private func start() throws(FrontierError) {
        guard access(path, F_OK) == 0 else {
            throw .storage(path: path, operation: "open the frontier", reason: "it does not exist")
        }
        do throws(FrontierError) {
            current = try connect(.readOnly)
        } catch {
            if access(journalPath, F_OK) == 0 {
                try takeBackBrokenStep()
                current = try connect(.readOnly)
                return
            }
            // On a medium that may only be read SQLite cannot make its -shm file. Without a log nobody can be writing,
            // and without a log there is nothing to miss.
            guard case .storage = error, access(path, W_OK) != 0 || access(path.parentFolder, W_OK) != 0,
                access(path + "-wal", F_OK) != 0
            else { throw error }
            current = try connect(.immutable)
        }
    }

    /// Where SQLite notes what it needs to take back a step that it makes without its log, as when it closes.
    private var journalPath: String { path + "-journal" }

    /// A disk that fails may break off such a step; no connection that only reads can then say what holds. SQLite takes
    /// the step back when a connection that may write begins to read, unless a process is at work on it.
    private func takeBackBrokenStep() throws(FrontierError) {
        do throws(FrontierError) {
            try Schema.check(try Database(path: path, access: .readWrite))
        } catch {
            guard case .storage(_, _, let reason) = error else { throw error }
            throw .storage(
                path: path, operation: "read the frontier",
                reason: "a step was broken off and cannot be taken back by \(journalPath) here (\(reason)); "
                    + "copy both files to where they may be written, or let the crawl go on")
        }
    }

    private func connect(
        _ access: Database.Access
    ) throws(FrontierError) -> (database: Database, queries: FrontierQueries) {
        let database = try Database(path: path, access: access)
        let version = try Schema.check(database)
        guard version == Schema.version else {
            throw .storage(
                path: path, operation: "read the frontier",
                reason: "it has the older schema version \(version), which newshound resume brings up to date"
            )
        }
        return (database, try FrontierQueries(database))
    }

    /// Runs `body` on one moment of the database.
    private func perform<Result>(
        _ body: (Database, FrontierQueries, Microseconds) throws(FrontierError) -> Result
    ) throws(FrontierError) -> Result {
        guard let (database, queries) = current else {
            throw .storage(path: path, operation: "read the frontier", reason: "it is not open")
        }
        try database.execute("BEGIN", to: "read the frontier")
        // A transaction that only read has nothing to lose.
        defer { try? database.execute("ROLLBACK", to: "read the frontier") }
        return try body(database, queries, clock().microseconds)
    }

    /// The index as the crawl would have it at this time, leases that ran out taken back.
    private static func index(of database: Database, at now: Microseconds) throws(FrontierError)
        -> FrontierIndex
    {
        let connections = Int(clamping: try database.meta("connections_per_host"))
        var index = try FrontierIndex.read(database, connectionsPerHost: connections, knowsKeys: false)
        while index.expireLease(at: now) != nil {}
        try index.settle { (_, _) throws(FrontierError) in }
        index.advance(to: now)
        return index
    }
}

extension SQLiteFrontierReader: FrontierReading {
    package func fileEnds() throws(FrontierError) -> [FileEnd] {
        try perform { (_, queries, _) throws(FrontierError) in try queries.fileEnds() }
    }

    package func entries(after row: Int64, limit: Int) throws(FrontierError) -> [URLEntry] {
        try perform { (_, queries, now) throws(FrontierError) in
            try queries.entries(after: row, limit: limit, at: now)
        }
    }

    package func entry(forKey key: String) throws(FrontierError) -> URLEntry? {
        try perform { (database, queries, now) throws(FrontierError) in
            let hash = try SipHash(keyIn: database).hash(key)
            return try queries.entry(forKey: key, hash: hash, at: now)
        }
    }

    package func hosts() throws(FrontierError) -> [HostEntry] {
        try perform { (database, _, now) throws(FrontierError) in
            try Self.index(of: database, at: now).hostEntries()
        }
    }

    package func counts() throws(FrontierError) -> FrontierCounts {
        try perform { (database, _, now) throws(FrontierError) in try Self.index(of: database, at: now).counts
        }
    }

    package func captureKinds() throws(FrontierError) -> CaptureKinds {
        try perform { (_, queries, _) throws(FrontierError) in try queries.captureKinds() }
    }
}
