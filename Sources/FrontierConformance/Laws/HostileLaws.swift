import FoundationEssentials
import Frontier
import WARC
import WebURLs

extension FrontierLaw {
    /// What the web does to a frontier.
    static let hostile = [
        FrontierLaw("URLs of any length and any letters come back as they were") { scene in
            let paths = [
                String(repeating: "x", count: 2_000), "%E2%82%AC/%F0%9F%97%9E?q=%00%FF",
                "a'b\"c;--?%27;DROP%20TABLE%20url",
                "?", "", "//double//slash/", "a?b=c&d=e;f#", "%2e%2e/%C3%BC",
                String(repeating: "%F0%9F%97%9E", count: 900),
            ]
            let pages = try paths.map { try scene.page($0, on: "xn--bcher-kva.example") }
            _ = try await scene.store.enqueue(pages)
            try await scene.reopen()
            let entries = try await scene.store.entries(after: 0, limit: 100)
            try scene.expect(entries.map(\.candidate), equals: pages)
            for page in pages { try scene.expect(try await scene.entry(page.key).candidate, equals: page) }
            var urls: [WebURL] = []
            while let lease = try await scene.claim().first {
                urls.append(lease.url)
                try await scene.complete(scene.completion(of: lease, rest: .zero))
            }
            try scene.expect(urls, equals: pages.map(\.url))
        },
        FrontierLaw("keys may be any text") { scene in
            let keys = ["", "ü", "%00", "🗞️", String(repeating: "k", count: 10_000), "' OR 1=1"]
            let page = try scene.page("1")
            let candidates = keys.map { Candidate(url: page.url, key: $0, hostKey: page.hostKey) }
            let receipt = try await scene.store.enqueue(candidates)
            try scene.expect(receipt, equals: EnqueueReceipt(new: keys.count, known: 0))
            for candidate in candidates {
                try scene.expect(try await scene.entry(candidate.key).candidate, equals: candidate)
            }
        },
        FrontierLaw("reasons may be any text") { scene in
            for (number, reason) in ["", "ü 'quoted' 🗞️", String(repeating: "r", count: 5_000)].enumerated() {
                let lease = try await scene.claimOne(of: scene.pages(["\(number)"]))
                try await scene.complete(scene.completion(of: lease, .failed(reason: reason), rest: .zero))
                try scene.expect(
                    try await scene.entry(lease.candidate.key).state, equals: .failed(reason: reason))
                try scene.expect(try await scene.store.counts().failed[reason], equals: 1)
            }
            let before = try await scene.picture()
            try await scene.reopen()
            try scene.expect(try await scene.picture(), equals: before)
        },
        FrontierLaw("a page may lead to 100,000 others") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let found = try (0..<100_000).map { try scene.page("p\($0)", hops: "L", via: lease.url) }
            try await scene.complete(scene.completion(of: lease, discoveries: found, rest: .zero))
            let counts = try await scene.store.counts()
            try scene.expect(counts.queued, equals: 100_000)
            try scene.expect(try await scene.claimOne().url.path, equals: "/p0")
            try scene.expect(try await scene.entry(found[99_999].key).row, equals: 100_001)
        },
        FrontierLaw("a path of 255 hops is a path") { scene in
            let hops = String(repeating: "L", count: 255)
            let page = try scene.page("1", hops: hops)
            _ = try await scene.store.enqueue([page, try scene.page("2", hops: "L")])
            try await scene.reopen()
            try scene.expect(try await scene.entry(page.key).candidate.hopPath.depth, equals: 255)
            try scene.expect(try await scene.drain(), equals: ["2", "1"])
        },
        FrontierLaw("times far off are only times") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let far = Date(timeIntervalSince1970: 64_000_000_000)
            try await scene.complete(scene.completion(of: lease, .retry(at: far, reason: "503"), rest: .zero))
            try await scene.reopen()
            try scene.expect(try await scene.store.nextWake(), equals: far)
            try scene.expect(try await scene.claim(), equals: [])
        },
        FrontierLaw("two hundred hosts with one URL are two hundred leases") { scene in
            _ = try await scene.store.enqueue((0..<200).map { try scene.page("1", on: "host-\($0).example") })
            try scene.expect(try await scene.store.counts().hostsReady, equals: 200)
            let leases = try await scene.claim(500)
            try scene.expect(leases.count, equals: 200)
            try scene.expect(
                try await scene.store.complete(leases.map { scene.completion(of: $0) }), equals: [])
            try scene.expect(try await scene.store.counts().archived, equals: 200)
        },
    ]
}
