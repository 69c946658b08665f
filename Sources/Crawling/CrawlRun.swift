import FoundationEssentials
package import Frontier

/// One run of a crawl, from its first claim to its last commit.
///
/// Owns nothing but the end of the run: leases are the feed's, completions the batcher's, numbers the monitor's. As
/// many workers as fetches may be in flight, slow ones and pages that wait to be read included, pull leases, visit and commit;
/// each holds at most one page in memory.
package actor CrawlRun {
    private let visit: PageVisit
    private let frontier: any FrontierStore
    private let feed: LeaseFeed
    private let batcher: CompletionBatcher
    private let monitor: CrawlMonitor
    private let limits: RunLimits
    private let freeDiskBytes: @Sendable () -> Int64?
    private var error: VisitError?
    private var answered = false

    /// Workers for each fetch that may be in flight. One alone would do if pages were read at once: hosts that all send the
    /// largest would have every worker wait for its turn, and no other host would be asked.
    private static let workersPerFetch = LeaseFeed.fetchesPerPlace + 4

    /// Seconds between two looks at leases that grow old and at the disk.
    private static let watchInterval: Duration = .seconds(5)

    /// `freeDiskBytes` says how much is free on the archive's disk; nil: it cannot be told.
    package init(
        visit: PageVisit, frontier: any FrontierStore,
        freeDiskBytes: @escaping @Sendable () -> Int64? = { nil }
    ) {
        self.frontier = frontier
        self.freeDiskBytes = freeDiskBytes
        limits = visit.plan.limits
        let feed = LeaseFeed(frontier: frontier, limits: visit.plan.limits, now: visit.clock.now)
        self.feed = feed
        self.visit = visit.telling { await feed.rests($0.token) }
        batcher = CompletionBatcher(frontier: frontier)
        monitor = CrawlMonitor(now: visit.clock.now)
    }

    /// Runs until nothing is left, a limit is met, or `stop` is called. Throws what made going on impossible; what
    /// was committed until then stays.
    package func run() async throws(VisitError) -> RunEnd {
        if let free = tooLittleFree { await feed.stop(.lowDisk(freeBytes: free)) }
        let watch = Task { await self.watch() }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<(max(1, limits.concurrency) * Self.workersPerFetch) {
                group.addTask { await self.work() }
            }
        }
        watch.cancel()
        if let error { throw error }
        if let error = await feed.frontierError { throw .frontier(error) }
        return try await verdict(on: await feed.runEnd ?? .finished)
    }

    /// Asks for the end: leases that are out come to theirs.
    package func stop(_ reason: RunEnd = .stopped(.signal)) async { await feed.stop(reason) }

    /// Fetches that are under way now.
    package var inFlight: Int { get async { await feed.activity.inFlight } }

    /// Pauses claiming, or goes on.
    package func pause(_ paused: Bool) async { await feed.pause(paused) }

    /// The state of the run now.
    package func progress() async throws(FrontierError) -> CrawlProgress {
        let (inFlight, isPaused) = await feed.activity
        return await monitor.progress(
            inFlight: inFlight, isPaused: isPaused, nextWake: try await frontier.nextWake(),
            counts: try await frontier.counts())
    }

    /// One worker: lease, visit, commit, again.
    private nonisolated func work() async {
        while let lease = await feed.next() {
            do throws(VisitError) {
                let result = try await visit.run(lease)
                let isCommitted = try await commit(result)
                await feed.returned(result, isCommitted: isCommitted)
                if isCommitted {
                    visit.offered.insert(result.completion.discoveries)
                    await monitor.count(result)
                }
                if result.completion.status != nil { await noteAnswer() }
            } catch {
                await fail(error)
            }
        }
    }

    private nonisolated func commit(_ result: VisitResult) async throws(VisitError) -> Bool {
        do { return try await batcher.commit(result) } catch { throw .frontier(error) }
    }

    private func noteAnswer() { answered = true }

    private func fail(_ error: VisitError) async {
        if self.error == nil { self.error = error }
        await feed.stop(.failed)
    }

    /// A run whose every request went unanswered in a crawl that has nothing archived is told apart, and one that met a
    /// limit when nothing was left.
    private func verdict(on end: RunEnd) async throws(VisitError) -> RunEnd {
        var end = end
        switch end {
        case .stopped(.timeLimit), .stopped(.byteLimit):
            do { if try await frontier.nextWake() == nil { end = .finished } } catch {
                throw .frontier(error)
            }
        default: break
        }
        switch end {
        case .finished, .stopped(.waiting):
            guard !answered else { return end }
            do {
                let counts = try await frontier.counts()
                // What was taken out of the archive had been fetched.
                let hadCaptures = counts.archived + counts.revisited > 0 || counts.skipped[.forgotten] != nil
                return hadCaptures ? end : .nothingFetched
            } catch { throw .frontier(error) }
        default: return end
        }
    }

    /// The bytes that are free on the archive's disk if those are less than there must be; nil: all is well.
    private var tooLittleFree: Int64? {
        guard limits.minimumFreeDiskBytes > 0, let free = freeDiskBytes() else { return nil }
        return free < limits.minimumFreeDiskBytes ? free : nil
    }

    private func watch() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.watchInterval)
            await feed.renewOld()
            if let free = tooLittleFree { await feed.stop(.lowDisk(freeBytes: free)) }
        }
    }
}
