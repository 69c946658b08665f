import Foundation
import Frontier
import FrontierSQLite
import LoopbackSite
import Testing
import WebURLs

/// All hostile hosts in one crawl, beside hosts that behave: the crawl ends by itself, the others keep their pace, memory
/// stays bounded, and the ledger names what became of each.
@Suite(.serialized) struct HostileCrawlTests {
    private static let delay: Duration = .milliseconds(300)
    private static let isLong = ProcessInfo.processInfo.environment["NEWSHOUND_LONG_TESTS"] != nil
    private static let goodHosts = 20
    private static let goodPages = isLong ? 100 : 15
    /// Of the ideal rate. A program built without optimisation reads a page of ten megabytes for half a minute.
    private static let leastShare = isLong ? 0.9 : 0.1
    private static let mostMemory = 300 << 20

    /// Shorter times and fewer tries than the defaults, so that the test is; the limits are the same.
    private static let configuration = """
        host-key: host
        first-byte-timeout: 2s
        idle-timeout: 2s
        total-timeout: 5s
        attempts: 2
        load-factor: 0
        max-pages-per-host: 100
        """

    @Test func `a crawl comes through all hostile hosts at once and keeps its pace with the others`()
        async throws
    {
        let folder = try TemporaryFolder()
        let good = NumberedHosts(hosts: Self.goodHosts, pages: Self.goodPages)
        let server = try LoopbackServer(
            hosts: HostileSite.hosts.merging(good.hosts) { first, _ in first })
        let secure = try LoopbackServer(
            front: TLSFront(folder: folder.path, faults: HostileSite.certificateFaults),
            hosts: HostileSite.hosts)
        defer {
            server.stop()
            secure.stop()
        }
        let crawl = folder.path + "/crawl"
        let file = folder.path + "/newshound.yaml"
        try Self.configuration.write(toFile: file, atomically: true, encoding: .utf8)
        let seeds = folder.path + "/seeds.txt"
        try (HostileSite.all.map(\.seed) + good.seeds).joined(separator: "\n")
            .write(toFile: seeds, atomically: true, encoding: .utf8)
        let ending = try await Program.run(
            [
                "crawl", "--seeds", seeds, "--config", file, "--follow", "all", "--into", crawl,
                "--allow-loopback",
                "--delay", "300ms", "--ca-file", try #require(secure.caFile),
                "--connect-to", "wrong-certificate.hostile.test:443:127.0.0.1:\(secure.port)",
                "--connect-to", server.connectTo,
            ], in: folder.path)
        #expect(ending.status == 0, "\(ending.errors)")
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        // Without optimisation a tree takes twice the memory.
        if Self.isLong { #expect(usage.ru_maxrss << 10 < Self.mostMemory, "\(usage.ru_maxrss >> 10) MB") }

        for host in good.names {
            let pace = HostPace(server.log, host: host)
            #expect(pace.requests == Self.goodPages + 1, "\(host)")
            #expect(
                pace.share(delay: Self.delay) >= Self.leastShare, "\(host): \(pace.share(delay: Self.delay))")
            #expect((pace.smallestGap ?? .zero) >= Self.delay)
        }
        let fates = try await Self.fates(crawl)
        for site in HostileSite.all {
            let fate = try #require(fates[site.seed], "\(site.name)")
            #expect(!["queued", "leased", "waiting"].contains(fate), "\(site.name): \(fate)")
        }
        if Self.isLong {
            print("hostile crawl: \(usage.ru_maxrss >> 10) MB at most, \(ending.output)")
            for site in HostileSite.all { print("  \(site.name): \(fates[site.seed] ?? "-")") }
        }
        let audit = try await Program.run(["audit", crawl], in: folder.path)
        #expect(audit.status == 0, "\(audit.output)")
    }

    /// What became of each seed, in a word or two.
    private static func fates(_ crawl: String) async throws -> [String: String] {
        let reader = try await SQLiteFrontierReader.open(path: crawl + "/frontier.sqlite")
        var fates: [String: String] = [:]
        for entry in try await reader.entries(after: 0, limit: 200)
        where entry.candidate.hopPath.letters.isEmpty {
            fates[entry.candidate.url.href] =
                switch entry.state {
                case .queued: "queued"
                case .leased: "leased"
                case .waiting: "waiting"
                case .archived: "archived \(entry.status ?? 0)"
                case .revisited: "revisited"
                case .skipped(let reason): "skipped \(reason.rawValue)"
                case .failed(let reason): "failed \(reason)"
                }
        }
        return fates
    }
}

/// Hosts that behave, each with numbered pages that name two others.
private struct NumberedHosts {
    let names: [String]
    let pages: Int

    init(hosts: Int, pages: Int) {
        names = (0..<hosts).map { "good\($0).test" }
        self.pages = pages
    }

    var seeds: [String] { names.map { "http://\($0)/page/0" } }

    var hosts: [String: LoopbackServer.Responder] {
        names.reduce(into: [:]) { hosts, name in
            let pages = pages
            hosts[name] = { request in
                if request.path == "/robots.txt" {
                    return .text("User-agent: *\nAllow: /\n", type: "text/plain")
                }
                guard let page = Int(request.path.dropFirst("/page/".count)), page < pages else {
                    return .notFound()
                }
                let links = [page * 2 + 1, page * 2 + 2].filter { $0 < pages }.map {
                    "<li><a href=\"/page/\($0)\">Minutes \($0) of the parish council</a></li>"
                }
                return .text(
                    """
                    <html lang="en"><head><title>Minutes \(page)</title></head><body><article><h1>Minutes \(page)</h1>
                    <p>The council met for the \(page + 1)th time and agreed about the bridge, the well and the bench.</p>
                    </article><ul>\(links.joined())</ul></body></html>
                    """)
            }
        }
    }
}
