package import FoundationEssentials
package import Frontier

/// When each URL of a crawl is due again: what changes is looked at often, what does not ever more seldom.
///
/// A value without a clock. Front pages and feeds, which change all the time, keep the shortest interval; a story that
/// stays as it is reaches the longest one after a few visits.
package struct RevisitSchedule: Sendable {
    private struct Plan {
        var interval: Double
        var dueAt: Date
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
    package func isDue(_ key: String, at now: Date) -> Bool { plans[key].map { $0.dueAt <= now } ?? true }

    /// When the next URL is due; nil if none is known.
    package var nextDue: Date? { plans.values.map(\.dueAt).min() }

    /// Takes note of a visit.
    package mutating func note(_ key: String, hasChanged: Bool, at time: Date) {
        let least = max(shortest.seconds, 0.001)
        let before = plans[key]?.interval ?? least
        let interval =
            hasChanged
            ? max(least, before / 2) : min(least * Self.longestFactor, before * Self.growth)
        plans[key] = Plan(interval: interval, dueAt: time.addingTimeInterval(interval))
    }

    /// Takes note of an entry that was visited since a moment; others are left as they are.
    package mutating func note(_ entry: URLEntry, since start: Date) {
        guard let finishedAt = entry.finishedAt, finishedAt >= start else { return }
        switch entry.state {
        case .archived: note(entry.candidate.key, hasChanged: true, at: finishedAt)
        case .revisited: note(entry.candidate.key, hasChanged: false, at: finishedAt)
        case .queued, .leased, .waiting, .skipped, .failed: break
        }
    }
}
