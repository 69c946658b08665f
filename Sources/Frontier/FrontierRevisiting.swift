/// Visiting again what was fetched, or tried in vain, before.
package protocol FrontierRevisiting: Sendable {
    /// Queues again the entries that `mayBeRequeued` or are `isHeldBack`, and that `isWanted`, at their old places and with
    /// all tries before
    /// them, and returns how many those are. Until they are fetched anew they count as queued; the status and time of
    /// their last fetch stay, and so does what their hosts have been told: a host that backs off goes on doing so.
    /// robots.txt is left out: it is fetched when it is needed. Long lists are taken in several transactions.
    func requeue(
        where isWanted: @Sendable (URLEntry) -> Bool
    ) async throws(FrontierError) -> Int
}

extension URLEntry {
    /// True if it was fetched or given up for its own sake and may be queued again.
    package var mayBeRequeued: Bool {
        switch state {
        case .archived, .revisited: isForItsOwnSake
        case .queued, .leased, .waiting, .skipped, .failed: isGivenUp
        }
    }

    /// True if it was tried in vain, or not asked for because its origin's robots.txt was: another visit may fare better.
    package var isGivenUp: Bool {
        switch state {
        case .failed: isForItsOwnSake
        case .skipped(.robotsUnreachable): isForItsOwnSake && finishedAt != nil
        case .archived, .revisited, .queued, .leased, .waiting, .skipped: false
        }
    }

    /// True if its turn had come when its host had as many pages as were allowed: another limit may let it in.
    package var isHeldBack: Bool {
        if case .skipped(.hostLimit) = state { isForItsOwnSake && finishedAt != nil } else { false }
    }

    private var isForItsOwnSake: Bool { candidate.hopPath.lastButRedirects != .prerequisite }
}
