import Foundation
import LoopbackSite

/// Many hosts with a few pages each: every host is an address, 127.1.x.y, with a server and a log of its own.
///
/// The front page names all pages and one that robots.txt forbids; every page names two others and that one.
struct HostField {
    let servers: [LoopbackServer]
    let pages: Int

    init(hosts: Int, pages: Int) throws {
        self.pages = pages
        servers = try (0..<hosts).map { host in
            try LoopbackServer(address: "127.1.\(host / 250 + 1).\(host % 250 + 1)") { request in
                Self.answer(request, host: host, pages: pages)
            }
        }
    }

    var seeds: [String] { servers.map { $0.url("/") } }

    func stop() { for server in servers { server.stop() } }

    private static func answer(_ request: SiteRequest, host: Int, pages: Int) -> SiteResponse {
        if request.path == "/robots.txt" {
            return .text("User-agent: *\nDisallow: /private/\n", type: "text/plain")
        }
        let page = request.path == "/" ? 0 : Int(request.path.dropFirst("/page/".count)) ?? pages
        guard page < pages else { return .notFound() }
        let linked = page == 0 ? Array(1..<max(2, pages)) : [page / 2, (page + 7) % pages]
        let links = (linked.map { $0 == 0 ? "/" : "/page/\($0)" } + ["/private/\(page)"]).map {
            "<li><a href=\"\($0)\">Report \($0) of the harbour office</a></li>"
        }
        return .text(
            """
            <html lang="en"><head><title>Harbour \(host), report \(page)</title></head><body><article>
            <h1>Harbour \(host), report \(page)</h1><p>In harbour \(host) lay \(page * 3 + 1) ships this week, of which
            \(page + 1) had come for coal and the others for no reason that the office could find out.</p></article>
            <ul>\(links.joined())</ul></body></html>
            """)
    }
}

/// How politely one host was asked, by the log of its server.
struct HostPace {
    let requests: Int
    /// Between the beginnings of two requests, the smallest; nil if there were not two.
    let smallestGap: Duration?
    /// From the end of an answer to the next request, the smallest.
    let smallestPause: Duration?
    /// From the first request to the last.
    let span: Duration
    let forbidden: Int
    let largestParallelism: Int

    init(_ log: RequestLog, host: String? = nil) {
        let all = log.entries.filter { host == nil || $0.host == host }.sorted {
            $0.receivedAt < $1.receivedAt
        }
        let pairs = Array(zip(all, all.dropFirst()))
        requests = all.count
        smallestGap = pairs.map { $0.receivedAt.duration(to: $1.receivedAt) }.min()
        smallestPause = pairs.map { max(.zero, ($0.endedAt ?? $1.receivedAt).duration(to: $1.receivedAt)) }
            .min()
        span =
            all.first.flatMap { first in all.last.map { first.receivedAt.duration(to: $0.receivedAt) } }
            ?? .zero
        forbidden = all.filter { $0.path.hasPrefix("/private/") }.count
        largestParallelism = Set(all.map(\.host)).map(log.largestParallelism).max() ?? 0
    }

    /// What the host could have been asked in that time at one request a delay, over what it was asked in: 1 is ideal.
    func share(delay: Duration) -> Double {
        span > .zero ? Double(max(0, requests - 1)) * (delay / span) : 1
    }
}
