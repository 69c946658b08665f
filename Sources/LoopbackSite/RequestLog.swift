import Synchronization

/// What a server was asked, in order; the judge of whether a crawl was polite.
package final class RequestLog: Sendable {
    package struct Entry: Sendable {
        package let host: String
        package let method: String
        package let target: String
        package let userAgent: String?
        /// The connection's number, from 1.
        package let connection: Int
        /// When the request's head was complete.
        package let receivedAt: ContinuousClock.Instant
        /// When the answer had been handed to the system, or the peer had left; nil: under way.
        package fileprivate(set) var endedAt: ContinuousClock.Instant?
        /// True if the peer left before the answer was out.
        package fileprivate(set) var peerLeft = false

        package var path: String { String(target.prefix { $0 != "?" }) }
    }

    private struct State {
        var entries: [Entry] = []
        var waiters: [(isMet: @Sendable ([Entry]) -> Bool, continuation: CheckedContinuation<Void, Never>)] =
            []
    }

    private let state = Mutex(State())

    package init() {}

    package var entries: [Entry] { state.withLock { $0.entries } }

    /// Returns once the entries satisfy a condition, which is looked at with each change.
    package func wait(until isMet: @escaping @Sendable ([Entry]) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isMetNow = state.withLock { state in
                if isMet(state.entries) { return true }
                state.waiters.append((isMet, continuation))
                return false
            }
            if isMetNow { continuation.resume() }
        }
    }

    /// Returns once this many requests have come.
    package func wait(forRequests count: Int) async { await wait { $0.count >= count } }

    /// Notes a request; its index.
    func begin(_ request: SiteRequest) -> Int {
        change { entries in
            entries.append(
                Entry(
                    host: request.host, method: request.method, target: request.target,
                    userAgent: request["User-Agent"], connection: request.connection, receivedAt: .now))
            return entries.count - 1
        }
    }

    func end(_ index: Int, peerLeft: Bool) {
        change { entries in
            guard entries.indices.contains(index) else { return }
            entries[index].endedAt = .now
            entries[index].peerLeft = peerLeft
        }
    }

    private func change<Result: Sendable>(_ body: (inout [Entry]) -> Result) -> Result {
        let (result, met) = state.withLock { state in
            let result = body(&state.entries)
            let entries = state.entries
            let met = state.waiters.filter { $0.isMet(entries) }.map(\.continuation)
            if !met.isEmpty { state.waiters.removeAll { $0.isMet(entries) } }
            return (result, met)
        }
        for continuation in met { continuation.resume() }
        return result
    }
}

// MARK: - Questions

extension RequestLog {
    /// The hosts that were asked.
    package var hosts: Set<String> { Set(entries.map(\.host)) }

    /// Requests by path; nil for all hosts.
    package func requestsPerPath(ofHost host: String? = nil) -> [String: Int] {
        entries.reduce(into: [:]) { counts, entry in
            if host == nil || entry.host == host { counts[entry.path, default: 0] += 1 }
        }
    }

    /// The smallest time between the beginnings of two requests to a host; nil if there were not two.
    package func smallestGap(ofHost host: String) -> Duration? {
        let times = entries.filter { $0.host == host }.map(\.receivedAt).sorted()
        return zip(times, times.dropFirst()).map { $0.duration(to: $1) }.min()
    }

    /// The smallest time from the end of an answer to the next request to the host, zero if they overlap; nil if there
    /// were not two.
    package func smallestPause(ofHost host: String) -> Duration? {
        let own = entries.filter { $0.host == host }.sorted { $0.receivedAt < $1.receivedAt }
        return zip(own, own.dropFirst()).map {
            max(.zero, ($0.endedAt ?? $1.receivedAt).duration(to: $1.receivedAt))
        }.min()
    }

    /// The most requests to a host that were under way at once.
    package func largestParallelism(ofHost host: String) -> Int {
        let own = entries.filter { $0.host == host }
        let last = own.flatMap { [$0.receivedAt, $0.endedAt].compactMap { $0 } }.max()
        // At the same instant an end comes before a beginning.
        let steps = own.flatMap { entry -> [(at: ContinuousClock.Instant, step: Int)] in
            [(entry.receivedAt, 1), (entry.endedAt ?? last ?? entry.receivedAt, -1)]
        }.sorted { ($0.at, $0.step) < ($1.at, $1.step) }
        var now = 0
        return steps.reduce(into: 0) { largest, step in
            now += step.step
            largest = max(largest, now)
        }
    }
}
