import FoundationEssentials
import Frontier
import WebURLs

extension FrontierLaw {
    /// What was fetched can be queued again.
    static let revisits = [
        FrontierLaw("what was fetched is queued again, at its place, and counts once") { scene in
            _ = try await scene.store.enqueue([
                try scene.page("2", hops: "L"), try scene.page("1"), try scene.page("3", skip: .scope),
            ])
            for _ in 0..<2 {
                let lease = try await scene.claimOne()
                try await scene.complete(scene.completion(of: lease, isPage: true, rest: .zero))
            }
            try scene.expect(try await scene.store.requeue { _ in true }, equals: 2)
            let counts = try await scene.store.counts()
            try scene.expect([counts.queued, counts.archived, counts.pages], equals: [2, 0, 0])
            try scene.expect(try await scene.claimOne().candidate.url.path, equals: "/1")
            // In flight or not, what was captured before is known to be.
            let entries = try await scene.store.entries(after: 0, limit: 9)
            try scene.expect(entries.map(\.lastCapture), equals: [scene.location(), scene.location(), nil])
            try scene.expect(entries.map(\.hasPage), equals: [true, true, false])
            let kinds = try await scene.store.captureKinds()
            try scene.expect([kinds.queuedAgain, kinds.pages, kinds.allPages], equals: [2, 0, 2])
        },
        FrontierLaw("what was a page is one until a visit brings something else, and a redirect never is") {
            scene in
            for (name, wasPage) in [("page", true), ("redirect", false)] {
                let lease = try await scene.claimOne(of: scene.pages([name]))
                let key = lease.candidate.key
                try await scene.complete(
                    scene.completion(of: lease, status: wasPage ? 200 : 301, isPage: wasPage, rest: .zero))
                _ = try await scene.store.requeue { $0.candidate.key == key }
                try scene.expect(try await scene.store.entry(forKey: key)?.hasPage, equals: wasPage)
                let ends: [Completion.Outcome] = [
                    .retry(at: scene.now + 60, reason: "http-503"), .failed(reason: "http-503"),
                ]
                for end in ends {
                    let again = try await scene.claimOne()
                    try await scene.complete(scene.completion(of: again, end, status: 503, rest: .zero))
                    try await scene.reopen()
                    let entry = try await scene.store.entry(forKey: key)
                    try scene.expect(entry?.hasPage, equals: wasPage)
                    try scene.expect(entry?.isPage, equals: false)
                    scene.clock.advance(by: .seconds(61))
                }
            }
            try scene.expect(try await scene.store.counts().pages, equals: 0)
        },
        FrontierLaw("a visit that brings no capture leaves the place of the one before") { scene in
            let outcomes: [Completion.Outcome] = [
                .retry(at: scene.now + 60, reason: "http-503"), .failed(reason: "http-503"),
                .skipped(.noarchive),
                .archived(scene.location(7_000)),
            ]
            for outcome in outcomes {
                let (before, bringsCapture) = (scene.location(), outcome == outcomes[3])
                let name = "\(outcomes.firstIndex(of: outcome) ?? 0)"
                let lease = try await scene.claimOne(of: scene.pages([name]))
                try await scene.complete(scene.completion(of: lease, isPage: true, rest: .zero))
                let key = lease.candidate.key
                _ = try await scene.store.requeue { $0.candidate.key == key }
                let again = try await scene.claimOne()
                try await scene.complete(scene.completion(of: again, outcome, status: 503, rest: .zero))
                for _ in 0..<2 {
                    let entry = try await scene.store.entry(forKey: key)
                    try scene.expect(
                        entry?.lastCapture, equals: bringsCapture ? scene.location(7_000) : before)
                    try scene.expect(entry?.earlierCapture, equals: bringsCapture ? nil : before)
                    try scene.expect(entry?.isPage, equals: false)
                    try await scene.reopen()
                }
            }
            try scene.expect(try await scene.store.captureKinds().queuedAgain, equals: 1)
            try await scene.audit()
        },
        FrontierLaw("a page that was not there is none while it is visited again") { scene in
            for (name, status) in [("gone", 404), ("there", 200)] {
                let lease = try await scene.claimOne(of: scene.pages([name]))
                try await scene.complete(
                    scene.completion(of: lease, status: status, isPage: true, rest: .zero))
            }
            _ = try await scene.store.requeue { _ in true }
            try scene.expect(try await scene.store.captureKinds().allPages, equals: 1)
            try await scene.audit()
        },
        FrontierLaw("only what is wanted is queued again, and what is under way is left") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3"]))
            for _ in 0..<2 {
                try await scene.complete(scene.completion(of: scene.claimOne(), rest: .zero))
            }
            _ = try await scene.claimOne()
            let count = try await scene.store.requeue { $0.candidate.url.path != "/1" }
            try scene.expect(count, equals: 1)
            try scene.expect(try await scene.store.counts().queued, equals: 1)
        },
        FrontierLaw("what was given up is queued again with all tries, and its host still backs off") {
            scene in
            let outcomes: [Completion.Outcome] = [
                .failed(reason: "http-503"), .skipped(.robotsUnreachable), .skipped(.robots),
            ]
            let readyAt = scene.now + 3_600
            for (number, outcome) in outcomes.enumerated() {
                let host = "host-\(number).example"
                let lease = try await scene.claimOne(of: scene.pages(["1"], on: host))
                let wait = Completion.Outcome.retry(at: scene.now, reason: "http-503")
                try await scene.complete(scene.completion(of: lease, wait, status: 503, rest: .zero))
                try await scene.complete(
                    scene.completion(of: scene.claimOne(), outcome, status: 503, rest: .seconds(3_600)))
            }
            try scene.expect(try await scene.store.requeue { _ in true }, equals: 2)
            for _ in 0..<2 {
                let counts = try await scene.store.counts()
                try scene.expect([counts.queued, counts.hostsWaiting], equals: [2, 2])
                try scene.expect(counts.failed, equals: [:])
                try scene.expect(counts.skipped, equals: [.robots: 1])
                let entries = try await scene.store.entries(after: 0, limit: 9)
                try scene.expect(entries.map(\.status), equals: [503, 503, 503])
                try scene.expect(entries.prefix(2).map(\.attempts), equals: [0, 0])
                try scene.expect(try await scene.store.nextWake(), equals: readyAt)
                try await scene.audit()
                try await scene.reopen()
            }
            scene.clock.advance(by: .seconds(3_600))
            try scene.expect(try await scene.claim().map(\.attempts), equals: [0, 0])
        },
        FrontierLaw("robots.txt is not queued again") { scene in
            for robots in [
                try scene.robots(.archived(scene.location())), try scene.robots(.failed(reason: "connect")),
            ] {
                let lease = try await scene.claimOne(of: scene.pages(["1"]))
                try await scene.complete(scene.completion(of: lease, rest: .zero, prerequisites: [robots]))
                try scene.expect(try await scene.store.requeue { _ in true }, equals: 1)
            }
        },
        FrontierLaw("what is queued again survives a restart and is fetched like any other") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            try await scene.complete(scene.completion(of: lease, isPage: true))
            _ = try await scene.store.requeue { _ in true }
            try await scene.reopen()
            scene.clock.advance(by: .seconds(10))
            let again = try await scene.claimOne()
            try scene.expect(again.candidate, equals: lease.candidate)
            try await scene.complete(
                scene.completion(of: again, .revisited(scene.location()), isPage: true))
            let counts = try await scene.store.counts()
            try scene.expect([counts.revisited, counts.pages], equals: [1, 1])
        },
        FrontierLaw("the last capture of a key is the newest payload that it brought first") { scene in
            let page = try scene.page("1")
            let lease = try await scene.claimOne(of: [page])
            let first = CapturedPayload(
                digest: "sha1:a", recordID: "urn:uuid:1", url: page.url, date: scene.now, etag: "one")
            try await scene.complete(scene.completion(of: lease, payload: first, rest: .zero))
            try scene.expect(try await scene.store.lastCapture(ofKey: page.key), equals: first)
            _ = try await scene.store.requeue { _ in true }
            let second = CapturedPayload(
                digest: "sha1:b", recordID: "urn:uuid:2", url: page.url, date: scene.now, etag: "two")
            try await scene.complete(scene.completion(of: scene.claimOne(), payload: second, rest: .zero))
            try scene.expect(try await scene.store.lastCapture(ofKey: page.key), equals: second)
            try await scene.reopen()
            try scene.expect(try await scene.store.lastCapture(ofKey: page.key), equals: second)
            try scene.expect(try await scene.store.lastCapture(ofKey: "unknown"), equals: nil)
        },
    ]
}
