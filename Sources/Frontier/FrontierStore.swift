package import FoundationEssentials
package import WARC
package import WebURLs

/// The URL frontier: every URL a crawl knows, what became of it, and when its host may be asked again.
///
/// Every call is a transaction: when it returns, what it did is durable; when it throws, it did nothing. Calls may
/// come from any number of tasks at once. The same clock and the same calls in the same order give the same answers.
///
/// The clock is the frontier's own, passed in when it is opened; times are kept to the microsecond. A lease whose time
/// has come is over before the next call looks: its URL is what it was before the claim, and its host may be asked
/// from that moment on. A host is *ready* once its `readyAt` has come and something of it is queued, or waits for a
/// time that has come. A host whose queue was empty becomes ready at the earliest when the queue is filled again, so
/// hosts that were idle do not overtake those that stood in line.
package protocol FrontierStore: Sendable {
    /// Adds what is not known yet by its key. Safe to repeat. Candidates with a `skip` are known but not claimed, unless
    /// the skip depends on the path and the key is offered again without one: then the entry takes the new candidate's
    /// hop path, via, priority and off-site hops, and is queued. That counts as known.
    func enqueue(_ candidates: [Candidate]) async throws(FrontierError) -> EnqueueReceipt

    /// Leases one URL of each of up to `limit` hosts that have work and are ready, those ready longest first, then
    /// by host name. A host has at most as many live leases as connections are allowed. Within a host: deferred ones,
    /// then priority, depth, discovery; a waiting one whose time has come stands at its place. Empty: nothing is ready.
    func claim(upTo limit: Int, for duration: Duration) async throws(FrontierError) -> [Lease]

    /// Prolongs a lease to `duration` from now; false if it is lost.
    func renew(_ token: Lease.Token, for duration: Duration) async throws(FrontierError) -> Bool

    /// Ends leases, all in one transaction and in this order; returns the tokens that were lost and of which nothing
    /// was committed: those that ran out, and those already completed, be it by the same call.
    func complete(_ completions: [Completion]) async throws(FrontierError) -> [Lease.Token]

    /// When the next host with work becomes ready, or the next lease runs out; nil if nothing is queued, waiting
    /// or leased. A time in the past means: claim now; it is the one since which the first host has been ready.
    func nextWake() async throws(FrontierError) -> Date?

    /// The ledger, true at every moment.
    func counts() async throws(FrontierError) -> FrontierCounts
}

/// What a frontier remembers beyond URLs, for any worker that serves a host.
package protocol HostMemory: Sendable {
    /// The origin's robots.txt as last fetched; nil if it never was.
    func robots(of origin: Origin) async throws(FrontierError) -> RobotsSnapshot?
    /// Registrable domains that seeds' redirects added to the scope.
    func scopeDomains() async throws(FrontierError) -> Set<String>
    /// The first committed capture with this payload digest (`Completion.payload`); nil if there is none.
    func capture(withPayloadDigest digest: String) async throws(FrontierError) -> CapturedPayload?
    /// The newest capture of a URL key whose payload nothing had brought before; nil if there is none. For conditional
    /// requests (RFC 9110 §13).
    func lastCapture(ofKey key: String) async throws(FrontierError) -> CapturedPayload?
    /// Tells of the hosts that links and redirects led to, each at least once and in the order of discovery, but for those
    /// whose every URL was skipped when it was found and those of seeds. Reads all rows, and keeps none of the hosts: a
    /// crawl may have millions. `body` must not ask the frontier.
    func forEachLinkedHost(_ body: @Sendable (String) -> Void) async throws(FrontierError)
    /// When a host may be asked again; nil if it is unknown.
    func readyAt(of host: HostKey) async throws(FrontierError) -> Date?
}

/// Reading a frontier: for recovery, status, reports and `why`. Takes no lock that would stop a crawl.
package protocol FrontierReading: Sendable {
    /// How far each file of the archive is committed, by file name.
    func fileEnds() async throws(FrontierError) -> [FileEnd]
    /// Up to `limit` entries with a row above `after`, in the order of discovery; empty at the end.
    func entries(after row: Int64, limit: Int) async throws(FrontierError) -> [URLEntry]
    /// The entry of a URL key; nil if it is unknown.
    func entry(forKey key: String) async throws(FrontierError) -> URLEntry?
    /// All hosts by name, those without work included.
    func hosts() async throws(FrontierError) -> [HostEntry]
    /// The ledger, as `FrontierStore.counts` gives it.
    func counts() async throws(FrontierError) -> FrontierCounts
    /// What the captures are captures of.
    func captureKinds() async throws(FrontierError) -> CaptureKinds
}

/// What `enqueue` did.
package struct EnqueueReceipt: Sendable, Hashable {
    /// Keys that were not known before.
    package let new: Int
    /// Keys that were known, those twice in one call included.
    package let known: Int

    package init(new: Int, known: Int) {
        self.new = new
        self.known = known
    }
}

/// The ledger: how many URLs are in each state.
package struct FrontierCounts: Sendable, Hashable {
    package var archived = 0
    package var revisited = 0
    package var queued = 0
    package var leased = 0
    /// To be tried again later, those whose time has come included.
    package var waiting = 0
    /// Given up, by reason; no reason stands with 0.
    package var failed: [String: Int] = [:]
    /// Not fetched or not kept, by rule; no rule stands with 0.
    package var skipped: [SkipReason: Int] = [:]
    /// Archived or revisited, and neither robots.txt, redirect nor requisite.
    package var pages = 0
    /// Hosts with work (something queued or waiting) of which a URL may be claimed now.
    package var hostsReady = 0
    /// Hosts with work that must not be asked yet, or have as many leases as they may.
    package var hostsWaiting = 0

    package init() {}

    /// Every URL known: the sum of all states.
    package var discovered: Int {
        archived + revisited + queued + leased + waiting + failed.values.reduce(0, +)
            + skipped.values.reduce(0, +)
    }
}

/// One URL of a frontier and what became of it.
package struct URLEntry: Sendable, Hashable {
    /// The frontier's word for each URL it knows; a URL has exactly one.
    package enum State: Sendable, Hashable {
        case queued, leased
        case waiting(until: Date, reason: String)
        case archived(RecordLocation), revisited(RecordLocation)
        case skipped(SkipReason)
        case failed(reason: String)
    }

    /// Its number in the order of discovery, from 1, without gaps.
    package let row: Int64
    /// As it was first offered.
    package let candidate: Candidate
    package let state: State
    /// HTTP status of the last answer; nil if none came.
    package let status: Int?
    /// When the last attempt ended; nil if there was none.
    package let finishedAt: Date?
    /// How often it was asked for since it was found, or queued again (`Completion.Outcome.isTry`).
    package let attempts: Int
    /// `Completion.isPage` of the capture; false for all that is neither archived nor revisited.
    package let isPage: Bool
    /// Where the capture of an earlier visit lies: of one that is to be visited again, or whose last visit brought none.
    /// Nil if it is archived or revisited, and if it was never captured.
    package let earlierCapture: RecordLocation?
    /// `Completion.isPage` of the earlier capture; false without one.
    package let earlierIsPage: Bool

    package init(
        row: Int64, candidate: Candidate, state: State, status: Int?, finishedAt: Date?, attempts: Int,
        isPage: Bool, earlierCapture: RecordLocation? = nil, earlierIsPage: Bool = false
    ) {
        self.row = row
        self.candidate = candidate
        self.state = state
        self.status = status
        self.finishedAt = finishedAt
        self.attempts = attempts
        self.isPage = isPage
        self.earlierCapture = earlierCapture
        self.earlierIsPage = earlierIsPage
    }

    /// Where its last capture lies, whatever is to become of it; nil if it has none.
    package var lastCapture: RecordLocation? {
        switch state {
        case .archived(let place), .revisited(let place): place
        default: earlierCapture
        }
    }

    /// True if its last capture is that of a page: for one that is queued again too.
    package var hasPage: Bool { earlierCapture == nil ? isPage : earlierIsPage }
}

/// One host of a frontier.
package struct HostEntry: Sendable, Hashable {
    package let state: HostState
    /// It may not be asked before this time; see `FrontierStore` for hosts whose queue was empty.
    package let readyAt: Date
    /// URLs that are queued or waiting.
    package let queued: Int
    /// Live leases.
    package let leased: Int

    package init(state: HostState, readyAt: Date, queued: Int, leased: Int) {
        self.state = state
        self.readyAt = readyAt
        self.queued = queued
        self.leased = leased
    }
}
