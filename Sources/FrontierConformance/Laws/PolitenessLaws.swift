import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Law 2: at most so many leases a host, and at least the delay between two fetches.
    static let politeness = [
        FrontierLaw("a host has one live lease") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3"]))
            try scene.expect(try await scene.claim().count, equals: 1)
            try scene.expect(try await scene.claim().count, equals: 0)
        },
        FrontierLaw("a host opens when its delay is over, and not a moment before") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            scene.clock.advance(by: .seconds(2))
            try await scene.complete(scene.completion(of: lease, rest: .seconds(7)))
            try scene.expect(try await scene.store.nextWake(), equals: scene.now + 7)
            scene.clock.advance(by: .milliseconds(6_875))
            try scene.expect(try await scene.claim(), equals: [])
            scene.clock.advance(by: .milliseconds(125))
            try scene.expect(try await scene.claim().count, equals: 1)
        },
        FrontierLaw("when a host may be asked again is known beside its queue") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            let (host, other) = (lease.candidate.hostKey, HostKey(name: "nobody.example"))
            try await scene.complete(scene.completion(of: lease, rest: .seconds(86_400)))
            try scene.expect(try await scene.store.readyAt(of: host), equals: scene.now + 86_400)
            try scene.expect(try await scene.store.readyAt(of: other), equals: nil)
        },
        FrontierLaw("whatever the outcome, the host rests") { scene in
            let outcomes: [Completion.Outcome] = [
                .archived(scene.location()), .revisited(scene.location()), .skipped(.noarchive), .deferred,
                .retry(at: scene.now, reason: "timeout"), .failed(reason: "no such host"),
            ]
            for (number, outcome) in outcomes.enumerated() {
                let host = "host-\(number).example"
                let lease = try await scene.claimOne(of: scene.pages(["1", "2"], on: host))
                try await scene.complete(scene.completion(of: lease, outcome))
                try scene.expect(try await scene.host(host).readyAt, equals: scene.now + Scene.delay.seconds)
            }
            try scene.expect(try await scene.claim(), equals: [])
        },
        FrontierLaw("of two times the later one keeps a host shut", connectionsPerHost: 2) { scene in
            let first = try await scene.claimOne(of: scene.pages(["1", "2", "3", "4"]))
            let second = try await scene.claimOne()
            try await scene.complete(scene.completion(of: first, rest: .seconds(3_600)))
            try await scene.complete(scene.completion(of: second, rest: .seconds(1)))
            scene.clock.advance(by: .seconds(3_599))
            try scene.expect(try await scene.claim(), equals: [])
            scene.clock.advance(by: .seconds(1))
            try scene.expect(try await scene.claim().count, equals: 1)
        },
        FrontierLaw(
            "a host has as many live leases as connections, each with its own fence", connectionsPerHost: 3
        ) {
            scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3", "4", "5"]))
            var leases: [Lease] = []
            for _ in 0..<3 { leases += try await scene.claim() }
            try scene.expect(leases.map(\.url.path), equals: ["/1", "/2", "/3"])
            try scene.expect(Set(leases.map(\.token.fence)).count, equals: 3)
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.counts().hostsWaiting, equals: 1)
            try await scene.complete(scene.completion(of: leases[1], rest: .zero))
            try scene.expect(try await scene.claim().map(\.url.path), equals: ["/4"])
            try scene.expect(try await scene.host().leased, equals: 3)
        },
        FrontierLaw("a host with free connections rests all the same", connectionsPerHost: 2) { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2", "3"]))
            try await scene.complete(scene.completion(of: lease, rest: .seconds(9)))
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.nextWake(), equals: scene.now + 9)
        },
        FrontierLaw("hosts keep their own pace") { scene in
            _ = try await scene.store.enqueue(
                scene.pages(["1", "2"], on: "slow.example") + scene.pages(["1", "2"], on: "quick.example"))
            let leases = try await scene.claim()
            for lease in leases {
                let isSlow = lease.candidate.hostKey.name == "slow.example"
                try await scene.complete(scene.completion(of: lease, rest: .seconds(isSlow ? 60 : 1)))
            }
            scene.clock.advance(by: .seconds(1))
            try scene.expect(try await scene.claim().map(\.candidate.hostKey.name), equals: ["quick.example"])
        },
        FrontierLaw("workers that claim at once never share a host") { scene in
            let hosts = (0..<10).map { "host-\($0).example" }
            _ = try await scene.store.enqueue(hosts.flatMap { try scene.pages(["1", "2", "3"], on: $0) })
            let store = scene.store
            let leases = try await withThrowingTaskGroup { group in
                for _ in 0..<20 { group.addTask { try await store.claim(upTo: 3, for: .seconds(60)) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try scene.expect(leases.map(\.candidate.hostKey.name).sorted(), equals: hosts.sorted())
            try scene.expect(Set(leases.map(\.token.fence)).count, equals: 10)
        },
        FrontierLaw("the next wake is the next moment at which something can be done") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2"]))
            let queued = scene.now
            scene.clock.advance(by: .seconds(10))
            try scene.expect(try await scene.store.nextWake(), equals: queued)
            let lease = try await scene.claimOne()
            try scene.expect(try await scene.store.nextWake(), equals: lease.expiresAt)
            try await scene.complete(
                scene.completion(of: lease, .retry(at: scene.now + 60, reason: "reset"), rest: .seconds(20)))
            try scene.expect(try await scene.store.nextWake(), equals: scene.now + 20)
            scene.clock.advance(by: .seconds(20))
            try await scene.complete(scene.completion(of: try await scene.claimOne()))
            try scene.expect(try await scene.store.nextWake(), equals: scene.now + 40)
        },
    ]
}
