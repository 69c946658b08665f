import Foundation
import Frontier
import FrontierConformance
import FrontierSQLite
import Testing
import WebURLs

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
}
