import FoundationEssentials
import Frontier
import WARC
import WebURLs

/// What is read from the tables row by row, by the crawl itself and by readers beside it.
final class FrontierQueries {
    private static let columns = """
        SELECT u.id, u.url, u.key, h.name, u.hops, coalesce(v.url, u.via), u.priority, u.off_site, u.skip,
          o.state, o.reason, o.until, o.status, o.finished_at, o.attempts, o.page, f.name, o.offset, o.length,
          l.expires_at, o.deferred
        FROM url u JOIN host h ON h.id = u.host LEFT JOIN url v ON v.id = u.via LEFT JOIN outcome o ON o.url = u.id
          LEFT JOIN file f ON f.id = o.file LEFT JOIN lease l ON l.url = u.id
        """
    static let reading = "read the frontier"

    let database: Database
    private let one, range, byHash, files, payload, robots, domains: Statement

    init(_ database: Database) throws(FrontierError) {
        func prepare(_ sql: String) throws(FrontierError) -> Statement {
            try database.prepare(sql, to: Self.reading)
        }
        self.database = database
        one = try prepare("\(Self.columns) WHERE u.id = ?")
        range = try prepare("\(Self.columns) WHERE u.id > ? ORDER BY u.id LIMIT ?")
        byHash = try prepare("SELECT id FROM url WHERE hash = ?")
        files = try prepare(
            "SELECT name, committed_end FROM file WHERE committed_end IS NOT NULL ORDER BY name")
        payload = try prepare(
            """
            SELECT p.digest, p.record, coalesce(u.url, p.url), p.date, p.etag, p.last_modified
            FROM payload p LEFT JOIN url u ON u.id = p.url WHERE p.id = ?
            """)
        robots = try prepare(
            """
            SELECT access, body, fetched_at, unreachable_since, unreachable_tries, record FROM robots WHERE origin = ?
            """)
        domains = try prepare("SELECT domain FROM scope")
    }

    // MARK: URLs

    /// The entry in this row; nil if there is none.
    func entry(row: Int64, at now: Microseconds) throws(FrontierError) -> URLEntry? {
        defer { one.reset() }
        one.bind(1, row)
        return try one.step() ? try entry(in: one, at: now) : nil
    }

    func entries(after row: Int64, limit: Int, at now: Microseconds) throws(FrontierError) -> [URLEntry] {
        guard limit > 0 else { return [] }
        defer { range.reset() }
        range.bind(1, row)
        range.bind(2, Int64(limit))
        var entries: [URLEntry] = []
        while try range.step() { entries.append(try entry(in: range, at: now)) }
        return entries
    }

    /// The entry of a key, by reading all rows: for those who have no index of it.
    func entry(forKey key: String, hash: UInt64, at now: Microseconds) throws(FrontierError) -> URLEntry? {
        defer { byHash.reset() }
        byHash.bind(1, Int64(bitPattern: hash))
        while try byHash.step() {
            if let entry = try entry(row: byHash.integer(0), at: now), entry.candidate.key == key {
                return entry
            }
        }
        return nil
    }

    /// True if the URL in this row was deferred and has not been fetched since.
    func isDeferred(row: Int64) throws(FrontierError) -> Bool {
        defer { one.reset() }
        one.bind(1, row)
        return try one.step() && one.integer(20) != 0
    }

    private func entry(in row: Statement, at now: Microseconds) throws(FrontierError) -> URLEntry {
        let number = row.integer(0)
        guard let url = WebURL(row.text(1)), let hops = HopPath(row.text(4)),
            let priority = Candidate.Priority(rawValue: row.count(6))
        else { throw damaged("url", number) }
        let skip = try row.optionalText(8).map { text throws(FrontierError) in
            guard let reason = SkipReason(rawValue: text) else { throw damaged("url", number) }
            return reason
        }
        let candidate = Candidate(
            url: url, key: row.optionalText(2) ?? url.href, hostKey: HostKey(name: row.text(3)),
            hopPath: hops,
            via: row.optionalText(5).flatMap { WebURL($0) }, priority: priority,
            offSiteHops: row.count(7), skip: skip)
        let isLeased = row.optionalInteger(19).map { $0 > now } ?? false
        let state = isLeased ? .leased : try state(in: row, skip: skip)
        // Queueing again, and a visit that brings no capture, leave the place of the last one where it was.
        var earlier: String?
        switch state {
        case .archived, .revisited: break
        case .queued, .leased, .waiting, .skipped, .failed: earlier = row.optionalText(16)
        }
        return URLEntry(
            row: number, candidate: candidate, state: state,
            status: row.optionalInteger(12).map { Int($0) },
            finishedAt: row.optionalInteger(13).map { Date(microseconds: $0) }, attempts: row.count(14),
            isPage: row.integer(15) == PageMark.counted,
            earlierCapture: earlier.map {
                RecordLocation(file: $0, offset: row.integer(17), length: row.integer(18))
            }, earlierIsPage: earlier != nil && row.integer(15) == PageMark.earlier)
    }

    func captureKinds() throws(FrontierError) -> CaptureKinds {
        let rows = try database.prepare(
            """
            SELECT o.state, o.page, substr(rtrim(u.hops, 'R'), -1), o.status, count(*)
            FROM outcome o JOIN url u ON u.id = o.url WHERE o.file IS NOT NULL GROUP BY 1, 2, 3, 4
            """, to: Self.reading)
        var kinds = CaptureKinds()
        while try rows.step() {
            let status = rows.optionalInteger(3).map { Int($0) }
            if rows.integer(1) == PageMark.earlier, CaptureKinds.mayStandForPage(status) {
                kinds.earlierPages += rows.count(4)
            }
            switch OutcomeCode(rawValue: rows.integer(0)) {
            case .queued, .waiting: kinds.queuedAgain += rows.count(4)
            case .archived, .revisited:
                kinds.add(
                    isPage: rows.integer(1) == PageMark.counted, hop: HopPath(rows.text(2))?.last,
                    status: status, count: rows.count(4))
            default: break
            }
        }
        return kinds
    }

    /// What the row says without a look at leases.
    private func state(in row: Statement, skip: SkipReason?) throws(FrontierError) -> URLEntry.State {
        guard let code = row.optionalInteger(9) else { return skip.map { .skipped($0) } ?? .queued }
        let reason = row.text(10)
        let location = RecordLocation(file: row.text(16), offset: row.integer(17), length: row.integer(18))
        switch OutcomeCode(rawValue: code) {
        case .queued: return .queued
        case .waiting: return .waiting(until: Date(microseconds: row.integer(11)), reason: reason)
        case .archived: return .archived(location)
        case .revisited: return .revisited(location)
        case .failed: return .failed(reason: reason)
        case .skipped:
            if let reason = SkipReason(rawValue: reason) { return .skipped(reason) }
        case nil: break
        }
        throw damaged("outcome", row.integer(0))
    }

    // MARK: Files and memory

    func fileEnds() throws(FrontierError) -> [FileEnd] {
        defer { files.reset() }
        var ends: [FileEnd] = []
        while try files.step() { ends.append(FileEnd(file: files.text(0), offset: files.integer(1))) }
        return ends
    }

    /// The payload in this row; nil if there is none.
    func payload(row: UInt32) throws(FrontierError) -> CapturedPayload? {
        defer { payload.reset() }
        payload.bind(1, Int64(row))
        guard try payload.step() else { return nil }
        guard let url = WebURL(payload.text(2)) else { throw damaged("payload", Int64(row)) }
        return CapturedPayload(
            digest: payload.text(0), recordID: payload.text(1), url: url,
            date: Date(microseconds: payload.integer(3)), etag: payload.optionalText(4),
            lastModified: payload.optionalText(5))
    }

    /// Rows of `payload` by the row of the URL that brought them, the newest each, by reading all of them.
    func capturesByRow() throws(FrontierError) -> [UInt32: UInt32] {
        let rows = try database.prepare(
            "SELECT url, id FROM payload WHERE typeof(url) = 'integer' ORDER BY id", to: Self.reading)
        var captures: [UInt32: UInt32] = [:]
        while try rows.step() {
            guard let url = UInt32(exactly: rows.integer(0)), let row = UInt32(exactly: rows.integer(1))
            else {
                throw damaged("payload", rows.integer(1))
            }
            captures[url] = row
        }
        return captures
    }

    func robots(of origin: Origin) throws(FrontierError) -> RobotsSnapshot? {
        defer { robots.reset() }
        robots.bind(1, origin.description)
        guard try robots.step() else { return nil }
        guard let access = RobotsSnapshot.Access(rawValue: robots.text(0)) else {
            throw .corrupt(
                path: database.path, reason: "has an unknown access in the robots.txt of \(origin)")
        }
        return RobotsSnapshot(
            origin: origin, access: access, body: robots.bytes(1),
            fetchedAt: Date(microseconds: robots.integer(2)),
            unreachableSince: robots.optionalInteger(3).map { Date(microseconds: $0) },
            unreachableTries: robots.count(4), recordID: robots.optionalText(5))
    }

    func scopeDomains() throws(FrontierError) -> Set<String> {
        defer { domains.reset() }
        var names: Set<String> = []
        while try domains.step() { names.insert(domains.text(0)) }
        return names
    }

    private func damaged(_ table: String, _ row: Int64) -> FrontierError {
        .corrupt(path: database.path, reason: "row \(row) of the table \(table) makes no sense")
    }
}
