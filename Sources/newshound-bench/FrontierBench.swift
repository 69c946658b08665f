import Foundation
import Frontier
import FrontierSQLite
import WARC
import WebURLs

/// What a step of the crawl costs the frontier: a claim, and a completion that offers a page's links.
///
/// Arguments: `urls` (1000000) to grow to, `batch` (20) completions a call, `links` (100) a page of which 30 % are
/// known, `hosts` (2000), `folder` for the database (a temporary one, removed afterwards).
enum FrontierBench {
    static func run(arguments: [String]) async throws {
        var settings = ["urls": 1_000_000, "batch": 20, "links": 100, "hosts": 2_000]
        var folder = FileManager.default.temporaryDirectory.appending(path: "frontier-\(getpid())").path
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            if parts[0] == "folder" { folder = parts[1] } else { settings[parts[0]] = Int(parts[1]) }
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/frontier.sqlite"
        let site = SyntheticSite(hosts: settings["hosts"] ?? 1, links: settings["links"] ?? 1)
        try await grow(path, site: site, to: settings["urls"] ?? 0, batch: settings["batch"] ?? 1)
        try await reopen(path)
    }

    /// Crawls a made-up site until `goal` URLs are known; a line of figures for each tenth of it.
    private static func grow(_ path: String, site: SyntheticSite, to goal: Int, batch: Int) async throws {
        var site = site
        let frontier = try await SQLiteFrontier.create(path: path)
        _ = try await frontier.enqueue((0..<site.hosts).map { site.newCandidate(host: $0, via: nil) })
        var leases = try await frontier.claim(upTo: batch, for: .seconds(300))
        var (steps, cpu, reported, known) = (0, 0.0, 0, site.hosts)
        print("      URLs   us/step  us/completion call   MB resident")
        while known < goal, !leases.isEmpty {
            let completions = leases.map { site.completion(of: $0, number: steps) }
            steps += completions.count
            let start = processSeconds()
            _ = try await frontier.complete(completions)
            leases = try await frontier.claim(upTo: batch, for: .seconds(300))
            cpu += processSeconds() - start
            known = site.made
            if known - reported >= goal / 10 {
                let step = cpu / Double(steps) * 1e6
                print(row(known, step, step * Double(batch), residentMegabytes()))
                (steps, cpu, reported) = (0, 0, known)
            }
        }
        try await frontier.close()
    }

    private static func reopen(_ path: String) async throws {
        let (start, cpu) = (ContinuousClock.now, processSeconds())
        let frontier = try await SQLiteFrontier.open(path: path, restartDelay: .zero)
        let counts = try await frontier.counts()
        let took = ContinuousClock.now - start
        print(
            "reopened \(counts.discovered) URLs in \(took) (CPU \(processSeconds() - cpu) s),",
            "\(residentMegabytes()) MB resident at most")
        try await frontier.close()
    }

    private static func row(_ urls: Int, _ step: Double, _ call: Double, _ megabytes: Int) -> String {
        String(format: "%10d %9.1f %18.1f %13d", urls, step, call, megabytes)
    }

    /// CPU time of the process: the frontier's thread and the one that waits for it.
    private static func processSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func residentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
    }
}

/// Made-up papers whose pages link to pages that are known, to new ones of their own, and to a few of other papers.
private struct SyntheticSite {
    let hosts: Int
    let links: Int
    /// How many URLs there are so far, and how many of each paper.
    private(set) var made = 0
    private var pages: [Int]
    private var random = SplitMix(state: 42)

    init(hosts: Int, links: Int) {
        self.hosts = hosts
        self.links = links
        pages = Array(repeating: 0, count: hosts)
    }

    /// The next page of a paper.
    mutating func newCandidate(host: Int, via: WebURL?) -> Candidate {
        made += 1
        pages[host] += 1
        return candidate(host: host, page: pages[host] - 1, via: via)
    }

    /// A completion of which 30 % of the links are known and 10 % lead to new pages of other papers.
    mutating func completion(of lease: Lease, number: Int) -> Completion {
        let own = Int(lease.candidate.hostKey.name.dropFirst(6).prefix { $0 != "." }) ?? 0
        let discoveries = (0..<links).map { link in
            let host = link % 10 < 7 ? own : random.below(hosts)
            guard link % 10 < 3 else { return newCandidate(host: host, via: lease.url) }
            return candidate(host: host, page: random.below(pages[host]), via: lease.url)
        }
        let location = RecordLocation(
            file: "pages/bench-0001.warc.gz", offset: Int64(number) * 20_000, length: 19_000)
        return Completion(
            lease: lease, outcome: .archived(location), finishedAt: Date(), status: 200, isPage: true,
            payload: CapturedPayload(
                digest: "sha1:\(number)-\(lease.token.fence)", recordID: "urn:uuid:\(number)", url: lease.url,
                date: Date(), etag: "\"\(number)\""),
            written: [FileEnd(file: location.file, offset: location.offset + location.length)],
            discoveries: discoveries, hostReadyAt: Date())
    }

    /// About 90 bytes.
    private func candidate(host: Int, page: Int, via: WebURL?) -> Candidate {
        let text =
            "https://www.paper-\(host).example/news/\(page % 40)/2024-03-\(page)/a-headline-of-some-length-\(page)"
        guard let url = WebURL(text) else { preconditionFailure("\(text) is no URL") }
        return Candidate(
            url: url, key: url.href, hostKey: HostKey(name: "paper-\(host).example"),
            hopPath: via == nil ? .seed : HopPath.seed.adding(.link), via: via)
    }
}
