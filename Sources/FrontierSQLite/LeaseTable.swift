import Frontier

/// A lease that nobody has ended yet.
struct LiveLease {
    let fence: Int64
    let host: Int
    let expiresAt: Microseconds
    /// Where the URL goes if the lease runs out.
    let key: QueueKey
    /// The time for which the URL waited before it was claimed; nil if it was queued.
    let waitedUntil: Microseconds?
    /// Tries before this lease that ended in `retry`.
    let attempts: Int
}

/// The live leases by row, and which of them runs out next.
struct LeaseTable {
    /// When a lease runs out. It counts only while the lease with this fence has this time: leases end and are
    /// renewed without being looked up here.
    private struct Expiry: Comparable {
        let time: Microseconds
        let fence: Int64
        let row: UInt32

        static func < (one: Expiry, other: Expiry) -> Bool {
            (one.time, one.fence) < (other.time, other.fence)
        }
    }

    private var leases: [UInt32: LiveLease] = [:]
    private var expiries = BinaryHeap<Expiry>()

    func lease(of row: UInt32) -> LiveLease? { leases[row] }

    /// The row of a token; nil if its lease was lost.
    func row(of token: Lease.Token) -> UInt32? {
        guard let row = UInt32(exactly: token.url), leases[row]?.fence == token.fence else { return nil }
        return row
    }

    /// Adds a lease, or replaces the row's former one.
    mutating func insert(_ lease: LiveLease, of row: UInt32) {
        leases[row] = lease
        expiries.insert(Expiry(time: lease.expiresAt, fence: lease.fence, row: row))
    }

    mutating func remove(_ row: UInt32) -> LiveLease? { leases.removeValue(forKey: row) }

    /// When the next lease runs out; nil if there is none.
    mutating func nextExpiry() -> Microseconds? {
        while let first = expiries.first {
            if isCurrent(first) { return first.time }
            _ = expiries.popFirst()
        }
        return nil
    }

    /// Takes out a lease whose time has come; nil if there is none.
    mutating func popExpired(at now: Microseconds) -> (row: UInt32, lease: LiveLease)? {
        guard let time = nextExpiry(), time <= now, let first = expiries.popFirst(),
            let lease = leases.removeValue(forKey: first.row)
        else { return nil }
        return (first.row, lease)
    }

    private func isCurrent(_ expiry: Expiry) -> Bool {
        guard let lease = leases[expiry.row] else { return false }
        return lease.fence == expiry.fence && lease.expiresAt == expiry.time
    }
}
