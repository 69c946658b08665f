import Glibc
import Testing
import WARC

@testable import Archiving

@Suite struct CommittedArchiveTests {
    @Test func `readers of a running crawl stop at the committed end, before and after the file is closed`()
        async throws
    {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        let first = try await writer.append([try SampleCapture.numbered(1)])
        let second = try await writer.append([try SampleCapture.numbered(2)])
        let archive = CommittedArchive(crawl: fixture.path, ends: first.ends)
        #expect(archive.files(in: .pages) == first.ends)
        #expect(archive.files(in: .text) == [])
        for isClosed in [false, true] {
            if isClosed { try await writer.close() }
            let reader = try archive.reader(of: first.ends[0])
            var types: [WARCRecordType] = []
            while case .record(let read)? = try reader.next() { types.append(read.record.type) }
            #expect(types == [.warcinfo, .response, .request, .metadata])
            #expect(throws: WARCError.self) { try archive.record(at: second.placements[0].location) }
            #expect(
                try archive.surplus() == [
                    .init(
                        file: first.ends[0].file, offset: first.ends[0].offset,
                        bytes: second.ends[0].offset - first.ends[0].offset)
                ])
        }
    }

    @Test func `a file that is closed or removed after the folder was listed is no fault`() async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        let receipt = try await writer.append([try SampleCapture.numbered(1)])
        let listed = try FileSystem.list(fixture.path + "/pages")
        #expect(listed.count == 1)
        try await writer.close()
        #expect(try FileSystem.list(fixture.path + "/pages") != listed)
        let archive = CommittedArchive(crawl: fixture.path, ends: [])
        let file = receipt.ends[0]
        #expect(
            try archive.surplus(of: listed + ["gone.warc.gz", "gone.warc.gz.open"], in: .pages)
                == [.init(file: file.file, offset: 0, bytes: file.offset)])
        let whole = CommittedArchive(crawl: fixture.path, ends: receipt.ends)
        #expect(try whole.surplus(of: listed, in: .pages) == [])
    }

    @Test func `a place that leads out of the crawl is refused`() throws {
        let fixture = try ArchiveFixture()
        try ArchiveFixture.write([1, 2, 3], to: fixture.parent + "/secret")
        let archive = CommittedArchive(
            crawl: fixture.path, ends: [FileEnd(file: "pages/../../secret", offset: 3)])
        #expect(throws: WARCError.self) {
            try archive.record(at: RecordLocation(file: "pages/../../secret", offset: 0, length: 3))
        }
        for (offset, length) in [(-1, 2), (0, Int64.max), (Int64.max, 1)] as [(Int64, Int64)] {
            #expect(throws: WARCError.self) {
                try archive.record(
                    at: RecordLocation(file: "pages/a.warc.gz", offset: offset, length: length))
            }
        }
    }

    @Test func `files and surplus of a crawl whose frontier knows nothing are its bytes`() async throws {
        let fixture = try ArchiveFixture()
        let receipt = try await fixture.writer().append([try SampleCapture.numbered(1)])
        let archive = CommittedArchive(crawl: fixture.path, ends: [])
        #expect(archive.files(in: .pages) == [])
        #expect(
            try archive.surplus() == [
                .init(file: receipt.ends[0].file, offset: 0, bytes: receipt.ends[0].offset)
            ])
    }
}
