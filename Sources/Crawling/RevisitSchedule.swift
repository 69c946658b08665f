package import FoundationEssentials
package import Frontier

/// When each URL of a crawl is due again: what changes is looked at often, what does not ever more seldom.
///
/// A value without a clock. Front pages and feeds, which change all the time, keep the shortest interval; a story that
/// stays as it is reaches the longest one after a few visits, and so does what is tried in vain.
package struct RevisitSchedule: Sendable {
    private struct Plan {
        var interval: Double
        /// Nil while it stands in the crawl's queue, which knows when its turn comes.
        var dueAt: Date?
    }

    /// Between two visits of what changes.
    package let shortest: Duration
    /// Between two visits of what never does: so many times the shortest.
    private static let longestFactor = 16.0
    /// What an unchanged answer multiplies the interval with; a changed one halves it.
    private static let growth = 2.0

    private var plans: [String: Plan] = [:]

    package init(shortest: Duration) { self.shortest = shortest }

    /// True if the URL may be visited now; one that is not known is due at once.
    package func isDue(_ key: String, at now: Date) -> Bool {
        plans[key].map { $0.dueAt.map { $0 <= now } ?? false } ?? true
    }

    /// When the next URL is due; nil if none is known that is not in the queue already.
    package var nextDue: Date? { plans.values.compactMap(\.dueAt).min() }

    /// Takes note of a visit.
    package mutating func note(_ key: String, hasChanged: Bool, at time: Date) {
        let least = max(shortest.seconds, 0.001)
        let before = plans[key]?.interval ?? least
        let interval =
            hasChanged
            ? max(least, before / 2) : min(least * Self.longestFactor, before * Self.growth)
        plans[key] = Plan(interval: interval, dueAt: time.addingTimeInterval(interval))
    }

    /// Takes note of what became of an entry since a moment; those that nothing became of are left as they are.
    ///
    /// What was given up is looked at ever more seldom, and nothing that cannot be queued again is ever due.
    package mutating func note(_ entry: URLEntry, since start: Date) {
        let key = entry.candidate.key
        switch entry.state {
        case .queued, .leased, .waiting: plans[key]?.dueAt = nil
        case .archived, .revisited, .failed, .skipped:
            guard entry.mayBeRequeued else { return plans[key] = nil }
            guard let finishedAt = entry.finishedAt, finishedAt >= start else { return }
            let hasChanged = if case .archived = entry.state { true } else { false }
            note(key, hasChanged: hasChanged, at: finishedAt)
        }
    }
}
