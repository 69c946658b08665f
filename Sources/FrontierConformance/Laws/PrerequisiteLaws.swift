import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Law 2, last sentence: robots.txt is fetched within the lease of the page that needs it, and has its own entry.
    static let prerequisites = [
        FrontierLaw("a prerequisite becomes an entry, before what the page leads to") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let robots = try scene.robots(.archived(scene.location()), via: lease.url)
            try await scene.complete(
                scene.completion(
                    of: lease, .deferred, status: nil, isPage: true, discoveries: try scene.pages(["2"]),
                    prerequisites: [robots]))
            let entries = try await scene.store.entries(after: 0, limit: 10)
            try scene.expect(entries.map(\.candidate.url.path), equals: ["/1", "/robots.txt", "/2"])
            try scene.expect(entries[1].candidate, equals: robots.candidate)
            try scene.expect(entries[1].state, equals: .archived(scene.location()))
            try scene.expect(entries[1].status, equals: 200)
            try scene.expect(entries[1].finishedAt, equals: scene.now)
            try scene.expect(entries[1].isPage, equals: false)
            try scene.expect(try await scene.drain(), equals: ["1", "2"])
        },
        FrontierLaw("a prerequisite that is fetched again updates its entry") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3"]))
            let endings: [Completion.Outcome] = [
                .failed(reason: "timeout"), .archived(scene.location(1)), .revisited(scene.location(2)),
            ]
            var expected = FrontierCounts()
            for (number, outcome) in endings.enumerated() {
                let robots = try scene.robots(outcome, status: number == 0 ? nil : 200)
                try await scene.complete(
                    scene.completion(of: scene.claimOne(), rest: .zero, prerequisites: [robots]))
                try await scene.audit()
            }
            expected.archived = 3
            expected.revisited = 1
            try scene.expect(try await scene.store.counts(), equals: expected)
            let entry = try await scene.entry(scene.key("robots.txt"))
            try scene.expect(entry.state, equals: .revisited(scene.location(2)))
            try scene.expect(entry.row, equals: 4)
        },
        FrontierLaw("a prerequisite that was queued as a page is not fetched again") { scene in
            let lease = try await scene.claimOne(of: [try scene.page("1"), try scene.page("robots.txt")])
            let robots = try scene.robots(.archived(scene.location()))
            try await scene.complete(scene.completion(of: lease, rest: .zero, prerequisites: [robots]))
            try scene.expect(
                try await scene.entry(robots.candidate.key).state, equals: .archived(scene.location()))
            try scene.expect(try await scene.store.nextWake(), equals: nil)
            _ = try await scene.store.enqueue(scene.pages(["2"]))
            try scene.expect(try await scene.drain(), equals: ["2"])
        },
        FrontierLaw("a prerequisite that waited as a page is not fetched again") { scene in
            for wait in [0.0, 60.0] {
                let host = "wait-\(Int(wait)).example"
                let page = try await scene.claimOne(of: [try scene.page("robots.txt", on: host)])
                try await scene.complete(
                    scene.completion(of: page, .retry(at: scene.now + wait, reason: "503"), rest: .zero))
                let lease = try await scene.claimOne(of: [try scene.page("1", on: host, priority: .redirect)])
                try scene.expect(lease.url.path, equals: "/1")
                let robots = try scene.robots(.archived(scene.location()), on: host)
                try await scene.complete(scene.completion(of: lease, rest: .zero, prerequisites: [robots]))
                try scene.expect(try await scene.entry(robots.candidate.key).attempts, equals: 2)
                try scene.expect(try await scene.store.counts().waiting, equals: 0)
                try scene.expect(try await scene.store.nextWake(), equals: nil)
            }
        },
        FrontierLaw(
            "a deferred entry can be settled by a prerequisite of another lease", connectionsPerHost: 2
        ) { scene in
            let first = try await scene.claimOne(of: [try scene.page("robots.txt"), try scene.page("1")])
            let second = try await scene.claimOne()
            try await scene.complete(scene.completion(of: first, .deferred, rest: .zero))
            let robots = try scene.robots(.archived(scene.location()))
            try await scene.complete(scene.completion(of: second, rest: .zero, prerequisites: [robots]))
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.counts().archived, equals: 2)
        },
        FrontierLaw("a URL that is leased is left to its lease", connectionsPerHost: 2) { scene in
            let own = try await scene.claimOne(of: [try scene.page("robots.txt"), try scene.page("1")])
            let other = try await scene.claimOne()
            let robots = try scene.robots(.failed(reason: "timeout"), status: nil)
            try await scene.complete(scene.completion(of: other, prerequisites: [robots]))
            try scene.expect(try await scene.entry(robots.candidate.key).state, equals: .leased)
            try await scene.complete(scene.completion(of: own, .skipped(.noarchive), prerequisites: [robots]))
            try scene.expect(try await scene.entry(robots.candidate.key).state, equals: .skipped(.noarchive))
            try scene.expect(try await scene.store.counts().failed, equals: [:])
        },
        FrontierLaw("an entry that was a page is none as a prerequisite") { scene in
            let lease = try await scene.claimOne(of: [try scene.page("robots.txt"), try scene.page("1")])
            try await scene.complete(scene.completion(of: lease, isPage: true, rest: .zero))
            try scene.expect(try await scene.host().state.pages, equals: 1)
            let robots = try scene.robots(.failed(reason: "timeout"), status: nil)
            try await scene.complete(scene.completion(of: scene.claimOne(), prerequisites: [robots]))
            try scene.expect(try await scene.host().state.pages, equals: 0)
            try scene.expect(try await scene.store.counts().pages, equals: 0)
        },
        FrontierLaw("a prerequisite counts among its host's failures in a row") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3", "4"]))
            let steps: [(Completion.Outcome, status: Int?, failures: Int)] = [
                (.failed(reason: "timeout"), nil, 1), (.failed(reason: "503"), 503, 2),
                (.skipped(.addressPolicy), nil, 2), (.archived(scene.location()), 404, 0),
            ]
            for (outcome, status, failures) in steps {
                try await scene.complete(
                    scene.completion(
                        of: scene.claimOne(), .deferred, status: nil, rest: .zero,
                        prerequisites: [try scene.robots(outcome, status: status)]))
                try scene.expect(
                    try await scene.host().state.consecutiveFailures, equals: failures, "after \(outcome)")
            }
        },
        FrontierLaw("a prerequisite that is not at its end is ignored") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2"]))
            for outcome in [Completion.Outcome.deferred, .retry(at: scene.now, reason: "503")] {
                try await scene.complete(
                    scene.completion(
                        of: scene.claimOne(), rest: .zero, prerequisites: [try scene.robots(outcome)]))
            }
            try scene.expect(try await scene.store.counts().discovered, equals: 2)
        },
    ]
}

extension Scene {
    /// The robots.txt of a host as it was fetched on the way.
    func robots(
        _ outcome: Completion.Outcome, on host: String = "a.example", via: WebURL? = nil, status: Int? = 200
    ) throws -> Prerequisite {
        Prerequisite(
            candidate: try page("robots.txt", on: host, hops: "P", via: via), outcome: outcome,
            finishedAt: now,
            status: status)
    }
}
