import Gzip
import Testing

@testable import HTTPMessages

struct ContentCodingTests {
    private let page = bytes(String(repeating: "<p>hello world</p>", count: 40))

    private func decode(_ body: [UInt8], _ codings: [String], limit: Int = 1 << 20) throws -> DecodedBody {
        try ContentCoding.decode(body, codings: codings, limit: limit)
    }

    @Test func `gzip is undone, whole or in several members, with rubbish behind`() throws {
        let member = Gzip.member(page)
        #expect(try decode(member, ["gzip"]) == DecodedBody(bytes: page, isComplete: true))
        #expect(try decode(member + member, ["X-GZIP"]).bytes == page + page)
        #expect(try decode(member + [0, 0, 0], ["gzip"]) == DecodedBody(bytes: page, isComplete: true))
        #expect(try decode(member + bytes("rubbish"), ["gzip"]) == DecodedBody(bytes: page, isComplete: true))
    }

    @Test func `stacked codings are undone from the last to the first`() throws {
        let twice = Gzip.member(Gzip.member(page))
        #expect(try decode(twice, ["gzip", "identity", "gzip"]).bytes == page)
    }

    @Test func `deflate is read with and without the wrapper of zlib`() throws {
        let member = Gzip.member(page)
        let bare = Array(member.dropFirst(10).dropLast(8))
        #expect(try decode(bare, ["deflate"]) == DecodedBody(bytes: page, isComplete: true))
        let wrapped = [0x78, 0x9C] + bare + adler32(page)
        #expect(try decode(wrapped, ["deflate"]) == DecodedBody(bytes: page, isComplete: true))
        #expect(try decode(member, ["deflate"]) == DecodedBody(bytes: page, isComplete: true))
    }

    @Test func `brotli and zstd are undone`() throws {
        let brotli = bytes(hex: "1b6701 00a45f787ce0e4209b90565498d71a18424e01")
        #expect(try decode(brotli, ["br"]).bytes == bytes(String(repeating: "<p>hello world</p>", count: 20)))
        // A frame with one raw block of five bytes (RFC 8878 §3.1.1).
        let zstd = bytes(hex: "28b52ffd 20 05 290000") + bytes("hello")
        #expect(try decode(zstd, ["zstd"]) == DecodedBody(bytes: bytes("hello"), isComplete: true))
        #expect(try decode(zstd + zstd, ["zstd"]).bytes == bytes("hellohello"))
        #expect(try decode(zstd + bytes("rubbish"), ["zstd"]).bytes == bytes("hello"))
    }

    @Test(arguments: ["gzip", "deflate", "br", "zstd"])
    func `every prefix gives what came and says that it is not whole`(coding: String) throws {
        let encoded: [UInt8] =
            switch coding {
            case "gzip": Gzip.member(page)
            case "deflate": Array(Gzip.member(page).dropFirst(10).dropLast(8))
            case "br": bytes(hex: "1b6701 00a45f787ce0e4209b90565498d71a18424e01")
            default: bytes(hex: "28b52ffd 20 05 290000") + bytes("hello")
            }
        let whole = try decode(encoded, [coding]).bytes
        for length in 1..<encoded.count {
            let part = try decode(Array(encoded.prefix(length)), [coding])
            #expect(!part.isComplete || !part.passedOver.isEmpty)
            #expect(part.passedOver.isEmpty ? whole.starts(with: part.bytes) : part.bytes.count == length)
        }
    }

    @Test func `a member without its last bytes gives all its content`() throws {
        let part = try decode(Gzip.member(page).dropLast(8), ["gzip"])
        #expect(part == DecodedBody(bytes: page, isComplete: false))
    }

    @Test(arguments: ["gzip", "br", "zstd", "deflate"])
    func `a body that is not in its declared coding is passed on`(coding: String) throws {
        let body = try decode(page, [coding])
        #expect(body == DecodedBody(bytes: page, isComplete: true, passedOver: [coding]))
    }

    @Test func `an empty body has no codings to undo`() throws {
        #expect(try decode([], ["gzip"]) == DecodedBody(bytes: [], isComplete: true))
    }

    @Test(arguments: ["utf-8", "none", "compress", "UTF-8"])
    func `an unknown coding is passed over and named, and the others are undone`(name: String) throws {
        let lower = name.lowercased()
        #expect(try decode(page, [name]) == DecodedBody(bytes: page, isComplete: true, passedOver: [lower]))
        for codings in [["gzip", name], [name, "gzip"]] {
            let body = try decode(Gzip.member(page), codings)
            #expect(body == DecodedBody(bytes: page, isComplete: true, passedOver: [lower]))
        }
    }

    @Test func `more than eight codings are refused`() {
        let codings = [String](repeating: "gzip", count: 9)
        #expect(throws: ContentCodingError.tooManyCodings(9, limit: 8)) { try decode(page, codings) }
    }

    @Test(arguments: ["gzip", "deflate"])
    func `a bomb is refused by its size and by its ratio`(coding: String) throws {
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        var bomb = Gzip.member(zeros, level: .best)
        if coding == "deflate" { bomb = Array(bomb.dropFirst(10).dropLast(8)) }
        #expect(throws: ContentCodingError.tooLarge(limit: 500_000)) {
            try decode(bomb, [coding], limit: 500_000)
        }
        #expect(throws: ContentCodingError.suspiciousRatio(limit: 200)) {
            try decode(bomb, [coding], limit: 32 << 20)
        }
        let read = try ContentCoding.decode(bomb, codings: [coding], limit: 32 << 20, ratio: 2000)
        #expect(read.bytes.count == zeros.count)
    }

    @Test func `nested bombs are refused`() {
        var bomb = Gzip.member([UInt8](repeating: 0, count: 4 << 20))
        bomb = Gzip.member(Gzip.member(bomb))
        #expect(throws: ContentCodingError.suspiciousRatio(limit: 200)) {
            try decode(bomb, ["gzip", "gzip", "gzip"], limit: 32 << 20)
        }
    }

    @Test func `a packed file is unpacked up to a limit`() {
        let member = Gzip.member(page)
        #expect(ContentCoding.unpack(member, limit: 1 << 20) == DecodedBody(bytes: page, isComplete: true))
        let part = ContentCoding.unpack(member, limit: 100)
        #expect(part == DecodedBody(bytes: Array(page.prefix(100)), isComplete: false))
        let plain = ContentCoding.unpack(page, limit: 10)
        #expect(plain == DecodedBody(bytes: page, isComplete: true, passedOver: ["gzip"]))
    }

    @Test func `the limit holds for a body without codings`() {
        #expect(throws: ContentCodingError.tooLarge(limit: 10)) { try decode(page, [], limit: 10) }
    }

    @Test(arguments: ["gzip", "deflate", "br", "zstd"])
    func `random bytes never trap`(coding: String) {
        var numbers = RepeatableNumbers()
        for _ in 0..<200 {
            var body = (0..<200).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            if coding == "zstd" { body.replaceSubrange(0..<4, with: [0x28, 0xB5, 0x2F, 0xFD]) }
            if coding == "gzip" { body.replaceSubrange(0..<4, with: [0x1F, 0x8B, 8, 0]) }
            _ = try? decode(body, [coding])
        }
    }
}

/// Adler-32 of RFC 1950 §8.2, most significant byte first.
private func adler32(_ bytes: [UInt8]) -> [UInt8] {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
        low = (low + UInt32(byte)) % 65_521
        high = (high + low) % 65_521
    }
    return [high >> 8, high & 0xFF, low >> 8, low & 0xFF].map { UInt8(truncatingIfNeeded: $0) }
}
