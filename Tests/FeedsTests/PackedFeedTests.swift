import Testing

@testable import Feeds

/// Feeds that lie packed on their server.
struct PackedFeedTests {
    /// A gzip member with one stored block (RFC 1951 §3.2.4); the checksum is left to the caller.
    private func packed(_ content: [UInt8], checksum: UInt32) -> [UInt8] {
        let count = UInt16(content.count)
        let little = { (value: UInt32, bytes: Int) in
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(UInt32(count), 2)
            + little(UInt32(~count), 2)
            + content + little(checksum, 4) + little(UInt32(content.count), 4)
    }

    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private let sitemap = Array("<urlset><url><loc>https://news.example/a</loc></url></urlset>".utf8)

    @Test func `a packed sitemap is unpacked, and one packed twice too`() throws {
        let once = packed(sitemap, checksum: checksum(sitemap))
        let twice = packed(once, checksum: checksum(once))
        #expect(try feed(once)?.links == ["https://news.example/a"])
        #expect(try feed(twice)?.links == ["https://news.example/a"])
        #expect(try feed(twice)?.damage == nil)
    }

    @Test func `a packed sitemap that breaks off or has a wrong checksum is kept and reported`() throws {
        let torn = Array(packed(sitemap, checksum: checksum(sitemap)).dropLast(6))
        #expect(try feed(torn)?.links == ["https://news.example/a"])
        #expect(try feed(torn)?.damage == .cutOff)
        #expect(try feed(packed(sitemap, checksum: 1))?.damage == .cutOff)
    }

    @Test func `a packed file is unpacked up to the limit`() throws {
        var limits = FeedLimits()
        limits.bytes = sitemap.count - 1
        #expect(
            try feed(packed(sitemap, checksum: checksum(sitemap)), limits: limits)?.damage
                == .tooLarge(limit: limits.bytes))
    }
}
