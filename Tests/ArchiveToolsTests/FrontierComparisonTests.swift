import Foundation
import Frontier
import Gzip
import Testing
import WARC

@testable import ArchiveTools

/// What `verify` finds between a frontier and its archive.
@Suite struct FrontierComparisonTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private final class Box { var all: [Finding] = [] }

    /// `growth`: bytes that the crawl commits after the files were checked.
    private func compare(
        _ states: [(url: String, state: URLEntry.State)], growth: Int64 = 0, leavesOut: Int = 0,
        status: Int? = 404
    ) async throws -> [Finding] {
        let member = Gzip.member(HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1)))
        let path = try folder.write("pages/a.warc.gz", member)
        var frontier = StubFrontier(states: states)
        frontier.given.archived = states.count
        frontier.status = status
        frontier.ends = [FileEnd(file: "pages/a.warc.gz", offset: Int64(member.count) + growth)]
        var found: [[Finding]] = []
        // All in memory, and each line in a file of its own.
        for maximumBytes in [1 << 20, 1] {
            let box = Box()
            var verification = Verification(workFolder: folder.path, maximumBytes: maximumBytes) {
                box.all.append($0)
            }
            try verification.check(
                ArchiveInput(path: path, name: "pages/a.warc.gz", committedEnd: Int64(member.count)),
                isOurs: true)
            let leftOut = try await verification.compare(
                crawl: folder.path, with: frontier,
                upTo: [FileEnd(file: "pages/a.warc.gz", offset: Int64(member.count))])
            #expect(leftOut == leavesOut)
            // The capture has no request of its own, which is damage of another kind.
            found.append(box.all.filter { !$0.reason.hasPrefix("no request record") })
        }
        #expect(found[0] == found[1])
        return found[0]
    }

    private var length: Int64 {
        Int64(Gzip.member(HandmadeArchive.heritrix("http://ferry.example/1", HandmadeArchive.page(1))).count)
    }

    private func place(_ offset: Int64 = 0, length: Int64, file: String = "pages/a.warc.gz") -> URLEntry.State
    {
        .archived(RecordLocation(file: file, offset: offset, length: length))
    }

    @Test func `a place that holds its record is sound`() async throws {
        #expect(try await compare([("http://ferry.example/1", place(length: length))]).isEmpty)
    }

    @Test func `a place without a record is damage`() async throws {
        let found = try await compare([
            ("http://ferry.example/1", place(length: length)),
            ("http://ferry.example/2", place(7, length: 9)),
            ("http://ferry.example/3", place(length: 9, file: "pages/gone.warc.gz")),
        ])
        #expect(found.map(\.weight) == [.damage, .damage])
        #expect(found.map(\.offset) == [7, 0])
        #expect(found[0].reason.contains("http://ferry.example/2"))
    }

    @Test func `a record of another address is damage`() async throws {
        let found = try await compare([("http://ferry.example/other", place(length: length))])
        #expect(found.map(\.weight) == [.damage])
        #expect(found.first?.reason.contains("http://ferry.example/1") ?? false)
    }

    @Test func `what a crawl commits while it is checked is left out`() async throws {
        let states = [
            ("http://ferry.example/1", place(length: length)),
            ("http://ferry.example/2", place(length, length: 9)),
        ]
        #expect(try await compare(states, growth: 9, leavesOut: 1).isEmpty)
        // Without having been committed since, the place is one that nothing is in.
        let found = try await compare(states)
        #expect(found.map(\.offset) == [length])
    }

    @Test func `two URLs in one place are damage`() async throws {
        let found = try await compare([
            ("http://ferry.example/1", place(length: length)),
            ("http://ferry.example/1", place(length: length)),
        ])
        #expect(found.count == 1)
    }

    @Test(arguments: [false, true])
    func `a page to which robots.txt redirects may wait for its visit beside the robots.txt`(isFirst: Bool)
        async throws
    {
        let both: [(url: String, state: URLEntry.State)] = [
            ("http://ferry.example/1", place(length: length)), ("http://ferry.example/1", .queued),
        ]
        #expect(try await compare(isFirst ? both : both.reversed(), status: nil).isEmpty)
        let waiting = try await compare([("http://ferry.example/1", .queued)], status: nil)
        #expect(waiting.map(\.weight).contains(.damage))
    }
}
