import FoundationEssentials
import Frontier
import WebURLs

extension FrontierLaw {
    /// A URL that one path keeps out is not lost: another path may lead to it.
    static let paths = [
        FrontierLaw("what a path kept out is queued when a better path leads there") { scene in
            for (number, reason) in SkipReason.allCases.filter(\.dependsOnPath).enumerated() {
                let out = try scene.page("\(number)", hops: "LLLLL", offSite: 2, skip: reason)
                let way = try scene.page("\(number)", hops: "K", via: WebURL("https://b.example/"))
                _ = try await scene.store.enqueue([out])
                let receipt = try await scene.store.enqueue([way])
                try scene.expect(receipt, equals: EnqueueReceipt(new: 0, known: 1))
                let entry = try await scene.entry(out.key)
                try scene.expect(entry.state, equals: .queued, "after \(reason)")
                try scene.expect(entry.candidate, equals: way)
                try scene.expect(try await scene.store.counts().skipped, equals: [:])
            }
        },
        FrontierLaw("a path that keeps it out as well changes nothing") { scene in
            let first = try scene.page("1", hops: "LLLLL", skip: .hopLimit)
            _ = try await scene.store.enqueue([first])
            _ = try await scene.store.enqueue([try scene.page("1", hops: "LLLL", skip: .offSiteLimit)])
            try scene.expect(try await scene.entry(first.key).candidate, equals: first)
            try scene.expect(try await scene.store.counts().skipped, equals: [.hopLimit: 1])
        },
        FrontierLaw("a rule that is not about the path keeps a URL out for good") { scene in
            for (number, reason) in SkipReason.allCases.filter({ !$0.dependsOnPath }).enumerated() {
                let first = try scene.page("\(number)", skip: reason)
                _ = try await scene.store.enqueue([first, try scene.page("\(number)")])
                try scene.expect(try await scene.entry(first.key).state, equals: .skipped(reason))
            }
        },
        FrontierLaw("a better path counts in the same call and from a page too") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let found = [
                try scene.page("2", hops: "LL", via: lease.url, skip: .pageLinkLimit),
                try scene.page("2", hops: "L", via: lease.url),
                try scene.page("3", hops: "L", via: lease.url),
            ]
            try await scene.complete(scene.completion(of: lease, discoveries: found, rest: .zero))
            try scene.expect(try await scene.claimOne().candidate, equals: found[1])
        },
        FrontierLaw("a better path gives the place of that path, and survives a restart") { scene in
            _ = try await scene.store.enqueue([
                try scene.page("1", hops: "LL"), try scene.page("2", hops: "LLLLL", skip: .hopLimit),
                try scene.page("3", hops: "LL", skip: .hopLimit),
            ])
            try await scene.reopen()
            _ = try await scene.store.enqueue([try scene.page("2", hops: "L")])
            try await scene.reopen()
            try scene.expect(try await scene.claimOne().candidate, equals: try scene.page("2", hops: "L"))
            _ = try await scene.store.enqueue([try scene.page("3", hops: "")])
            try scene.expect(try await scene.store.counts().queued, equals: 2)
        },
        FrontierLaw("what was fetched before is not queued again by another path") { scene in
            _ = try await scene.store.enqueue([
                try scene.page("robots.txt", hops: "LL", skip: .hopLimit), try scene.page("1"),
            ])
            let robots = try scene.robots(.skipped(.addressPolicy), status: nil)
            try await scene.complete(scene.completion(of: scene.claimOne(), prerequisites: [robots]))
            _ = try await scene.store.enqueue([try scene.page("robots.txt")])
            try scene.expect(
                try await scene.entry(robots.candidate.key).state, equals: .skipped(.addressPolicy))
        },
    ]
}
