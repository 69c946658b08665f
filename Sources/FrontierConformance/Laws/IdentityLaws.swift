import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// Law 1: a URL key exists once.
    static let identity = [
        FrontierLaw("a key exists once, however often it is enqueued") { scene in
            let pages = try scene.pages(["1", "2", "3"])
            try scene.expect(try await scene.store.enqueue(pages), equals: EnqueueReceipt(new: 3, known: 0))
            try scene.expect(try await scene.store.enqueue(pages), equals: EnqueueReceipt(new: 0, known: 3))
            try scene.expect(try await scene.store.counts().queued, equals: 3)
        },
        FrontierLaw("a key that stands twice in one call is new once and known once") { scene in
            let pages = try scene.pages(["1", "1", "2", "1"])
            try scene.expect(try await scene.store.enqueue(pages), equals: EnqueueReceipt(new: 2, known: 2))
        },
        FrontierLaw("what is known stays as it was first offered") { scene in
            let first = try scene.page("1", hops: "LL", offSite: 2)
            let again = try scene.page("1", hops: "R", via: first.url, priority: .redirect, skip: .scope)
            _ = try await scene.store.enqueue([first])
            _ = try await scene.store.enqueue([again])
            try scene.expect(try await scene.entry(first.key).candidate, equals: first)
        },
        FrontierLaw("the key decides what is the same, not the address") { scene in
            let page = try scene.page("1?session=7")
            let same = Candidate(url: page.url, key: "https://a.example/1", hostKey: page.hostKey)
            let other = Candidate(url: page.url, key: "https://a.example/2", hostKey: page.hostKey)
            let receipt = try await scene.store.enqueue([same, other, try scene.page("1")])
            try scene.expect(receipt, equals: EnqueueReceipt(new: 2, known: 1))
            try scene.expect(try await scene.entry(same.key).candidate, equals: same)
            try scene.expect(try await scene.store.entry(forKey: page.key), equals: nil)
        },
        FrontierLaw("workers that enqueue the same keys at once add each of them once") { scene in
            let (store, pages) = (scene.store, try scene.pages((1...50).map(String.init)))
            let new = try await withThrowingTaskGroup { group in
                for _ in 0..<8 { group.addTask { try await store.enqueue(pages).new } }
                return try await group.reduce(0, +)
            }
            try scene.expect(new, equals: 50)
        },
        FrontierLaw("rows count discoveries from 1 without gaps") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2"]))
            _ = try await scene.store.enqueue(scene.pages(["2", "3"]))
            let entries = try await scene.store.entries(after: 0, limit: 10)
            try scene.expect(entries.map(\.row), equals: [1, 2, 3])
            try scene.expect(entries.map(\.candidate.url.path), equals: ["/1", "/2", "/3"])
            let page = try await scene.store.entries(after: 1, limit: 1)
            try scene.expect(page.map(\.row), equals: [2])
            try scene.expect(try await scene.store.entries(after: 3, limit: 10), equals: [])
        },
        FrontierLaw("empty calls do nothing") { scene in
            try scene.expect(try await scene.store.enqueue([]), equals: EnqueueReceipt(new: 0, known: 0))
            try scene.expect(try await scene.store.complete([]), equals: [])
            try scene.expect(try await scene.claim(), equals: [])
            try scene.expect(try await scene.store.nextWake(), equals: nil)
            try scene.expect(try await scene.store.counts(), equals: FrontierCounts())
            _ = try await scene.store.enqueue(scene.pages(["1"]))
            for limit in [0, -1, .min] { try scene.expect(try await scene.claim(limit), equals: []) }
            try scene.expect(try await scene.store.entries(after: 0, limit: 0), equals: [])
            try scene.expect(try await scene.store.entries(after: 0, limit: -5), equals: [])
        },
    ]
}
