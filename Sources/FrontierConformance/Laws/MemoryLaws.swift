import FoundationEssentials
import Frontier
import Synchronization
import WARC
import WebURLs

extension FrontierLaw {
    /// Law 4, and what a frontier remembers beyond URLs.
    static let memory = [
        FrontierLaw("file ends only ever grow, and are listed by name") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3"]))
            let writes = [
                [
                    FileEnd(file: "text/b.gz", offset: 100),
                    FileEnd(file: "pages/a.gz", offset: 6_000_000_000),
                ],
                [FileEnd(file: "pages/a.gz", offset: 10), FileEnd(file: "pages/ä b.gz", offset: 0)],
                [FileEnd(file: "text/b.gz", offset: 150), FileEnd(file: "text/b.gz", offset: 120)],
            ]
            for written in writes {
                try await scene.complete(
                    scene.completion(of: scene.claimOne(), written: written, rest: .zero))
            }
            let expected = [
                FileEnd(file: "pages/a.gz", offset: 6_000_000_000), FileEnd(file: "pages/ä b.gz", offset: 0),
                FileEnd(file: "text/b.gz", offset: 150),
            ]
            try scene.expect(try await scene.store.fileEnds(), equals: expected)
        },
        FrontierLaw("a record's file is no file end") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            try await scene.complete(scene.completion(of: lease))
            try scene.expect(try await scene.store.fileEnds(), equals: [])
        },
        FrontierLaw("the first capture of a payload is the one that is remembered") { scene in
            _ = try await scene.store.enqueue(scene.pages(["1", "2", "3"]))
            let first = try await scene.claimOne()
            let payload = scene.payload("sha1:AAAA", of: first, etag: "\"ä\"", lastModified: "yesterday")
            try await scene.complete(scene.completion(of: first, payload: payload, rest: .zero))
            let second = try await scene.claimOne()
            let other = CapturedPayload(
                digest: "sha1:BBBB", recordID: "urn:uuid:2", url: first.url, date: scene.now)
            try await scene.complete(
                scene.completion(of: second, payload: scene.payload("sha1:AAAA", of: second), rest: .zero))
            try await scene.complete(scene.completion(of: scene.claimOne(), payload: other))
            let store = scene.store
            try scene.expect(try await store.capture(withPayloadDigest: "sha1:AAAA"), equals: payload)
            try scene.expect(try await store.capture(withPayloadDigest: "sha1:BBBB"), equals: other)
            try scene.expect(try await store.capture(withPayloadDigest: "sha1:CCCC"), equals: nil)
            try scene.expect(try await store.capture(withPayloadDigest: ""), equals: nil)
        },
        FrontierLaw("robots.txt is remembered by origin, as it was last fetched") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1", "2"]))
            let origin = lease.url.origin
            let first = RobotsSnapshot(
                origin: origin, access: .parse, body: [0, 0xFF, 0x0A], fetchedAt: scene.now,
                recordID: "urn:uuid:1")
            let ported = try scene.page("1", on: "a.example:8443").url.origin
            let secure = RobotsSnapshot(origin: ported, access: .allowAll, fetchedAt: scene.now)
            try await scene.complete(
                scene.completion(
                    of: lease, .deferred, rest: .zero, learned: [.robots(first), .robots(secure)]))
            try scene.expect(try await scene.store.robots(of: origin), equals: first)
            try scene.expect(try await scene.store.robots(of: secure.origin), equals: secure)
            let other = try scene.page("1", on: "a.example:8080").url.origin
            try scene.expect(try await scene.store.robots(of: other), equals: nil)
            let second = RobotsSnapshot(
                origin: origin, access: .disallowAll, fetchedAt: scene.now + 1, unreachableSince: scene.now,
                unreachableTries: 3)
            try await scene.complete(scene.completion(of: scene.claimOne(), learned: [.robots(second)]))
            try scene.expect(try await scene.store.robots(of: origin), equals: second)
        },
        FrontierLaw("domains that joined the scope are remembered once") { scene in
            let lease = try await scene.claimOne(of: scene.pages(["1"]))
            let learned: [Fact] = ["b.example", "c.example", "b.example"].map { .scopeDomain($0) }
            try await scene.complete(scene.completion(of: lease, learned: learned))
            try scene.expect(try await scene.store.scopeDomains(), equals: ["b.example", "c.example"])
        },
        FrontierLaw("hosts that links led to are remembered, those of seeds and of what was skipped are not")
        {
            scene in
            let seed = try scene.page("1", on: "seed.example")
            let found = [
                try scene.page("1", on: "a.example", hops: "L"),
                try scene.page("2", on: "a.example", hops: "LL"),
                try scene.page("", on: "b.example:8443", hops: "KR"),
                try scene.page("?q", on: "[2001:db8::7]", hops: "L"),
                try scene.page("2", on: "seed.example", hops: "L"),
                try scene.page("1", on: "out.example", hops: "L", skip: .domainHostLimit),
                try scene.page("1", on: "both.example", hops: "L", skip: .scope),
                try scene.page("2", on: "both.example", hops: "L"),
                try scene.page("robots.txt", on: "robots.example", hops: "P"),
            ]
            let lease = try await scene.claimOne(of: [seed])
            try await scene.complete(scene.completion(of: lease, discoveries: found))
            for _ in 0..<2 {
                let told = ToldHosts()
                try await scene.store.forEachLinkedHost { told.note($0) }
                try scene.expect(
                    told.names, equals: ["a.example", "b.example", "[2001:db8::7]", "both.example"])
                try await scene.reopen()
            }
        },
    ]
}

extension Scene {
    /// A payload captured under a lease's own URL.
    func payload(
        _ digest: String, of lease: Lease, etag: String? = nil, lastModified: String? = nil
    ) -> CapturedPayload {
        CapturedPayload(
            digest: digest, recordID: "urn:uuid:\(lease.token.fence)", url: lease.url, date: now, etag: etag,
            lastModified: lastModified)
    }
}

/// Hosts in the order in which they were first told.
private final class ToldHosts: Sendable {
    private let all = Mutex<[String]>([])

    var names: [String] { all.withLock { $0 } }

    func note(_ name: String) {
        all.withLock { if !$0.contains(name) { $0.append(name) } }
    }
}
