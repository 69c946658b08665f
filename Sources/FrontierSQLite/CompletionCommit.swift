import FoundationEssentials
import Frontier
import WARC
import WebURLs

/// What a completion changes, in the order of `Completion`'s documentation. Called within a transaction.
extension FrontierSession {
    func commit(_ completion: Completion, of lease: LiveLease, at now: Microseconds) throws(FrontierError) {
        try journal.endLease(of: lease.key.row)
        for prerequisite in completion.prerequisites {
            try settle(prerequisite, foundBy: completion.lease, at: now)
        }
        try settle(completion, of: lease)
        index.delay(lease.host, until: completion.hostReadyAt.microseconds)
        for end in completion.written { try journal.set(end) }
        if let payload = completion.payload { try remember(payload, of: completion.lease) }
        _ = try admit(completion.discoveries, foundBy: completion.lease, at: now)
        for fact in completion.learned {
            switch fact {
            case .robots(let snapshot): try journal.set(snapshot)
            case .scopeDomain(let domain): try journal.add(scopeDomain: domain)
            }
        }
    }

    /// Adds what is not known yet, and returns how many that were.
    ///
    /// - Parameter lease: the visit that found them; nil if they were enqueued.
    func admit(
        _ candidates: [Candidate], foundBy lease: Lease?, at now: Microseconds
    ) throws(FrontierError) -> Int {
        // Candidates are lent by their address: a copy of one counts its texts, and a page has a hundred of them.
        let finder = try lease.map { (lease) throws(FrontierError) in try Finder(lease, row: row(of: lease)) }
        return try candidates.withUnsafeBufferPointer { (all) throws(FrontierError) -> Int in
            guard let first = all.baseAddress else { return 0 }
            var hashes: [UInt64] = []
            hashes.reserveCapacity(all.count)
            // Safety: each address lies within the array, which lives through the call.
            for number in all.indices { hashes.append(index.hasher.hash(first[number].key)) }
            let areNew = index.known.areNew(hashes)
            var new = 0
            for number in all.indices {
                if areNew[number] {
                    if try admit(first + number, hash: hashes[number], foundBy: finder, at: now) { new += 1 }
                } else if !index.liftable.isEmpty, let row = index.known.row(of: hashes[number]) {
                    try lift(row, by: first[number], foundBy: finder, at: now)
                }
            }
            return new
        }
    }

    private func admit(
        _ candidate: UnsafePointer<Candidate>, hash: UInt64, foundBy finder: Finder?, at now: Microseconds
    ) throws(FrontierError) -> Bool {
        let row = try nextRow()
        guard index.known.insert(hash, row: row) else {
            // Known since a moment ago: it stood before in the same list.
            if let row = index.known.row(of: hash) {
                try lift(row, by: candidate.pointee, foundBy: finder, at: now)
            }
            return false
        }
        let host = try number(of: candidate.pointee.hostKey.name, at: now)
        let rank = QueueRank(
            priority: candidate.pointee.priority.rawValue, depth: candidate.pointee.hopPath.depth)
        try journal.add(
            candidate, row: row, hash: hash, host: host, rank: rank,
            via: via(candidate.pointee.via, finder))
        index.addRow(of: host, rank: rank, skip: candidate.pointee.skip, at: now)
        return true
    }

    /// Queues a known row that the path on which it was found keeps out, if this candidate's path does not.
    private func lift(
        _ row: UInt32, by candidate: borrowing Candidate, foundBy finder: Finder?, at now: Microseconds
    ) throws(FrontierError) {
        guard candidate.skip == nil, index.liftable.contains(row) else { return }
        try journal.flush()
        guard let entry = try queries.entry(row: Int64(row), at: now), case .skipped(let reason) = entry.state
        else { throw .corrupt(path: database.path, reason: "row \(row) of the table url is not skipped") }
        let host = try number(of: entry.candidate.hostKey.name, at: now)
        let rank = QueueRank(priority: candidate.priority.rawValue, depth: candidate.hopPath.depth)
        try journal.lift(row, to: candidate, rank: rank, via: via(candidate.via, finder))
        index.lift(row, of: host, rank: rank, from: reason, at: now)
    }

    private func settle(_ completion: Completion, of lease: LiveLease) throws(FrontierError) {
        let (row, host) = (lease.key.row, lease.host)
        if case .deferred = completion.outcome {
            index.putBack(lease.key.deferred, of: host)
            return try journal.defer(row)
        }
        if case .retry(let time, let reason) = completion.outcome {
            let until = time.microseconds
            index.wait(lease.key.undeferred, of: host, until: until)
            setFailures(of: host, to: index.hosts[host].failures + 1)
            return try journal.set(
                row,
                to: SettledOutcome(
                    code: .waiting, reason: reason, until: until, attempts: lease.attempts + 1,
                    status: completion.status, finishedAt: completion.finishedAt))
        }
        guard
            var settled = SettledOutcome(
                final: completion.outcome, status: completion.status, finishedAt: completion.finishedAt)
        else { return }
        settled.attempts = lease.attempts + (completion.outcome.isTry(status: completion.status) ? 1 : 0)
        settled.isPage = settled.location != nil && completion.isPage
        count(settled, of: host)
        try journal.set(row, to: settled)
    }

    /// Writes what became of a prerequisite into its entry, which is made if it is missing.
    private func settle(
        _ prerequisite: Prerequisite, foundBy lease: Lease, at now: Microseconds
    ) throws(FrontierError) {
        guard
            var settled = SettledOutcome(
                final: prerequisite.outcome, status: prerequisite.status, finishedAt: prerequisite.finishedAt)
        else { return }
        settled.attempts = prerequisite.outcome.isTry(status: prerequisite.status) ? 1 : 0
        let candidate = prerequisite.candidate
        let hash = index.hasher.hash(candidate.key)
        guard let row = index.known.row(of: hash) else {
            let row = try nextRow()
            let host = try number(of: candidate.hostKey.name, at: now)
            _ = index.known.insert(hash, row: row)
            let via = via(candidate.via, try Finder(lease, row: self.row(of: lease)))
            try withUnsafePointer(to: candidate) { (lent) throws(FrontierError) in
                try journal.add(
                    lent, row: row, hash: hash, host: host, rank: QueueRank(candidate), via: via)
            }
            index.addRow(of: host)
            count(settled, of: host)
            return try journal.set(row, to: settled)
        }
        // A lease that this completion ends is not live any more, but the outcome to come is the one that counts.
        guard index.leases.lease(of: row) == nil, Int64(row) != lease.token.url else { return }
        try journal.flush()
        guard let entry = try queries.entry(row: Int64(row), at: now) else {
            throw .corrupt(path: database.path, reason: "lacks row \(row) of the table url")
        }
        let host = try number(of: entry.candidate.hostKey.name, at: now)
        let isDeferred = try queries.isDeferred(row: Int64(row))
        withdraw(entry, row: row, of: host, isDeferred: isDeferred)
        settled.attempts += entry.attempts
        count(settled, of: host)
        try journal.set(row, to: settled)
    }

    /// Takes an entry out of the queue or the ledger, because it gets another outcome.
    func withdraw(_ entry: URLEntry, row: UInt32, of host: Int, isDeferred: Bool) {
        let key = QueueKey(row: row, rank: QueueRank(entry.candidate), isDeferred: isDeferred)
        switch entry.state {
        case .queued: index.cancel(key, of: host, waitingUntil: nil)
        case .waiting(let until, _): index.cancel(key, of: host, waitingUntil: until.microseconds)
        case .leased: return
        case .archived: index.tally.archived -= 1
        case .revisited: index.tally.revisited -= 1
        case .failed(let reason): index.tally.failed.count(reason, by: -1)
        case .skipped(let reason): index.unskip(row, reason)
        }
        if entry.isPage { countPage(of: host, by: -1) }
    }

    /// Counts a URL that is settled for good, in the ledger and for its host.
    private func count(_ settled: SettledOutcome, of host: Int) {
        switch settled.code {
        case .archived: index.tally.archived += 1
        case .revisited: index.tally.revisited += 1
        case .failed: index.tally.failed.count(settled.reason ?? "", by: 1)
        case .skipped:
            if let reason = settled.skipReason { index.tally.skipped.count(reason, by: 1) }
        case .queued, .waiting: break
        }
        if settled.isPage { countPage(of: host, by: 1) }
        if settled.code == .failed {
            setFailures(of: host, to: index.hosts[host].failures + 1)
        } else if settled.location != nil || settled.status != nil {
            setFailures(of: host, to: 0)
        }
    }

    private func countPage(of host: Int, by one: Int) {
        index.tally.pages += one
        index.hosts[host].pages += one
        index.hosts[host].isDirty = true
        index.touch(host)
    }

    private func setFailures(of host: Int, to failures: Int) {
        guard index.hosts[host].failures != failures else { return }
        index.hosts[host].failures = failures
        index.hosts[host].isDirty = true
        index.touch(host)
    }

    /// Remembers a payload unless its digest is known.
    private func remember(_ payload: CapturedPayload, of lease: Lease) throws(FrontierError) {
        let hash = index.hasher.hash(payload.digest)
        guard let number = UInt32(exactly: index.payloads.count + 1) else { throw full() }
        guard index.payloads.insert(hash, row: number) else { return }
        let page: FrontierJournal.Via =
            payload.url == lease.url ? .row(try row(of: lease)) : .url(payload.url)
        if case .row(let row) = page { captures?[row] = number }
        try journal.add(payload, number: number, hash: hash, page: page)
    }

    /// The host's number; made if it is missing.
    private func number(of name: String, at now: Microseconds) throws(FrontierError) -> Int {
        if let host = index.host(named: name) { return host }
        let host = index.addHost(named: name, readyAt: now)
        try journal.add(host: host, index.hosts[host], name: name)
        return host
    }

    private func via(_ url: borrowing WebURL?, _ finder: Finder?) -> FrontierJournal.Via? {
        guard let url = copy url else { return nil }
        guard let finder, url.href == finder.href else { return .url(url) }
        return .row(finder.row)
    }

    private func row(of lease: Lease) throws(FrontierError) -> UInt32 {
        guard let row = UInt32(exactly: lease.token.url) else { throw full() }
        return row
    }

    private func nextRow() throws(FrontierError) -> UInt32 {
        guard let row = UInt32(exactly: index.nextRow) else { throw full() }
        return row
    }

    private func full() -> FrontierError {
        .storage(
            path: database.path, operation: "number another row",
            reason: "it holds \(UInt32.max) rows, as many as a frontier can")
    }
}

extension SettledOutcome {
    /// Nil unless `outcome` is final: archived, revisited, skipped or failed.
    fileprivate init?(final outcome: Completion.Outcome, status: Int?, finishedAt: Date) {
        switch outcome {
        case .archived(let location):
            self.init(code: .archived, location: location, status: status, finishedAt: finishedAt)
        case .revisited(let location):
            self.init(code: .revisited, location: location, status: status, finishedAt: finishedAt)
        case .skipped(let reason):
            self.init(code: .skipped, reason: reason.rawValue, status: status, finishedAt: finishedAt)
        case .failed(let reason):
            self.init(code: .failed, reason: reason, status: status, finishedAt: finishedAt)
        case .deferred, .retry: return nil
        }
    }

    var skipReason: SkipReason? { reason.flatMap(SkipReason.init(rawValue:)) }
}

extension Dictionary where Value == Int {
    /// Adds to the count of a key; a count of 0 is taken out.
    mutating func count(_ key: Key, by one: Int) {
        let sum = self[key, default: 0] + one
        self[key] = sum == 0 ? nil : sum
    }
}

/// The page on which candidates were found: all of them name it, so it is looked at once.
private struct Finder {
    let row: UInt32
    let href: String

    init(_ lease: Lease, row: UInt32) {
        self.row = row
        href = lease.candidate.url.href
    }
}
