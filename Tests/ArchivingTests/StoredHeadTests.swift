import Fetching
import HTTPMessages
import Testing

@testable import Archiving

@Suite struct StoredHeadTests {
    private func response(
        _ head: String, body: String = "12345", truncation: Capture.Truncation? = nil
    ) throws -> String {
        let capture = try SampleCapture.make(
            head: head, body: .bytes(Array(body.utf8)), truncation: truncation)
        return String(decoding: StoredHead.response(capture, bodyCount: body.utf8.count), as: UTF8.self)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Type:text/html\r\ncontent-length:  5\r\nX-Odd:  two  blanks \r\n\r\n",
        "HTTP/1.0 404 Not  Found\r\nContent-Encoding: gzip\r\n\r\n", "HTTP/1.1 200\r\n\r\n",
    ])
    func `a well-formed head that is true of the body stays byte by byte`(head: String) throws {
        #expect(try response(head) == head)
    }

    @Test func `bytes that are no UTF-8 stay`() throws {
        let bytes = Array("HTTP/1.1 200 OK\r\nX-Name: ".utf8) + [0xE4, 0xF6] + Array("\r\n\r\n".utf8)
        let head = try #require(HTTPHead(bytes))
        let capture = try SampleCapture.make()
        let own = Capture(
            url: capture.url, startedAt: capture.startedAt, finishedAt: capture.finishedAt,
            responseTime: capture.responseTime, requestHead: [], head: head, body: .bytes([]))
        #expect(StoredHead.response(own, bodyCount: 0) == bytes)
        let changed = StoredHead.response(own, bodyCount: 0)
        #expect(changed.contains(0xE4))
    }

    @Test func `a chunked body is stored without chunks and says so`() throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n"
        #expect(
            try response(head)
                == "HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nContent-Type: text/html\r\n"
                + "Content-Length: 5\r\n\r\n")
    }

    @Test func `a length that is not that of the stored body is kept under another name`() throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"
        #expect(
            try response(head, truncation: .length)
                == "HTTP/1.1 200 OK\r\nX-Archive-Orig-Content-Length: 900\r\nContent-Length: 5\r\n\r\n")
        let twice = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"
        #expect(
            try response(twice)
                == "HTTP/1.1 200 OK\r\nX-Archive-Orig-Content-Length: 5\r\nX-Archive-Orig-Content-Length: 6\r\n"
                + "Content-Length: 5\r\n\r\n")
    }

    @Test func `HTTP/2 becomes HTTP/1.1 with an empty reason and without pseudo fields`() throws {
        let head = "HTTP/2 200 \r\n:status: 200\r\ncontent-type: text/html\r\n\r\n"
        #expect(try response(head) == "HTTP/1.1 200 \r\ncontent-type: text/html\r\n\r\n")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\nContent-Type: text/html\nX-Fold: one\n two\n\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Fold: one\r\n\ttwo\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nnonsense\r\nX-Fold: one two\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Fold: one two\r\n",
    ])
    func `an odd head is written anew: CRLF, no folds, fields alone`(head: String) throws {
        #expect(
            try response(head) == "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Fold: one two\r\n\r\n")
    }

    @Test func `a request stays byte by byte`() {
        let head = Array(SampleCapture.requestHead.utf8)
        #expect(StoredHead.request(head) == head)
    }

    @Test(arguments: ["Cookie: id=7", "authorization: Basic c2VjcmV0", "PROXY-AUTHORIZATION: Basic c2VjcmV0"])
    func `secrets of a request are redacted`(field: String) {
        let head = "GET / HTTP/1.1\r\nHost: a.example\r\n\(field)\r\nAccept: */*\r\n\r\n"
        let name = field.prefix { $0 != ":" }
        #expect(
            String(decoding: StoredHead.request(Array(head.utf8)), as: UTF8.self)
                == "GET / HTTP/1.1\r\nHost: a.example\r\n\(name): [redacted]\r\nAccept: */*\r\n\r\n")
    }

    @Test func `a request of HTTP/2 is written as one of HTTP/1.1`() {
        let head = "GET /x HTTP/2\r\nHost: a.example\r\naccept: */*\r\n\r\n"
        #expect(
            String(decoding: StoredHead.request(Array(head.utf8)), as: UTF8.self)
                == "GET /x HTTP/1.1\r\nHost: a.example\r\naccept: */*\r\n\r\n")
    }

    @Test func `a request that nobody can read is left out, since its secrets cannot be found`() {
        #expect(StoredHead.request(Array("\u{1}Cookie: id=7\r\n\r\n".utf8)) == [])
    }
}
