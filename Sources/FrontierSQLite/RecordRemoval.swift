package import Frontier

/// Takes records out of a frontier whose archive was written anew without them.
///
/// For a frontier that nobody has open: the caller holds the lock of the crawl's folder.
package enum RecordRemoval {
    private static let operation = "mark what was removed"

    /// Gives moved records their new places, and marks the URLs of `rows` as forgotten. Others whose record was removed
    /// lose its place, and are queued again if it was their last capture; a robots.txt is marked instead, since it is
    /// never queued but fetched when a page needs it. `records` are the identifiers of removed records, without brackets:
    /// no later capture refers to them.
    ///
    /// All in one transaction that is on the disk when the call returns: the old files may go then.
    package static func apply(
        _ rewrites: [ArchiveRewrite], rows: [Int64], records: Set<String>, path: String
    ) throws(FrontierError) -> RemovalReceipt {
        let database = try Database(path: path, access: .readWrite)
        try Schema.check(database)
        try database.execute("PRAGMA synchronous=FULL; BEGIN IMMEDIATE", to: operation)
        do throws(FrontierError) {
            let meant = Set(rows)
            var gone: Set<Int64> = []
            for rewrite in rewrites { gone.formUnion(try move(rewrite, in: database)) }
            try discount(meant.union(gone), in: database)
            let marked = try mark(meant, in: database)
            let others = gone.subtracting(meant)
            let robots = try prerequisites(among: others, in: database)
            _ = try mark(robots, in: database)
            let queued = try requeue(others.subtracting(robots), in: database)
            try forget(records, in: database)
            try database.execute("COMMIT", to: operation)
            return RemovalReceipt(forgotten: marked, queuedAgain: queued)
        } catch {
            try? database.execute("ROLLBACK", to: operation)
            throw error
        }
    }

    /// The URLs whose record was left out.
    private static func move(_ rewrite: ArchiveRewrite, in database: Database) throws(FrontierError)
        -> [Int64]
    {
        let find = try database.prepare("SELECT id FROM file WHERE name = ?", to: operation)
        find.bind(1, rewrite.file)
        guard try find.step() else { return [] }
        let old = find.integer(0)
        find.reset()
        let new = try database.number("SELECT max(id) + 1 FROM file", to: operation) ?? 1
        if let name = rewrite.newFile {
            let add = try database.prepare(
                "INSERT INTO file(id, name, committed_end) VALUES (?, ?, ?)", to: operation)
            add.bind(1, new)
            add.bind(2, name)
            add.bind(3, rewrite.newEnd)
            try add.run()
        }
        let retire = try database.prepare("UPDATE file SET committed_end = NULL WHERE id = ?", to: operation)
        retire.bind(1, old)
        try retire.run()

        let select = try database.prepare("SELECT url, offset FROM outcome WHERE file = ?", to: operation)
        select.bind(1, old)
        var moved: [(url: Int64, offset: Int64)] = []
        var gone: [Int64] = []
        while try select.step() {
            if let offset = rewrite.newOffset(of: select.integer(1)) {
                moved.append((select.integer(0), offset))
            } else {
                gone.append(select.integer(0))
            }
        }
        let update = try database.prepare(
            "UPDATE outcome SET file = ?, offset = ? WHERE url = ?", to: operation)
        for place in moved {
            update.bind(1, new)
            update.bind(2, place.offset)
            update.bind(3, place.url)
            try update.run()
        }
        return gone
    }

    private static func prerequisites(among rows: Set<Int64>, in database: Database) throws(FrontierError)
        -> Set<Int64>
    {
        let select = try database.prepare(
            "SELECT id FROM url WHERE id = ? AND substr(rtrim(hops, 'R'), -1) = 'P'", to: operation)
        var found: Set<Int64> = []
        for row in rows {
            select.bind(1, row)
            if try select.step() { found.insert(row) }
            select.reset()
        }
        return found
    }

    /// Takes pages out of the sums of their hosts, which limits look at.
    private static func discount(_ rows: Set<Int64>, in database: Database) throws(FrontierError) {
        let discount = try database.prepare(
            """
            UPDATE host SET pages = max(pages - 1, 0) WHERE id = (SELECT u.host FROM url u JOIN outcome o ON o.url = u.id
              WHERE u.id = ? AND o.page = \(PageMark.counted))
            """, to: operation)
        for row in rows.sorted() {
            discount.bind(1, row)
            try discount.run()
        }
    }

    /// Takes away the places of captures that are gone. What was archived by them is to be fetched again; the status and
    /// time of the last fetch stay.
    private static func requeue(_ rows: Set<Int64>, in database: Database) throws(FrontierError) -> Int {
        let displace = try database.prepare(
            "UPDATE outcome SET page = 0, file = NULL, offset = NULL, length = NULL WHERE url = ?",
            to: operation)
        let requeue = try database.prepare(
            """
            UPDATE outcome SET state = \(OutcomeCode.queued.rawValue), deferred = 0, attempts = 0 WHERE url = ?
              AND state IN (\(OutcomeCode.archived.rawValue), \(OutcomeCode.revisited.rawValue)) RETURNING url
            """, to: operation)
        var queued = 0
        for row in rows.sorted() {
            displace.bind(1, row)
            try displace.run()
            requeue.bind(1, row)
            if try requeue.step() { queued += 1 }
            requeue.reset()
        }
        return queued
    }

    private static func mark(_ rows: Set<Int64>, in database: Database) throws(FrontierError) -> Int {
        let isMarked = try database.prepare(
            "SELECT count(*) FROM outcome WHERE url = ? AND state = \(OutcomeCode.skipped.rawValue) AND reason = ?",
            to: operation)
        let mark = try database.prepare(
            """
            INSERT OR REPLACE INTO outcome(url, state, deferred, attempts, page, reason)
            VALUES (?, \(OutcomeCode.skipped.rawValue), 0, 0, 0, ?)
            """, to: operation)
        let reason = SkipReason.forgotten.rawValue
        var marked = 0
        for row in rows.sorted() {
            isMarked.bind(1, row)
            isMarked.bind(2, reason)
            let wasMarked = try isMarked.step() && isMarked.integer(0) > 0
            isMarked.reset()
            guard !wasMarked else { continue }
            mark.bind(1, row)
            mark.bind(2, reason)
            try mark.run()
            marked += 1
        }
        return marked
    }

    private static func forget(_ records: Set<String>, in database: Database) throws(FrontierError) {
        guard !records.isEmpty else { return }
        let payloads = try database.prepare("SELECT id, record FROM payload", to: operation)
        var gone: [Int64] = []
        while try payloads.step() {
            if records.contains(payloads.text(1)) { gone.append(payloads.integer(0)) }
        }
        // The rows stay, since they are counted; a digest that is none is never found.
        let empty = try database.prepare(
            "UPDATE payload SET digest = '', record = '', etag = NULL, last_modified = NULL WHERE id = ?",
            to: operation)
        for row in gone {
            empty.bind(1, row)
            try empty.run()
        }
        let robots = try database.prepare(
            "SELECT origin, record FROM robots WHERE record IS NOT NULL", to: operation)
        var origins: [String] = []
        while try robots.step() {
            if records.contains(robots.text(1)) { origins.append(robots.text(0)) }
        }
        let clear = try database.prepare("UPDATE robots SET record = NULL WHERE origin = ?", to: operation)
        for origin in origins {
            clear.bind(1, origin)
            try clear.run()
        }
    }
}
