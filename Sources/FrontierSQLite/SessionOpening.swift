import Frontier
import Glibc
import WebURLs

/// Opening a session, and what is done once when a crawl goes on.
extension FrontierSession {
    /// Whether a frontier must be there.
    enum Expectation {
        case new, existing
    }

    /// Opens the database at `path`.
    ///
    /// A database without tables is what a process leaves that dies while it makes one: a new one may take its place.
    ///
    /// - Throws: `FrontierError.storage` if there is one although a new one is expected, or the other way round.
    static func open(
        path: String, expecting expectation: Expectation, connectionsPerHost: Int
    ) throws(FrontierError) -> FrontierSession {
        guard expectation == .new || access(path, F_OK) == 0 else {
            throw .storage(path: path, operation: "open the frontier", reason: "it does not exist")
        }
        let database = try Database(path: path, access: .readWrite)
        // Before anything is changed: it may be somebody else's.
        switch expectation {
        case .new:
            guard try !Schema.hasTables(database) else {
                throw .storage(path: path, operation: "create the frontier", reason: "there is one already")
            }
        case .existing: try Schema.check(database)
        }
        try database.execute(Schema.pragmas, to: "open the frontier")
        try Schema.prepare(database)
        try database.execute(
            "UPDATE meta SET value = \(connectionsPerHost) WHERE name = 'connections_per_host'",
            to: "open the frontier")
        let index = try FrontierIndex.read(database, connectionsPerHost: connectionsPerHost, knowsKeys: true)
        let session = FrontierSession(
            database: database, journal: try FrontierJournal(database, fileNumbers: try files(database)),
            queries: try FrontierQueries(database), index: index)
        try session.settleHosts()
        return session
    }

    /// Ends all leases: those who held them are dead. Their hosts may be asked again after their delay.
    func endAllLeases(at now: Microseconds, restartDelay: RestartDelay) throws(FrontierError) {
        try transaction { () throws(FrontierError) in
            while let lease = index.takeLease() {
                let row = lease.key.row
                guard let candidate = try queries.entry(row: Int64(row), at: now)?.candidate else {
                    throw .corrupt(path: database.path, reason: "lacks row \(row) of the table url")
                }
                let robots = try queries.robots(of: candidate.url.origin)
                let pause = restartDelay.pause(candidate.hostKey, robots).microseconds
                index.giveBack(lease, readyAt: now + pause)
                try journal.endLease(of: row)
            }
            try settleHosts()
        }
    }

    private static func files(_ database: Database) throws(FrontierError) -> [String: Int64] {
        let rows = try database.prepare("SELECT name, id FROM file", to: "read the frontier")
        var numbers: [String: Int64] = [:]
        while try rows.step() { numbers[rows.text(0)] = rows.integer(1) }
        return numbers
    }
}
