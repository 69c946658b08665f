import Frontier

/// A URL's place in its host's queue, and the URL: deferred ones, then priority, depth, discovery.
struct QueueKey: Comparable, Hashable {
    private let bits: UInt64

    /// - Parameter isDeferred: true puts it in front of everything that was not deferred.
    init(row: UInt32, rank: QueueRank, isDeferred: Bool = false) {
        bits = (isDeferred ? 0 : 1 << 48) | UInt64(rank.bits) << 32 | UInt64(row)
    }

    var row: UInt32 { UInt32(truncatingIfNeeded: bits) }
    var rank: QueueRank { QueueRank(bits: UInt16(truncatingIfNeeded: bits >> 32)) }

    /// The same URL, as if it had never been deferred.
    var undeferred: QueueKey { QueueKey(row: row, rank: rank) }
    var deferred: QueueKey { QueueKey(row: row, rank: rank, isDeferred: true) }

    static func < (one: QueueKey, other: QueueKey) -> Bool { one.bits < other.bits }
}

/// What orders the URLs of a host before their discovery does: priority, then depth.
struct QueueRank: Comparable, Hashable {
    let bits: UInt16

    init(bits: UInt16) { self.bits = bits }

    /// What does not fit into a byte counts as the last.
    init(priority: Int, depth: Int) {
        bits = UInt16(UInt8(clamping: priority)) << 8 | UInt16(UInt8(clamping: depth))
    }

    init(_ candidate: Candidate) {
        self.init(priority: candidate.priority.rawValue, depth: candidate.hopPath.depth)
    }

    var priority: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) }
    var depth: UInt8 { UInt8(truncatingIfNeeded: bits) }

    static func < (one: QueueRank, other: QueueRank) -> Bool { one.bits < other.bits }
}
