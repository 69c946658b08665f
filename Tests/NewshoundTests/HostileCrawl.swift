import Foundation
import Frontier
import FrontierSQLite
import LoopbackSite
import Testing
import WebURLs

/// A crawl of hostile hosts beside hosts that behave, by the program, and what became of each.
struct HostileCrawl {
    /// Pause between two fetches of a host.
    static let delay: Duration = .milliseconds(300)

    /// Shorter times and fewer tries than the defaults, so that the test is; the limits are the same.
    private static let configuration = """
        host-key: host
        first-byte-timeout: 2s
        idle-timeout: 2s
        total-timeout: 5s
        attempts: 2
        load-factor: 0
        max-pages-per-host: 100
        max-crawl-delay: 1s
        max-retry-after: 2s
        """

    let ending: Program.Ending
    /// What became of each seed, in a word or two.
    let fates: [String: String]
    let good: NumberedHosts
    let log: RequestLog
    /// The largest resident set of the crawl, as last seen before its end. What the system counts for a child that has
    /// ended is the parent's as well, and this one holds all that the hostile hosts send.
    let mostMemory: Int
    let audit: Program.Ending

    /// Crawls `sites`, those of `greeters` (servers that speak before they are asked, as https hosts of these names) and
    /// the good hosts, all at once.
    init(
        _ sites: [HostileSite], greeters: [(name: String, steps: [SiteResponse.Step])] = [],
        beside good: NumberedHosts, options: String = "", in folder: TemporaryFolder
    ) async throws {
        let hosts = HostileSite.hosts(of: sites)
        let maze = HostileSite.further.first { $0.name == "maze-of-hosts" }
        let server = try LoopbackServer(
            hosts: hosts.merging(good.hosts) { first, _ in first },
            fallback: { request in
                guard request.host.hasSuffix("." + HostileSite.mazeOfHosts), let maze else {
                    return .notFound()
                }
                return maze.respond(request)
            })
        let secure = try LoopbackServer(
            front: TLSFront(folder: folder.path, faults: HostileSite.certificateFaults), hosts: hosts)
        let rude = try greeters.map { try LoopbackServer(greeting: $0.steps) }
        defer { for server in [server, secure] + rude { server.stop() } }
        let crawl = folder.path + "/crawl"
        let file = folder.path + "/newshound.yaml"
        try (Self.configuration + "\n" + options).write(toFile: file, atomically: true, encoding: .utf8)
        let seeds = folder.path + "/seeds.txt"
        let greeted = greeters.map { "https://\($0.name).hostile.test/" }
        try (sites.map(\.seed) + greeted + good.seeds).joined(separator: "\n")
            .write(toFile: seeds, atomically: true, encoding: .utf8)
        let mappings =
            zip(greeters, rude).map { "\($0.0.name).hostile.test:443:127.0.0.1:\($0.1.port)" }
            + ["wrong-certificate.hostile.test:443:127.0.0.1:\(secure.port)", server.connectTo]
        let program = try Program(
            [
                "crawl", "--seeds", seeds, "--config", file, "--follow", "all", "--into", crawl,
                "--allow-loopback", "--delay", "300ms", "--ca-file", try #require(secure.caFile),
            ] + mappings.flatMap { ["--connect-to", $0] }, in: folder.path)
        let memory = Task { [process = program.process.processIdentifier] in
            await Self.mostMemory(ofProcess: process)
        }
        ending = try await program.ending()
        mostMemory = await memory.value
        log = server.log
        self.good = good
        fates = try await Self.fates(crawl)
        audit = try await Program.run(["audit", crawl], in: folder.path)
    }

    /// Bytes; looks five times a second until the process has ended.
    private static func mostMemory(ofProcess process: Int32) async -> Int {
        var most = 0
        while let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        {
            most = max(most, (Int(line.filter(\.isNumber)) ?? 0) << 10)
            try? await Task.sleep(for: .milliseconds(200))
        }
        return most
    }

    private static func fates(_ crawl: String) async throws -> [String: String] {
        let reader = try await SQLiteFrontierReader.open(path: crawl + "/frontier.sqlite")
        var fates: [String: String] = [:]
        for entry in try await reader.entries(after: 0, limit: 400)
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
struct NumberedHosts {
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
