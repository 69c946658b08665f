import Foundation
import LoopbackSite
import Testing

/// All hostile hosts in one crawl, beside hosts that behave: the crawl ends by itself, the others keep their pace, memory
/// stays bounded, and the ledger names what became of each.
@Suite(.serialized) struct HostileCrawlTests {
    private static let isLong = ProcessInfo.processInfo.environment["NEWSHOUND_LONG_TESTS"] != nil
    private static let goodHosts = 20
    private static let goodPages = isLong ? 100 : 15
    /// Of the ideal rate. A program built without optimisation reads a page of ten megabytes for half a minute.
    private static let leastShare = isLong ? 0.9 : 0.1
    /// Beside seven hostile hosts for each good one and a thousand hosts of a maze, which together load two cores for a
    /// minute: the good hosts go on, if not at their pace.
    private static let leastShareInTheCrowd = 0.4
    private static let mostMemory = 300 << 20

    @Test func `a crawl comes through all hostile hosts at once and keeps its pace with the others`()
        async throws
    {
        let crawl = try await HostileCrawl(
            HostileSite.all, beside: NumberedHosts(hosts: Self.goodHosts, pages: Self.goodPages),
            in: try TemporaryFolder())
        Self.judge(crawl, seeds: HostileSite.all.map(\.seed), leastShare: Self.leastShare)
    }

    /// Reading so much hostile markup takes a program that was built without optimisation too long.
    @Test(.enabled(if: isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `a crawl comes through more kinds of hostile hosts than anybody listed`() async throws {
        let crawl = try await HostileCrawl(
            HostileSite.further, greeters: Self.greeters,
            beside: NumberedHosts(hosts: Self.goodHosts, pages: Self.goodPages),
            options: "robots-sitemaps: true", in: try TemporaryFolder())
        Self.judge(
            crawl,
            seeds: HostileSite.further.map(\.seed) + Self.greeters.map { "https://\($0.name).hostile.test/" },
            leastShare: Self.leastShareInTheCrowd)
    }

    /// The same for hosts that are hostile by what they make a crawler compute, remember or believe.
    @Test(.enabled(if: isLong, "set NEWSHOUND_LONG_TESTS=1"))
    func `a crawl comes through hosts that are hard to read, to match and to remember`() async throws {
        let crawl = try await HostileCrawl(
            HostileSite.subtle, greeters: Self.liars,
            beside: NumberedHosts(hosts: Self.goodHosts, pages: Self.goodPages),
            options: "robots-sitemaps: true", in: try TemporaryFolder())
        Self.judge(
            crawl,
            seeds: HostileSite.subtle.map(\.seed) + Self.liars.map { "https://\($0.name).hostile.test/" },
            leastShare: Self.leastShareInTheCrowd)
    }

    private static func judge(_ crawl: HostileCrawl, seeds: [String], leastShare: Double) {
        #expect(crawl.ending.status == 0 && !crawl.ending.wasKilled, "\(crawl.ending.summary)")
        // Without optimisation a tree takes twice the memory.
        if isLong { #expect(crawl.mostMemory < mostMemory, "\(crawl.mostMemory >> 20) MB") }
        var worst = 1.0
        for host in crawl.good.names {
            let pace = HostPace(crawl.log, host: host)
            #expect(pace.requests == crawl.good.pages + 1, "\(host)")
            let share = pace.share(delay: HostileCrawl.delay)
            worst = min(worst, share)
            #expect(share >= leastShare, "\(host): \(share)")
            #expect((pace.smallestGap ?? .zero) >= HostileCrawl.delay)
        }
        for seed in seeds {
            let fate = crawl.fates[seed] ?? "unknown"
            #expect(!["queued", "leased", "waiting", "unknown"].contains(fate), "\(seed): \(fate)")
        }
        if isLong {
            print(
                "hostile crawl: \(crawl.mostMemory >> 20) MB at most, share \(worst), \(crawl.ending.output)")
            for seed in seeds { print("  \(seed): \(crawl.fates[seed] ?? "-")") }
        }
        #expect(crawl.audit.status == 0, "\(crawl.audit.output)")
    }

    /// What a server may say to a client that begins a TLS handshake.
    private static let greeters: [(name: String, steps: [SiteResponse.Step])] = [
        ("tls-holds", [.hold]),
        ("tls-says-http", [.text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), .close]),
        ("tls-says-ssh", [.text("SSH-2.0-OpenSSH_9.2\r\n"), .hold]),
        ("tls-resets", [.pause(.milliseconds(20)), .reset]),
        // A handshake record (RFC 8446 §5.1) of the greatest length, of nothing that makes sense.
        (
            "tls-nonsense",
            [.repeatForever([22, 3, 3, 0x40, 0] + [UInt8](repeating: 0xa5, count: 16_384), every: .zero)]
        ),
        // Warnings without end: user_canceled (RFC 8446 §6.1).
        ("tls-warnings", [.repeatForever([21, 3, 3, 0, 2, 1, 90], every: .zero)]),
        // Change cipher spec without end (RFC 8446 §5).
        ("tls-changes", [.repeatForever([20, 3, 3, 0, 1, 1], every: .zero)]),
        ("tls-drips", [.repeatForever([22], every: .milliseconds(300))]),
    ]

    /// And of those that begin as a server should.
    private static let liars: [(name: String, steps: [SiteResponse.Step])] = [
        // handshake_failure (RFC 8446 §6.2).
        ("tls-refuses", [.bytes([21, 3, 3, 0, 2, 2, 40]), .close]),
        // A hello of TLS 1.2, then a certificate of sixteen megabytes (RFC 5246 §7.4.2) that goes on for ever.
        (
            "tls-endless-certificate",
            [
                .bytes(
                    [22, 3, 3, 0, 49, 2, 0, 0, 45, 3, 3] + [UInt8](repeating: 7, count: 32)
                        + [0, 0xc0, 0x2f, 0, 0, 5, 0xff, 1, 0, 1, 0]),
                .bytes(
                    [22, 3, 3, 0x40, 0, 11, 0xff, 0xff, 0xff] + [UInt8](repeating: 0, count: 16_380)),
                .repeatForever([22, 3, 3, 0x40, 0] + [UInt8](repeating: 0, count: 16_384), every: .zero),
            ]
        ),
        ("tls-empty-records", [.repeatForever([23, 3, 3, 0, 0], every: .zero)]),
        ("tls-asks-again", [.repeatForever([22, 3, 3, 0, 4, 0, 0, 0, 0], every: .milliseconds(5))]),
    ]
}
