package import FoundationEssentials
package import Frontier
import WARC
import WebURLs

/// The model of a frontier: everything in arrays and dictionaries, everything found by looking at all of it.
///
/// What it answers is right by definition; it is as slow as it is plain. Owns all its state; no call suspends, so
/// calls never interleave. Nothing survives the process.
package actor MemoryFrontier {
    /// A URL and what became of it.
    struct Page {
        var candidate: Candidate
        /// What it is when nobody holds a lease of it.
        var state: URLEntry.State
        var isDeferred = false
        var status: Int?
        var finishedAt: Date?
        var attempts = 0
        var isPage = false
        /// Of a capture of an earlier visit: whether it is a page.
        var earlierIsPage = false
        /// Where the last capture lies; stays until another visit brings one.
        var capture: RecordLocation?
    }

    struct Host {
        var readyAt: Date
        var pages = 0
        var failures = 0
        var known = 0
    }

    struct LiveLease {
        let fence: Int64
        var expiresAt: Date
    }

    let connectionsPerHost: Int
    let clock: @Sendable () -> Date
    /// Row 1 is the first.
    var pages: [Page] = []
    var rows: [String: Int] = [:]
    var hostStates: [HostKey: Host] = [:]
    /// By row.
    var leases: [Int: LiveLease] = [:]
    var lastFence: Int64 = 0
    var files: [String: Int64] = [:]
    var payloads: [String: CapturedPayload] = [:]
    /// By row, of those payloads.
    var lastCaptures: [Int: CapturedPayload] = [:]
    var snapshots: [Origin: RobotsSnapshot] = [:]
    var domains: Set<String> = []

    package init(connectionsPerHost: Int = 1, now: @escaping @Sendable () -> Date) {
        self.connectionsPerHost = max(connectionsPerHost, 1)
        clock = now
    }

    /// What opening a frontier does with the leases of the process that died: all end at once, and a host that was
    /// being asked is ready after its `restartDelay`, or at the time before the claim if that is later.
    package func reopen(restartDelay: RestartDelay) {
        for row in leases.keys {
            let candidate = self[row].candidate
            let pause = restartDelay.pause(candidate.hostKey, snapshots[candidate.url.origin])
            delay(candidate.hostKey, until: clock() + pause.seconds)
        }
        leases = [:]
    }

    subscript(row: Int) -> Page {
        get { pages[row - 1] }
        set { pages[row - 1] = newValue }
    }

    /// Ends the leases whose time has come, and returns the time it is.
    func advance() -> Date {
        let now = clock()
        for (row, lease) in leases where lease.expiresAt <= now {
            leases[row] = nil
            delay(self[row].candidate.hostKey, until: lease.expiresAt)
        }
        return now
    }

    func delay(_ key: HostKey, until time: Date) {
        guard let host = hostStates[key] else { return }
        hostStates[key]?.readyAt = max(host.readyAt, time)
    }

    /// What the ledger says of a row.
    func state(of row: Int) -> URLEntry.State { leases[row] == nil ? self[row].state : .leased }

    /// Rows of a host in a given state.
    func rows(of key: HostKey, where isIncluded: (URLEntry.State) -> Bool) -> [Int] {
        pages.indices.map { $0 + 1 }.filter { self[$0].candidate.hostKey == key && isIncluded(state(of: $0)) }
    }

    func hasRow(of key: HostKey, where isIncluded: (URLEntry.State) -> Bool) -> Bool {
        pages.indices.contains { pages[$0].candidate.hostKey == key && isIncluded(state(of: $0 + 1)) }
    }

    /// From when on a URL of the host may be claimed; nil if it has no work or no free connection.
    func readyFrom(_ key: HostKey) -> Date? {
        guard let host = hostStates[key], rows(of: key, where: { $0 == .leased }).count < connectionsPerHost
        else {
            return nil
        }
        if hasRow(of: key, where: { $0 == .queued }) { return host.readyAt }
        let times = rows(of: key) { $0.waitsUntil != nil }.compactMap { self[$0].state.waitsUntil }
        return times.min().map { max($0, host.readyAt) }
    }

    /// The URL of the host that comes first; nil if none may be claimed yet.
    func firstRow(of key: HostKey, at now: Date) -> Int? {
        rows(of: key) { $0 == .queued || $0.waitsUntil.map { $0 <= now } ?? false }.min {
            place(of: $0) < place(of: $1)
        }
    }

    /// What orders the URLs of a host: deferred ones, then priority, depth, discovery.
    private func place(of row: Int) -> (Int, Int, Int, Int) {
        let page = self[row]
        return (page.isDeferred ? 0 : 1, page.candidate.priority.rawValue, page.candidate.hopPath.depth, row)
    }

    /// Adds a candidate if its key is not known; true if it was added. A known one that a path kept out is queued if this
    /// path does not.
    func admit(_ candidate: Candidate, at now: Date) -> Bool {
        let key = candidate.hostKey
        if let row = rows[candidate.key] {
            guard candidate.skip == nil, self[row].candidate.skip?.dependsOnPath == true,
                case .skipped = self[row].state, self[row].finishedAt == nil
            else { return false }
            let key = self[row].candidate.hostKey
            if !hasRow(of: key, where: { $0 == .queued }) { delay(key, until: now) }
            self[row].candidate = self[row].candidate.reached(as: candidate)
            self[row].state = .queued
            return false
        }
        if hostStates[key] == nil { hostStates[key] = Host(readyAt: now) }
        if candidate.skip == nil, !hasRow(of: key, where: { $0 == .queued }) { delay(key, until: now) }
        pages.append(Page(candidate: candidate, state: candidate.skip.map { .skipped($0) } ?? .queued))
        rows[candidate.key] = pages.count
        hostStates[key]?.known += 1
        return true
    }
}

extension URLEntry.State {
    /// When a waiting URL may be tried again; nil for all others.
    package var waitsUntil: Date? {
        if case .waiting(let until, _) = self { until } else { nil }
    }
}
