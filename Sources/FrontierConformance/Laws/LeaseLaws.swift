import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Law 3: fetching is at least once, committing is exactly once.
    static let leases = [
        FrontierLaw("a lease tells what is known of its URL and host") { scene in
            let page = try scene.page("1", hops: "LK", via: WebURL("https://b.example/"), offSite: 1)
            _ = try await scene.store.enqueue([page])
            let lease = try await scene.claimOne()
            try scene.expect(lease.candidate, equals: page)
            try scene.expect(lease.token.url, equals: 1)
            try scene.expect(lease.attempts, equals: 0)
            try scene.expect(lease.host, equals: HostState(key: page.hostKey, known: 1))
            try scene.expect(lease.expiresAt, equals: scene.now + Scene.lease.seconds)
            try scene.expect(try await scene.entry(page.key).state, equals: .leased)
        },
        FrontierLaw("fences grow with every claim") { scene in
            var fences: [Int64] = []
            _ = try await scene.store.enqueue((0..<3).map { try scene.page("1", on: "host-\($0).example") })
            for _ in 0..<4 {
                let leases = try await scene.claim()
                fences += leases.map(\.token.fence)
                scene.clock.advance(by: Scene.lease)
            }
            try scene.expect(fences.count, equals: 12)
            try scene.expect(fences, equals: Array(Set(fences)).sorted())
        },
        FrontierLaw("a lease that ran out is over: the URL is claimed again, the completion comes too late") {
            scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            scene.clock.advance(by: .milliseconds(299_875))
            try scene.expect(try await scene.store.counts().leased, equals: 1)
            scene.clock.advance(by: .milliseconds(125))
            try scene.expect(try await scene.store.counts().leased, equals: 0)
            try scene.expect(try await scene.host().readyAt, equals: lease.expiresAt)
            let again = try await scene.claimOne()
            try scene.expect(again.url, equals: lease.url)
            try scene.expect(again.attempts, equals: 0)
            try scene.expect(
                try await scene.store.complete([scene.completion(of: lease)]), equals: [lease.token])
            try await scene.complete(scene.completion(of: again))
        },
        FrontierLaw("a late completion changes nothing") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            let payload = scene.payload("sha1:AAAA", of: lease)
            let robots = RobotsSnapshot(origin: lease.url.origin, access: .allowAll, fetchedAt: scene.now)
            let late = scene.completion(
                of: lease, isPage: true, payload: payload,
                written: [FileEnd(file: "pages/1.warc.gz", offset: 9_000)],
                discoveries: try scene.pages(["3", "4"]),
                rest: .seconds(999),
                prerequisites: [
                    Prerequisite(
                        candidate: try scene.page("robots.txt", hops: "P"),
                        outcome: .archived(scene.location()),
                        finishedAt: scene.now, status: 200)
                ], learned: [.robots(robots), .scopeDomain("b.example")])
            scene.clock.advance(by: Scene.lease)
            for _ in 0..<2 {
                let before = try await scene.picture()
                try scene.expect(try await scene.store.complete([late]), equals: [lease.token])
                try scene.expect(try await scene.picture(), equals: before)
                _ = try await scene.claim()
            }
            try scene.expect(try await scene.store.capture(withPayloadDigest: payload.digest), equals: nil)
            try scene.expect(try await scene.store.robots(of: lease.url.origin), equals: nil)
            try scene.expect(try await scene.store.scopeDomains(), equals: [])
        },
        FrontierLaw("a lease is completed once") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let completion = scene.completion(of: lease, .failed(reason: "reset"), status: nil)
            let twice = try await scene.store.complete([completion, scene.completion(of: lease)])
            try scene.expect(twice, equals: [lease.token])
            try scene.expect(try await scene.store.complete([completion]), equals: [lease.token])
            try scene.expect(try await scene.store.counts().failed, equals: ["reset": 1])
        },
        FrontierLaw("lost tokens do not spoil the others of a call") { scene in
            _ = try await scene.store.enqueue((0..<3).map { try scene.page("1", on: "host-\($0).example") })
            let leases = try await scene.claim()
            try await scene.complete(scene.completion(of: leases[1]))
            let lost = try await scene.store.complete(leases.map { scene.completion(of: $0) })
            try scene.expect(lost, equals: [leases[1].token])
            try scene.expect(try await scene.store.counts().archived, equals: 3)
        },
        FrontierLaw("tokens that never were are lost") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let forged = [
                Lease.Token(url: lease.token.url, fence: lease.token.fence + 1),
                Lease.Token(url: 0, fence: 1),
                Lease.Token(url: -1, fence: 1), Lease.Token(url: .max, fence: .max),
            ]
            for token in forged {
                let copy = Lease(
                    token: token, candidate: lease.candidate, attempts: 0, host: lease.host,
                    expiresAt: lease.expiresAt)
                try scene.expect(
                    try await scene.store.complete([scene.completion(of: copy)]), equals: [token])
                try scene.expect(try await scene.store.renew(token, for: .seconds(9)), equals: false)
            }
        },
        FrontierLaw("a renewed lease lasts longer") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            scene.clock.advance(by: .seconds(150))
            try scene.expect(try await scene.store.renew(lease.token, for: Scene.lease), equals: true)
            scene.clock.advance(by: .seconds(200))
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.nextWake(), equals: scene.now + 100)
            try await scene.complete(scene.completion(of: lease))
        },
        FrontierLaw("a lease can be shortened, and one that is over cannot be renewed") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            try scene.expect(try await scene.store.renew(lease.token, for: .seconds(10)), equals: true)
            scene.clock.advance(by: .seconds(10))
            try scene.expect(try await scene.store.renew(lease.token, for: .seconds(10)), equals: false)
            try scene.expect(try await scene.store.counts().queued, equals: 1)
        },
        FrontierLaw("a URL whose lease ran out is what it was before: waiting, deferred, with its attempts") {
            scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let wait = URLEntry.State.waiting(until: scene.now + 10, reason: "reset")
            try await scene.complete(scene.completion(of: lease, .retry(at: scene.now + 10, reason: "reset")))
            scene.clock.advance(by: .seconds(10))
            _ = try await scene.claimOne()
            scene.clock.advance(by: Scene.lease)
            try scene.expect(try await scene.entry(lease.candidate.key).state, equals: wait)
            let again = try await scene.claimOne()
            try scene.expect(again.attempts, equals: 1)
            try await scene.complete(scene.completion(of: again, .deferred, rest: .zero))
            _ = try await scene.claimOne()
            scene.clock.advance(by: Scene.lease)
            _ = try await scene.store.enqueue([try scene.page("2", hops: "R", priority: .redirect)])
            try scene.expect(try await scene.drain(), equals: ["1", "2"])
        },
        FrontierLaw("a lease of no length is over at once") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1"]))
            for duration in [Duration.zero, .seconds(-5)] {
                try scene.expect(try await scene.claim(for: duration).count, equals: 1)
                try scene.expect(try await scene.store.counts().queued, equals: 1)
            }
        },
    ]
}
