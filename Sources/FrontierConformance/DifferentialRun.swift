import FoundationEssentials
import Frontier
import WARC
import WebURLs

/// Law 7: two frontiers that are told the same at the same times answer the same, step by step.
///
/// The calls are random, from a seed: few hosts, few keys and coarse times, so that everything meets everything.
package struct DifferentialRun: Sendable {
    let seed: UInt64
    let steps: Int
    let connectionsPerHost: Int

    package init(seed: UInt64, steps: Int, connectionsPerHost: Int) {
        self.seed = seed
        self.steps = steps
        self.connectionsPerHost = connectionsPerHost
    }

    /// Runs both, and a reader of each where there is one.
    ///
    /// - Throws: `LawBroken` with seed and step at the first difference.
    package func compare(_ one: FrontierFixture, _ other: FrontierFixture) async throws {
        let clock = ManualClock()
        var random = SplitMix64(state: seed)
        var left = try await one.make(clock, connectionsPerHost)
        var right = try await other.make(clock, connectionsPerHost)
        var leases: [Lease] = []
        for step in 0..<steps {
            let what = "seed \(seed), step \(step)"
            switch random.below(20) {
            case 0..<4:
                let candidates = (0..<random.below(8)).map { _ in random.candidate() }
                let answers = (
                    try await left.store.enqueue(candidates), try await right.store.enqueue(candidates)
                )
                try expect(answers, "\(what): enqueue")
            case 4..<9:
                let (limit, time) = (random.below(5), Duration.seconds([0, 2, 30, 300][random.below(4)]))
                let answers = (
                    try await left.store.claim(upTo: limit, for: time),
                    try await right.store.claim(upTo: limit, for: time)
                )
                try expect(answers, "\(what): claim")
                leases += answers.0
            case 9..<15:
                let completions = (0..<random.below(4)).compactMap { _ in
                    leases.isEmpty
                        ? nil : random.completion(of: leases[random.below(leases.count)], at: clock.now)
                }
                let answers = (
                    try await left.store.complete(completions), try await right.store.complete(completions)
                )
                try expect(answers, "\(what): complete")
            case 15:
                guard let lease = leases.last else { continue }
                let answers = (
                    try await left.store.renew(lease.token, for: .seconds(20)),
                    try await right.store.renew(lease.token, for: .seconds(20))
                )
                try expect(answers, "\(what): renew")
            case 16 where random.below(3) == 0:
                left = try await left.reopen(.seconds(3))
                right = try await right.reopen(.seconds(3))
            case 17 where random.below(4) == 0:
                let path = "/\(random.below(10))"
                let answers = (
                    try await left.store.requeue { $0.candidate.url.path != path },
                    try await right.store.requeue { $0.candidate.url.path != path }
                )
                try expect(answers, "\(what): requeue")
            default:
                clock.advance(by: .milliseconds(125 * random.below(80)))
            }
            try await expectSame(left, right, what)
        }
    }

    private func expectSame(
        _ left: FrontierFixture.Instance, _ right: FrontierFixture.Instance, _ what: String
    ) async throws {
        try expect((try await left.store.nextWake(), try await right.store.nextWake()), "\(what): next wake")
        let pictures = (try await Picture(left.store), try await Picture(right.store))
        try expect(pictures, "\(what): what can be read")
        try pictures.0.audit(line: #line, in: what)
        for reader in [left.reader, right.reader].compactMap(\.self) {
            try expect((try await Picture(reader), pictures.0), "\(what): what a reader sees")
        }
        for key in ["https://a.example/3", "https://b.example/robots.txt"] {
            try expect(
                (try await left.store.entry(forKey: key), try await right.store.entry(forKey: key)),
                "\(what): \(key)")
        }
        for number in 0..<4 {
            let digest = "sha1:\(number)"
            let answers = (
                try await left.store.capture(withPayloadDigest: digest),
                try await right.store.capture(withPayloadDigest: digest)
            )
            try expect(answers, "\(what): payload \(digest)")
        }
    }

    private func expect<Answer: Equatable>(_ answers: (Answer, Answer), _ what: String) throws {
        guard answers.0 != answers.1 else { return }
        throw LawBroken("\(what)\n  one   \(answers.0)\n  other \(answers.1)", at: #line, in: #fileID)
    }
}

extension SplitMix64 {
    fileprivate mutating func candidate() -> Candidate {
        let host = ["a", "b", "c", "d"][below(4)] + ".example"
        let path = below(12) == 0 ? "robots.txt" : "\(below(30))"
        guard let url = WebURL("https://\(host)/\(path)"),
            let hops = HopPath(["", "L", "K", "LL", "LR"][below(5)])
        else { preconditionFailure("\(host)/\(path) is no URL") }
        return Candidate(
            url: url, key: url.href, hostKey: HostKey(name: host), hopPath: hops,
            via: below(3) == 0 ? WebURL("https://a.example/\(below(5))") : nil,
            priority: Candidate.Priority(rawValue: below(4)) ?? .page, offSiteHops: below(3),
            skip: below(6) == 0 ? SkipReason.allCases[below(SkipReason.allCases.count)] : nil)
    }

    fileprivate mutating func completion(of lease: Lease, at now: Date) -> Completion {
        let location = RecordLocation(file: "pages/\(below(3)).gz", offset: Int64(below(1_000)), length: 10)
        let outcomes: [Completion.Outcome] = [
            .archived(location), .revisited(location), .skipped(.noarchive), .deferred,
            .retry(at: now + Double(below(40)) / 4, reason: "r\(below(2))"), .failed(reason: "f\(below(2))"),
        ]
        var prerequisites: [Prerequisite] = []
        if below(3) == 0, let url = WebURL("https://\(lease.candidate.hostKey.name)/robots.txt") {
            let hops = HopPath.seed.adding(.prerequisite)
            let candidate = Candidate(
                url: url, key: url.href, hostKey: lease.candidate.hostKey, hopPath: hops, via: lease.url)
            prerequisites = [
                Prerequisite(
                    candidate: candidate, outcome: outcomes[below(6)], finishedAt: now,
                    status: below(2) == 0 ? 200 : nil)
            ]
        }
        let payload = CapturedPayload(
            digest: "sha1:\(below(4))", recordID: "urn:uuid:\(below(1_000))",
            url: below(2) == 0 ? lease.url : candidate().url, date: now, etag: below(2) == 0 ? "e" : nil)
        return Completion(
            lease: lease, outcome: outcomes[below(6)], finishedAt: now,
            status: below(3) == 0 ? nil : 200 + below(300),
            isPage: below(2) == 0, payload: below(2) == 0 ? payload : nil,
            written: (0..<below(3)).map { FileEnd(file: "pages/\($0).gz", offset: Int64(below(5_000))) },
            discoveries: (0..<below(6)).map { _ in candidate() }, hostReadyAt: now + Double(below(40)) / 4,
            prerequisites: prerequisites)
    }
}
