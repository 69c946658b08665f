import Synchronization
import WebURLs

/// The hosts that are given up for the rest of a run, since they answered nothing time and again while others did.
///
/// A host that is gone may have thousands of URLs in the queue. With tries and back-off for each it would keep a crawl at
/// work for weeks after all others are done. While no host answers at all, the trouble is this machine's network, and none
/// is given up. Nothing is remembered beyond the run: the next one asks again. May be called by any task.
final class SilentHosts: Sendable {
    private struct State {
        /// Answers that any host has given.
        var answers = 0
        /// Requests in a row that a host left unanswered, and what `answers` was at the first of them.
        var rows: [HostKey: (length: Int, answersBefore: Int)] = [:]
        var givenUp: Set<HostKey> = []
    }

    private let state = Mutex(State())

    /// Unanswered requests in a row after which a host is given up. With the back-off between them they span five minutes
    /// by default.
    static let patience = 6
    /// Beyond it everything is forgotten and learned anew.
    private static let maximum = 100_000

    func isGivenUp(_ host: HostKey) -> Bool { state.withLock { $0.givenUp.contains(host) } }

    /// Takes note of an answer, whatever it says.
    func noteAnswer(of host: HostKey) {
        state.withLock { state in
            state.answers += 1
            state.rows[host] = nil
        }
    }

    /// Takes note of a request that brought no answer.
    ///
    /// - Returns: True if the host is given up.
    func noteSilence(of host: HostKey) -> Bool {
        state.withLock { state in
            if state.rows.count >= Self.maximum { state.rows.removeAll() }
            var row = state.rows[host] ?? (0, state.answers)
            row.length += 1
            state.rows[host] = row
            guard row.length >= Self.patience, state.answers > row.answersBefore else { return false }
            if state.givenUp.count >= Self.maximum { state.givenUp.removeAll() }
            state.givenUp.insert(host)
            return true
        }
    }
}
