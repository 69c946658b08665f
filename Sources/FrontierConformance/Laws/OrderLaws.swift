import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Whose turn it is.
    static let order = [
        FrontierLaw("hosts are served in the order in which they became ready, then by name") { scene in
            _ = try await scene.store.enqueue(
                scene.pages(["1"], on: "late.example") + scene.pages(["1"], on: "b.example"))
            scene.clock.advance(by: .seconds(1))
            _ = try await scene.store.enqueue(scene.pages(["1"], on: "a.example"))
            let hosts = try await scene.claim().map(\.candidate.hostKey.name)
            try scene.expect(hosts, equals: ["b.example", "late.example", "a.example"])
        },
        FrontierLaw("a claim takes one URL of each host, up to its limit") { scene in
            _ = try await scene.store.enqueue(
                ["c", "a", "b"].flatMap { try scene.pages(["1", "2"], on: "\($0).example") })
            let first = try await scene.claim(2).map(\.candidate.hostKey.name)
            try scene.expect(first, equals: ["a.example", "b.example"])
            let second = try await scene.claim(2).map(\.candidate.hostKey.name)
            try scene.expect(second, equals: ["c.example"])
        },
        FrontierLaw("within a host priority comes first, then depth, then discovery") { scene in
            _ = try await scene.store.enqueue([
                try scene.page("requisite", hops: "E", priority: .requisite),
                try scene.page("deep", hops: "LLL"), try scene.page("one", hops: "L"),
                try scene.page("two", hops: "K"), try scene.page("deep-seed", hops: "LLLL", priority: .seed),
                try scene.page("seed", priority: .seed), try scene.page("listed", hops: "M", priority: .seed),
                try scene.page("redirect", hops: "LR", priority: .redirect),
                try scene.page("free", hops: "RPME"),
            ])
            let order = [
                "redirect", "seed", "listed", "deep-seed", "free", "one", "two", "deep", "requisite",
            ]
            try scene.expect(try await scene.drain(), equals: order)
        },
        FrontierLaw("a deferred URL is in front of all others of its host") { scene in
            let lease = try await scene.claimOne(of: [
                try scene.page("1", hops: "LL"), try scene.page("2", hops: "LL"),
            ])
            _ = try await scene.store.enqueue([
                try scene.page("redirect", hops: "R", priority: .redirect),
                try scene.page("seed", priority: .seed),
            ])
            try await scene.complete(scene.completion(of: lease, .deferred, status: nil))
            try scene.expect(try await scene.drain(), equals: ["1", "redirect", "seed", "2"])
        },
        FrontierLaw("a deferred URL that was tried is an ordinary one again") { scene in
            let lease = try await scene.claimOne(of: [
                try scene.page("1", hops: "LL"), try scene.page("seed"),
            ])
            try scene.expect(lease.url.path, equals: "/seed")
            try await scene.complete(scene.completion(of: lease, .deferred, rest: .zero))
            let again = try await scene.claimOne()
            try scene.expect(again.url.path, equals: "/seed")
            _ = try await scene.store.enqueue([try scene.page("redirect", hops: "R", priority: .redirect)])
            try await scene.complete(
                scene.completion(of: again, .retry(at: scene.now, reason: "reset"), rest: .zero))
            try scene.expect(try await scene.drain(), equals: ["redirect", "seed", "1"])
        },
        FrontierLaw("a waiting URL whose time has come stands at its place") { scene in
            let lease = try await scene.claimOne(of: [
                try scene.page("1", hops: "L"), try scene.page("2", hops: "L"),
                try scene.page("deep", hops: "LL"),
            ])
            try await scene.complete(
                scene.completion(of: lease, .retry(at: scene.now + 6, reason: "reset"), rest: .zero))
            let other = try await scene.claimOne()
            try scene.expect(other.url.path, equals: "/2")
            try await scene.complete(scene.completion(of: other, rest: .seconds(6)))
            try scene.expect(try await scene.drain(), equals: ["1", "deep"])
        },
        FrontierLaw("a host that gets work does not overtake those that stand in line") { scene in
            try await scene.complete(
                scene.completion(
                    of: try await scene.claimOne(of: scene.pages(["1"], on: "idle.example")), rest: .zero))
            scene.clock.advance(by: .seconds(10))
            _ = try await scene.store.enqueue(scene.pages(["1"], on: "line.example"))
            scene.clock.advance(by: .seconds(10))
            _ = try await scene.store.enqueue(
                scene.pages(["2"], on: "idle.example") + scene.pages(["1"], on: "a-new.example"))
            let hosts = try await scene.claim().map(\.candidate.hostKey.name)
            try scene.expect(hosts, equals: ["line.example", "a-new.example", "idle.example"])
        },
        FrontierLaw("a host with many URLs starves none with few") { scene in
            _ = try await scene.store.enqueue(scene.pages((0..<500).map(String.init), on: "large.example"))
            _ = try await scene.store.enqueue((0..<50).map { try scene.page("1", on: "small-\($0).example") })
            var served: Set<String> = []
            for _ in 0..<51 {
                let lease = try await scene.claimOne()
                served.insert(lease.candidate.hostKey.name)
                scene.clock.advance(by: .milliseconds(125))
                try await scene.complete(scene.completion(of: lease, rest: .zero))
            }
            try scene.expect(served.count, equals: 51)
        },
        FrontierLaw("the same calls at the same times give the same answers") { scene in
            let model = FrontierFixture.model
            for seed in 1...3 as ClosedRange<UInt64> {
                try await DifferentialRun(seed: seed, steps: 40, connectionsPerHost: 1).compare(model, model)
            }
        },
    ]
}
