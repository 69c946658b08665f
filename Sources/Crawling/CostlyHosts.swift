import Synchronization
import WebURLs

/// The hosts whose last page took long to read.
///
/// Half a megabyte of nested lists takes a fifth of a second, a hundred times what a page of people takes. A few hosts of
/// such pages would keep every thread of the cooperative pool, and the others' pages would wait in line behind theirs. So
/// they wait for each other instead, as large pages do (`ReadingTurns`). May be asked by any task.
final class CostlyHosts: Sendable {
    private let hosts = Mutex<Set<HostKey>>([])

    /// Processor time of one page. Pages of people stay below a tenth of it.
    static let threshold: Duration = .milliseconds(20)
    /// Beyond it everything is forgotten and learned anew.
    private static let maximum = 10_000

    func contains(_ host: HostKey) -> Bool { hosts.withLock { $0.contains(host) } }

    /// Takes note of what a page of the host cost in all; what counts is the last one.
    func note(_ cost: Duration, of host: HostKey) {
        let isCostly = cost > Self.threshold
        hosts.withLock { hosts in
            guard isCostly != hosts.contains(host) else { return }
            if isCostly {
                if hosts.count >= Self.maximum { hosts.removeAll() }
                hosts.insert(host)
            } else {
                hosts.remove(host)
            }
        }
    }
}
