package import FoundationEssentials
package import Frontier

/// Hands leases to workers: claims many at once, sleeps exactly until the next host is ready, and ends the run.
///
/// Owns the leases that are out, the workers that wait and the run's limits. Its own calls to the frontier are made
/// by one pump at a time; workers may come and go while it waits.
package actor LeaseFeed {
    private let frontier: any FrontierStore
    private let limits: RunLimits
    private let now: @Sendable () -> Date
    private var idle: [CheckedContinuation<Lease?, Never>] = []
    private var out: [Lease.Token: Date] = [:]
    /// Those of them whose fetch is over and whose page waits for its turn to be read: no fetches in flight any more.
    private var resting: Set<Lease.Token> = []
    /// Those whose fetch has taken longer than `patience`.
    private var slow: Set<Lease.Token> = []
    private var end: RunEnd?
    private var error: FrontierError?
    private var isPumping = false
    private var isPaused = false
    private var sleeper: Task<Void, Never>?
    private var mustLookAgain = false
    private var pages = 0
    private var withheldPages = 0
    private var bytes: Int64 = 0
    private let startedAt: Date
    /// When the queue last became shorter: a retry, a failure without an answer or a wait for robots.txt do not count.
    private var lastProgress: Date

    /// After that long a fetch leaves its place among those in flight to another: hosts that answer a byte a second, or never,
    /// would otherwise have all places sooner or later, and the others would wait for their time limits.
    package static let patience: Duration = .seconds(2)
    /// Fetches for each that may be in flight, slow ones included.
    package static let fetchesPerPlace = 4

    package init(frontier: any FrontierStore, limits: RunLimits, now: @escaping @Sendable () -> Date) {
        self.frontier = frontier
        self.limits = limits
        self.now = now
        startedAt = now()
        lastProgress = startedAt
    }

    /// The next lease; nil: the run is over for this worker.
    package func next() async -> Lease? {
        if end != nil { return nil }
        return await withCheckedContinuation { continuation in
            idle.append(continuation)
            pump()
        }
    }

    /// Takes note of what became of a lease, once that is committed.
    package func returned(_ result: VisitResult, isCommitted: Bool) {
        out[result.completion.lease.token] = nil
        resting.remove(result.completion.lease.token)
        slow.remove(result.completion.lease.token)
        if isCommitted {
            if result.completion.isPage { pages += 1 }
            if result.isWithheldPage { withheldPages += 1 }
            if result.completion.isProgress { lastProgress = now() }
        }
        bytes += Int64(result.bytes)
        if let maximum = limits.maximumBytes, bytes >= maximum { finish(.stopped(.byteLimit(maximum))) }
        wake()
    }

    /// Takes note that a lease's page waits to be read, so that another fetch may begin meanwhile.
    package func rests(_ token: Lease.Token) {
        guard out[token] != nil else { return }
        resting.insert(token)
        slow.remove(token)
        wake()
    }

    /// No more leases; those that are out come to their end.
    package func stop(_ reason: RunEnd) {
        finish(reason)
        wake()
    }

    /// Claims nothing more while paused.
    package func pause(_ paused: Bool) {
        isPaused = paused
        wake()
    }

    /// Why the run is over; nil while it goes on.
    package var runEnd: RunEnd? { end }
    /// What the frontier threw; nil if it did not.
    package var frontierError: FrontierError? { error }
    /// Leases that are out, and whether claiming is paused.
    package var activity: (inFlight: Int, isPaused: Bool) { (out.count, isPaused) }
    package var pagesOfRun: Int { pages }

    /// Prolongs every lease that has passed half its life.
    package func renewOld() async {
        let half = limits.lease / 2
        for (token, since) in out where now().timeIntervalSince(since) > half.seconds {
            do throws(FrontierError) {
                if try await frontier.renew(token, for: limits.lease), out[token] != nil {
                    out[token] = now()
                }
            } catch { fail(error) }
        }
    }

    // MARK: - The pump

    private func pump() {
        guard !isPumping else { return wake() }
        isPumping = true
        Task { await self.run() }
    }

    private func wake() {
        mustLookAgain = true
        sleeper?.cancel()
    }

    private func run() async {
        while end == nil, !idle.isEmpty {
            mustLookAgain = false
            do throws(FrontierError) {
                try await step()
            } catch { fail(error) }
        }
        isPumping = false
        if end != nil { release() }
    }

    private func step() async throws(FrontierError) {
        if let maximum = limits.maximumTime, now().timeIntervalSince(startedAt) >= maximum.seconds {
            return finish(.stopped(.timeLimit(maximum)))
        }
        let room = pageRoom()
        if room == 0, out.isEmpty, let maximum = limits.maximumPages {
            return finish(try await frontier.nextWake() == nil ? .finished : .stopped(.pageLimit(maximum)))
        }
        let free = freePlaces()
        let wanted = isPaused ? 0 : min(idle.count, room, free)
        if wanted > 0 {
            let leases = try await frontier.claim(upTo: wanted, for: limits.lease)
            for lease in leases {
                out[lease.token] = now()
                // Fewer may wait than did when the claim was made: only the pump hands out, so there are enough.
                idle.removeFirst().resume(returning: lease)
            }
            if !leases.isEmpty { return }
        }
        guard !mustLookAgain else { return }
        try await rest(untilClaimable: wanted > 0, untilSlow: free == 0)
    }

    /// Fetches that may begin now.
    private func freePlaces() -> Int {
        // One at a time means one.
        guard limits.concurrency > 1 else { return max(0, limits.concurrency - (out.count - resting.count)) }
        if out.count - resting.count - slow.count >= limits.concurrency {
            let limit = now().addingTimeInterval(-Self.patience.seconds)
            for (token, since) in out where since <= limit && !resting.contains(token) {
                slow.insert(token)
            }
        }
        let fetching = out.count - resting.count
        return max(
            0,
            min(
                limits.concurrency - (fetching - slow.count),
                limits.concurrency * Self.fetchesPerPlace - fetching))
    }

    /// When the next of the fetches in flight will have taken too long; nil: none will.
    private var nextSlow: Date? {
        out.lazy.filter { [resting, slow] in !resting.contains($0.key) && !slow.contains($0.key) }
            .map(\.value).min()?.addingTimeInterval(Self.patience.seconds)
    }

    /// Pages that may still be begun, so that the limit is met exactly.
    private func pageRoom() -> Int {
        limits.maximumPages.map { max(0, $0 - pages - withheldPages - out.count) } ?? .max
    }

    private func rest(untilClaimable: Bool, untilSlow: Bool) async throws(FrontierError) {
        var until = now().addingTimeInterval(Self.longestSleep)
        if untilSlow, let next = nextSlow { until = min(until, next) }
        if untilClaimable {
            guard let next = try await frontier.nextWake() else {
                if out.isEmpty, !mustLookAgain { finish(.finished) }
                if out.isEmpty { return }
                return await sleep(until: until)
            }
            if out.isEmpty, next.timeIntervalSince(lastProgress) > limits.maximumWait.seconds {
                return finish(.stopped(.waiting(until: next)))
            }
            until = min(until, next)
        }
        if let maximum = limits.maximumTime {
            until = min(until, startedAt.addingTimeInterval(maximum.seconds))
        }
        await sleep(until: until)
    }

    /// Looks at the frontier at least this often, should a wake-up ever be missed by another worker's doing.
    private static let longestSleep: TimeInterval = 30

    private func sleep(until: Date) async {
        guard !mustLookAgain else { return }
        let seconds = max(0.001, until.timeIntervalSince(now()))
        let task = Task { _ = try? await Task.sleep(for: .seconds(seconds)) }
        sleeper = task
        await task.value
        sleeper = nil
    }

    private func finish(_ reason: RunEnd) {
        if end == nil { end = reason }
    }

    private func fail(_ error: FrontierError) {
        if self.error == nil { self.error = error }
        finish(.failed)
        wake()
    }

    private func release() {
        let waiting = idle
        idle.removeAll()
        for continuation in waiting { continuation.resume(returning: nil) }
    }
}

extension Completion {
    /// True if the URL leaves the queue by an answer or a rule.
    fileprivate var isProgress: Bool {
        switch outcome {
        case .archived, .revisited, .skipped: true
        case .failed: status != nil
        case .deferred, .retry: false
        }
    }
}

extension Duration {
    /// In seconds, fractions included.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
