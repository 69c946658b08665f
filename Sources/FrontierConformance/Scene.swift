import FoundationEssentials
import Frontier
import WARC
import WebURLs

/// A frontier on a manual clock, with short words for what the laws do to it.
struct Scene {
    /// How long leases last and hosts rest, unless a law says otherwise.
    static let lease: Duration = .seconds(300)
    static let delay: Duration = .seconds(5)

    let clock = ManualClock()
    private var instance: FrontierFixture.Instance

    init(_ fixture: FrontierFixture, connectionsPerHost: Int) async throws {
        instance = try await fixture.make(clock, connectionsPerHost)
    }

    var store: FullFrontier { instance.store }
    var now: Date { clock.now }

    mutating func reopen(restartDelay: RestartDelay = RestartDelay(Scene.delay)) async throws {
        instance = try await instance.reopen(restartDelay)
    }

    // MARK: Candidates

    /// A page of a host; `hops` in letters.
    func page(
        _ path: String, on host: String = "a.example", hops: String = "", via: WebURL? = nil,
        priority: Candidate.Priority = .page, offSite: Int = 0, skip: SkipReason? = nil
    ) throws -> Candidate {
        guard let url = WebURL("https://\(host)/\(path)"), let hopPath = HopPath(hops) else {
            throw LawBroken("\(path) or \(hops) is not what the suite takes it for", at: #line, in: #fileID)
        }
        return Candidate(
            url: url, key: url.href, hostKey: HostKey(name: host), hopPath: hopPath, via: via,
            priority: priority,
            offSiteHops: offSite, skip: skip)
    }

    func pages(_ paths: [String], on host: String = "a.example") throws -> [Candidate] {
        try paths.map { try page($0, on: host) }
    }

    func key(_ path: String, on host: String = "a.example") -> String { "https://\(host)/\(path)" }

    // MARK: Claims and completions

    func claim(_ limit: Int = 100, for duration: Duration = Scene.lease) async throws -> [Lease] {
        try await store.claim(upTo: limit, for: duration)
    }

    /// Claims and expects exactly one lease.
    func claimOne(line: Int = #line, in file: String = #fileID) async throws -> Lease {
        let leases = try await claim(1)
        guard let lease = leases.first else {
            throw LawBroken("nothing could be claimed", at: line, in: file)
        }
        return lease
    }

    /// Enqueues these and claims one URL.
    func claimOne(of candidates: [Candidate], line: Int = #line, in file: String = #fileID) async throws
        -> Lease
    {
        _ = try await store.enqueue(candidates)
        return try await claimOne(line: line, in: file)
    }

    /// Completes a lease now.
    func completion(
        of lease: Lease, _ outcome: Completion.Outcome? = nil, status: Int? = 200, isPage: Bool = false,
        payload: CapturedPayload? = nil, written: [FileEnd] = [], discoveries: [Candidate] = [],
        rest: Duration = Scene.delay, prerequisites: [Prerequisite] = [], learned: [Fact] = []
    ) -> Completion {
        Completion(
            lease: lease, outcome: outcome ?? .archived(location()), finishedAt: now, status: status,
            isPage: isPage,
            payload: payload, written: written, discoveries: discoveries, hostReadyAt: now + rest.seconds,
            prerequisites: prerequisites, learned: learned)
    }

    /// Completes leases and expects that none was lost.
    func complete(_ completions: Completion..., line: Int = #line, in file: String = #fileID) async throws {
        let lost = try await store.complete(completions)
        try expect(lost, equals: [], "tokens were lost", line: line, in: file)
    }

    func location(_ offset: Int64 = 1_000, in file: String = "pages/1.warc.gz") -> RecordLocation {
        RecordLocation(file: file, offset: offset, length: 500)
    }

    /// The paths of all URLs that can be claimed one after the other, each time when the next host is ready.
    func drain(limit: Int = 1_000) async throws -> [String] {
        var paths: [String] = []
        while paths.count < limit, let wake = try await store.nextWake() {
            if wake > now { clock.advance(by: .seconds(wake.timeIntervalSince(now))) }
            for lease in try await claim(1) {
                paths.append(String(lease.url.path.dropFirst()))
                try await complete(completion(of: lease))
            }
        }
        return paths
    }

    // MARK: Looking

    func entry(_ key: String, line: Int = #line, in file: String = #fileID) async throws -> URLEntry {
        guard let entry = try await store.entry(forKey: key) else {
            throw LawBroken("\(key) is unknown", at: line, in: file)
        }
        return entry
    }

    func host(_ name: String = "a.example", line: Int = #line, in file: String = #fileID) async throws
        -> HostEntry
    {
        guard let host = try await store.hosts().first(where: { $0.state.key.name == name }) else {
            throw LawBroken("host \(name) is unknown", at: line, in: file)
        }
        return host
    }

    func picture() async throws -> Picture { try await Picture(store) }

    /// The ledger adds up, the entries agree with it, and a reader beside the crawl sees the same.
    func audit(line: Int = #line, in file: String = #fileID) async throws {
        let picture = try await picture()
        try picture.audit(line: line, in: file)
        guard let reader = instance.reader else { return }
        try expect(
            try await Picture(reader), equals: picture, "the reader sees something else", line: line, in: file
        )
    }

    // MARK: Judging

    func expect(_ isTrue: Bool, _ what: String, line: Int = #line, in file: String = #fileID) throws {
        guard isTrue else { throw LawBroken("not so: \(what)", at: line, in: file) }
    }

    func expect<Value: Equatable>(
        _ found: Value, equals expected: Value, _ what: String = "", line: Int = #line,
        in file: String = #fileID
    ) throws {
        guard found == expected else {
            throw LawBroken("\(what)\n  found    \(found)\n  expected \(expected)", at: line, in: file)
        }
    }
}
