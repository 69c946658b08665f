import Archiving
import Foundation
import Gzip
import Testing
import WARC

@testable import ArchiveTools

@Suite struct CrawlIndexTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func capture(_ number: Int) -> [UInt8] {
        Gzip.member(
            HandmadeArchive.heritrix(
                "http://ferry.example/\(number)", HandmadeArchive.page(number), id: number))
    }

    /// A file of a crawl with these captures.
    private func file(_ name: String, _ captures: Int...) throws -> ArchiveInput {
        let bytes = captures.flatMap(capture)
        let path = try folder.write("pages/" + name, bytes)
        return ArchiveInput(path: path, name: "pages/" + name, committedEnd: Int64(bytes.count))
    }

    private func extend(_ inputs: ArchiveInput...) throws -> Int {
        try CrawlIndex.extend(crawl: folder.path, inputs: inputs, report: { Issue.record("\($0)") }).files
    }

    /// That the index is what one made of all these files would be.
    private func expectIndex(of inputs: ArchiveInput...) throws {
        let found = try String(contentsOfFile: CrawlIndex.path(ofCrawl: folder.path), encoding: .utf8)
        var index = try CDXJIndex(folder: folder.path)
        _ = try IndexJob(inputs: inputs, report: { Issue.record("\($0)") }).run(into: &index)
        _ = try index.write(to: folder.path + "/whole")
        #expect(try found == String(contentsOfFile: folder.path + "/whole", encoding: .utf8))
        #expect(!found.isEmpty)
    }

    @Test func `an index grows by the files of the last run, and no other is read`() throws {
        let (one, two) = (try file("1.warc.gz", 1, 5), try file("2.warc.gz", 3, 4))
        #expect(try extend(one) == 1)
        try expectIndex(of: one)
        #expect(try extend(one, two) == 1)
        try expectIndex(of: one, two)
        #expect(try extend(one, two) == 0)
        try expectIndex(of: one, two)
    }

    @Test func `a file that is longer, or gone, makes the index anew`() throws {
        let (one, two) = (try file("1.warc.gz", 1), try file("2.warc.gz", 2))
        #expect(try extend(one, two) == 2)
        let longer = try file("1.warc.gz", 1, 7)
        #expect(try extend(longer, two) == 2)
        try expectIndex(of: longer, two)
        #expect(try extend(longer) == 1)
        try expectIndex(of: longer)
    }

    @Test func `an index that another hand wrote is made anew`() throws {
        let one = try file("1.warc.gz", 1, 2)
        #expect(try extend(one) == 1)
        let path = CrawlIndex.path(ofCrawl: folder.path)
        try Data("x\n".utf8).write(to: URL(filePath: path))
        #expect(try extend(one) == 1)
        try expectIndex(of: one)
        try FileManager.default.removeItem(atPath: path)
        #expect(try extend(one) == 1)
        try expectIndex(of: one)
        _ = try CrawlIndex.rebuild(crawl: folder.path, inputs: [one], report: { _ in })
        #expect(try extend(one) == 0)
    }
}
