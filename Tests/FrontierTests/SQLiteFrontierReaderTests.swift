import Foundation
import Frontier
import FrontierConformance
import Testing
import WebURLs

@testable import FrontierSQLite

@Suite struct SQLiteFrontierReaderTests {
    @Test func `a reader beside a crawl sees whole steps only`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/frontier.sqlite"
        let frontier = try await SQLiteFrontier.create(path: path)
        let reader = try await SQLiteFrontierReader.open(path: path)
        let steps = Task {
            for step in 0..<60 {
                // Ten at a time: any other number would be half a step.
                let pages = (0..<10).compactMap { WebURL("https://host-\($0 % 3).example/\(step)/\($0)") }
                _ = try await frontier.enqueue(
                    pages.map { Candidate(url: $0, key: $0.href, hostKey: HostKey(name: $0.host)) })
            }
        }
        var last = 0
        while last < 600 {
            let counts = try await reader.counts()
            #expect(counts.discovered % 10 == 0)
            #expect(counts.discovered >= last)
            last = counts.discovered
            #expect(try await reader.entries(after: 0, limit: 1_000).count >= last)
        }
        try await steps.value
    }

    /// A step without the log, as closing takes one, that a failing disk broke off when half of it was written.
    private func brokenOff(_ folder: TemporaryFolder) async throws -> String {
        let path = folder.path + "/frontier.sqlite"
        let frontier = try await SQLiteFrontier.create(path: path)
        let pages = (0..<3_000).compactMap { WebURL("https://a.example/\($0)") }
        _ = try await frontier.enqueue(
            pages.map { Candidate(url: $0, key: $0.href, hostKey: HostKey(name: "a.example")) })
        try await frontier.close()
        let database = try Database(path: path, access: .readWrite)
        // Hardly any memory for changed pages: they are written before the end.
        try database.execute(
            "PRAGMA cache_size=10; BEGIN; UPDATE url SET url = 'https://b.example/'; UPDATE url SET host = 7",
            to: "test")
        let copy = folder.path + "/copy.sqlite"
        for end in ["", "-journal"] {
            try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
        }
        try database.execute("ROLLBACK", to: "test")
        return copy
    }

    @Test func `a step that a failing disk broke off is taken back by whoever looks`() async throws {
        let folder = try TemporaryFolder()
        let path = try await brokenOff(folder)
        let reader = try await SQLiteFrontierReader.open(path: path)
        #expect(try await reader.counts().queued == 3_000)
        #expect(try await reader.entries(after: 0, limit: 1).map(\.candidate.key) == ["https://a.example/0"])
        #expect(!FileManager.default.fileExists(atPath: path + "-journal"))
    }
}
