import Gzip
import Testing

@testable import WARC

/// Files that are torn, overwritten or something else altogether.
@Suite struct WARCReaderDamageTests {
    let all = SampleArchive.samples.map(\.type)

    @Test func `every prefix of a plain file gives the records that are whole`() throws {
        let file = SampleArchive.plain
        let whole = try Reading(file).records
        for end in 0..<file.count {
            let reading = try Reading(Array(file.prefix(end)))
            let expected = whole.filter { $0.offset + ($0.length ?? 0) - 4 <= Int64(end) }.map(\.offset)
            #expect(reading.offsets == expected, "\(end) bytes")
            #expect(reading.damages.count <= 1, "\(end) bytes")
        }
    }

    @Test func `every prefix of a compressed file gives the records that are whole`() throws {
        let file = SampleArchive.compressed
        let whole = try Reading(file).records
        for end in 0..<file.count {
            let reading = try Reading(Array(file.prefix(end)))
            let expected = whole.filter { $0.offset + ($0.length ?? 0) <= Int64(end) }.map(\.offset)
            #expect(reading.offsets == expected, "\(end) bytes")
            let isTorn = end > 0 && !whole.contains { $0.offset == Int64(end) }
            #expect(reading.damages.count == (isTorn ? 1 : 0), "\(end) bytes")
        }
    }

    @Test func `a byte changed in one member costs that record and no other`() throws {
        let file = SampleArchive.compressed
        let offsets = SampleArchive.memberOffsets
        let (start, end) = (Int(offsets[1]), Int(offsets[2]))
        for position in start..<end {
            // Time, extra flags and system of the header are not checked by anybody (RFC 1952 §2.3.1).
            if (start + 4..<start + 10).contains(position) { continue }
            var damaged = file
            damaged[position] ^= 0x55
            let reading = try Reading(damaged)
            let others = reading.records.filter { $0.offset != offsets[1] }.map(\.offset)
            #expect(others == offsets.filter { $0 != offsets[1] }, "byte \(position)")
            #expect(reading.damages.map(\.offset) == [offsets[1]], "byte \(position)")
        }
    }

    @Test func `a wrong checksum and a wrong length are told apart`() throws {
        let offsets = SampleArchive.memberOffsets
        for (distance, error) in [(8, GzipError.badChecksum(offset: 0)), (4, GzipError.badLength(offset: 0))]
        {
            var file = SampleArchive.compressed
            file[Int(offsets[2]) - distance] ^= 1
            #expect(try Reading(file).reasons == [.member(error)])
        }
    }

    @Test func `a torn member in the middle of a file costs that record and no other`() throws {
        let member = Gzip.member(SampleArchive.samples[1].bytes())
        for kept in 1..<member.count {
            let reading = try Reading(
                SampleArchive.compressed + member.prefix(kept) + SampleArchive.compressed)
            #expect(reading.types == all + all, "\(kept) bytes")
            #expect(reading.damages.count == 1, "\(kept) bytes")
            #expect(reading.damages.first?.offset == Int64(SampleArchive.compressed.count))
        }
    }

    @Test func `an empty member before a torn one does not make the reader go round in a circle`() throws {
        let member = Gzip.member(SampleArchive.samples[1].bytes())
        let torn = Gzip.member(Array(SampleArchive.samples[1].bytes().dropLast(20)))
        for first in [[], SampleArchive.compressed, torn] {
            for kept in 1..<member.count {
                let reading = try Reading(first + Gzip.member([]) + member.prefix(kept))
                #expect(reading.types == (first == SampleArchive.compressed ? all : []), "\(kept) bytes")
                // What is torn before anything of a record shows belongs to the damage before it.
                #expect(first == torn ? 1...2 ~= reading.damages.count : reading.damages.count == 1)
            }
        }
    }

    @Test func `zeros at the end, as a power cut leaves them, are damage behind sound records`() throws {
        for file in [SampleArchive.plain, SampleArchive.compressed] {
            let reading = try Reading(file + [UInt8](repeating: 0, count: 4096))
            #expect(reading.types == all)
            #expect(reading.damages.map(\.offset) == [Int64(file.count)])
            #expect(reading.reasons == [.zeros])
        }
    }

    @Test func `junk before, between and behind records is passed over`() throws {
        let junk = Array("junk line\r\n".utf8)
        for (first, second) in [
            (SampleArchive.plain, SampleArchive.plain), (SampleArchive.compressed, SampleArchive.compressed),
        ] {
            let reading = try Reading(junk + first + junk + second + junk)
            #expect(reading.types == all + all)
            #expect(reading.damages.count == 3)
            #expect(reading.damages.first?.offset == 0)
        }
    }

    @Test(arguments: ["abc", "-1", "", "0x10", "99999999999999999999", "9223372036854775807"])
    func `a Content-Length that cannot be is damage, and the next record is read`(value: String) throws {
        let broken = "WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: \(value)\r\n\r\nxyz\r\n\r\n"
        for file in [
            Array(broken.utf8) + SampleArchive.plain,
            Gzip.member(Array(broken.utf8)) + SampleArchive.compressed,
        ] {
            let reading = try Reading(file)
            #expect(reading.types == all)
            #expect(reading.damages.map(\.offset) == [0])
        }
    }

    @Test func `a header without Content-Length is damage`() throws {
        let broken = Array("WARC/1.1\r\nWARC-Type: resource\r\n\r\nxyz\r\n\r\n".utf8)
        let reading = try Reading(broken + SampleArchive.plain)
        #expect(reading.types == all)
        #expect(reading.reasons == [.noContentLength])
    }

    @Test func `a Content-Length that is too small leaves bytes that are damage`() throws {
        let text = "WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nabcdef\r\n\r\n"
        let reading = try Reading(Array(text.utf8) + SampleArchive.plain)
        #expect(reading.types == ["resource"] + all)
        #expect(reading.reasons == [.noRecord(beginning: "def")])
    }

    @Test func `a header without end is damage once a megabyte has been read`() throws {
        let endless = Array("WARC/1.1\r\n".utf8) + [UInt8](repeating: 0x61, count: 3 << 20)
        let reading = try Reading(endless)
        #expect(reading.types == [])
        #expect(reading.reasons == [.endlessHeader(limit: 1 << 20)])
    }

    @Test func `a payload that holds records is no archive of its own`() throws {
        let inner = String(decoding: SampleArchive.plain, as: UTF8.self)
        let outer = SampleArchive.response("https://a.example/sample.warc", body: inner)
        let file = Gzip.member(outer.bytes()) + SampleArchive.compressed
        #expect(try Reading(file).types == ["response"] + all)
        var torn = file
        torn[20] ^= 0x55
        #expect(try Reading(torn).types == all)
    }

    @Test func `Zstandard is named for what it is`() throws {
        let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x00, 0x01, 0x00, 0x00]
        #expect(try Reading(frame).reasons == [.zstandard])
        let dictionary: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18, 0x04, 0x00, 0x00, 0x00, 1, 2, 3, 4]
        #expect(try Reading(dictionary).reasons == [.zstandard])
    }

    @Test func `something else altogether is one damage`() throws {
        let reading = try Reading(Array("<html>no archive</html>\n".utf8))
        #expect(reading.types == [])
        #expect(reading.reasons == [.noRecord(beginning: "<html>no archive</html>")])
    }

    @Test func `random bytes are survived`() throws {
        var numbers = SeededNumbers(state: 7)
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            _ = try Reading(bytes)
            _ = try Reading(Array("WARC/1.0\r\n".utf8) + bytes)
            _ = try Reading([0x1F, 0x8B, 0x08] + bytes)
        }
    }

    @Test func `bytes changed at random never cost more than the records they lie in`() throws {
        var numbers = SeededNumbers(state: 11)
        let file = SampleArchive.compressed
        for _ in 0..<300 {
            var damaged = file
            for _ in 0..<3 {
                damaged[Int.random(in: damaged.indices, using: &numbers)] = UInt8.random(
                    in: 0...255, using: &numbers)
            }
            let reading = try Reading(damaged)
            #expect(reading.records.count >= all.count - 3)
            #expect(Set(reading.offsets).count == reading.offsets.count)
        }
    }

    @Test func `messages say file, byte, reason and what follows`() throws {
        let damage = WARCDamage(
            file: "pages/a.warc.gz", offset: 40_960, reason: .badLine("WARC-Type response"))
        #expect(
            "\(damage)"
                == "pages/a.warc.gz, byte 40960: header line \"WARC-Type response\" has no colon; the record is skipped"
        )
    }
}
