/// What is still to be fetched of one host, in the order in which it will be.
///
/// Holds rows, never URLs. Newly discovered URLs are chained behind each other, one chain for each rank: they come in the
/// order of discovery. Those that come back (deferred, lease run out) are few and go into a heap. Those that wait for
/// a time stand in the order of that time, and also in a heap once it has come.
struct HostQueue {
    /// URLs of one rank, in the order of discovery.
    private struct Chain {
        let rank: QueueRank
        var head: UInt32
        var tail: UInt32
    }

    /// A URL that waits for a time.
    private struct Waiting: Comparable {
        let until: Microseconds
        let key: QueueKey

        static func < (one: Waiting, other: Waiting) -> Bool {
            (one.until, one.key) < (other.until, other.key)
        }
    }

    /// A waiting URL whose time has come.
    private struct Due: Comparable {
        let key: QueueKey
        let until: Microseconds

        static func < (one: Due, other: Due) -> Bool { (one.key, one.until) < (other.key, other.until) }
    }

    /// By rank.
    private var chains: [Chain] = []
    private var returned = BinaryHeap<QueueKey>()
    private var due = BinaryHeap<Due>()
    /// By time; the first `dueCount` of them stand in `due` as well.
    private var waiting: [Waiting] = []
    private var dueCount = 0
    /// Rows to be passed over where they are found.
    private var cancelled: Set<UInt32> = []
    /// How many are queued, without those that wait.
    private(set) var queued = 0

    var waitingCount: Int { waiting.count }
    var hasWork: Bool { queued > 0 || !waiting.isEmpty }

    /// From when on there is something to claim: the least time there is if something is queued, nil if there is no work.
    var readyFrom: Microseconds? { queued > 0 ? .min : waiting.first?.until }

    /// Adds a URL that was just discovered: its row is the greatest so far.
    mutating func append(_ row: UInt32, rank: QueueRank, chains links: inout RowChains) {
        queued += 1
        let index = chains.firstIndex { $0.rank >= rank } ?? chains.count
        if index < chains.count, chains[index].rank == rank {
            links.link(chains[index].tail, to: row)
            chains[index].tail = row
        } else {
            chains.insert(Chain(rank: rank, head: row, tail: row), at: index)
        }
    }

    /// Adds a URL that was here before.
    mutating func putBack(_ key: QueueKey) {
        queued += 1
        returned.insert(key)
    }

    /// Adds a URL that must not be claimed before `until`.
    mutating func wait(_ key: QueueKey, until: Microseconds) {
        let new = Waiting(until: until, key: key)
        let index = firstIndex(notBefore: new)
        if index < dueCount {
            due.insert(Due(key: key, until: until))
            dueCount += 1
        }
        waiting.insert(new, at: index)
    }

    /// Takes the first URL that may be claimed at `now`, and the time for which it waited, nil if it did not.
    mutating func popFirst(
        at now: Microseconds, chains links: RowChains
    ) -> (key: QueueKey, waitedUntil: Microseconds?)? {
        dropCancelled(links)
        while dueCount < waiting.count, waiting[dueCount].until <= now {
            due.insert(Due(key: waiting[dueCount].key, until: waiting[dueCount].until))
            dueCount += 1
        }
        let heads = [
            chains.first.map { QueueKey(row: $0.head, rank: $0.rank) }, returned.first, due.first?.key,
        ]
        guard let first = heads.compactMap(\.self).min() else { return nil }
        if first == due.first?.key, let taken = due.popFirst() {
            dueCount -= 1
            waiting.remove(at: firstIndex(notBefore: Waiting(until: taken.until, key: taken.key)))
            return (first, taken.until)
        }
        queued -= 1
        if first == returned.first {
            _ = returned.popFirst()
        } else {
            dropChainHead(links)
        }
        return (first, nil)
    }

    /// Takes out a URL that is queued here.
    mutating func cancelQueued(_ key: QueueKey) {
        cancelled.insert(key.row)
        queued -= 1
    }

    /// Takes out a URL that waits here until `until`.
    mutating func cancelWaiting(_ key: QueueKey, until: Microseconds) {
        let index = firstIndex(notBefore: Waiting(until: until, key: key))
        guard index < waiting.count, waiting[index].key == key else { return }
        waiting.remove(at: index)
        guard index < dueCount else { return }
        dueCount -= 1
        cancelled.insert(key.row)
    }

    private func firstIndex(notBefore sought: Waiting) -> Int {
        var (low, high) = (0, waiting.count)
        while low < high {
            let middle = (low + high) / 2
            if waiting[middle] < sought { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func dropChainHead(_ links: RowChains) {
        guard let first = chains.first else { return }
        if first.head == first.tail {
            chains.removeFirst()
        } else {
            chains[0].head = links.next(after: first.head)
        }
    }

    /// Removes rows that were taken out, as far as they stand in front.
    private mutating func dropCancelled(_ links: RowChains) {
        guard !cancelled.isEmpty else { return }
        while let head = chains.first?.head, cancelled.remove(head) != nil { dropChainHead(links) }
        while let head = returned.first?.row, cancelled.remove(head) != nil { _ = returned.popFirst() }
        while let head = due.first?.key.row, cancelled.remove(head) != nil { _ = due.popFirst() }
    }
}
