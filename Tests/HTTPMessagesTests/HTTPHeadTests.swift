import Gzip
import Testing

@testable import HTTPMessages

struct HTTPHeadTests {
    @Test func `a plain head gives its parts`() throws {
        let text = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=UTF-8\r\nX-A: 1\r\n\r\n"
        let head = try #require(HTTPHead(bytes(text + "body")))
        #expect(head.status == 404)
        #expect(head.version == "1.1")
        #expect(head.reason == "Not Found")
        #expect(head.fields["content-type"] == "text/html; charset=UTF-8")
        #expect(head.mediaType?.charset == "UTF-8")
        #expect(head.bytes == bytes(text))
    }

    @Test(arguments: ["", "Content-Type: unknown/unknown\r\n", "Content-Type: application/unknown\r\n"])
    func `a body of unknown type is HTML if it begins so without its codings`(type: String) throws {
        let page = bytes("<!doctype html>" + String(repeating: "<p>a</p>", count: 100_000))
        let zstd = bytes(hex: "28b52ffd 20 0f 790000") + bytes("<!doctype html>")
        let bodies = [
            ("", page), ("gzip", Gzip.member(page)), ("gzip, gzip", Gzip.member(Gzip.member(page))),
            ("zstd", zstd),
            ("gzip", page), ("utf-8", page), ("utf-8, gzip", Gzip.member(page)),
        ]
        for (codings, body) in bodies {
            let head = try #require(
                HTTPHead(bytes("HTTP/1.1 200 OK\r\n\(type)Content-Encoding: \(codings)\r\n\r\n")))
            var asked = 0
            let isHTML = head.declaresOrBeginsHTML { count in
                asked = count
                return Array(body.prefix(count))
            }
            #expect(isHTML, "\(codings)")
            #expect(asked <= 130 << 10)
        }
        let head = try #require(HTTPHead(bytes("HTTP/1.1 200 OK\r\n\(type)Content-Encoding: gzip\r\n\r\n")))
        #expect(!head.declaresOrBeginsHTML { _ in Gzip.member(bytes("plain text")) })
        #expect(!head.declaresOrBeginsHTML { _ in [] })
    }

    @Test func `bytes of a Location that are not UTF-8 are escaped as they are`() throws {
        let start = bytes("HTTP/1.1 302 Found\r\nlocation: ")
        let raw = try #require(
            HTTPHead(start + bytes("/caf") + [0xE9, 0x2F, 0xC3, 0xA9] + bytes("?q=%20 x\r\n\r\n")))
        #expect(raw.location == "/caf%E9/%C3%A9?q=%20 x")
        let text = try #require(HTTPHead(start + bytes("/café\r\n\r\n")))
        #expect(text.location == "/café")
        #expect(try #require(HTTPHead(start + bytes("\r\n\r\n"))).location == nil)
    }

    @Test func `a declared type is not looked for in the body`() throws {
        for (type, isHTML) in [("text/plain", false), ("text/html", true), ("application/xhtml+xml", true)] {
            let head = try #require(HTTPHead(bytes("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n")))
            #expect(head.declaresOrBeginsHTML { _ in bytes("<html>") } == isHTML)
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\nA: b\n\n", "HTTP/1.1 200 OK\rA: b\r\r", "\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n",
        "HTTP/1.1 200\r\nA : b\r\n\r\n", "HTTP/1.1 200 \r\nno colon here\r\nA:b\r\n\r\n",
        "http/1.0  200  Fine\r\nA:\tb \r\n\r\n",
        "HTTP/2 200\r\na: b\r\n\r\n", "HTTP/1.1 200 OK\r\n: empty name\r\nA: b",
        "HTTP/1.1 200OK\r\nA: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA:\r\n b\r\n\r\n", "HTTP/1.1 200 OK\r\n\u{0}: x\r\nA: b\r\n\r\n",
    ])
    func `heads of odd servers are read`(text: String) throws {
        let head = try #require(HTTPHead(bytes(text)))
        #expect(head.status == 200)
        #expect(head.fields.all("A") == [text.contains("A:\r\n") ? " b".trimmedText : "b"])
    }

    @Test(arguments: [
        "", "not http", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 20", "HTTP/1.1 2000 x", "HTTP/ 200",
        "HTTP/1.1 099 x",
        "HTTP/1.1 abc", "<html>", "HTTPS/1.1 200 OK",
    ])
    func `bytes without a status line are no head`(text: String) {
        #expect(HTTPHead(bytes(text + "\r\n\r\n")) == nil)
    }

    @Test func `folded lines are joined by one space`() throws {
        let head = try #require(
            HTTPHead(bytes("HTTP/1.1 200 OK\r\nA: 1\r\n\t 2\r\n  3\r\n \r\nB: x\r\n\r\n")))
        #expect(head.fields["A"] == "1 2 3")
        #expect(head.fields["B"] == "x")
    }

    @Test func `a field goes on over any number of lines, and those behind it stay what they are`() throws {
        let folds = String(repeating: " x\r\n\t\0y\n", count: 50_000)
        let text = "HTTP/1.1 200 OK\r\nfirst: a\r\n\(folds)second: b\r\n c\r\nthird: d\r\n\r\n"
        let head = try #require(HTTPHead(Array(text.utf8)))
        #expect(head.fields.fields.map(\.name) == ["first", "second", "third"])
        #expect(head.fields["first"] == "a" + String(repeating: " x y", count: 50_000))
        #expect(head.fields["second"] == "b c")
        #expect(head.fields["third"] == "d")
        #expect(head.bytes.count == text.utf8.count)
    }

    @Test func `bytes that are not UTF-8 are kept and shown as Latin-1`() throws {
        let head = try #require(
            HTTPHead(bytes("HTTP/1.1 200 OK\r\nA: caf") + [0xE9] + bytes("\r\nB: café\r\n\r\n")))
        #expect(head.fields["A"] == "café")
        #expect(head.fields["B"] == "café")
        #expect(head.fields.fields.first?.raw == bytes("caf") + [0xE9])
    }

    @Test(arguments: [
        ("Content-Length: 5\r\n", 5), ("Content-Length: 5, 5\r\n", 5),
        ("Content-Length: 5\r\nContent-Length: 5\r\n", 5),
        ("Content-Length: 5\r\nContent-Length: 6\r\n", nil), ("Content-Length: -5\r\n", nil),
        ("Content-Length: +5\r\n", nil),
        ("Content-Length: 99999999999999999999\r\n", nil), ("Content-Length:\r\n", nil), ("", nil),
    ])
    func `a length that is no one number is no length`(lines: String, length: Int?) {
        #expect(HTTPHead(bytes("HTTP/1.1 200 OK\r\n\(lines)\r\n"))?.contentLength == length)
    }

    @Test func `codings are listed in the order they were applied`() throws {
        let head = try #require(
            HTTPHead(
                bytes(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: GZIP, identity\r\nContent-Encoding: ,br\r\n"
                        + "Transfer-Encoding: gzip;q=1, chunked\r\n\r\n")))
        #expect(head.contentCodings == ["gzip", "br"])
        #expect(head.transferCodings == ["gzip", "chunked"])
    }

    @Test(arguments: [300, 301, 302, 303, 307, 308])
    func `a redirect is a redirect only with a location`(status: Int) {
        #expect(
            HTTPHead(status: status, fields: HTTPFields([HTTPField(name: "location", value: "/n")]))
                .isRedirect)
        #expect(
            !HTTPHead(status: status, fields: HTTPFields([HTTPField(name: "location", value: "")])).isRedirect
        )
    }

    @Test(arguments: [200, 201, 304, 404])
    func `a location alone is no redirect`(status: Int) {
        #expect(
            !HTTPHead(status: status, fields: HTTPFields([HTTPField(name: "location", value: "/n")]))
                .isRedirect)
    }

    @Test func `a head made of parts reads back`() throws {
        var fields = HTTPFields()
        fields.add("Content-Type", "text/html")
        fields.add(HTTPField(name: "X", raw: [0x61, 0xE9]))
        let head = HTTPHead(status: 200, fields: fields)
        #expect(head.bytes.starts(with: bytes("HTTP/1.1 200 \r\nContent-Type: text/html\r\nX: a")))
        #expect(HTTPHead(head.bytes) == head)
    }

    @Test func `every prefix and every changed byte of a head is read without a trap`() {
        let head = bytes(
            "HTTP/1.1 200 OK\r\nA: 1\r\n folded\r\nContent-Length: 5\r\n"
                + "Content-Type: a/b;c=\"d\\\"e\"\r\n\r\n"
        )
        for length in 0...head.count { _ = HTTPHead(Array(head.prefix(length))) }
        var numbers = RepeatableNumbers()
        for _ in 0..<2000 {
            var changed = head
            for _ in 0..<4 {
                changed[Int.random(in: 0..<head.count, using: &numbers)] = UInt8.random(
                    in: 0...255, using: &numbers)
            }
            let read = HTTPHead(changed)
            _ = read?.mediaType
            _ = read?.contentLength
        }
    }

    @Test func `a head without end is read up to a limit`() throws {
        let line = bytes("X-Flood: 1234567890\r\n")
        var endless = bytes("HTTP/1.1 200 OK\r\n")
        while endless.count < 3 << 20 { endless += line }
        let head = try #require(HTTPHead(endless))
        #expect(head.bytes.count == 1 << 20)
    }
}
