import Frontier

/// The index as the database has it: what opening makes, and what a reader beside the crawl counts by.
extension FrontierIndex {
    /// Reads all rows once; 10 million URLs take some seconds.
    ///
    /// - Parameter knowsKeys: false leaves out which keys and payloads are known, for those who only count.
    /// - Throws: `FrontierError.corrupt` if the tables contradict each other.
    static func read(
        _ database: Database, connectionsPerHost: Int, knowsKeys: Bool
    ) throws(FrontierError) -> FrontierIndex {
        // A row takes more than 16 bytes: in a damaged database the numbers say nothing, the size of the file does.
        let size = try database.number(
            "SELECT page_count * page_size / 16 FROM pragma_page_count, pragma_page_size",
            to: "read the frontier")
        func rows(of table: String) throws(FrontierError) -> Int {
            let last = try database.number("SELECT max(id) FROM \(table)", to: "read the frontier")
            return Int(clamping: max(0, min(last ?? 0, size ?? 0)))
        }
        var index = FrontierIndex(
            connectionsPerHost: connectionsPerHost, hasher: try SipHash(keyIn: database),
            fence: try database.meta("fence"),
            expectedURLs: knowsKeys ? try rows(of: "url") : 0,
            expectedPayloads: knowsKeys ? try rows(of: "payload") : 0)
        try index.readHosts(database)
        try index.readURLs(database, leases: try leases(in: database), knowsKeys: knowsKeys)
        if knowsKeys { try index.readPayloads(database) }
        return index
    }

    private mutating func readHosts(_ database: Database) throws(FrontierError) {
        let rows = try database.prepare(
            "SELECT id, name, ready_at, pages, failures FROM host ORDER BY id", to: "read the frontier")
        while try rows.step() {
            let host = addHost(named: rows.text(1), readyAt: rows.integer(2))
            guard rows.integer(0) == Int64(host) + 1 else {
                throw Self.damaged(database, "host", rows.integer(0))
            }
            hosts[host].pages = rows.count(3)
            hosts[host].failures = rows.count(4)
            touch(host)
        }
    }

    /// Fences and ends of the leases that nobody ended, by row.
    private static func leases(
        in database: Database
    ) throws(FrontierError) -> [UInt32: (fence: Int64, end: Microseconds)] {
        let rows = try database.prepare("SELECT url, fence, expires_at FROM lease", to: "read the frontier")
        var leases: [UInt32: (fence: Int64, end: Microseconds)] = [:]
        while try rows.step() {
            guard let row = UInt32(exactly: rows.integer(0)) else {
                throw damaged(database, "lease", rows.integer(0))
            }
            leases[row] = (rows.integer(1), rows.integer(2))
        }
        return leases
    }

    private mutating func readURLs(
        _ database: Database, leases: [UInt32: (fence: Int64, end: Microseconds)], knowsKeys: Bool
    ) throws(FrontierError) {
        var scan = try URLScan(database)
        var hashes: [UInt64] = []
        while let url = try scan.next() {
            guard Int(url.row) == nextRow, hosts.indices.contains(url.host) else {
                throw Self.damaged(database, "url", Int64(url.row))
            }
            if let lease = leases[url.row] {
                addRow(of: url.host)
                let isWaiting = url.outcome?.code == .waiting
                add(
                    LiveLease(
                        fence: lease.fence, host: url.host, expiresAt: lease.end, key: url.key,
                        waitedUntil: isWaiting ? url.outcome?.until : nil,
                        attempts: url.outcome?.attempts ?? 0))
            } else {
                restore(url)
            }
            guard knowsKeys else { continue }
            hashes.append(url.hash)
            if hashes.count == Self.hashesAtOnce { try know(&hashes, database) }
        }
        try know(&hashes, database)
    }

    /// Some hundred keys at once fit into the processor's cache and keep it busy.
    private static var hashesAtOnce: Int { 512 }

    /// Adds the hashes of the rows that were read last, and empties the list.
    private mutating func know(_ hashes: inout [UInt64], _ database: Database) throws(FrontierError) {
        let areNew = known.areNew(hashes)
        let first = nextRow - hashes.count
        for (offset, hash) in hashes.enumerated() {
            guard areNew[offset], known.insert(hash, row: UInt32(truncatingIfNeeded: first + offset)) else {
                throw Self.damaged(database, "url", Int64(first + offset))
            }
        }
        hashes.removeAll(keepingCapacity: true)
    }

    private mutating func readPayloads(_ database: Database) throws(FrontierError) {
        let rows = try database.prepare("SELECT id, hash FROM payload ORDER BY id", to: "read the frontier")
        while try rows.step() {
            guard let row = UInt32(exactly: rows.integer(0)), Int(row) == payloads.count + 1,
                payloads.insert(UInt64(bitPattern: rows.integer(1)), row: row)
            else { throw Self.damaged(database, "payload", rows.integer(0)) }
        }
    }

    private static func damaged(_ database: Database, _ table: String, _ row: Int64) -> FrontierError {
        .corrupt(path: database.path, reason: "row \(row) of the table \(table) contradicts the others")
    }
}

extension SipHash {
    /// The key under which a frontier's keys are hashed.
    init(keyIn database: Database) throws(FrontierError) {
        self.init(
            k0: UInt64(bitPattern: try database.meta("hash_key_0")),
            k1: UInt64(bitPattern: try database.meta("hash_key_1")))
    }
}

extension Database {
    /// A number from the table `meta`, which must be there.
    func meta(_ name: String) throws(FrontierError) -> Int64 {
        let value = try number("SELECT value FROM meta WHERE name = '\(name)'", to: "read the frontier")
        guard let value else { throw .corrupt(path: path, reason: "lacks \(name) in the table meta") }
        return value
    }
}
