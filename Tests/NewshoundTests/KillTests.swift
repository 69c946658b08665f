import Foundation
import Frontier
import LoopbackSite
import Testing

/// Crawls of the built program that are killed and resumed.
@Suite(.serialized) struct KillTests {
    private static let isLong = ProcessInfo.processInfo.environment["NEWSHOUND_LONG_TESTS"] != nil

    @Test func `a crawl killed three times archives each page exactly once`() async throws {
        try await crawl(pages: 80, kills: 3, seed: 1)
    }

    @Test(.enabled(if: isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `a crawl of 500 pages killed twenty times archives each page exactly once`() async throws {
        try await crawl(pages: 500, kills: 20, seed: 2)
    }

    /// Crawls, kills after a random number of further requests (of half the pages together, as the program runs on for a
    /// moment after each), resumes, and so on; then compares archive, frontier
    /// and the server's own log.
    private func crawl(pages: Int, kills: Int, seed: UInt64) async throws {
        let site = NumberedSite(pages: pages, hosts: 8, domain: "canal")
        let server = try LoopbackServer { site.respond($0) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let means = [
            "--allow-loopback", "--connect-to", server.connectTo, "--delay", "20ms", "--concurrency", "8",
        ]
        let scope = ["--follow", "all", "--scope", "any", "--off-site-hops", "1000", "--into", crawl]
        var random = Lottery(state: seed)
        var arguments = ["crawl", site.url(0)] + scope + means
        for kill in 0..<kills {
            let program = try Program(arguments, in: folder.path)
            let before = server.log.entries.count
            let more = Int(random.next() % UInt64(max(2, pages / kills / 2))) + 1
            let ended = Task { try await program.ending() }
            await server.log.wait(forRequests: before + more)
            // Somewhere between a request and the commit of its page.
            try await Task.sleep(for: .microseconds(Int(random.next() % 20_000)))
            program.kill()
            // Else there are no further requests to wait for.
            let wasKilled = try await ended.value.wasKilled
            try #require(wasKilled, "the crawl ended before kill \(kill)")
            arguments = ["resume", crawl] + means
        }
        let last = try await Program.run(arguments, in: folder.path)
        #expect(last.status == 0, "\(last.errors)")

        let contents = try await CrawlContents.read(crawl)
        let asked = server.log.entries.filter { $0.path != "/robots.txt" }
            .reduce(into: [String: Int]()) { $0["http://\($1.host)\($1.target)", default: 0] += 1 }
        let stored = contents.pages.filter { !$0.key.hasSuffix("/robots.txt") }
        #expect(Set(stored.keys) == site.urls)
        #expect(stored.values.allSatisfy { $0 == 1 })
        #expect(Set(contents.text.keys) == site.urls)
        #expect(contents.text.values.allSatisfy { $0 == 1 })
        #expect(contents.committed.filter { !$0.hasSuffix("/robots.txt") } == site.urls)
        #expect(contents.counts.pages == pages)
        #expect(contents.damages.isEmpty)
        #expect(contents.misplaced.isEmpty)
        #expect(contents.openFiles.isEmpty)
        #expect(Set(asked.keys) == site.urls)
        // A page is asked twice only if a kill fell between its request and its commit: eight are in flight at most.
        #expect(asked.values.reduce(0, +) <= pages + kills * 8)
    }
}

/// Numbers that look random and are the same on every run (SplitMix64).
struct Lottery {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
