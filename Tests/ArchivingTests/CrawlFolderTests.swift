import Glibc
import Testing
import WARC

@testable import Archiving

@Suite struct CrawlFolderTests {
    @Test func `a new crawl has folders for pages, text and spool, and is held by this process`() throws {
        let fixture = try ArchiveFixture()
        #expect(fixture.names("") == [".lock", ".spool", "pages", "text"])
        #expect(CrawlFolder.holder(of: fixture.path + "/") == .process(Int(getpid())))
        #expect(throws: ArchiveError.locked(path: fixture.path, processID: Int(getpid()))) {
            try CrawlFolder.open(fixture.path)
        }
        #expect(throws: ArchiveError.self) { try CrawlFolder.create(fixture.path) }
    }

    /// Whoever asks takes the lock for a moment.
    @Test func `a folder that somebody only asks after is not in use`() async throws {
        let fixture = try ArchiveFixture()
        let path = fixture.parent + "/other"
        _ = try CrawlFolder.create(path)
        let asking = Task.detached {
            while !Task.isCancelled {
                for _ in 0..<20 { _ = CrawlFolder.holder(of: path) }
                usleep(200)
            }
        }
        defer { asking.cancel() }
        for _ in 0..<2_000 { _ = try CrawlFolder.open(path) }
    }

    @Test func `a crawl is free once nobody holds it`() throws {
        let fixture = try ArchiveFixture()
        let path = fixture.parent + "/other"
        var folder: CrawlFolder? = try CrawlFolder.create(path)
        #expect(folder?.path == path)
        folder = nil
        #expect(CrawlFolder.holder(of: path) == .nobody)
        let again = try CrawlFolder.open(path + "/")
        #expect(again.path == path)
    }

    @Test func `a folder without pages is no crawl`() throws {
        let fixture = try ArchiveFixture()
        for path in [fixture.parent, fixture.parent + "/nowhere", fixture.path + "/.lock"] {
            let error = #expect(throws: ArchiveError.self) { try CrawlFolder.open(path) }
            guard case .notACrawl? = error else {
                Issue.record("\(path): \(String(describing: error))")
                continue
            }
        }
    }
}
