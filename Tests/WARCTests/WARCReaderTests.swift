import Gzip
import Testing

@testable import WARC

@Suite struct WARCReaderTests {
    let all = SampleArchive.samples.map(\.type)

    @Test func `a plain file and its compressed form give the same records`() throws {
        let plain = try Reading(SampleArchive.plain)
        let compressed = try Reading(SampleArchive.compressed)
        for reading in [plain, compressed] {
            #expect(reading.types == all)
            #expect(reading.damages == [])
            #expect(reading.records.map { Array($0.record.block) } == SampleArchive.samples.map(\.block))
            #expect(reading.records.allSatisfy { $0.oddities.isEmpty && $0.record.isWhole })
            #expect(reading.records.allSatisfy { $0.blockDigest == .matches })
            #expect(reading.records[1].payloadDigest == .matches)
        }
    }

    @Test func `offset and length of a record cut it out of the file`() throws {
        for file in [SampleArchive.plain, SampleArchive.compressed] {
            var end: Int64 = 0
            for read in try Reading(file).records {
                #expect(read.offset == end)
                let length = try #require(read.length)
                end += length
                let part = Array(file[Int(read.offset)..<Int(end)])
                let again = try WARCReader.record(
                    from: ArraySource(part, start: read.offset), file: "sample.warc")
                #expect(again.record.recordID == read.record.recordID)
                #expect(again.offset == read.offset)
                #expect(again.length == read.length)
            }
            #expect(end == Int64(file.count))
        }
    }

    @Test(arguments: [1, 2, 7, 100, 4096])
    func `records do not depend on how many bytes come at once`(step: Int) throws {
        for file in [SampleArchive.plain, SampleArchive.compressed] {
            let reading = try Reading(DrippingSource(file, step: step))
            #expect(reading.types == all)
            #expect(reading.damages == [])
            #expect(reading.records.allSatisfy { $0.blockDigest == .matches && $0.oddities.isEmpty })
            #expect(reading.offsets == (try Reading(file)).offsets)
        }
    }

    @Test(arguments: ["WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1", "warc/1.1"])
    func `every version of the standard is read`(version: String) throws {
        let reading = try Reading(SampleArchive.samples[1].bytes(version: version))
        #expect(reading.types == ["response"])
        #expect(reading.records[0].oddities == [])
    }

    @Test func `a version that the standard does not have is read and noted`() throws {
        let reading = try Reading(SampleArchive.samples[1].bytes(version: "WARC/2.0"))
        #expect(reading.records.map(\.oddities) == [[.unknownVersion]])
    }

    @Test func `names in lower case, brackets round the address and LF alone are read`() throws {
        let text =
            "WARC/1.0\nwarc-type: response\nwarc-record-id: urn:uuid:1\nWARC-TARGET-URI: <http://a.example/>\n"
            + "content-length: 3\n\nabc\n\n"
        let read = try #require(try Reading(Array(text.utf8)).records.first)
        #expect(read.record.type == .response)
        #expect(read.record.targetURI == "http://a.example/")
        #expect(read.record.recordID == "urn:uuid:1")
        #expect(Array(read.record.block) == Array("abc".utf8))
        #expect(read.oddities == [.bareLineFeed, .tail(lineEndBytes: 2)])
    }

    @Test func `a folded header line is joined by one space`() throws {
        let text =
            "WARC/1.1\r\nWARC-Type: metadata\r\nX-Note: one\r\n \t two\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
        let read = try #require(try Reading(Array(text.utf8)).records.first)
        #expect(read.record.fields["x-note"] == "one two")
        #expect(read.oddities == [.foldedLine])
    }

    @Test func `a header line without a colon is left out and noted`() throws {
        let text = "WARC/1.1\r\nWARC-Type: metadata\r\nnonsense\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
        let read = try #require(try Reading(Array(text.utf8)).records.first)
        #expect(read.oddities == [.lineWithoutColon("nonsense")])
        #expect(read.record.fields.count == 2)
    }

    @Test func `several records in one member are all read and noted`() throws {
        let member = Gzip.member(SampleArchive.plain)
        let reading = try Reading(member + SampleArchive.compressed)
        #expect(reading.types == all + all)
        #expect(reading.damages == [])
        #expect(
            reading.records.prefix(all.count).allSatisfy {
                $0.oddities == [.sharesMember] && $0.length == nil
            })
        #expect(reading.records.dropFirst(all.count).allSatisfy { $0.oddities == [] })
    }

    @Test func `one record in several members is read and noted`() throws {
        let record = SampleArchive.samples[1].bytes()
        let file =
            Gzip.member(Array(record.prefix(60))) + Gzip.member(Array(record[60..<300]))
            + Gzip.member(Array(record[300...]))
        let reading = try Reading(file + SampleArchive.compressed)
        #expect(reading.types == ["response"] + all)
        #expect(reading.records[0].blockDigest == .matches)
        #expect(reading.damages == [])
    }

    @Test func `empty members between records are passed over`() throws {
        let empty = Gzip.member([])
        let reading = try Reading(SampleArchive.samples.flatMap { empty + Gzip.member($0.bytes()) } + empty)
        #expect(reading.types == all)
        #expect(reading.damages == [])
        #expect(reading.records.allSatisfy { $0.oddities == [.emptyMembers(1)] })
        #expect(reading.records.allSatisfy { $0.length != nil })
    }

    @Test(.timeLimit(.minutes(1)))
    func `members without content, and of one byte, cost as much as their bytes and no more`() throws {
        let empty = Array(repeatElement(Gzip.member([]), count: 200_000).joined())
        let sample = SampleArchive.samples[1]
        let behind = try Reading(empty + Gzip.member(sample.bytes()))
        #expect(behind.records.map(\.oddities) == [[.emptyMembers(200_000)]])
        #expect(behind.records.first?.offset == Int64(empty.count))

        let head = "WARC/1.1\r\nX-Long: \(String(repeating: "a", count: 100_000))\r\n"
        let record = Array(head.utf8) + sample.bytes().drop { $0 != 0x0A }.dropFirst()
        let members = (0...255).map { Gzip.member([UInt8($0)]) }
        let spread = record.flatMap { members[Int($0)] }
        let reading = try Reading(spread + SampleArchive.compressed)
        #expect(reading.types == [sample.type] + all)
        #expect(reading.damages == [])
        #expect(reading.records[0].length == Int64(spread.count))
        #expect(reading.records[0].blockDigest == .matches)
    }

    @Test func `records without line ends between them are read and noted`() throws {
        let file = SampleArchive.samples.flatMap { $0.bytes().dropLast(4) }
        let reading = try Reading(file)
        #expect(reading.types == all)
        #expect(reading.records.allSatisfy { $0.oddities == [.tail(lineEndBytes: 0)] })
    }

    @Test func `digests that differ name both values`() throws {
        let stated = "sha1:" + String(repeating: "A", count: 32)
        let sample = SampleArchive.response(
            "https://a.example/", body: "x", blockDigest: stated, payloadDigest: stated)
        let read = try #require(try Reading(sample.bytes()).records.first)
        #expect(read.blockDigest == .differs(stated: stated, computed: PayloadDigest.of(sample.block)))
        #expect(read.payloadDigest == .differs(stated: stated, computed: PayloadDigest.of(Array("x".utf8))))
    }

    @Test(arguments: ["crc32:00000000", "sha1:short", "sha1", ""])
    func `digests that cannot be computed are neither right nor wrong`(stated: String) throws {
        let sample = SampleArchive.response("https://a.example/", body: "x", blockDigest: stated)
        #expect(try Reading(sample.bytes()).records.first?.blockDigest == .unverifiable(stated: stated))
    }

    @Test func `the payload digest of a chunked body may be stated with or without the chunks`() throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunked = "5\r\nhello\r\n0\r\n\r\n"
        for payload in [chunked, "hello"] {
            let sample = SampleArchive.response(
                "https://a.example/", head: head, body: chunked,
                payloadDigest: PayloadDigest.of(Array(payload.utf8)))
            #expect(try Reading(sample.bytes()).records.first?.payloadDigest == .matches)
        }
    }

    @Test func `no digest is computed unless somebody asks`() throws {
        let none = try Reading(SampleArchive.plain, options: .init())
        #expect(none.records.allSatisfy { $0.blockDigest == .absent && $0.payloadDigest == .absent })
        let blocks = try Reading(SampleArchive.plain, options: .init(digests: .blocks))
        #expect(blocks.records.allSatisfy { $0.blockDigest == .matches && $0.payloadDigest == .absent })
    }

    @Test func `a block over the limit brings its beginning and the digests of all of it`() throws {
        let body = String(repeating: "All work and no play. ", count: 100_000)
        let sample = SampleArchive.response("https://a.example/", body: body)
        let next = SampleArchive.samples[2]
        for file in [sample.bytes() + next.bytes(), Gzip.member(sample.bytes()) + Gzip.member(next.bytes())] {
            let reading = try Reading(
                file, options: .init(digests: .blocksAndPayloads, maximumBlockBytes: 1000))
            #expect(reading.types == ["response", "request"])
            let read = try #require(reading.records.first)
            #expect(read.record.block.count == 1000)
            #expect(read.record.blockLength == Int64(sample.block.count))
            #expect(!read.record.isWhole)
            #expect(read.blockDigest == .matches)
            #expect(read.payloadDigest == .matches)
            #expect(read.length == reading.records.last?.offset)
        }
    }

    @Test func `a member too large for one step is read piece by piece`() throws {
        let body = String(repeating: "0123456789abcdef", count: 20 << 16)
        let sample = SampleArchive.response("https://a.example/", body: body)
        let file = Gzip.member(sample.bytes(), level: .fast) + SampleArchive.compressed
        let reading = try Reading(file)
        #expect(reading.types == ["response"] + all)
        #expect(reading.records[0].record.isWhole)
        #expect(reading.records[0].payloadDigest == .matches)
        #expect(reading.records[0].length == reading.records[1].offset)
        #expect(reading.damages == [])
    }

    @Test func `a record that is kept stays as it is while reading goes on`() throws {
        let reader = WARCReader(ArraySource(SampleArchive.compressed), file: "sample.warc.gz")
        guard case .record(let first)? = try reader.next() else {
            Issue.record("the file begins with a record")
            return
        }
        while try reader.next() != nil {}
        #expect(Array(first.record.block) == SampleArchive.samples[0].block)
    }

    @Test func `an empty file holds nothing`() throws {
        let reading = try Reading([])
        #expect(reading.types == [])
        #expect(reading.damages == [])
    }
}
