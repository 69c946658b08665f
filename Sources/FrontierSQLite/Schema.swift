import Frontier

/// The tables of a frontier, and how a database of an older version becomes one of this version.
///
/// `url` and `payload` are only ever appended to, and no table that grows with the crawl has an index besides its row
/// number: a step of the crawl then changes a handful of pages at the tables' ends. What has to be found by key is
/// found in memory; reports make their indexes in a copy.
enum Schema {
    /// The version that this code writes.
    static let version = 1

    /// What turns a database of version `from` into the next one. Runs in one transaction with all that follow.
    struct Migration {
        let from: Int
        let sql: String
    }

    /// One step for each version before this one.
    static let migrations: [Migration] = []

    /// `NHND`, which `file` and SQLite show as the database's application.
    static let applicationID = 0x4E48_4E44

    /// Before anything else, on a connection that writes. A power cut may lose the last transactions, never more:
    /// the log is synced before it is copied into the database. The log is copied after 16 MB.
    static let pragmas = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536;
        """

    static let tables = """
        PRAGMA application_id=\(applicationID);
        CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE host(id INTEGER PRIMARY KEY, name TEXT NOT NULL, ready_at INTEGER NOT NULL, pages INTEGER NOT NULL,
          failures INTEGER NOT NULL) STRICT;
        CREATE TABLE url(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, host INTEGER NOT NULL, priority INTEGER NOT NULL,
          depth INTEGER NOT NULL, skip TEXT, off_site INTEGER NOT NULL, hops TEXT NOT NULL, via ANY, url TEXT NOT NULL,
          key TEXT) STRICT;
        CREATE TABLE outcome(url INTEGER PRIMARY KEY, state INTEGER NOT NULL, deferred INTEGER NOT NULL,
          attempts INTEGER NOT NULL, page INTEGER NOT NULL, until INTEGER, reason TEXT, status INTEGER,
          finished_at INTEGER, file INTEGER, offset INTEGER, length INTEGER) STRICT;
        CREATE TABLE lease(url INTEGER PRIMARY KEY, fence INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT;
        CREATE TABLE file(id INTEGER PRIMARY KEY, name TEXT NOT NULL, committed_end INTEGER) STRICT;
        CREATE TABLE payload(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL,
          url ANY NOT NULL, date INTEGER NOT NULL, etag TEXT, last_modified TEXT) STRICT;
        CREATE TABLE robots(origin TEXT PRIMARY KEY, access TEXT NOT NULL, body BLOB NOT NULL,
          fetched_at INTEGER NOT NULL, unreachable_since INTEGER, unreachable_tries INTEGER NOT NULL, record TEXT) STRICT;
        CREATE TABLE scope(domain TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        """

    /// Views for users' own SQL: the tables may change with the version, these columns stay.
    ///
    /// `urls`: one row a URL in the order of discovery (`number`), with its state as in the ledger, its host, its hop
    /// path and the page it was found on (`via`), how it ended (`status`, `reason`, `finished_at`), and where its last
    /// capture lies (`file`, `offset`, `length`), be it of an earlier visit. A lease stands in it until somebody ends it, even if its time is up.
    /// `hosts`: one row a host. Times are UTC.
    static let views = """
        DROP VIEW IF EXISTS urls;
        CREATE VIEW urls AS SELECT u.id AS number,
          CASE WHEN l.url IS NOT NULL THEN 'leased' WHEN o.url IS NULL THEN iif(u.skip IS NULL, 'queued', 'skipped')
            ELSE CASE o.state \(OutcomeCode.allCases.map { "WHEN \($0.rawValue) THEN '\($0)'" }.joined(separator: " "))
            END END AS state,
          u.url AS url, coalesce(u.key, u.url) AS key, h.name AS host, u.hops AS hops, u.depth AS depth,
          CASE typeof(u.via) WHEN 'integer' THEN (SELECT v.url FROM url v WHERE v.id = u.via) ELSE u.via END AS via,
          o.status AS status, coalesce(o.reason, iif(o.url IS NULL, u.skip, NULL)) AS reason,
          coalesce(o.attempts, 0) AS attempts, coalesce(o.page, 0) = \(PageMark.counted) AS is_page,
          strftime('%Y-%m-%dT%H:%M:%fZ', o.finished_at / 1e6, 'unixepoch') AS finished_at,
          strftime('%Y-%m-%dT%H:%M:%fZ', o.until / 1e6, 'unixepoch') AS waits_until,
          f.name AS file, o.offset AS offset, o.length AS length
          FROM url u JOIN host h ON h.id = u.host LEFT JOIN outcome o ON o.url = u.id
          LEFT JOIN file f ON f.id = o.file LEFT JOIN lease l ON l.url = u.id;
        DROP VIEW IF EXISTS hosts;
        CREATE VIEW hosts AS SELECT name AS host, strftime('%Y-%m-%dT%H:%M:%fZ', ready_at / 1e6, 'unixepoch') AS ready_at,
          pages, failures AS consecutive_failures FROM host;
        """

    /// Makes sure that `database` has the tables of this version: creates or migrates them.
    ///
    /// - Parameter migrations: the steps to take; another list for tests.
    /// - Throws: `FrontierError.schema` if a newer version made it, `corrupt` if it is somebody else's database.
    static func prepare(
        _ database: Database, version: Int = Schema.version, migrations: [Migration] = Schema.migrations
    ) throws(FrontierError) {
        guard try hasTables(database) else {
            let (k0, k1) = (Int64.random(in: .min ... .max), Int64.random(in: .min ... .max))
            // Synced, so that no power cut takes the tables back while the archive already has files.
            try database.execute(
                """
                PRAGMA synchronous=FULL; BEGIN IMMEDIATE; \(tables) \(views)
                INSERT INTO meta VALUES ('schema', \(version)), ('fence', 0), ('connections_per_host', 1),
                  ('hash_key_0', \(k0)), ('hash_key_1', \(k1));
                COMMIT; PRAGMA synchronous=NORMAL;
                """, to: "create the frontier's tables")
            return
        }
        var found = try check(database, supported: version)
        guard found < version else { return }
        var script = ""
        while found < version {
            guard let step = migrations.first(where: { $0.from == found }) else {
                throw .corrupt(
                    path: database.path, reason: "has schema version \(found), which never was one")
            }
            script += step.sql + ";"
            found += 1
        }
        try database.execute(
            "BEGIN IMMEDIATE; \(script) \(views) UPDATE meta SET value = \(version) WHERE name = 'schema'; COMMIT;",
            to: "bring the frontier to schema version \(version)")
    }

    /// The version of the tables; throws if `supported` is older or if they are no frontier's.
    @discardableResult
    static func check(_ database: Database, supported: Int = Schema.version) throws(FrontierError) -> Int {
        let id = try database.number("PRAGMA application_id", to: "read the frontier")
        guard try hasTables(database), id == Int64(applicationID)
        else { throw .corrupt(path: database.path, reason: "is a database, but no frontier") }
        let found = try database.meta("schema")
        guard found <= supported else {
            throw .schema(path: database.path, found: Int(found), supported: supported)
        }
        return Int(found)
    }

    /// False for a file that was made and never written, or whose making was broken off.
    static func hasTables(_ database: Database) throws(FrontierError) -> Bool {
        try database.number("SELECT count(*) FROM sqlite_schema", to: "read the frontier") != 0
    }
}

/// What stands in `outcome.state`; the names are those of the ledger.
enum OutcomeCode: Int64, CaseIterable {
    case queued = 0
    case waiting = 1
    case archived = 2
    case revisited = 3
    case skipped = 4
    case failed = 5
}
