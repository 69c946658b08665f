/// What the frontier knows of a host, with its queue. Its name stands in `FrontierIndex.hostNames`.
struct HostRecord {
    /// Not before this time; see `FrontierStore`.
    var readyAt: Microseconds
    /// As in `HostState`.
    var pages = 0
    var failures = 0
    var known = 0
    var queue = HostQueue()
    /// How many live leases it has.
    var leased = 0
    /// True if it changed since it was last written to the database.
    var isDirty = false
    /// True if it stands in `FrontierIndex.touched`.
    var isTouched = false
    /// Whether it counts among the hosts with work.
    var countsAsWorking = false

    init(readyAt: Microseconds) { self.readyAt = readyAt }

    /// When the next URL may be claimed if no connection is in use: the later of the host's time and its work's.
    var readyFrom: Microseconds? { queue.readyFrom.map { max($0, readyAt) } }
}
