import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Law 8, and how a visit ends.
    static let outcomes = [
        FrontierLaw("an entry tells how its visit ended") { scene in
            let location = RecordLocation(file: "pages/1.warc.gz", offset: 5_000_000_000, length: 70_000)
            let endings: [(Completion.Outcome, URLEntry.State)] = [
                (.archived(location), .archived(location)), (.revisited(location), .revisited(location)),
                (.skipped(.noarchive), .skipped(.noarchive)),
                (.failed(reason: "reset"), .failed(reason: "reset")),
            ]
            for (number, (outcome, state)) in endings.enumerated() {
                let lease = try await scene.claimOne(of: scene.pages(["1"], on: "host-\(number).example"))
                try await scene.complete(scene.completion(of: lease, outcome, status: 203, isPage: true))
                let entry = try await scene.entry(lease.candidate.key)
                try scene.expect(entry.state, equals: state)
                try scene.expect(entry.status, equals: 203)
                try scene.expect(entry.finishedAt, equals: scene.now)
                try scene.expect(entry.attempts, equals: 1)
                try scene.expect(entry.isPage, equals: number < 2)
            }
            scene.clock.advance(by: Scene.lease)
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.nextWake(), equals: nil)
        },
        FrontierLaw("the ledger adds up after every step") { scene in
            var expected = FrontierCounts()
            _ = try await scene.store.enqueue(try scene.pages(["1", "2", "3", "4", "5", "6", "7"]))
            _ = try await scene.store.enqueue([
                try scene.page("s", skip: .scope), try scene.page("t", on: "b.example", skip: .scope),
                try scene.page("u", skip: .hopLimit),
            ])
            expected.queued = 7
            expected.skipped = [.scope: 2, .hopLimit: 1]
            expected.hostsReady = 1
            try scene.expect(try await scene.store.counts(), equals: expected)
            let outcomes: [(Completion.Outcome, (inout FrontierCounts) -> Void)] = [
                (
                    .archived(scene.location()),
                    {
                        $0.archived += 1; $0.pages += 1
                    }
                ),
                (
                    .revisited(scene.location()),
                    {
                        $0.revisited += 1; $0.pages += 1
                    }
                ),
                (.skipped(.scope), { $0.skipped[.scope] = 3 }),
                (.failed(reason: "x"), { $0.failed["x"] = 1 }),
                (.failed(reason: "x"), { $0.failed["x"] = 2 }),
                (.failed(reason: "y"), { $0.failed["y"] = 1 }),
                (.retry(at: scene.now + 9_000, reason: "z"), { $0.waiting += 1 }),
            ]
            for (outcome, change) in outcomes {
                let lease = try await scene.claimOne()
                expected.queued -= 1
                expected.leased = 1
                expected.hostsReady = 0
                expected.hostsWaiting = expected.queued > 0 ? 1 : 0
                try scene.expect(try await scene.store.counts(), equals: expected)
                try await scene.complete(scene.completion(of: lease, outcome, isPage: true))
                expected.leased = 0
                change(&expected)
                expected.hostsWaiting = 1
                try scene.expect(try await scene.store.counts(), equals: expected)
                scene.clock.advance(by: Scene.delay)
                expected.hostsReady = expected.queued > 0 ? 1 : 0
                expected.hostsWaiting = expected.queued > 0 ? 0 : 1
                try scene.expect(try await scene.store.counts(), equals: expected)
                try await scene.audit()
            }
            try scene.expect(expected.discovered, equals: 10)
        },
        FrontierLaw("a URL that waits can be claimed at its time and its host's, whichever is later") {
            scene in
            for (wait, rest) in [(30, 5), (5, 30)] {
                let lease = try await scene.claimOne(of: scene.pages(["\(wait)"]))
                let until = scene.now + Double(wait)
                try await scene.complete(
                    scene.completion(
                        of: lease, .retry(at: until, reason: "503"), status: 503, rest: .seconds(rest)))
                let entry = try await scene.entry(lease.candidate.key)
                try scene.expect(entry.state, equals: .waiting(until: until, reason: "503"))
                try scene.expect(entry.status, equals: 503)
                try scene.expect(entry.attempts, equals: 1)
                try scene.expect(try await scene.store.nextWake(), equals: scene.now + 30)
                scene.clock.advance(by: .milliseconds(29_875))
                try scene.expect(try await scene.claim(), equals: [])
                scene.clock.advance(by: .milliseconds(125))
                let again = try await scene.claimOne()
                try scene.expect(again.attempts, equals: 1)
                try await scene.complete(scene.completion(of: again, rest: .zero))
                try scene.expect(try await scene.entry(lease.candidate.key).attempts, equals: 2)
            }
        },
        FrontierLaw("a URL that waits does not hold up the others of its host") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            try await scene.complete(
                scene.completion(of: lease, .retry(at: scene.now + 3_600, reason: "503"), rest: .zero))
            try scene.expect(try await scene.claimOne().url.path, equals: "/2")
        },
        FrontierLaw("attempts count the tries, the last one too") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1"]))
            for attempts in 0..<4 {
                let lease = try await scene.claimOne()
                try scene.expect(lease.attempts, equals: attempts)
                let again = scene.completion(of: lease, .retry(at: scene.now, reason: "timeout"), status: nil)
                try await scene.complete(again)
                scene.clock.advance(by: Scene.delay)
            }
            try await scene.complete(
                scene.completion(of: scene.claimOne(), .failed(reason: "timeout"), status: nil))
            let entry = try await scene.entry(scene.key("1"))
            try scene.expect(entry.attempts, equals: 5)
            try scene.expect(entry.status, equals: nil)
        },
        FrontierLaw("what ends without being asked for counts no try") { scene in
            let endings: [(outcome: Completion.Outcome, status: Int?, isTry: Bool)] = [
                (.failed(reason: Completion.Outcome.hostSilence), nil, false),
                (.failed(reason: "connect"), nil, true), (.skipped(.robots), nil, false),
                (.skipped(.noarchive), 200, true), (.archived(scene.location()), 200, true),
            ]
            for (number, ending) in endings.enumerated() {
                let lease = try await scene.claimOne(of: scene.pages(["1"], on: "host-\(number).example"))
                try await scene.complete(
                    scene.completion(
                        of: lease, .retry(at: scene.now, reason: "503"), status: 503, rest: .zero))
                let again = try await scene.claimOne()
                try await scene.complete(scene.completion(of: again, ending.outcome, status: ending.status))
                let attempts = try await scene.entry(lease.candidate.key).attempts
                try scene.expect(attempts, equals: ending.isTry ? 2 : 1)
            }
        },
        FrontierLaw("a deferral is no attempt: status, time and attempts stay") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            try await scene.complete(scene.completion(of: lease, .deferred, status: 200, rest: .zero))
            var entry = try await scene.entry(lease.candidate.key)
            try scene.expect(entry.state, equals: .queued)
            try scene.expect(entry.status, equals: nil)
            try scene.expect(entry.finishedAt, equals: nil)
            let tried = scene.now
            try await scene.complete(
                scene.completion(
                    of: scene.claimOne(), .retry(at: scene.now, reason: "503"), status: 503, rest: .seconds(1)
                ))
            scene.clock.advance(by: .seconds(1))
            try await scene.complete(scene.completion(of: scene.claimOne(), .deferred, status: 200))
            entry = try await scene.entry(lease.candidate.key)
            try scene.expect(entry.state, equals: .queued)
            try scene.expect(entry.status, equals: 503)
            try scene.expect(entry.finishedAt, equals: tried)
            try scene.expect(entry.attempts, equals: 1)
        },
        FrontierLaw("a candidate with a skip is known and never claimed") { scene in
            let page = try scene.page("1", skip: .scope)
            let receipt = try await scene.store.enqueue([page, try scene.page("1")])
            try scene.expect(receipt, equals: EnqueueReceipt(new: 1, known: 1))
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.nextWake(), equals: nil)
            let entry = try await scene.entry(page.key)
            try scene.expect(entry.state, equals: .skipped(.scope))
            try scene.expect(entry.candidate, equals: page)
            try scene.expect(try await scene.host().queued, equals: 0)
        },
        FrontierLaw("every skip reason is kept") { scene in
            let pages = try SkipReason.allCases.map { try scene.page($0.rawValue, skip: $0) }
            _ = try await scene.store.enqueue(pages)
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            try await scene.complete(scene.completion(of: lease, .skipped(.robots), status: nil))
            var expected = Dictionary(uniqueKeysWithValues: SkipReason.allCases.map { ($0, 1) })
            expected[.robots] = 2
            try scene.expect(try await scene.store.counts().skipped, equals: expected)
        },
        FrontierLaw("pages are counted in all and by host") { scene in
            let flags = [true, false, true]
            for (number, isPage) in flags.enumerated() {
                let lease = try await scene.claimOne(of: scene.pages(["\(number)"]))
                try scene.expect(lease.host.pages, equals: number == 0 ? 0 : 1)
                try await scene.complete(scene.completion(of: lease, isPage: isPage, rest: .zero))
            }
            let other = try await scene.claimOne(of: scene.pages(["1"], on: "b.example"))
            try await scene.complete(scene.completion(of: other, .skipped(.noarchive), isPage: true))
            try scene.expect(try await scene.store.counts().pages, equals: 2)
            try scene.expect(try await scene.host().state.pages, equals: 2)
            try scene.expect(try await scene.host("b.example").state.pages, equals: 0)
        },
        FrontierLaw("failures in a row are counted until a fetch goes well") { scene in
            let steps: [(Completion.Outcome, status: Int?, failures: Int)] = [
                (.retry(at: scene.now, reason: "timeout"), nil, 1), (.failed(reason: "timeout"), nil, 2),
                (.skipped(.robots), nil, 2), (.deferred, nil, 2),
                (.retry(at: scene.now, reason: "503"), 503, 3),
                (.skipped(.noarchive), 200, 0), (.failed(reason: "503"), 503, 1),
                (.archived(scene.location()), 404, 0),
                (.failed(reason: "reset"), nil, 1), (.revisited(scene.location()), 304, 0),
            ]
            _ = try await scene.store.enqueue(scene.pages((0..<10).map(String.init)))
            for (outcome, status, failures) in steps {
                try await scene.complete(
                    scene.completion(of: scene.claimOne(), outcome, status: status, rest: .zero))
                try scene.expect(
                    try await scene.host().state.consecutiveFailures, equals: failures, "after \(outcome)")
            }
        },
        FrontierLaw("what a page leads to is queued with it, in one step and in order") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let found = [
                try scene.page("2", hops: "K", via: lease.url),
                try scene.page("1", hops: "L", via: lease.url),
                try scene.page("3", on: "b.example", hops: "L", via: lease.url, offSite: 1),
                try scene.page(
                    "4", on: "c.example", hops: "L", via: lease.url, offSite: 2, skip: .offSiteLimit),
                try scene.page("5", hops: "R", via: try scene.page("elsewhere").url, priority: .redirect),
            ]
            try await scene.complete(scene.completion(of: lease, discoveries: found))
            let entries = try await scene.store.entries(after: 1, limit: 10)
            try scene.expect(entries.map(\.candidate), equals: [found[0], found[2], found[3], found[4]])
            try scene.expect(
                entries.map(\.state), equals: [.queued, .queued, .skipped(.offSiteLimit), .queued])
        },
        FrontierLaw("hosts are listed by name, with and without work") { scene in
            _ = try await scene.store.enqueue(
                scene.pages(["1", "2"], on: "z.example") + scene.pages(["1"], on: "a.example")
                    + [try scene.page("1", on: "m.example", skip: .scope)])
            try await scene.complete(scene.completion(of: try await scene.claimOne(), isPage: true))
            _ = try await scene.claimOne()
            let expected = [
                HostEntry(
                    state: HostState(key: HostKey(name: "a.example"), pages: 1, known: 1),
                    readyAt: scene.now + 5,
                    queued: 0,
                    leased: 0),
                HostEntry(
                    state: HostState(key: HostKey(name: "m.example"), known: 1), readyAt: scene.now,
                    queued: 0,
                    leased: 0),
                HostEntry(
                    state: HostState(key: HostKey(name: "z.example"), known: 2), readyAt: scene.now,
                    queued: 1,
                    leased: 1),
            ]
            try scene.expect(try await scene.store.hosts(), equals: expected)
        },
    ]
}
