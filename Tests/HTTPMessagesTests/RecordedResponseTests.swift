import Gzip
import Testing

@testable import HTTPMessages

struct RecordedResponseTests {
    private func response(_ head: String, _ body: [UInt8]) throws -> RecordedResponse {
        try #require(RecordedResponse(bytes("HTTP/1.1 200 OK\r\n\(head)\r\n") + body))
    }

    @Test func `the content is the body without chunks and codings`() throws {
        let member = Gzip.member(bytes("hello"))
        let size = String(member.count, radix: 16)
        let chunked = bytes("\(size)\r\n") + member + bytes("\r\n0\r\n\r\n")
        let recorded = try response("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked)
        #expect(try recorded.payload(limit: 1000).bytes == member)
        #expect(try recorded.content(limit: 1000) == DecodedBody(bytes: bytes("hello"), isComplete: true))
    }

    @Test func `a head that says chunked of a body that is not is forgiven`() throws {
        let recorded = try response("Transfer-Encoding: chunked\r\n", bytes("<html>"))
        let content = try recorded.content(limit: 100)
        #expect(content == DecodedBody(bytes: bytes("<html>"), isComplete: true, passedOver: ["chunked"]))
    }

    @Test(arguments: [
        "chunked, chunked", "chunked\r\nTransfer-Encoding: chunked", "foo, chunked", "chunked, foo",
        "Chunked;q=1",
    ])
    func `chunks are undone once, whatever else is declared`(codings: String) throws {
        let chunked = bytes("3\r\nbod\r\n1\r\ny\r\n0\r\n\r\n")
        let content = try response("Transfer-Encoding: \(codings)\r\n", chunked).content(limit: 100)
        let passedOver = codings.contains("foo") ? ["foo"] : []
        #expect(content == DecodedBody(bytes: bytes("body"), isComplete: true, passedOver: passedOver))
    }

    @Test func `an unknown transfer coding is passed over, and known ones below it are undone`() throws {
        let plain = try response("Transfer-Encoding: foo\r\n", bytes("body")).payload(limit: 100)
        #expect(plain == DecodedBody(bytes: bytes("body"), isComplete: true, passedOver: ["foo"]))
        let member = Gzip.member(bytes("body"))
        let packed = try response("Transfer-Encoding: gzip, foo\r\n", member).payload(limit: 100)
        #expect(packed == DecodedBody(bytes: bytes("body"), isComplete: true, passedOver: ["foo"]))
    }

    @Test func `interim answers are passed over`() throws {
        let text = "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nbody"
        let recorded = try #require(RecordedResponse(bytes(text)))
        #expect(recorded.head.status == 200)
        #expect(Array(recorded.body) == bytes("body"))
    }

    @Test func `a stated length cuts what is behind and shows what is missing`() throws {
        #expect(try response("Content-Length: 2\r\n", bytes("body")).content(limit: 9).bytes == bytes("bo"))
        let short = try response("Content-Length: 9\r\n", bytes("body")).content(limit: 9)
        #expect(short == DecodedBody(bytes: bytes("body"), isComplete: false))
    }

    @Test func `an unknown content coding leaves the body as it is`() throws {
        let content = try response("Content-Encoding: compress\r\n", bytes("body")).content(limit: 9)
        #expect(content == DecodedBody(bytes: bytes("body"), isComplete: true, passedOver: ["compress"]))
    }

    @Test func `interim answers without end are read as one and its body`() throws {
        let interim = bytes("HTTP/1.1 100\r\r")
        let recorded = try #require(RecordedResponse(Array(repeatElement(interim, count: 20_000).joined())))
        #expect(recorded.head.status == 100)
        #expect(recorded.body.count > 19_900 * interim.count)
    }

    @Test func `bytes that are no response are none`() {
        #expect(RecordedResponse([]) == nil)
        #expect(RecordedResponse(bytes("not http at all")) == nil)
    }
}
