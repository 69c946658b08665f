import Fetching
import FoundationEssentials
import Glibc
import Gzip
import Synchronization
import Testing
import WARC

@testable import Archiving

@Suite struct ArchiveWriterTests {
    @Test func `nothing is written before the first record`() async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        _ = try await writer.append([])
        #expect(fixture.names("pages") == [])
        try await writer.close()
        #expect(fixture.names("pages") == [])
    }

    @Test func `a file is named by time, serial number, process and host, and open until it is closed`()
        async throws
    {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        let receipt = try await writer.append([try SampleCapture.numbered(1)])
        let name = "NHND-20260102030405678-00000-\(getpid())~crawl1-news-example.warc.gz"
        #expect(fixture.names("pages") == [name + ".open"])
        #expect(receipt.ends.map(\.file) == ["pages/" + name])
        try await writer.close()
        #expect(fixture.names("pages") == [name])
        #expect(fixture.names("text") == [])
        let info = try #require(try fixture.records().first?.record)
        #expect(info.fields["WARC-Filename"] == name)
        let block = String(decoding: info.block, as: UTF8.self)
        for line in [
            "software: newshound/1.0\r\n", "isPartOf: sample\r\n",
            "operator: Jane Doe <jane@news.example>\r\n",
        ] {
            #expect(block.contains(line))
        }
    }

    @Test func `receipts name the place of each record and where it ends`() async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        var receipts: [AppendReceipt] = []
        for number in 1...5 {
            receipts.append(
                try await writer.append([
                    try SampleCapture.numbered(number), try SampleCapture.numbered(-number),
                ]))
        }
        try await writer.close()
        #expect(receipts.map(\.sequence) == [1, 2, 3, 4, 5])
        let archive = CommittedArchive(crawl: fixture.path, ends: receipts.flatMap(\.ends))
        for (index, receipt) in receipts.enumerated() {
            #expect(receipt.placements.count == 2)
            for (place, number) in zip(receipt.placements, [index + 1, -index - 1]) {
                let read = try archive.record(at: place.location)
                #expect(read.record.recordID == place.recordID)
                #expect(read.record.targetURI == "https://news.example/\(number)")
                #expect(read.length == place.location.length)
            }
        }
        let sizes = receipts.map { $0.ends.map(\.offset) }
        #expect(sizes == sizes.sorted { $0[0] < $1[0] })
        #expect(sizes.last == [Int64(fixture.bytes("pages/" + fixture.names("pages")[0]).count)])
    }

    @Test func `fifty appends at once share syncs, and each is on disk when it returns`() async throws {
        let fixture = try ArchiveFixture()
        let disk = ScriptedDisk()
        let writer = fixture.writer(disk: disk)
        let receipts = try await withThrowingTaskGroup(of: AppendReceipt.self) { group in
            for number in 0..<50 {
                group.addTask { try await writer.append([try SampleCapture.numbered(number)]) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(receipts.map(\.sequence)) == Set(1...50))
        #expect(disk.syncs <= 50)
        let ordered = receipts.sorted { $0.sequence < $1.sequence }
        #expect(ordered.map { $0.ends[0].offset } == ordered.map { $0.ends[0].offset }.sorted())
        try await writer.close()
        let targets = Set(
            try fixture.records().compactMap { $0.record.type == .response ? $0.record.targetURI : nil })
        #expect(targets == Set((0..<50).map { "https://news.example/\($0)" }))
    }

    @Test func `appends that wait together are served by one sync`() async throws {
        let fixture = try ArchiveFixture()
        let disk = ScriptedDisk()
        let writer = fixture.writer(disk: disk)
        let tasks = await writer.appendInOneTurn(try (0..<20).map { try SampleCapture.numbered($0) })
        var sequences: [Int?] = []
        for task in tasks { sequences.append(try await task.value?.sequence) }
        #expect(sequences == Array(1...20))
        #expect(disk.syncs == 1)
    }

    @Test func `a full file is closed and the next one begins, each record naming its own`() async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer(maximumFileBytes: 4000)
        // In rounds: what one sync serves stays in one file, however much it is.
        for round in 0..<6 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in (round * 5)..<(round * 5 + 5) {
                    group.addTask { _ = try await writer.append([try SampleCapture.numbered(number)]) }
                }
                try await group.waitForAll()
            }
        }
        try await writer.close()
        let names = fixture.names("pages")
        #expect(names.count > 2)
        var targets: [String] = []
        for name in names {
            #expect(!name.hasSuffix(".open"))
            let source = try FileSource(path: fixture.path + "/pages/" + name)
            let reader = WARCReader(source, file: name)
            var infoID: String?
            while case .record(let read)? = try reader.next() {
                if read.record.type == .warcinfo {
                    infoID = read.record.recordID
                } else {
                    #expect(read.record.fields["WARC-Warcinfo-ID"] == infoID.map { "<\($0)>" })
                }
                if read.record.type == .response, let target = read.record.targetURI {
                    targets.append(target)
                }
            }
        }
        #expect(targets.sorted() == (0..<30).map { "https://news.example/\($0)" }.sorted())
    }

    @Test func `a full disk ends the append, and the file ends with the last record that was synced`()
        async throws
    {
        let fixture = try ArchiveFixture()
        let disk = ScriptedDisk()
        let writer = fixture.writer(disk: disk)
        let receipt = try await writer.append([try SampleCapture.numbered(1)])
        disk.limit(to: disk.writtenBytes + 100)
        await #expect(throws: ArchiveError.self) { try await writer.append([try SampleCapture.numbered(2)]) }
        let file = try #require(receipt.ends.first)
        #expect(Int64(fixture.bytes(file.file + ".open").count) == file.offset)
        disk.limit(to: nil)
        let error = await #expect(throws: ArchiveError.self) {
            try await writer.append([try SampleCapture.numbered(3)])
        }
        guard case .diskFull = error else {
            Issue.record("the first error stays: \(String(describing: error))")
            return
        }
        #expect(Int64(fixture.bytes(file.file + ".open").count) == file.offset)
        #expect(try fixture.records().count == 4)
    }

    @Test(arguments: 0..<12)
    func `a disk that fills up at any byte leaves whole records only`(step: Int) async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer(disk: ScriptedDisk(capacity: 300 + 250 * step))
        var committed: [FileEnd] = []
        for number in 0..<10 {
            guard let receipt = try? await writer.append([try SampleCapture.numbered(number)]) else { break }
            committed += receipt.ends
        }
        let end = committed.last?.offset ?? 0
        #expect(fixture.names("pages").map { fixture.bytes("pages/" + $0).count } == [Int(end)])
        _ = try fixture.records()
    }

    @Test func `a sync that is refused is told to all who wait for it`() async throws {
        let fixture = try ArchiveFixture()
        let disk = ScriptedDisk()
        let writer = fixture.writer(disk: disk)
        let receipt = try await writer.append([try SampleCapture.numbered(1)])
        disk.failNextSync(EIO)
        await withTaskGroup(of: Bool.self) { group in
            for number in 2..<12 {
                group.addTask { (try? await writer.append([try SampleCapture.numbered(number)])) == nil }
            }
            for await failed in group { #expect(failed) }
        }
        await #expect(throws: ArchiveError.self) { try await writer.close() }
        #expect(Int64(fixture.bytes(receipt.ends[0].file + ".open").count) == receipt.ends[0].offset)
    }

    @Test func `a batch that cannot be written as a whole leaves nothing`() async throws {
        let fixture = try ArchiveFixture()
        let disk = ScriptedDisk()
        let writer = fixture.writer(disk: disk)
        let receipt = try await writer.append([try SampleCapture.numbered(1)])
        disk.limit(to: disk.writtenBytes + 1500)
        await #expect(throws: ArchiveError.self) {
            try await writer.append(try (2..<9).map { try SampleCapture.numbered($0) })
        }
        #expect(Int64(fixture.bytes(receipt.ends[0].file + ".open").count) == receipt.ends[0].offset)
    }

    @Test func `a body of the spool folder is appended from its file`() async throws {
        let fixture = try ArchiveFixture()
        let writer = fixture.writer()
        let body = [UInt8](repeating: 0x41, count: SpooledMember.threshold + 1)
        let path = fixture.path + "/.spool/1.body"
        try ArchiveFixture.write(body, to: path)
        let file = SpoolFile(path: path, count: body.count) { _ in }
        let capture = try SampleCapture.make(body: .spooled(file))
        let receipt = try await writer.append([try SampleCapture.records(.response(capture))])
        let archive = CommittedArchive(crawl: fixture.path, ends: receipt.ends)
        let read = try archive.record(
            at: receipt.placements[0].location, options: .init(digests: .blocksAndPayloads))
        #expect(read.blockDigest == .matches)
        #expect(read.payloadDigest == .matches)
        #expect(read.record.blockLength > Int64(body.count))
        #expect(fixture.names(".spool") == ["1.body"])
    }
}

extension ArchiveWriter {
    /// Queues an append for each capture before the first of them runs.
    fileprivate func appendInOneTurn(_ captures: [CaptureRecords]) -> [Task<AppendReceipt?, any Error>] {
        let ids = infoIDs.withLock { $0 }
        let encoder = CaptureEncoder(
            pagesInfoID: ids.pages, textInfoID: ids.text, algorithm: .sha1, spoolPath: "/nowhere")
        return captures.map { capture in
            Task { try await self.keep(try encoder.encode([capture]), naming: ids) }
        }
    }
}
