import Foundation
import Frontier
import LoopbackSite
import Testing

/// `newshound forget`, ended by SIGKILL at its calls on the disk.
@Suite(.serialized, .enabled(if: FaultyDisk.isAvailable, "the C compiler cc is needed"))
struct KilledForgetTests {
    /// Of the calls of one `forget`, each how-many-th one is tried.
    private static let stride = FaultCrawl.isLong ? 1 : 12

    @Test(arguments: FaultCrawl.isLong ? FaultyDisk.When.allCases : [.after])
    func `a forget that is killed leaves the crawl as it was or as it is to be`(when: FaultyDisk.When)
        async throws
    {
        let crawl = try FaultCrawl(pages: 8, hosts: 2)
        defer { crawl.server.stop() }
        try #require(try await crawl.start().status == 0)
        let whole = crawl.folder.path + "/whole"
        try FileManager.default.copyItem(atPath: crawl.crawl, toPath: whole)
        let page = crawl.site.url(3)

        var kills = 0
        var withJournal = 0
        while true {
            try crawl.removeFolder()
            try FileManager.default.copyItem(atPath: whole, toPath: crawl.crawl)
            let ending = try await crawl.run(
                ["forget", crawl.crawl, page], [.kill(nil, nil, number: kills * Self.stride + 1, when)])
            guard ending.wasKilled else {
                #expect(ending.status == 0, "\(ending.errors)")
                break
            }
            kills += 1
            let place = try crawl.disk.tally().last
            if FileManager.default.fileExists(atPath: crawl.crawl + "/frontier.sqlite-journal") {
                withJournal += 1
            }
            try await expectEitherState(of: crawl, page, place)
        }
        // A step of the frontier that is broken off leaves a journal, which only a connection that writes can undo.
        #expect(kills > 5 && withJournal > 0)
    }

    private func expectEitherState(of crawl: FaultCrawl, _ page: String, _ place: String) async throws {
        let verdict = try await crawl.run(["verify", crawl.crawl])
        #expect(verdict.status == 0, "\(place): \(verdict.output)\(verdict.errors)")
        let rows = try await crawl.run(["extract", crawl.crawl]).output.split(separator: "\n").count
        let isDone = try await crawl.counts()?.skipped[.forgotten] == 1
        #expect(rows == (isDone ? 7 : 8), "\(place)")
        let again = try await crawl.run(["forget", crawl.crawl, page])
        #expect(again.status == 0, "\(place): \(again.errors)")
        let contents = try await CrawlContents.read(crawl.crawl)
        #expect(contents.pages[page] == nil && contents.misplaced.isEmpty, "\(place)")
        #expect(try await crawl.run(["verify", crawl.crawl]).status == 0, "\(place)")
    }
}
