import Archiving
import Fetching
import FoundationEssentials
import Frontier
import HTTPMessages
import Politeness
import WebURLs

extension PageVisit {
    /// Redirects to the URL's own key that are followed within one visit.
    private static let maximumOwnRedirects = 5
    /// Seconds that `Retry-After` may add to the ordinary pause between them; if it asks for more, the redirect is kept as
    /// the answer.
    private static let longestOwnPause: TimeInterval = 30

    /// Fetches the URL. A redirect to a URL of the same key (a cookie set, a parameter dropped) is followed at once
    /// under the same entry, after the host's delay: nothing else could ever fetch it, since its key is known.
    ///
    /// - Parameter last: makes the first request conditional; nil: it is not.
    func exchange(
        _ lease: Lease, under rules: OriginRules, unlessAs last: CapturedPayload?
    ) async throws(FetchError) -> [Capture] {
        var captures: [Capture] = []
        var url = lease.url
        var visited: Set<WebURL> = []
        while visited.insert(url).inserted {
            let capture = try await logged(lease, startedAt: clock.now()) { () async throws(FetchError) in
                let condition = url == lease.url ? last : nil
                return try await fetcher.fetch(
                    FetchRequest(
                        url: url, ifNoneMatch: condition?.etag, ifModifiedSince: condition?.lastModified,
                        limits: plan.fetchLimits))
            }
            captures.append(capture)
            guard (300..<400).contains(capture.head.status), captures.count <= Self.maximumOwnRedirects,
                let target = capture.head.location.flatMap({ url.resolve($0)?.withoutFragment }),
                plan.identity.key(of: target) == lease.candidate.key, !visited.contains(target),
                target.origin == url.origin, rules.rules.allows(target)
            else { break }
            let readyAt = readyAt(after: capture, host: lease.host, rules: rules.rules)
            let ordinary = plan.politeness.delay(
                responseTime: capture.responseTime, rules: rules.rules, host: lease.host.key)
            // A visit holds one of the places of those in flight: it does not wait for a day in there.
            guard readyAt.timeIntervalSince(capture.finishedAt) <= ordinary.seconds + Self.longestOwnPause
            else { break }
            log.append(
                CrawlLogLine(
                    capture, via: lease.candidate.via, hopPath: lease.candidate.hopPath.letters))
            url = target
            await clock.pause(readyAt)
        }
        return captures
    }

    /// Runs a fetch; one that brings no answer is noted in the log, others when it is known what they are.
    private func logged(
        _ lease: Lease, startedAt: Date, fetch: () async throws(FetchError) -> Capture
    ) async throws(FetchError) -> Capture {
        do throws(FetchError) { return try await fetch() } catch {
            log.append(
                CrawlLogLine(
                    error, startedAt: startedAt, at: clock.now(), via: lease.candidate.via,
                    hopPath: lease.candidate.hopPath.letters))
            throw error
        }
    }

    /// When the host may be asked again after an answer.
    func readyAt(after answer: Answer) -> Date {
        readyAt(after: answer.capture, host: answer.lease.host, rules: answer.rules.rules)
    }

    func readyAt(after capture: Capture, host: HostState, rules: RobotsRules) -> Date {
        plan.politeness.readyAt(
            after: capture.finishedAt, responseTime: capture.responseTime, rules: rules,
            status: capture.head.status,
            host: host.key, retryAfter: capture.head.fields["retry-after"],
            consecutiveFailures: host.consecutiveFailures)
    }

    /// When the host may be asked again after a request that brought no answer; a Crawl-delay of the host holds all the
    /// same.
    func backOff(after finished: Date, lease: Lease, rules: RobotsRules) -> Date {
        plan.politeness.readyAt(
            after: finished, responseTime: .zero, rules: rules, status: nil, host: lease.host.key,
            consecutiveFailures: lease.host.consecutiveFailures)
    }

    /// The completion of an answer that is to be asked for again; nil if it is to be kept as it is.
    func retry(_ answer: Answer) -> VisitResult? {
        guard answer.isRefusal else { return nil }
        let readyAt = readyAt(after: answer)
        guard
            let at = plan.politeness.retryAt(
                after: answer.capture.finishedAt, status: answer.status, attempts: answer.lease.attempts,
                hostReadyAt: readyAt)
        else { return nil }
        let completion = Completion(
            lease: answer.lease, outcome: .retry(at: at, reason: "status \(answer.status)"),
            finishedAt: answer.capture.finishedAt, status: answer.status, hostReadyAt: readyAt)
        return VisitResult(completion, bytes: answer.receivedBytes)
    }

    /// What becomes of a URL when no answer came: another try later, or the end of it, with its records.
    func failure(
        _ error: FetchError, of lease: Lease, under rules: OriginRules
    ) async throws(VisitError) -> VisitResult {
        let now = clock.now()
        let candidate = lease.candidate
        if let error = error.diskError { throw .archive(error) }
        // The log has it already, as a fetch that the address policy refused.
        if error.phase == .addressPolicy { return skipped(lease, .addressPolicy, isLogged: true) }
        let readyAt = backOff(after: now, lease: lease, rules: rules.rules)
        if error.isTransient, !silent.noteSilence(of: lease.host.key),
            let at = plan.politeness.retryAt(
                after: now, status: nil, attempts: lease.attempts, hostReadyAt: readyAt)
        {
            return VisitResult(
                Completion(
                    lease: lease, outcome: .retry(at: at, reason: error.ledgerReason), finishedAt: now,
                    hostReadyAt: readyAt))
        }
        let receipt = try await append([
            CaptureRecords(
                content: .failure(error, at: now), via: candidate.via, hopPath: candidate.hopPath.letters,
                robotsRecordID: rules.recordID)
        ])
        return VisitResult(
            Completion(
                lease: lease, outcome: .failed(reason: error.ledgerReason), finishedAt: now,
                written: receipt.ends,
                hostReadyAt: readyAt),
            sequence: receipt.sequence)
    }
}

extension FetchError {
    /// The phase in which it ended: what the ledger counts by. Details stand in crawl.log and the record.
    var ledgerReason: String { phase.rawValue }
}

extension FetchError {
    /// What ends the run if the disk did not take a body; nil for every other error.
    var diskError: ArchiveError? {
        phase == .spool
            ? .file(path: url.withoutCredentials.href, operation: "keep its body", reason: reason) : nil
    }
}
