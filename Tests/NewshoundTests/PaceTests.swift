import Foundation
import Frontier
import LoopbackSite
import Testing

/// Crawls of many hosts at once, judged by the servers' own logs: no host is asked too early, too often at once or for
/// what its robots.txt forbids, and none is left waiting.
@Suite(.serialized) struct PaceTests {
    private static let isLong = ProcessInfo.processInfo.environment["NEWSHOUND_LONG_TESTS"] != nil

    /// When a server has handed its answer to the system the crawler may have had it for a moment.
    private static let tolerance: Duration = .milliseconds(30)

    /// Few enough for a program that was built without optimisation.
    @Test func `a dozen hosts are each asked at their pace`() async throws {
        try await crawl(hosts: 12, pages: 8, delay: .milliseconds(300), isKilled: false, leastShare: 0.8)
    }

    @Test func `a dozen hosts are each asked at their pace by a crawl that is killed and resumed`()
        async throws
    {
        try await crawl(hosts: 12, pages: 8, delay: .milliseconds(300), isKilled: true, leastShare: nil)
    }

    @Test(.enabled(if: isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `two hundred hosts of fifty pages are asked at 0-95 of the ideal rate`() async throws {
        try await crawl(hosts: 200, pages: 50, delay: .milliseconds(500), isKilled: false, leastShare: 0.95)
    }

    @Test(.enabled(if: isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `two hundred hosts of fifty pages are asked at their pace across a kill`() async throws {
        try await crawl(hosts: 200, pages: 50, delay: .milliseconds(500), isKilled: true, leastShare: nil)
    }

    /// - Parameter leastShare: of the ideal rate that the slowest host must reach; nil: not judged, since a crawl that
    ///   is not running asks nobody.
    private func crawl(
        hosts: Int, pages: Int, delay: Duration, isKilled: Bool, leastShare: Double?
    ) async throws {
        let field = try HostField(hosts: hosts, pages: pages)
        defer { field.stop() }
        let folder = try TemporaryFolder()
        let crawl = folder.path + "/crawl"
        let seeds = folder.path + "/seeds.txt"
        try field.seeds.joined(separator: "\n").write(toFile: seeds, atomically: true, encoding: .utf8)
        let milliseconds = Int(delay / .milliseconds(1))
        let means = ["--allow-loopback", "--delay", "\(milliseconds)ms", "--load-factor", "0"]
        var arguments = ["crawl", "--seeds", seeds, "--follow", "all", "--into", crawl] + means
        if isKilled {
            let program = try Program(arguments, in: folder.path)
            let ended = Task { try await program.ending() }
            await field.servers[0].log.wait(forRequests: pages / 2)
            program.kill()
            #expect(try await ended.value.wasKilled)
            arguments = ["resume", crawl] + means
        }
        let last = try await Program.run(arguments, in: folder.path)
        #expect(last.status == 0, "\(last.errors)")

        let paces = field.servers.map { HostPace($0.log) }
        let shares = paces.map { $0.share(delay: delay) }
        #expect(paces.map(\.forbidden).reduce(0, +) == 0)
        #expect(paces.filter { ($0.smallestGap ?? delay) < delay }.count == 0)
        #expect(paces.filter { ($0.smallestPause ?? delay) < delay - Self.tolerance }.count == 0)
        #expect(paces.map(\.largestParallelism).max() == 1)
        // A page is asked twice only if the kill fell between its request and its commit.
        #expect(paces.allSatisfy { (pages + 1...pages + (isKilled ? 2 : 1)).contains($0.requests) })
        if let leastShare, let slowest = shares.min() {
            #expect(slowest >= leastShare, "the slowest host was asked at \(slowest) of the ideal rate")
        }
        if Self.isLong, let slowest = shares.min() {
            print("pace: \(hosts) hosts, \(pages) pages, share of the ideal rate \(slowest)")
        }
        let contents = try await CrawlContents.read(crawl)
        #expect(contents.counts.pages == hosts * pages)
        #expect(contents.counts.skipped == [.robots: hosts * pages])
        try await audit(crawl, paces: paces, delay: delay, in: folder.path)
    }

    /// What `audit` says must be what the servers saw.
    private func audit(_ crawl: String, paces: [HostPace], delay: Duration, in folder: String) async throws {
        let ending = try await Program.run(["audit", crawl, "--json"], in: folder)
        #expect(ending.status == 0, "\(ending.output.suffix(2_000)) \(ending.errors)")
        let rows = try ending.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let hosts = rows.filter { $0["host"] != nil && $0["violation"] == nil }
        #expect(hosts.count == paces.count)
        #expect(hosts.allSatisfy { $0["largest_parallelism"] as? Int == 1 })
        #expect(hosts.compactMap { $0["fetches"] as? Int }.reduce(0, +) <= paces.map(\.requests).reduce(0, +))
        let gaps = hosts.compactMap { $0["smallest_gap_ms"] as? Int }
        #expect(gaps.count == paces.count)
        #expect(gaps.allSatisfy { Double($0) >= delay / .milliseconds(1) - 2 })
    }
}
