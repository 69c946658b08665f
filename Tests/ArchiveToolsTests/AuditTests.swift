import Archiving
import Foundation
import Politeness
import Testing
import WARC
import WebURLs

@testable import ArchiveTools

@Suite struct AuditTests {
    private static let rules = AuditRules(
        delay: .seconds(2), maximumCrawlDelay: .seconds(300), connectionsPerHost: 1, robotsToken: "newshound",
        hostKeyRule: .registrableDomain)

    /// A line of crawl.log: seconds and milliseconds of the start in one minute, and how long it took.
    private func line(
        _ url: String, at start: Int, took milliseconds: Int = 0, status: Int = 200, hops: String = "-",
        via: String = "-"
    ) -> String {
        func time(_ milliseconds: Int) -> (minute: Int, second: Int, rest: Int) {
            (milliseconds / 60_000, milliseconds / 1_000 % 60, milliseconds % 1_000)
        }
        let (from, to) = (time(start), time(start + milliseconds))
        let end = String(format: "2026-01-02T03:%02d:%02d.%03dZ", to.minute, to.second, to.rest)
        let begin = String(format: "2026010203%02d%02d%03d", from.minute, from.second, from.rest)
        return
            "\(end)   \(status)        10 \(url) \(hops) \(via) text/html #000 \(begin)+\(milliseconds) - - -"
    }

    private func robots(_ host: String, at start: Int, status: Int = 404) -> String {
        line(
            "http://\(host)/robots.txt", at: start, status: status, hops: "P", via: "http://\(host)/seed")
    }

    private func verdict(
        _ lines: [String], rules: AuditRules = AuditTests.rules
    ) -> (hosts: [AuditedHost], violations: [AuditViolation]) {
        var audit = Audit(rules: rules)
        audit.read(log: Array(lines.joined(separator: "\n").utf8))
        return audit.verdict()
    }

    @Test func `a polite crawl has no violation, and each host its smallest gap`() {
        let (hosts, violations) = verdict([
            robots("a.example", at: 0), line("http://a.example/1", at: 2_000, took: 500),
            line("http://a.example/2", at: 4_510), robots("b.example", at: 100),
        ])
        #expect(violations.isEmpty)
        #expect(hosts.map(\.key.name) == ["a.example", "b.example"])
        #expect(hosts.map(\.fetches) == [3, 1])
        #expect(hosts.map(\.smallestGap) == [.milliseconds(2_000), nil])
        #expect(hosts.map(\.largestParallelism) == [1, 1])
    }

    /// robots.txt forbids it, could not be had, or the host was given up (`hostSilent`).
    @Test(arguments: [-9_998, -61, -8])
    func `lines of URLs that were not asked for are no fetches`(code: Int) {
        let (hosts, violations) = verdict([
            robots("a.example", at: 0), line("http://a.example/1", at: 2_000),
            line("http://a.example/2", at: 2_010, status: code),
            line("http://a.example/3", at: 2_011, status: code),
        ])
        #expect(violations.isEmpty)
        #expect(hosts.map(\.fetches) == [2])
    }

    @Test func `a fetch that came too early is named, across the hosts of a domain`() {
        let (_, violations) = verdict([
            robots("example.org", at: 0), robots("www.example.org", at: 1_000),
        ])
        #expect(violations.map(\.kind) == [.gap])
        #expect(violations.first?.url.host == "www.example.org")
        #expect(violations.first?.reason == "1000 ms after the fetch before, 2000 ms are due")
    }

    @Test func `each fetch is judged by the pace of its run`() {
        func pace(_ second: Double, _ delay: Duration, _ connections: Int = 1) -> RunPace {
            let start = WARCDate.parse("2026-01-02T03:00:00Z") ?? .distantPast
            return RunPace(
                startedAt: start.addingTimeInterval(second), delay: delay, connectionsPerHost: connections)
        }
        let lines = [
            robots("a.example", at: 0), line("http://a.example/1", at: 2_000),
            line("http://a.example/2", at: 7_000), line("http://a.example/3", at: 7_100),
            line("http://a.example/4", at: 9_000, took: 500), line("http://a.example/5", at: 9_100),
        ]
        #expect(verdict(lines).violations.count == 3)
        var rules = Self.rules
        rules.runs = [pace(0, .seconds(2)), pace(6, .milliseconds(100)), pace(8, .zero, 2)]
        #expect(verdict(lines, rules: rules).violations.isEmpty)
        rules.runs = [pace(6, .milliseconds(200)), pace(8, .zero, 2)]
        #expect(
            verdict(lines, rules: rules).violations.map(\.reason) == [
                "100 ms after the fetch before, 200 ms are due"
            ])
    }

    @Test func `two roundings are no violation`() {
        #expect(
            verdict([robots("a.example", at: 0), line("http://a.example/1", at: 1_999)]).violations.isEmpty)
    }

    @Test func `fetches at once are more than one host may have`() {
        let lines = [
            robots("a.example", at: 0), line("http://a.example/1", at: 2_000, took: 3_000),
            line("http://a.example/2", at: 3_000, took: 100),
        ]
        let (hosts, violations) = verdict(lines)
        #expect(violations.map(\.kind) == [.parallelism])
        #expect(hosts.first?.largestParallelism == 2)
        var two = Self.rules
        two.connectionsPerHost = 2
        #expect(verdict(lines, rules: two).violations.isEmpty)
    }

    @Test func `a page before its robots.txt, or after one that could not be reached, is a violation`() {
        #expect(verdict([line("http://a.example/1", at: 0)]).violations.map(\.kind) == [.robotsNotAsked])
        for status in [503, 429, -2, -4] {
            let lines = [robots("a.example", at: 0, status: status), line("http://a.example/1", at: 9_000)]
            #expect(verdict(lines).violations.map(\.kind) == [.robotsUnreachable])
        }
        let other = [robots("a.example", at: 0), line("https://a.example/1", at: 9_000)]
        #expect(verdict(other).violations.map(\.kind) == [.robotsNotAsked])
    }

    @Test func `a page after a robots.txt that came only in part is a violation`() throws {
        let folder = try TemporaryFolder()
        func verdict(_ body: String, _ fields: [String]) throws -> [AuditViolation.Kind] {
            let url = "http://a.example/robots.txt"
            let record = HandmadeArchive.record(
                "response",
                [
                    "WARC-Target-URI: \(url)", "WARC-Date: 2026-01-02T03:00:00.000Z",
                    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
                    "Content-Type: application/http; msgtype=response",
                ] + fields, HandmadeArchive.message("200 OK", fields: [], Array(body.utf8)),
                version: "WARC/1.1")
            let path = try folder.write("robots.warc", record)
            var audit = Audit(rules: Self.rules)
            let lines = [robots("a.example", at: 0, status: 200), line("http://a.example/1", at: 9_000)]
            audit.read(log: Array(lines.joined(separator: "\n").utf8))
            audit.read(ArchiveInput(path: path, name: "robots.warc"))
            #expect(audit.damages.isEmpty)
            return audit.verdict().violations.map(\.kind)
        }
        #expect(try verdict("User-agent: *\nDisallow: /2\n", []).isEmpty)
        #expect(try verdict("User-agent: *\nDisallow: /1\n", []) == [.robots])
        #expect(try verdict("User-agent: *\n", ["WARC-Truncated: length"]).isEmpty)
        for reason in ["disconnect", "time", "unspecified"] {
            #expect(
                try verdict("User-agent: *\n", ["WARC-Truncated: \(reason)"]) == [.robotsUnreachable])
        }
    }

    @Test func `lines that tell of no request are passed over`() {
        let lines = [
            "", "nonsense",
            "2026-01-02T03:00:00.000Z -9998 - http://a.example/x - - unknown #000 1+0 - - robots",
            line("http://a.example/y", at: 0, status: -61), line("http://a.example/y", at: 0, status: -5_001),
        ]
        #expect(verdict(lines).hosts.isEmpty)
    }

    @Test func `every prefix of a log is read`() {
        let text = [robots("a.example", at: 0), line("http://a.example/1", at: 2_000)].joined(separator: "\n")
        for count in 0...text.utf8.count {
            var audit = Audit(rules: Self.rules)
            audit.read(log: Array(text.utf8.prefix(count)))
            #expect(audit.verdict().hosts.count <= 1)
        }
    }
}
