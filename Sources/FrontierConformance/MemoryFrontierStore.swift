package import FoundationEssentials
package import Frontier
import WARC
import WebURLs

extension MemoryFrontier: FrontierStore {
    package func enqueue(_ candidates: [Candidate]) -> EnqueueReceipt {
        let now = advance()
        let new = candidates.filter { admit($0, at: now) }.count
        return EnqueueReceipt(new: new, known: candidates.count - new)
    }

    package func claim(upTo limit: Int, for duration: Duration) -> [Lease] {
        let now = advance()
        let ready = hostStates.keys.compactMap { key in readyFrom(key).map { (key: key, from: $0) } }
            .filter { $0.from <= now }
            .sorted { ($0.from, $0.key.name) < ($1.from, $1.key.name) }
        var claimed: [Lease] = []
        for (key, _) in ready.prefix(max(limit, 0)) {
            guard let row = firstRow(of: key, at: now), let host = hostStates[key] else { continue }
            lastFence += 1
            let end = now + duration.seconds
            leases[row] = LiveLease(fence: lastFence, expiresAt: end)
            claimed.append(
                Lease(
                    token: Lease.Token(url: Int64(row), fence: lastFence), candidate: self[row].candidate,
                    attempts: self[row].attempts,
                    host: HostState(
                        key: key, pages: host.pages, consecutiveFailures: host.failures, known: host.known),
                    expiresAt: end))
        }
        return claimed
    }

    package func renew(_ token: Lease.Token, for duration: Duration) -> Bool {
        let now = advance()
        guard leases[Int(token.url)]?.fence == token.fence else { return false }
        leases[Int(token.url)]?.expiresAt = now + duration.seconds
        return true
    }

    package func complete(_ completions: [Completion]) -> [Lease.Token] {
        let now = advance()
        var lost: [Lease.Token] = []
        for completion in completions {
            let row = Int(completion.lease.token.url)
            guard leases[row]?.fence == completion.lease.token.fence else {
                lost.append(completion.lease.token)
                continue
            }
            for prerequisite in completion.prerequisites { settle(prerequisite, at: now) }
            leases[row] = nil
            settle(completion, row: row)
            for end in completion.written { files[end.file] = max(files[end.file] ?? 0, end.offset) }
            if let payload = completion.payload, payloads[payload.digest] == nil {
                payloads[payload.digest] = payload
                if payload.url == completion.lease.url { lastCaptures[row] = payload }
            }
            for candidate in completion.discoveries { _ = admit(candidate, at: now) }
            for fact in completion.learned { learn(fact) }
            delay(self[row].candidate.hostKey, until: completion.hostReadyAt)
        }
        return lost
    }

    package func nextWake() -> Date? {
        _ = advance()
        return (hostStates.keys.compactMap { readyFrom($0) } + leases.values.map(\.expiresAt)).min()
    }

    package func counts() -> FrontierCounts {
        let now = advance()
        var counts = FrontierCounts()
        for row in pages.indices.map({ $0 + 1 }) {
            switch state(of: row) {
            case .queued: counts.queued += 1
            case .leased: counts.leased += 1
            case .waiting: counts.waiting += 1
            case .archived: counts.archived += 1
            case .revisited: counts.revisited += 1
            case .skipped(let reason): counts.skipped[reason, default: 0] += 1
            case .failed(let reason): counts.failed[reason, default: 0] += 1
            }
            if self[row].isPage { counts.pages += 1 }
        }
        for key in hostStates.keys where hasRow(of: key, where: { $0 == .queued || $0.waitsUntil != nil }) {
            if let from = readyFrom(key), from <= now {
                counts.hostsReady += 1
            } else {
                counts.hostsWaiting += 1
            }
        }
        return counts
    }

    private func settle(_ completion: Completion, row: Int) {
        let key = self[row].candidate.hostKey
        if completion.outcome.isTry(status: completion.status) { self[row].attempts += 1 }
        switch completion.outcome {
        case .deferred:
            self[row].state = .queued
            self[row].isDeferred = true
        case .retry(let until, let reason):
            settle(row, .waiting(until: until, reason: reason), completion.status, completion.finishedAt)
            hostStates[key]?.failures += 1
        case .failed(let reason):
            settle(row, .failed(reason: reason), completion.status, completion.finishedAt)
            hostStates[key]?.failures += 1
        case .skipped(let reason):
            settle(row, .skipped(reason), completion.status, completion.finishedAt)
            if completion.status != nil { hostStates[key]?.failures = 0 }
        case .archived(let location), .revisited(let location):
            let isRevisit = if case .revisited = completion.outcome { true } else { false }
            settle(
                row, isRevisit ? .revisited(location) : .archived(location), completion.status,
                completion.finishedAt)
            hostStates[key]?.failures = 0
            if completion.isPage {
                self[row].isPage = true
                hostStates[key]?.pages += 1
            }
        }
    }

    private func settle(_ row: Int, _ state: URLEntry.State, _ status: Int?, _ finishedAt: Date) {
        self[row].state = state
        self[row].capture = state.location ?? self[row].capture
        if state.location != nil { self[row].earlierIsPage = false }
        self[row].isDeferred = false
        self[row].status = status
        self[row].finishedAt = finishedAt
    }

    private func settle(_ prerequisite: Prerequisite, at now: Date) {
        let (candidate, outcome) = (prerequisite.candidate, prerequisite.outcome)
        let state: URLEntry.State
        switch outcome {
        case .archived(let location): state = .archived(location)
        case .revisited(let location): state = .revisited(location)
        case .failed(let reason): state = .failed(reason: reason)
        case .skipped(let reason): state = .skipped(reason)
        case .deferred, .retry: return
        }
        let row: Int
        if let known = rows[candidate.key] {
            guard leases[known] == nil else { return }
            row = known
        } else {
            if hostStates[candidate.hostKey] == nil { hostStates[candidate.hostKey] = Host(readyAt: now) }
            pages.append(Page(candidate: candidate, state: state))
            row = pages.count
            rows[candidate.key] = row
            hostStates[candidate.hostKey]?.known += 1
        }
        let key = self[row].candidate.hostKey
        if self[row].isPage {
            self[row].isPage = false
            self[row].earlierIsPage = true
            hostStates[key]?.pages -= 1
        }
        settle(row, state, prerequisite.status, prerequisite.finishedAt)
        if outcome.isTry(status: prerequisite.status) { self[row].attempts += 1 }
        switch outcome {
        case .failed: hostStates[key]?.failures += 1
        case .skipped where prerequisite.status == nil: break
        default: hostStates[key]?.failures = 0
        }
    }

    private func learn(_ fact: Fact) {
        switch fact {
        case .robots(let snapshot): snapshots[snapshot.origin] = snapshot
        case .scopeDomain(let domain): domains.insert(domain)
        }
    }
}

extension URLEntry.State {
    var location: RecordLocation? {
        switch self {
        case .archived(let location), .revisited(let location): location
        default: nil
        }
    }
}
