package import Archiving
import Executors
import Feeds
package import Fetching
package import FoundationEssentials
package import Frontier
import HTTPMessages
package import Pages
import Politeness
import WebURLs

/// READ THIS FIRST: one URL's way from its lease to its completion.
///
/// robots.txt is known or fetched first; the page is fetched, read once, archived and synced; only then does the
/// completion tell the frontier where it lies and where it leads. A visit has no state: any number run at once.
package struct PageVisit: Sendable {
    package let plan: CrawlPlan
    package let scope: LearnedScope
    package let offered: OfferedURLs
    package let watch: TrapWatch
    package let robots: RobotsDirectory
    package let fetcher: any Fetcher
    package let reader: PageReader
    package let archive: any CaptureArchive
    package let memory: any HostMemory
    package let log: any CrawlLogging
    package let clock: VisitClock
    private let turns = ReadingTurns()
    private let costly = CostlyHosts()
    let silent = SilentHosts()
    let quota = HostQuota()
    /// Reads what is large: other hosts go on at their pace meanwhile.
    private let patient = PatientThread(name: "large pages")
    /// Told of a lease whose page has come and waits for its turn to be read.
    private var rests: @Sendable (Lease) async -> Void = { _ in }

    package init(
        plan: CrawlPlan, scope: LearnedScope, offered: OfferedURLs = OfferedURLs(),
        watch: TrapWatch = TrapWatch(), robots: RobotsDirectory,
        fetcher: any Fetcher,
        reader: PageReader,
        archive: any CaptureArchive, memory: any HostMemory, log: any CrawlLogging, clock: VisitClock
    ) {
        self.plan = plan
        self.scope = scope
        self.offered = offered
        self.watch = watch
        self.robots = robots
        self.fetcher = fetcher
        self.reader = reader
        self.archive = archive
        self.memory = memory
        self.log = log
        self.clock = clock
    }

    /// The same, which calls `rests` with each lease whose page has come and waits for its turn to be read.
    func telling(rests: @escaping @Sendable (Lease) async -> Void) -> PageVisit {
        var visit = self
        visit.rests = rests
        return visit
    }

    /// Makes the visit. Throws only what must end the run; every other trouble is an outcome.
    @concurrent
    package func run(_ lease: Lease) async throws(VisitError) -> VisitResult {
        let robotsFetch = RobotsFetch(visit: self)
        if lease.candidate.isRobotsFetchOnAnotherHost {
            return try await robotsFetch.continueElsewhere(lease)
        }
        let host = lease.host
        if let limit = plan.maximumPagesPerHost, !quota.hasRoom(host.key, pages: host.pages, limit: limit) {
            return skipped(lease, .hostLimit)
        }
        if silent.isGivenUp(host.key) { return givenUp(lease) }

        guard let rules = try await knownRules(for: lease) else { return try await robotsFetch.first(lease) }
        let verdict = rules.rules.verdict(for: lease.url)
        guard verdict.isAllowed else {
            return skipped(lease, rules.isReachable ? .robots : .robotsUnreachable)
        }

        let last = try await lastCapture(of: lease)
        var captures: [Capture]
        do throws(FetchError) {
            captures = try await exchange(lease, under: rules, unlessAs: last)
        } catch {
            return try await failure(error, of: lease, under: rules)
        }
        silent.noteAnswer(of: host.key)
        guard let capture = captures.popLast() else { return skipped(lease, .redirectLimit) }
        let answer = Answer(
            capture: capture, before: captures, lease: lease, rules: rules, verdict: verdict,
            last: last)
        log.append(answer.logLine())

        if let retry = retry(answer) {
            quota.note(host.key, isWithheldPage: false)
            return retry
        }
        let result = try await inTurn(answer)
        if !result.completion.isPage { quota.note(host.key, isWithheldPage: result.isWithheldPage) }
        return result
    }

    /// Keeps an answer: small ones at once, large ones and those of costly hosts one after the other until their records are
    /// written.
    private func inTurn(_ answer: Answer) async throws(VisitError) -> VisitResult {
        let capture = answer.capture
        if answer.isPage, capture.isBeyondReading {
            return try await whenItsTurn(answer) { () async throws(VisitError) in
                try await keep(answer, .unread(capture, directives: answer.directives(page: nil)), nil)
            }
        }
        guard answer.isPage else {
            guard answer.mayBeFeed, !capture.isSmallFeed else {
                let feed = answer.mayBeFeed ? answer.feed : nil
                guard case .spooled = capture.body else { return try await keep(answer, nil, feed) }
                return try await whenItsTurn(answer) { () async throws(VisitError) in
                    try await keep(answer, nil, feed)
                }
            }
            return try await whenItsTurn(answer) { () async throws(VisitError) in
                try await keep(answer, nil, await patient.run { answer.feed })
            }
        }
        // One fetch at a time has nobody to make way for, and its records the order of the fetches.
        let mustWait = plan.limits.concurrency > 1 && costly.contains(answer.lease.host.key)
        if !mustWait, let decoded = capture.smallPage {
            let begun = ThreadTime.now
            let page = reader.page(of: capture, decoded)
            return try await keep(answer, page, nil, cost: ThreadTime.now - begun)
        }
        return try await whenItsTurn(answer) { () async throws(VisitError) in
            let (page, cost) = await patient.run { [reader] in
                let begun = ThreadTime.now
                return (reader.page(of: capture, nil), ThreadTime.now - begun)
            }
            return try await keep(answer, page, nil, cost: cost)
        }
    }

    /// Makes way for another fetch, waits for the turn, and keeps the answer.
    private func whenItsTurn(
        _ answer: Answer, keep: () async throws(VisitError) -> VisitResult
    ) async throws(VisitError) -> VisitResult {
        await rests(answer.lease)
        return try await turns.inTurn(keep)
    }

    /// Archives an answer with what was read in it, and says what became of it.
    ///
    /// - Parameter cost: Processor time that reading it took; nil: it was not read.
    private func keep(
        _ answer: Answer, _ page: Page?, _ feed: Feed?, cost: Duration? = nil
    ) async throws(VisitError) -> VisitResult {
        let capture = answer.capture
        let begun = ThreadTime.now
        var discoveries = discoveries(of: answer, page: page, feed: feed)
        if let cost { costly.note(cost + (ThreadTime.now - begun), of: answer.lease.host.key) }
        var learned: [Fact] = []
        if let target = answer.redirectTarget {
            if answer.lease.candidate.hopPath.isSeedOrItsRedirect {
                let domain = HostKey.registrableDomain(of: target.host)
                scope.learn(domain)
                learned.append(.scopeDomain(domain))
            }
            discoveries.append(
                selection(for: answer.lease).redirect(to: target, from: answer.lease.candidate))
        }

        let earlier = try await earlierCapture(of: answer)
        let optOuts = answer.isSuccess ? answer.aiOptOuts(page: page) : []
        let mustWithhold = answer.isSuccess ? withholding(answer, page: page, optOuts: optOuts) : nil
        let content: CaptureRecords.Content =
            if mustWithhold != nil { .withheld(capture) } else if let earlier {
                .revisit(capture, of: earlier)
            } else { .response(capture) }
        let receipt = try await append(
            answer.before.map { answer.records(.response($0)) }
                + [answer.records(content, page: answer.isSuccess ? page : nil, aiOptOuts: optOuts)])
        guard let place = receipt.placements.last else { return skipped(answer.lease, .noarchive) }

        let outcome: Completion.Outcome =
            if let mustWithhold {
                .skipped(mustWithhold)
            } else if let gaveUp = answer.failureReason {
                .failed(reason: gaveUp)
            } else if earlier != nil {
                .revisited(place.location)
            } else { .archived(place.location) }
        let keeps = mustWithhold == nil && answer.failureReason == nil
        let completion = Completion(
            lease: answer.lease, outcome: outcome, finishedAt: capture.finishedAt,
            status: capture.head.status,
            isPage: keeps && answer.redirectTarget == nil
                && answer.lease.candidate.hopPath.lastButRedirects != .requisite,
            payload: keeps && earlier == nil && answer.isSuccess
                ? answer.payload(recordID: place.recordID) : nil,
            written: receipt.ends, discoveries: discoveries, hostReadyAt: readyAt(after: answer),
            learned: learned)
        return VisitResult(
            completion, sequence: receipt.sequence, bytes: answer.receivedBytes,
            isCut: capture.truncation != nil, isWithheldPage: mustWithhold != nil && answer.isPage)
    }

    /// What an answer names: links of a page and what belongs to it, or the entries of a sitemap or feed.
    private func discoveries(of answer: Answer, page: Page?, feed: Feed?) -> [Candidate] {
        let candidate = answer.lease.candidate
        let selection = selection(for: answer.lease)
        guard let page else { return feed.map { selection.candidates(from: $0, of: candidate) } ?? [] }
        let trap = watch.reason(
            againstLinksOf: page, payloadDigest: answer.digest, of: candidate, plan.traps)
        let links = selection.candidates(from: page, of: candidate, trap: trap)
        let isKept = withholding(answer, page: page, optOuts: answer.aiOptOuts(page: page)) == nil
        return isKept ? links + selection.requisites(of: page, of: candidate) : links
    }

    func selection(for lease: Lease) -> CandidateSelection {
        CandidateSelection(
            plan: plan, scope: scope.current, offered: offered, watch: watch, host: lease.host)
    }

    /// The capture whose payload this one repeats; nil if it is new, empty, or none that may be repeated.
    private func earlierCapture(
        of answer: Answer
    ) async throws(VisitError) -> CaptureRecords.EarlierCapture? {
        if answer.isNotModified, let last = answer.last {
            return CaptureRecords.EarlierCapture(recordID: last.recordID, url: last.url, date: last.date)
        }
        guard answer.isSuccess, answer.capture.body.count > 0, answer.capture.truncation == nil else {
            return nil
        }
        do {
            return try await memory.capture(withPayloadDigest: answer.digest).map {
                CaptureRecords.EarlierCapture(recordID: $0.recordID, url: $0.url, date: $0.date)
            }
        } catch { throw .frontier(error) }
    }

    /// Why an answer must not be kept; nil if it may.
    private func withholding(_ answer: Answer, page: Page?, optOuts: [String]) -> SkipReason? {
        if !answer.directives(page: page).archive { return .noarchive }
        return plan.respectsAIOptOut && !optOuts.isEmpty ? .optOut : nil
    }

    /// What a conditional request may refer to; nil: the page is asked for as it is.
    private func lastCapture(of lease: Lease) async throws(VisitError) -> CapturedPayload? {
        guard plan.isRecrawl else { return nil }
        do {
            let last = try await memory.lastCapture(ofKey: lease.candidate.key)
            return last?.etag == nil && last?.lastModified == nil ? nil : last
        } catch { throw .frontier(error) }
    }

    func knownRules(for lease: Lease) async throws(VisitError) -> OriginRules? {
        do { return try await robots.rules(for: lease.url.origin) } catch { throw .frontier(error) }
    }

    func append(_ batch: [CaptureRecords]) async throws(VisitError) -> AppendReceipt {
        do { return try await archive.append(batch) } catch { throw .archive(error) }
    }

    func skipped(_ lease: Lease, _ reason: SkipReason, isLogged: Bool = false) -> VisitResult {
        let now = clock.now()
        if !isLogged { logSkip(lease, reason) }
        return VisitResult(
            Completion(lease: lease, outcome: .skipped(reason), finishedAt: now, hostReadyAt: now))
    }

    /// What stands for the status in crawl.log: retries that failed. The codes of connections tell of requests, which audits
    /// measure the pauses between.
    private static let silenceLogCode = -8

    /// A URL of a host that is given up: it has failed without a request.
    private func givenUp(_ lease: Lease) -> VisitResult {
        let now = clock.now()
        log.append(
            CrawlLogLine(
                skipped: lease.url, code: Self.silenceLogCode, rule: Completion.Outcome.hostSilence, at: now,
                via: lease.candidate.via, hopPath: lease.candidate.hopPath.letters))
        return VisitResult(
            Completion(
                lease: lease, outcome: .failed(reason: Completion.Outcome.hostSilence), finishedAt: now,
                hostReadyAt: now)
        )
    }
}

extension PageVisit {
    /// Notes in the log that a URL whose turn had come was not asked for.
    func logSkip(_ lease: Lease, _ reason: SkipReason) {
        log.append(
            CrawlLogLine(
                skipped: lease.url, code: reason.logCode, rule: reason.rawValue, at: clock.now(),
                via: lease.candidate.via, hopPath: lease.candidate.hopPath.letters))
    }
}

/// What a visit hands on: the completion, and its place in the order of the archive.
package struct VisitResult: Sendable {
    package let completion: Completion
    /// `AppendReceipt.sequence`; nil if nothing was written.
    package let sequence: Int?
    /// Of bodies as received; 0 if nothing was fetched.
    package let bytes: Int
    /// True if the body was cut: at a limit, or because the connection or the time ended.
    package let isCut: Bool
    /// True for a page that came and must not be kept: it counts for limits as if it were.
    let isWithheldPage: Bool

    init(
        _ completion: Completion, sequence: Int? = nil, bytes: Int = 0, isCut: Bool = false,
        isWithheldPage: Bool = false
    ) {
        self.completion = completion
        self.sequence = sequence
        self.bytes = bytes
        self.isCut = isCut
        self.isWithheldPage = isWithheldPage
    }
}

/// The time as visits see it; tests pass their own.
package struct VisitClock: Sendable {
    package let now: @Sendable () -> Date
    /// Returns at that time, or earlier if the task is cancelled.
    package let pause: @Sendable (Date) async -> Void

    package init(now: @escaping @Sendable () -> Date, pause: @escaping @Sendable (Date) async -> Void) {
        self.now = now
        self.pause = pause
    }

    /// The clock of the system.
    package static let system = VisitClock(
        now: { Date() },
        pause: { until in try? await Task.sleep(for: .seconds(max(0, until.timeIntervalSince(Date())))) })
}
