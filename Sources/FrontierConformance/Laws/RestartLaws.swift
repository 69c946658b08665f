import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Laws 6 and 9: what the next process finds. A host that was being asked rests for its restart delay, which knows the
    /// host and what the robots.txt of the asked origin said.
    static let restart = [
        FrontierLaw("nothing that was acknowledged is lost") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2", "3", "4"]))
            let payload = scene.payload("sha1:AAAA", of: lease)
            let robots = RobotsSnapshot(
                origin: lease.url.origin, access: .parse, body: Array("Disallow: /x".utf8),
                fetchedAt: scene.now)
            try await scene.complete(
                scene.completion(
                    of: lease, isPage: true, payload: payload,
                    written: [FileEnd(file: "pages/1.warc.gz", offset: 1_500)],
                    discoveries: [
                        try scene.page("5", hops: "K", via: lease.url),
                        try scene.page("6", hops: "L", skip: .pattern),
                    ], rest: .zero, prerequisites: [try scene.robots(.archived(scene.location(1)))],
                    learned: [.robots(robots), .scopeDomain("b.example")]))
            let endings: [Completion.Outcome] = [
                .retry(at: scene.now + 60, reason: "503"), .failed(reason: "reset"),
                .revisited(scene.location(7)),
            ]
            for outcome in endings {
                try await scene.complete(scene.completion(of: scene.claimOne(), outcome, rest: .zero))
            }
            try await scene.complete(scene.completion(of: scene.claimOne(), .deferred))
            let before = try await scene.picture()
            for _ in 0..<2 {
                try await scene.reopen()
                try scene.expect(try await scene.picture(), equals: before)
                try scene.expect(
                    try await scene.store.capture(withPayloadDigest: "sha1:AAAA"), equals: payload)
                try scene.expect(try await scene.store.robots(of: lease.url.origin), equals: robots)
                try scene.expect(try await scene.store.scopeDomains(), equals: ["b.example"])
            }
            scene.clock.advance(by: .seconds(60))
            try scene.expect(try await scene.drain(), equals: ["5", "2"])
        },
        FrontierLaw("what was known is known to the next process") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2"]))
            try await scene.reopen()
            let receipt = try await scene.store.enqueue(scene.pages(["1", "2", "3"]))
            try scene.expect(receipt, equals: EnqueueReceipt(new: 1, known: 2))
            try scene.expect(try await scene.entry(scene.key("3")).row, equals: 3)
        },
        FrontierLaw("opening ends every lease at once; its host rests for the restart delay") { scene in
            _ = try await scene.store.enqueue(
                scene.pages(["1"], on: "asked.example") + scene.pages(["1"], on: "idle.example"))
            let queued = scene.now
            scene.clock.advance(by: .seconds(1))
            let lease = try await scene.claimOne()
            try scene.expect(lease.candidate.hostKey.name, equals: "asked.example")
            scene.clock.advance(by: .seconds(1))
            try await scene.reopen(restartDelay: .seconds(10))
            try scene.expect(try await scene.store.counts().leased, equals: 0)
            try scene.expect(try await scene.store.counts().queued, equals: 2)
            try scene.expect(try await scene.host("asked.example").readyAt, equals: scene.now + 10)
            try scene.expect(try await scene.host("idle.example").readyAt, equals: queued)
            try scene.expect(
                try await scene.store.complete([scene.completion(of: lease)]), equals: [lease.token])
            try scene.expect(try await scene.claim().map(\.candidate.hostKey.name), equals: ["idle.example"])
            scene.clock.advance(by: .seconds(10))
            try scene.expect(try await scene.claim().map(\.candidate.hostKey.name), equals: ["asked.example"])
        },
        FrontierLaw("how long a host rests after opening is its own, and its origin's robots.txt is known") {
            scene in
            let hosts = ["plain.example", "slow.example", "tardy.example"]
            for host in hosts { _ = try await scene.store.enqueue(scene.pages(["1", "2"], on: host)) }
            for lease in try await scene.claim() {
                let asks = lease.url.host == "tardy.example"
                let robots = RobotsSnapshot(
                    origin: lease.url.origin, access: .parse, body: asks ? [60] : [], fetchedAt: scene.now)
                try await scene.complete(
                    scene.completion(of: lease, rest: .zero, learned: asks ? [.robots(robots)] : []))
            }
            try scene.expect(try await scene.claim().count, equals: 3)
            try await scene.reopen(
                restartDelay: RestartDelay { host, robots in
                    host.name == "slow.example" ? .seconds(30) : .seconds(Int(robots?.body.first ?? 10))
                })
            for (host, rest) in zip(hosts, [10.0, 30, 60]) {
                try scene.expect(try await scene.host(host).readyAt, equals: scene.now + rest)
            }
        },
        FrontierLaw("a host whose time before the claim is later keeps it", connectionsPerHost: 2) { scene in
            let first = try await scene.claimOne(of: scene.pages(["1", "2", "3"]))
            _ = try await scene.claimOne()
            try await scene.complete(scene.completion(of: first, rest: .seconds(3_600)))
            let ready = scene.now + 3_600
            try await scene.reopen(restartDelay: .seconds(10))
            try scene.expect(try await scene.host().readyAt, equals: ready)
        },
        FrontierLaw("a token of the dead process stays lost, whatever is claimed afterwards") { scene in
            let old = try await scene.claimOne(of: scene.pages(["1"]))
            for _ in 0..<3 {
                try await scene.reopen(restartDelay: .zero)
                let new = try await scene.claimOne()
                try scene.expect(new.token.fence > old.token.fence, "the fence grew")
                try scene.expect(
                    try await scene.store.complete([scene.completion(of: old)]), equals: [old.token])
                try scene.expect(try await scene.store.renew(old.token, for: .seconds(1)), equals: false)
            }
        },
        FrontierLaw("a lease that ends by opening gives back what was waiting or deferred") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let wait = URLEntry.State.waiting(until: scene.now + 5, reason: "503")
            try await scene.complete(scene.completion(of: lease, .retry(at: scene.now + 5, reason: "503")))
            scene.clock.advance(by: Scene.delay)
            let again = try await scene.claimOne()
            try await scene.reopen(restartDelay: .zero)
            try scene.expect(try await scene.entry(lease.candidate.key).state, equals: wait)
            let third = try await scene.claimOne()
            try scene.expect(third.attempts, equals: 1)
            try scene.expect(third.token.fence > again.token.fence, "the fence grew")
            try await scene.complete(scene.completion(of: third, .deferred, rest: .zero))
            _ = try await scene.claimOne()
            try await scene.reopen(restartDelay: .zero)
            _ = try await scene.store.enqueue([try scene.page("2", hops: "R", priority: .redirect)])
            try scene.expect(try await scene.drain(), equals: ["1", "2"])
        },
        FrontierLaw("a delay survives the process") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            try await scene.complete(scene.completion(of: lease, rest: .seconds(100)))
            try await scene.reopen(restartDelay: .zero)
            scene.clock.advance(by: .seconds(99))
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.nextWake(), equals: scene.now + 1)
        },
        FrontierLaw("queues keep their order through a restart") { scene in
            for number in 0..<20 {
                let hops = String(repeating: "L", count: number * 7 % 4)
                let priority: Candidate.Priority = number % 5 == 0 ? .seed : .page
                _ = try await scene.store.enqueue([
                    try scene.page("\(number)", hops: hops, priority: priority)
                ])
                if number % 6 == 0 {
                    let outcome: Completion.Outcome =
                        number == 12 ? .deferred : .retry(at: scene.now, reason: "503")
                    try await scene.complete(scene.completion(of: scene.claimOne(), outcome, rest: .zero))
                }
            }
            let expected = try await scene.order()
            try await scene.reopen()
            try scene.expect(try await scene.order(), equals: expected)
            try scene.expect(try await scene.drain().count, equals: 20)
        },
        FrontierLaw("an empty frontier can be opened again") { scene in
            try await scene.reopen()
            try scene.expect(try await scene.store.counts(), equals: FrontierCounts())
            try scene.expect(try await scene.claim(), equals: [])
        },
    ]
}

extension Scene {
    /// The paths of host a.example in the order in which they would be claimed, by what the entries say.
    fileprivate func order() async throws -> [String] {
        let entries = try await store.entries(after: 0, limit: 1_000)
        return entries.map { "\($0.candidate.url.path) \($0.state) \($0.attempts)" }
    }
}
