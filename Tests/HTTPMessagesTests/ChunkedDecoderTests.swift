import Testing

@testable import HTTPMessages

struct ChunkedDecoderTests {
    private let sample = "5\r\nhello\r\n6;ext=\"a;b\"\r\n world\r\n0\r\nX-Trailer: 1\r\n\r\nnext"

    @Test func `chunks, extensions and trailers are read and what follows is left`() throws {
        var decoder = ChunkedDecoder()
        var body: [UInt8] = []
        let all = bytes(sample)
        let consumed = try decoder.decode(all.span, into: &body)
        #expect(body == bytes("hello world"))
        #expect(decoder.isComplete)
        #expect(decoder.trailers["x-trailer"] == "1")
        #expect(Array(all[consumed...]) == bytes("next"))
        #expect(decoder.consumed == consumed)
    }

    @Test func `a body fed byte by byte gives the same`() throws {
        var decoder = ChunkedDecoder()
        var body: [UInt8] = []
        for byte in bytes(sample) where !decoder.isComplete {
            let one = [byte]
            #expect(try decoder.decode(one.span, into: &body) == 1)
        }
        #expect(body == bytes("hello world"))
        #expect(decoder.isComplete)
    }

    @Test(arguments: [
        "5\nhello\n0\n\n", " 5 \r\nhello\r\n0\r\n\r\n", "0005\r\nhello\r\n000\r\n\r\n",
        "5\t;a\r\nhello\r\n0;b\r\n\r\n",
    ])
    func `sloppy framing is read`(text: String) {
        #expect(ChunkedDecoder.decode(bytes(text)) == DecodedBody(bytes: bytes("hello"), isComplete: true))
    }

    @Test(arguments: [
        "5\r\nhello\r\n5\r\nwor", "5\r\nhello\r\nzz\r\n", "5\r\nhelloX", "5\r\nhello", "5\r\nhello\r\n0\r\n",
        "5\r\nhello\r\n0\r\nA: b\r\n", "5\r\nhello\r\nffffffffffffffffff\r\n", "5\r\nhello\r\n-1\r\n",
    ])
    func `what came before a break is kept`(text: String) {
        let body = ChunkedDecoder.decode(bytes(text))
        #expect(!body.isComplete)
        #expect(body.bytes.starts(with: bytes("hello")))
    }

    @Test(arguments: ["<html>not chunked</html>", "12 apples\r\n", "cafe"])
    func `a body that is not chunked is returned as it is or as broken off`(text: String) {
        let body = ChunkedDecoder.decode(bytes(text))
        #expect(body.passedOver == ["chunked"] ? body.bytes == bytes(text) : !body.isComplete)
    }

    @Test func `a size that does not fit is refused where it stands`() {
        var decoder = ChunkedDecoder()
        var body: [UInt8] = []
        let text = bytes("7fffffffffffffff0\r\n")
        #expect(throws: ChunkedDecoder.Failure.badSize(offset: 15)) {
            try decoder.decode(text.span, into: &body)
        }
    }

    @Test func `an endless size line and endless trailers are refused`() {
        for start in ["5;", "0\r\nA: "] {
            var decoder = ChunkedDecoder()
            var body: [UInt8] = []
            let text = bytes(start) + [UInt8](repeating: 0x61, count: 70_000)
            #expect(throws: ChunkedDecoder.Failure.self) { try decoder.decode(text.span, into: &body) }
        }
    }

    @Test func `every prefix of a body is a start of its content`() {
        let all = bytes(sample)
        for length in 0..<all.count {
            let body = ChunkedDecoder.decode(Array(all.prefix(length)))
            #expect(bytes("hello world").starts(with: body.bytes))
        }
    }
}
