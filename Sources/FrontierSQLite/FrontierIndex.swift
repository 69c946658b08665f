import FoundationEssentials
import Frontier
import WebURLs

/// All that a step of the crawl has to find: which keys are known, whose turn it is, and the ledger's sums.
///
/// In memory, and made anew from the database when it is opened; about 25 bytes a URL and 200 a host. It decides,
/// `FrontierJournal` writes down what was decided. Nothing here takes longer with the size of the crawl than its
/// logarithm. Not copyable, so that nothing ever copies it by mistake.
struct FrontierIndex: ~Copyable {
    let connectionsPerHost: Int
    let hasher: SipHash
    /// URLs by key, and the rows of `payload` by digest.
    var known = KeyIndex()
    var payloads = KeyIndex()
    var hosts: [HostRecord] = []
    private(set) var hostNames: [String] = []
    private(set) var leases = LeaseTable()
    /// Rows that are skipped because of the path on which they were found: another path may bring them into the queue.
    private(set) var liftable: Set<UInt32> = []
    /// The ledger but for its hosts.
    var tally = FrontierCounts()
    /// The last fence that was given out.
    private(set) var fence: Int64 = 0

    private var hostNumbers: [String: Int] = [:]
    private var chains = RowChains()
    private var schedule = HostSchedule()
    private var workingHosts = 0
    private var touched: [Int] = []
    private var lastFound: Int?

    init(connectionsPerHost: Int, hasher: SipHash, fence: Int64, expectedURLs: Int, expectedPayloads: Int) {
        self.connectionsPerHost = connectionsPerHost
        self.hasher = hasher
        self.fence = fence
        known = KeyIndex(capacity: expectedURLs)
        payloads = KeyIndex(capacity: expectedPayloads)
        chains.reserve(expectedURLs)
    }

    var counts: FrontierCounts {
        var counts = tally
        counts.hostsReady = schedule.readyCount
        counts.hostsWaiting = workingHosts - schedule.readyCount
        return counts
    }

    var nextRow: Int { chains.nextRow }

    /// When something can be done at the earliest, the end of a lease included if that wakes; nil if nothing is left
    /// to do.
    mutating func nextWake(isWokenByLeases: Bool) -> Microseconds? {
        switch (schedule.next, isWokenByLeases ? leases.nextExpiry() : nil) {
        case (let one?, let other?): min(one, other)
        case (let one, let other): one ?? other
        }
    }

    // MARK: Hosts

    /// The host's number; nil if it is not known.
    mutating func host(named name: String) -> Int? {
        // Most links of a page lead to the same host.
        if let last = lastFound, hostNames[last] == name { return last }
        lastFound = hostNumbers[name]
        return lastFound
    }

    func state(of host: Int) -> HostState {
        HostState(
            key: HostKey(name: hostNames[host]), pages: hosts[host].pages,
            consecutiveFailures: hosts[host].failures, known: hosts[host].known)
    }

    /// All hosts by name.
    func hostEntries() -> [HostEntry] {
        hostNames.indices.sorted { hostNames[$0] < hostNames[$1] }.map { host in
            HostEntry(
                state: state(of: host), readyAt: Date(microseconds: hosts[host].readyAt),
                queued: hosts[host].queue.queued + hosts[host].queue.waitingCount, leased: hosts[host].leased)
        }
    }

    mutating func addHost(named name: String, readyAt: Microseconds) -> Int {
        hosts.append(HostRecord(readyAt: readyAt))
        hostNames.append(name)
        hostNumbers[name] = hosts.count - 1
        return hosts.count - 1
    }

    /// Notes that the host's work, leases or time changed: `settle` must be called before anything is claimed.
    mutating func touch(_ host: Int) {
        guard !hosts[host].isTouched else { return }
        hosts[host].isTouched = true
        touched.append(host)
    }

    /// The host may not be asked before `time`.
    mutating func delay(_ host: Int, until time: Microseconds) {
        touch(host)
        guard hosts[host].readyAt < time else { return }
        hosts[host].readyAt = time
        hosts[host].isDirty = true
    }

    /// Gives all touched hosts their place in the schedule, and hands over those that must be written.
    mutating func settle(
        _ write: (Int, HostRecord) throws(FrontierError) -> Void
    ) throws(FrontierError) {
        for host in touched {
            hosts[host].isTouched = false
            let hasWork = hosts[host].queue.hasWork
            if hasWork != hosts[host].countsAsWorking {
                hosts[host].countsAsWorking = hasWork
                workingHosts += hasWork ? 1 : -1
            }
            let isFree = hosts[host].leased < connectionsPerHost
            schedule.set(host, to: isFree ? hosts[host].readyFrom : nil, names: hostNames)
            if hosts[host].isDirty {
                hosts[host].isDirty = false
                try write(host, hosts[host])
            }
        }
        touched.removeAll(keepingCapacity: true)
    }

    mutating func advance(to now: Microseconds) { schedule.advance(to: now, names: hostNames) }

    // MARK: URLs

    /// Adds the next row. It is queued, unless `skip` forbids it.
    mutating func addRow(of host: Int, rank: QueueRank, skip: SkipReason?, at now: Microseconds) {
        let row = UInt32(truncatingIfNeeded: chains.nextRow)
        addRow(of: host)
        if let skip {
            skipRow(row, skip)
            return
        }
        if hosts[host].queue.queued == 0 { delay(host, until: now) }
        hosts[host].queue.append(row, rank: rank, chains: &chains)
        tally.queued += 1
    }

    /// Adds the next row, which has its outcome already or is leased.
    mutating func addRow(of host: Int) {
        chains.addRow()
        hosts[host].known += 1
    }

    private mutating func skipRow(_ row: UInt32, _ reason: SkipReason) {
        tally.skipped.count(reason, by: 1)
        if reason.dependsOnPath { liftable.insert(row) }
    }

    /// Queues a row that was skipped for this reason, at the place that its new path gives it.
    mutating func lift(
        _ row: UInt32, of host: Int, rank: QueueRank, from reason: SkipReason, at now: Microseconds
    ) {
        unskip(row, reason)
        if hosts[host].queue.queued == 0 { delay(host, until: now) }
        putBack(QueueKey(row: row, rank: rank), of: host)
    }

    /// Takes a skipped row out of the ledger, because it gets another outcome.
    mutating func unskip(_ row: UInt32, _ reason: SkipReason) {
        liftable.remove(row)
        tally.skipped.count(reason, by: -1)
    }

    /// Adds the next row, which is not leased, as it stands in the database.
    mutating func restore(_ url: URLScan.Row) {
        addRow(of: url.host)
        guard let outcome = url.outcome else {
            if let skip = url.skip {
                skipRow(url.row, skip)
            } else {
                hosts[url.host].queue.append(url.row, rank: url.rank, chains: &chains)
                tally.queued += 1
            }
            return
        }
        if outcome.isPage { tally.pages += 1 }
        switch outcome.code {
        case .queued: putBack(url.key, of: url.host)
        case .waiting: wait(url.key, of: url.host, until: outcome.until)
        case .archived: tally.archived += 1
        case .revisited: tally.revisited += 1
        case .failed: tally.failed.count(outcome.reason, by: 1)
        case .skipped:
            if let reason = SkipReason(rawValue: outcome.reason) { tally.skipped.count(reason, by: 1) }
        }
    }

    mutating func putBack(_ key: QueueKey, of host: Int) {
        hosts[host].queue.putBack(key)
        tally.queued += 1
        touch(host)
    }

    mutating func wait(_ key: QueueKey, of host: Int, until time: Microseconds) {
        hosts[host].queue.wait(key, until: time)
        tally.waiting += 1
        touch(host)
    }

    /// Takes a URL that is queued or waits out of its queue.
    mutating func cancel(_ key: QueueKey, of host: Int, waitingUntil time: Microseconds?) {
        if let time {
            hosts[host].queue.cancelWaiting(key, until: time)
            tally.waiting -= 1
        } else {
            hosts[host].queue.cancelQueued(key)
            tally.queued -= 1
        }
        touch(host)
    }

    // MARK: Leases

    /// Takes the first URL of the host that has been ready longest; nil if none is ready.
    mutating func popReady(at now: Microseconds) -> (host: Int, key: QueueKey, waitedUntil: Microseconds?)? {
        guard let host = schedule.popReady(names: hostNames) else { return nil }
        touch(host)
        guard let (key, waitedUntil) = hosts[host].queue.popFirst(at: now, chains: chains) else { return nil }
        if waitedUntil == nil { tally.queued -= 1 } else { tally.waiting -= 1 }
        return (host, key, waitedUntil)
    }

    /// When the next lease runs out; nil if there is none.
    mutating func nextExpiry() -> Microseconds? { leases.nextExpiry() }

    /// The fence for a lease that is about to be given out.
    mutating func nextFence() -> Int64 {
        fence &+= 1
        return fence
    }

    mutating func add(_ lease: LiveLease) {
        leases.insert(lease, of: lease.key.row)
        hosts[lease.host].leased += 1
        tally.leased += 1
    }

    mutating func replace(_ lease: LiveLease) { leases.insert(lease, of: lease.key.row) }

    /// Ends a lease, whatever becomes of its URL; nil if the token was lost.
    mutating func endLease(_ token: Lease.Token) -> LiveLease? {
        guard let row = leases.row(of: token), let lease = leases.remove(row) else { return nil }
        forget(lease)
        return lease
    }

    /// Takes back a lease that ran out: the URL is what it was, the host is ready from that time on. Nil if there is
    /// none.
    mutating func expireLease(at now: Microseconds) -> LiveLease? {
        guard let (_, lease) = leases.popExpired(at: now) else { return nil }
        giveBack(lease, readyAt: lease.expiresAt)
        return lease
    }

    /// Takes any lease, whether it ran out or not, to be given back; nil if there is none.
    mutating func takeLease() -> LiveLease? { leases.popExpired(at: .max)?.lease }

    /// The URL of a lease that was taken is what it was before the claim; its host is ready from that time on.
    mutating func giveBack(_ lease: LiveLease, readyAt time: Microseconds) {
        forget(lease)
        delay(lease.host, until: time)
        if let time = lease.waitedUntil {
            wait(lease.key, of: lease.host, until: time)
        } else {
            putBack(lease.key, of: lease.host)
        }
    }

    private mutating func forget(_ lease: LiveLease) {
        hosts[lease.host].leased -= 1
        tally.leased -= 1
        touch(lease.host)
    }
}
