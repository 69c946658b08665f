import Foundation
import Frontier
import FrontierConformance
import Testing
import WARC
import WebURLs

@testable import FrontierSQLite

/// The views that users write their own SQL against.
@Suite struct FrontierViewTests {
    @Test func `users can ask what became of each URL`() async throws {
        let folder = try TemporaryFolder()
        let (path, clock) = (folder.path + "/frontier.sqlite", ManualClock())
        let frontier = try await SQLiteFrontier.create(path: path, now: { clock.now })
        let seed = try candidate("https://a.example/")
        _ = try await frontier.enqueue([seed])
        let lease = try #require(try await frontier.claim(upTo: 1, for: .seconds(60)).first)
        let found = [
            try candidate("https://a.example/1", hops: "L", via: seed.url),
            try candidate("https://b.example/", hops: "K", via: seed.url, skip: .scope),
            try candidate("https://c.example/", hops: "LR", via: candidate("https://d.example/").url),
        ]
        let location = RecordLocation(file: "pages/1.warc.gz", offset: 300, length: 500)
        _ = try await frontier.complete([
            completion(of: lease, .archived(location), status: 200, clock.now, discoveries: found)
        ])
        for outcome in [
            Completion.Outcome.retry(at: clock.now + 90, reason: "503"), .failed(reason: "no such host"),
        ] {
            let lease = try #require(try await frontier.claim(upTo: 1, for: .seconds(60)).first)
            _ = try await frontier.complete([completion(of: lease, outcome, status: nil, clock.now)])
        }
        _ = try await frontier.enqueue([
            seed, try candidate("https://a.example/2"), try candidate("https://e.example/"),
        ])
        _ = try await frontier.claim(upTo: 1, for: .seconds(60))

        let database = try Database(path: path, access: .readOnly)
        let columns = [
            "number", "state", "url", "host", "hops", "via", "status", "reason", "finished_at", "waits_until",
            "file",
            "offset", "length",
        ]
        let row = columns.map { "coalesce(\($0), '')" }.joined(separator: " || '|' || ")
        let rows = try database.prepare("SELECT \(row) FROM urls ORDER BY number", to: "test")
        var lines: [String] = []
        while try rows.step() { lines.append(rows.text(0)) }
        #expect(
            lines == [
                "1|archived|https://a.example/|a.example|||200||2023-11-14T22:13:20.000Z||pages/1.warc.gz|300|500",
                "2|waiting|https://a.example/1|a.example|L|https://a.example/||503|2023-11-14T22:13:20.000Z"
                    + "|2023-11-14T22:14:50.000Z|||",
                "3|skipped|https://b.example/|b.example|K|https://a.example/||scope|||||",
                "4|failed|https://c.example/|c.example|LR|https://d.example/||no such host"
                    + "|2023-11-14T22:13:20.000Z||||",
                "5|leased|https://a.example/2|a.example|||||||||",
                "6|queued|https://e.example/|e.example|||||||||",
            ])
        let hosts = try database.text(
            "SELECT group_concat(host || ' ' || pages || ' ' || ready_at) FROM hosts", to: "test")
        #expect(hosts?.hasPrefix("a.example 1 2023-11-14T22:13:20.000Z") == true)
        #expect(
            try database.number("SELECT count(*) FROM urls WHERE key = 'https://a.example/1'", to: "test")
                == 1)
        try await frontier.close()
    }

    private func candidate(
        _ address: String, hops: String = "", via: WebURL? = nil, skip: SkipReason? = nil
    ) throws -> Candidate {
        let url = try #require(WebURL(address))
        return Candidate(
            url: url, key: url.href, hostKey: HostKey(name: url.host), hopPath: try #require(HopPath(hops)),
            via: via,
            skip: skip)
    }

    private func completion(
        of lease: Lease, _ outcome: Completion.Outcome, status: Int?, _ now: Date,
        discoveries: [Candidate] = []
    ) -> Completion {
        Completion(
            lease: lease, outcome: outcome, finishedAt: now, status: status, isPage: true,
            discoveries: discoveries,
            hostReadyAt: now)
    }
}
