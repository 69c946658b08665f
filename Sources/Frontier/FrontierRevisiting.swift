/// Visiting again what was fetched before.
package protocol FrontierRevisiting: Sendable {
    /// Queues again the entries that are archived or revisited and that `isWanted`, at their old places, and returns how
    /// many those are. Until they are fetched anew they count as queued; the status and time of their last fetch stay.
    /// robots.txt is left out: it is fetched when it is needed. Long lists are taken in several transactions.
    func requeue(
        where isWanted: @Sendable (URLEntry) -> Bool
    ) async throws(FrontierError) -> Int
}

extension URLEntry {
    /// True if it was fetched for its own sake and may be queued again.
    package var mayBeRequeued: Bool {
        switch state {
        case .archived, .revisited: candidate.hopPath.lastButRedirects != .prerequisite
        case .queued, .leased, .waiting, .skipped, .failed: false
        }
    }
}
