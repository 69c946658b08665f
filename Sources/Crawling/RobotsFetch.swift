import Archiving
package import Fetching
import FoundationEssentials
import Frontier
import HTTPMessages
package import Politeness
import WebURLs

/// Fetches an origin's robots.txt within the lease of a page that needs it (hop P), and defers that page.
///
/// The fetch is a fetch of its host: the page waits for the host's delay like any other. A redirect within the host
/// is followed by the host's next lease; one to another host waits in that host's queue.
struct RobotsFetch: Sendable {
    let visit: PageVisit

    /// RFC 9309 §2.3.1.2: five redirects at least; with the sixth the file counts as unavailable.
    static let maximumRedirects = 5
    /// After so many unreachable tries of a run the origin's URLs are skipped; after fewer if a URL has fewer.
    static let maximumTries = 3
    /// Seconds after which a page that waits for another host's queue looks again, if that host may be asked.
    private static let otherHostPause: TimeInterval = 1

    /// Fetches what is next for the lease's origin and defers the lease; makes the visit if that became possible.
    func first(_ lease: Lease) async throws(VisitError) -> VisitResult {
        let origin = lease.url.origin
        let directory = visit.robots
        guard await directory.takeTurn(for: origin) else { return try await visit.run(lease) }
        // Somebody may have finished between the question and the turn.
        if await directory.hasRules(for: origin) {
            await directory.endTurn(for: origin, .nothing)
            return try await visit.run(lease)
        }
        do throws(VisitError) {
            let (result, step) = try await next(for: origin, within: lease)
            await directory.endTurn(for: origin, step)
            return result
        } catch {
            await directory.endTurn(for: origin, .nothing)
            throw error
        }
    }

    private func next(for origin: Origin, within lease: Lease) async throws(VisitError) -> (VisitResult, Step)
    {
        let chain = await visit.robots.chain(of: origin)
        if let chain {
            let host = HostKey(of: chain.next, by: visit.plan.hostKeyRule)
            if host != lease.candidate.hostKey { return (try await waiting(lease, for: host), .nothing) }
        }
        guard let url = chain?.next ?? origin.robotsURL else {
            return (visit.skipped(lease, .robotsUnreachable), .nothing)
        }
        let robots = robotsCandidate(url, for: lease)
        let found = try await ask(url, as: robots)
        let previous = await visit.robots.snapshot(of: origin)
        let step = step(from: found, origin: origin, redirects: chain?.redirects ?? 0, previous: previous)
        switch found {
        case .capture(let capture):
            return try await archived(capture, step: step, robots: robots, lease: lease)
        case .error(let error): return (unreachable(error, step: step, robots: robots, lease: lease), step)
        }
    }

    /// A lease of this kind *is* the robots.txt of another origin, which redirected here.
    func continueElsewhere(_ lease: Lease) async throws(VisitError) -> VisitResult {
        guard let origin = lease.candidate.via?.origin else { return visit.skipped(lease, .scope) }
        // The pause is that of the host that is asked, whoever's rules the file will be.
        let known = try await visit.knownRules(for: lease)
        let own = known?.rules ?? .allowAll
        let found = try await ask(lease.url, as: lease.candidate)
        let previous = await visit.robots.snapshot(of: origin)
        let redirects = lease.candidate.hopPath.trailingRedirects
        let step = step(from: found, origin: origin, redirects: redirects, previous: previous)
        switch found {
        case .capture(let capture):
            let receipt = try await visit.append([records(capture, of: lease.candidate)])
            guard let place = receipt.placements.last else { return visit.skipped(lease, .scope) }
            var facts: [Fact] = []
            var discoveries: [Candidate] = []
            if case .learned(let snapshot, let rules) = step {
                let snapshot = snapshot.archived(as: place.recordID)
                await visit.robots.learn(snapshot, rules)
                facts = [.robots(snapshot)]
            } else if case .redirect(let chain) = step {
                discoveries = [elsewhereCandidate(chain, for: lease.candidate, origin: origin)]
            }
            return VisitResult(
                Completion(
                    lease: lease, outcome: .archived(place.location), finishedAt: capture.finishedAt,
                    status: capture.head.status, written: receipt.ends, discoveries: discoveries,
                    hostReadyAt: visit.readyAt(after: capture, host: lease.host, rules: own),
                    learned: facts),
                sequence: receipt.sequence, bytes: capture.body.count)
        case .error(let error):
            var facts: [Fact] = []
            if case .learned(let snapshot, let rules) = step {
                await visit.robots.learn(snapshot, rules)
                facts = [.robots(snapshot)]
            }
            let now = visit.clock.now()
            return VisitResult(
                Completion(
                    lease: lease, outcome: .failed(reason: error.ledgerReason), finishedAt: now,
                    hostReadyAt: visit.backOff(after: now, lease: lease, rules: own), learned: facts))
        }
    }

    // MARK: - Asking and reading

    private enum Found { case capture(Capture), error(FetchError) }

    private func ask(_ url: WebURL, as robots: Candidate) async throws(VisitError) -> Found {
        let began = visit.clock.now()
        do throws(FetchError) {
            var limits = visit.plan.fetchLimits
            // A shorter limit is for pages: half a file may lack what it forbids (RFC 9309 §2.5).
            limits.maximumBodyBytes = RobotsText.maximumBodyBytes
            let capture = try await visit.fetcher.fetch(FetchRequest(url: url, limits: limits))
            visit.log.append(CrawlLogLine(capture, via: robots.via, hopPath: robots.hopPath.letters))
            return .capture(capture)
        } catch {
            let line = CrawlLogLine(
                error, startedAt: began, at: visit.clock.now(), via: robots.via,
                hopPath: robots.hopPath.letters)
            visit.log.append(line)
            if let error = error.diskError { throw .archive(error) }
            return .error(error)
        }
    }

    /// What an answer, or its absence, says about the origin.
    enum Step: Sendable {
        case nothing
        case redirect(RobotsDirectory.Chain)
        case learned(RobotsSnapshot, RobotsRules)

        /// True if the file could not be had, or only in part.
        var forbidsAll: Bool {
            guard case .learned(let snapshot, _) = self else { return false }
            return snapshot.access == .disallowAll
        }

        /// True if the file is not asked for again in this run: its origin's URLs are skipped, the one at hand first.
        var givesUp: Bool {
            guard case .learned(let snapshot, _) = self else { return false }
            return forbidsAll && snapshot.unreachableTries >= RobotsFetch.maximumTries
        }
    }

    private func step(from found: Found, origin: Origin, redirects: Int, previous: RobotsSnapshot?) -> Step {
        if case .capture(let capture) = found, capture.head.isRedirect, redirects < Self.maximumRedirects,
            let target = capture.head.location.flatMap({ capture.url.resolve($0) })
        {
            return .redirect(
                RobotsDirectory.Chain(next: target.withoutFragment, redirects: redirects + 1))
        }
        let snapshot = snapshot(from: found, origin: origin, previous: previous)
        return .learned(snapshot, visit.robots.rules(in: snapshot))
    }

    private func snapshot(from found: Found, origin: Origin, previous: RobotsSnapshot?) -> RobotsSnapshot {
        switch found {
        case .error(let error):
            return unreachableSnapshot(origin, at: visit.clock.now(), previous: previous, error: error)
        case .capture(let capture):
            let finishedAt = capture.finishedAt
            switch RobotsAccess(status: capture.head.status) {
            case .parse:
                guard case .readable(let text) = capture.robotsText else { break }
                return RobotsSnapshot(origin: origin, access: .parse, body: text, fetchedAt: finishedAt)
            case .allowAll: return RobotsSnapshot(origin: origin, access: .allowAll, fetchedAt: finishedAt)
            case .disallowAll: break
            }
            return unreachableSnapshot(origin, at: finishedAt, previous: previous, error: nil)
        }
    }

    /// Tries of this run count; after thirty days without an answer the file counts as absent (RFC 9309 §2.3.1.4).
    private func unreachableSnapshot(
        _ origin: Origin, at now: Date, previous: RobotsSnapshot?, error: FetchError?
    ) -> RobotsSnapshot {
        let since = previous?.unreachableSince ?? now
        let isOfThisRun = previous.map { $0.fetchedAt >= visit.robots.startedAt } ?? false
        let tries = (isOfThisRun ? previous?.unreachableTries ?? 0 : 0) + 1
        let access = RobotsAccess.unanswered.after(unreachableSince: previous?.unreachableSince, now: now)
        let isForGood = error.map { !$0.isTransient } ?? false
        let mostTries = min(Self.maximumTries, max(1, visit.plan.politeness.maximumAttempts))
        return RobotsSnapshot(
            origin: origin, access: access == .allowAll ? .allowAll : .disallowAll, fetchedAt: now,
            unreachableSince: since,
            unreachableTries: isForGood || tries >= mostTries ? Self.maximumTries : tries)
    }

    // MARK: - Completing

    private func archived(
        _ capture: Capture, step: Step, robots: Candidate, lease: Lease
    ) async throws(VisitError) -> (VisitResult, Step) {
        let receipt = try await visit.append([records(capture, of: robots)])
        guard let place = receipt.placements.last else {
            return (visit.skipped(lease, .robotsUnreachable), step)
        }
        var facts: [Fact] = []
        var step = step
        var discoveries: [Candidate] = []
        // A Crawl-delay that the file has just asked for is due from now on.
        var rules = RobotsRules.allowAll
        switch step {
        case .learned(let snapshot, let found):
            let snapshot = snapshot.archived(as: place.recordID)
            facts = [.robots(snapshot)]
            step = .learned(snapshot, found)
            rules = found
        case .redirect(let chain):
            if HostKey(of: chain.next, by: visit.plan.hostKeyRule) != lease.candidate.hostKey {
                discoveries = [elsewhereCandidate(chain, for: robots, origin: lease.url.origin)]
            }
        case .nothing: break
        }
        if visit.plan.readsRobotsSitemaps, lease.candidate.hopPath.isSeedOrItsRedirect {
            let selection = visit.selection(for: lease)
            discoveries += selection.candidates(fromSitemaps: rules.sitemaps, of: lease.candidate)
        }
        let isGivenUp = step.givesUp
        if isGivenUp { visit.logSkip(lease, .robotsUnreachable) }
        let completion = Completion(
            lease: lease, outcome: isGivenUp ? .skipped(.robotsUnreachable) : .deferred,
            finishedAt: capture.finishedAt, written: receipt.ends, discoveries: discoveries,
            hostReadyAt: step.forbidsAll && RobotsAccess(status: capture.head.status) == .parse
                ? visit.backOff(after: capture.finishedAt, lease: lease, rules: rules)
                : visit.readyAt(after: capture, host: lease.host, rules: rules),
            prerequisites: [
                Prerequisite(
                    candidate: robots, outcome: .archived(place.location), finishedAt: capture.finishedAt,
                    status: capture.head.status)
            ], learned: facts)
        return (VisitResult(completion, sequence: receipt.sequence, bytes: capture.body.count), step)
    }

    private func unreachable(_ error: FetchError, step: Step, robots: Candidate, lease: Lease) -> VisitResult
    {
        let now = visit.clock.now()
        let facts: [Fact] = if case .learned(let snapshot, _) = step { [.robots(snapshot)] } else { [] }
        if error.phase == .addressPolicy {
            return VisitResult(
                Completion(
                    lease: lease, outcome: .skipped(.addressPolicy), finishedAt: now, hostReadyAt: now,
                    learned: facts))
        }
        let failed = Prerequisite(
            candidate: robots, outcome: .failed(reason: error.ledgerReason), finishedAt: now, status: nil)
        if step.givesUp { visit.logSkip(lease, .robotsUnreachable) }
        return VisitResult(
            Completion(
                lease: lease, outcome: step.givesUp ? .skipped(.robotsUnreachable) : .deferred,
                finishedAt: now,
                hostReadyAt: visit.backOff(after: now, lease: lease, rules: .allowAll),
                prerequisites: [failed], learned: facts))
    }

    /// Defers a page whose robots.txt waits in another host's queue. While that host must not be asked, for a day perhaps,
    /// there is nothing to look for.
    private func waiting(_ lease: Lease, for host: HostKey) async throws(VisitError) -> VisitResult {
        let now = visit.clock.now()
        let readyAt: Date?
        do { readyAt = try await visit.memory.readyAt(of: host) } catch { throw .frontier(error) }
        let look = max(now, readyAt ?? now).addingTimeInterval(Self.otherHostPause)
        return VisitResult(
            Completion(lease: lease, outcome: .deferred, finishedAt: now, hostReadyAt: look))
    }

    private func records(_ capture: Capture, of robots: Candidate) -> CaptureRecords {
        CaptureRecords(content: .response(capture), via: robots.via, hopPath: robots.hopPath.letters)
    }

    // MARK: - Candidates

    /// The entry under which a robots.txt is remembered. Where a redirect led elsewhere on the host it has a key of its
    /// own: the target may be a page that waits for its own visit, and the rules say nothing of what it holds.
    private func robotsCandidate(_ url: WebURL, for lease: Lease) -> Candidate {
        let origin = lease.url.origin
        let key =
            url == origin.robotsURL ? visit.plan.identity.key(of: url) : "\(url.href) robots \(origin)"
        return Candidate(
            url: url, key: key, hostKey: lease.candidate.hostKey,
            hopPath: lease.candidate.hopPath.adding(.prerequisite), via: lease.url, priority: .redirect)
    }

    /// The entry under which another host's queue brings an origin's robots.txt. Its key holds the time: the file is
    /// fetched again when it is a day old, and then the same address must be claimable once more.
    private func elsewhereCandidate(
        _ chain: RobotsDirectory.Chain, for robots: Candidate, origin: Origin
    ) -> Candidate {
        let path = robots.hopPath.adding(.redirect)
        let key = "\(chain.next.href) robots \(origin) \(Int(visit.clock.now().timeIntervalSince1970))"
        return Candidate(
            url: chain.next, key: key, hostKey: HostKey(of: chain.next, by: visit.plan.hostKeyRule),
            hopPath: path,
            via: origin.robotsURL, priority: .redirect)
    }
}

extension Candidate {
    /// True for the target of a robots.txt redirect that waits in another host's queue.
    var isRobotsFetchOnAnotherHost: Bool {
        let letters = hopPath.letters.utf8
        guard hopPath.trailingRedirects > 0 else { return false }
        return letters.dropLast(hopPath.trailingRedirects).last == Hop.prerequisite.rawValue
    }
}

extension Origin {
    /// Where its robots.txt lies (RFC 9309 §2.3).
    var robotsURL: WebURL? { WebURL("\(description)/robots.txt") }
}

extension RobotsSnapshot {
    fileprivate func archived(as recordID: String) -> RobotsSnapshot {
        RobotsSnapshot(
            origin: origin, access: access, body: body, fetchedAt: fetchedAt,
            unreachableSince: unreachableSince,
            unreachableTries: unreachableTries, recordID: recordID)
    }
}

extension Capture {
    /// What it gives to be parsed as a robots.txt.
    package var robotsText: RobotsText {
        RobotsText(
            body: body.load(upTo: RobotsText.maximumBodyBytes), codings: head.contentCodings,
            truncation: truncation?.rawValue)
    }
}
