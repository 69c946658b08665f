import Testing

@testable import Gzip

struct GzipTests {
    @Test func `a reserved length symbol is read in a whole member and corrupt in a stream`() throws {
        // RFC 1951 §3.2.6: a symbol 286 or 287 among those of a page that was packed with fixed codes.
        let member: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0xB0, 0xCB, 0x48, 0xCD,
            0xC9, 0xC9, 0x57, 0x28, 0xCF, 0x2F, 0xCA, 0x49, 0xB1, 0xD1, 0x2F, 0xB0, 0xB3, 0x19, 0x17, 0xA1,
            0x81, 0x08, 0x00, 0x1F, 0x66, 0x80, 0xA7, 0x68, 0x01, 0x00, 0x00,
        ]
        let whole = try Gzip.inflateMember(member, limit: 1_000)
        #expect(whole.bytes.count == 360)
        #expect(whole.consumed == member.count)
        #expect(throws: GzipError.corrupt(offset: 0)) {
            var content: [UInt8] = []
            _ = try GzipStreamReader(limit: 1_000).inflate(member.span, into: &content)
        }
    }

    @Test(arguments: Gzip.Level.allCases, [0, 1, 300, 70_000, 3_000_000])
    func `a member inflates to the bytes it was made of`(level: Gzip.Level, count: Int) throws {
        let bytes = sampleText(count)
        let member = Gzip.member(bytes, level: level)
        let read = try Gzip.inflateMember(member, limit: count)
        #expect(read.bytes == bytes)
        #expect(read.consumed == member.count)
    }

    @Test func `a member bears no time, no name and no operating system`() {
        let member = Gzip.member(sampleText(100), level: .archive)
        #expect(Array(member.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
        #expect(Gzip.member(sampleText(100), level: .archive) == member)
    }

    @Test func `a member in the middle tells how many bytes it takes`() throws {
        let first = Gzip.member(sampleText(500))
        let second = Gzip.member(sampleText(900))
        let read = try Gzip.inflateMember(first + second + first, at: first.count, limit: 10_000)
        #expect(read.bytes == sampleText(900))
        #expect(read.consumed == second.count)
    }

    @Test func `every prefix of a member is a torn tail`() {
        let member = Gzip.member(sampleText(2000))
        for length in 0..<member.count {
            #expect(throws: GzipError.truncated(offset: 0)) {
                try Gzip.inflateMember(Array(member.prefix(length)), limit: 10_000)
            }
        }
    }

    @Test func `a changed checksum, a changed length and changed content are told apart`() {
        let member = Gzip.member(sampleText(2000))
        var checksum = member
        checksum[member.count - 8] ^= 1
        #expect(throws: GzipError.badChecksum(offset: 0)) { try Gzip.inflateMember(checksum, limit: 10_000) }
        var length = member
        length[member.count - 1] ^= 1
        #expect(throws: GzipError.badLength(offset: 0)) { try Gzip.inflateMember(length, limit: 10_000) }
        var content = member
        content[10] = 0x07  // a last block of the reserved type 3 (RFC 1951 §3.2.3)
        #expect(throws: GzipError.corrupt(offset: 0)) { try Gzip.inflateMember(content, limit: 10_000) }
    }

    @Test func `bytes that are no member are named so with their offset`() {
        let member = Gzip.member(sampleText(10))
        let bytes = member + Array("WARC/1.1\r\n".utf8)
        #expect(throws: GzipError.notGzip(offset: member.count)) {
            try Gzip.inflateMember(bytes, at: member.count, limit: 100)
        }
        let isMember = [0, member.count, bytes.count].map { Gzip.isMember(bytes.span, at: $0) }
        #expect(isMember == [true, false, false])
    }

    @Test(arguments: [0, 1, 999, 1_500_000])
    func `a member larger than the limit is refused`(limit: Int) {
        let member = Gzip.member([UInt8](repeating: 65, count: limit + 1))
        #expect(throws: GzipError.tooLarge(limit: limit)) { try Gzip.inflateMember(member, limit: limit) }
    }

    @Test func `a header with extra field, name, comment and checksum is read`() throws {
        let plain = Gzip.member(sampleText(500))
        var header: [UInt8] = [0x1F, 0x8B, 8, 0x1C, 1, 2, 3, 4, 0, 3]
        header += [4, 0, 0x73, 0x6C, 0, 0] + Array("page.html\0".utf8) + Array("a comment\0".utf8)
        let member = header + plain.dropFirst(10)
        let read = try Gzip.inflateMember(member, limit: 500)
        #expect(read.bytes == sampleText(500))
        #expect(read.consumed == member.count)

        var withChecksum = header
        withChecksum[3] |= 2
        let checksum = crc32(withChecksum)
        withChecksum += [UInt8(truncatingIfNeeded: checksum), UInt8(truncatingIfNeeded: checksum >> 8)]
        #expect(
            try Gzip.inflateMember(withChecksum + plain.dropFirst(10), limit: 500).bytes == sampleText(500))

        withChecksum[withChecksum.count - 1] ^= 1
        let wrong = withChecksum + plain.dropFirst(10)
        #expect(throws: GzipError.corrupt(offset: 0)) { try Gzip.inflateMember(wrong, limit: 500) }
        var content: [UInt8] = []
        #expect(throws: GzipError.corrupt(offset: 0)) {
            try GzipStreamReader(limit: 500).inflate(wrong.span, into: &content)
        }
    }

    @Test func `several members inflate to one text and zeros behind them are padding`() throws {
        let members = Gzip.member(sampleText(500)) + Gzip.member([]) + Gzip.member(sampleText(700))
        #expect(try Gzip.inflateAll(members, limit: 1200) == sampleText(500) + sampleText(700))
        let padding = [UInt8](repeating: 0, count: 512)
        #expect(try Gzip.inflateAll(members + padding, limit: 1200) == sampleText(500) + sampleText(700))
        #expect(throws: GzipError.tooLarge(limit: 1199)) { try Gzip.inflateAll(members, limit: 1199) }
        #expect(throws: GzipError.notGzip(offset: members.count)) {
            try Gzip.inflateAll(members + padding + [1], limit: 1200)
        }
    }

    @Test func `what came of a torn member can be kept`() {
        let bytes = sampleText(100_000)
        let member = Gzip.member(bytes)
        let torn = Array(member.prefix(member.count / 2))
        let read = Gzip.inflatePrefix(torn.span, limit: 200_000)
        #expect(read.error == .truncated(offset: 0))
        #expect(read.consumed == torn.count)
        #expect(read.bytes.count > 10_000)
        #expect(bytes.starts(with: read.bytes))
    }

    @Test func `random bytes never trap`() {
        var state: UInt64 = 42
        for _ in 0..<500 {
            var bytes = Gzip.member(sampleText(300))
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            _ = try? Gzip.inflateMember(bytes, limit: 1000)
            _ = try? Gzip.inflateAll(bytes, limit: 1000)
        }
    }

    @Test func `handles serve many threads at once`() async throws {
        let bytes = sampleText(40_000)
        let expected = Gzip.member(bytes)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { @concurrent in
                    let member = Gzip.member(bytes)
                    return try member == expected && Gzip.inflateMember(member, limit: 40_000).bytes == bytes
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}

/// CRC-32 as RFC 1952 §8 defines it, bit by bit.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = .max
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
}
