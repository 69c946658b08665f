import Testing

@testable import HTTPMessages

struct HTTPRequestHeadTests {
    @Test func `a request gives method, target and fields`() throws {
        let text = "GET /a?b HTTP/1.1\r\nHost: news.example\r\n\r\n"
        let head = try #require(HTTPRequestHead(bytes(text)))
        #expect(head.method == "GET")
        #expect(head.target == "/a?b")
        #expect(head.version == "1.1")
        #expect(head.fields["host"] == "news.example")
        #expect(head.bytes == bytes(text))
        #expect(HTTPRequestHead(method: "GET", target: "/a?b", fields: head.fields) == head)
    }

    @Test(arguments: ["", "GET", "GET /a b HTTP/1.1", "(GET) / HTTP/1.1", "GET / FTP/1"])
    func `a line that is no request line is none`(text: String) {
        #expect(HTTPRequestHead(bytes(text + "\r\n\r\n")) == nil)
    }

    @Test func `a request without version is HTTP 0.9`() {
        #expect(HTTPRequestHead(bytes("GET /\r\n"))?.version == "")
    }
}
