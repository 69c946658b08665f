import Fetching
import FetchingCurl
import FoundationEssentials
import HTTPMessages
import LoopbackSite
import Testing
import WebURLs

@Suite struct CurlFetcherTests {
    @Test func `a capture has the bytes that went over the wire`() async throws {
        let answer =
            "HTTP/1.1 200 Fine\r\nContent-Type:  text/html\r\nX-Odd: caf\u{e9}\r\nContent-Length: 5\r\n\r\n"
        let server = try LoopbackServer { _ in .script([.text(answer + "hello"), .close]) }
        let bench = try FetchBench()
        let capture = try await bench.fetch(server.url("/a?b=c#d"))
        #expect(capture.head.bytes == Array(answer.utf8))
        #expect(capture.body.text == "hello")
        #expect(!capture.body.isSpooled)
        #expect(capture.truncation == nil)
        #expect(capture.address == "127.0.0.1")
        #expect(capture.protocols == ["http/1.1"])
        #expect(capture.cipherSuite == nil)
        #expect(capture.url.href == server.url("/a?b=c#d"))
        #expect(
            String(decoding: capture.requestHead, as: UTF8.self) == """
                GET /a?b=c HTTP/1.1\r
                Host: 127.0.0.1:\(server.port)\r
                User-Agent: newshound-test/1 (+https://example.org/bot)\r
                Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5\r
                Accept-Encoding: gzip\r
                \r

                """)
    }

    @Test(arguments: [
        "/a/../b", "/%2e%2E/x", "/a|b^c'd{}[]", "/?q=a\\b|c\"d<e>f`g", "/a;b,c=d&e@f:g!$*()~", "/?",
        "/??a?", "//a//b/",
    ])
    func `the target is sent as the URL has it`(target: String) async throws {
        let server = try LoopbackServer { .text($0.target, type: "text/plain") }
        let url = try #require(WebURL(server.url(target)))
        let capture = try await FetchBench().fetch(url.href)
        #expect(capture.body.text == url.requestTarget)
    }

    @Test func `a percent sign that begins no escape is sent as one`() async throws {
        let server = try LoopbackServer { .text($0.target, type: "text/plain") }
        let capture = try await FetchBench().fetch(server.url("/100%/%zz%41?q=5%"))
        #expect(capture.body.text == "/100%25/%25zz%41?q=5%25")
        #expect(capture.url.href == server.url("/100%/%zz%41?q=5%"))
    }

    @Test func `a long URL is sent and recorded whole`() async throws {
        let server = try LoopbackServer { .text("\($0.target.utf8.count)", type: "text/plain") }
        let target = "/" + String(repeating: "u", count: 60_000)
        let capture = try await FetchBench().fetch(server.url(target))
        #expect(capture.body.text == "60001")
        #expect(capture.requestHead.starts(with: Array("GET \(target) HTTP/1.1\r\nHost: ".utf8)))
        #expect(capture.requestHead.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)))
    }

    @Test func `credentials of a URL are not sent`() async throws {
        let server = try LoopbackServer { .text($0["Authorization"] ?? "none", type: "text/plain") }
        let capture = try await FetchBench().fetch("http://user:secret@127.0.0.1:\(server.port)/")
        #expect(capture.body.text == "none")
        #expect(!String(decoding: capture.requestHead, as: UTF8.self).contains("secret"))
    }

    @Test func `a gzip body stays as it came`() async throws {
        let member = GzipBytes.stored(Array("hello".utf8))
        let server = try LoopbackServer { _ in .gzip(Array("hello".utf8)) }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.body.allBytes == member)
        #expect(capture.head.contentCodings == ["gzip"])
    }

    @Test(arguments: [1, 7, 100_000])
    func `a chunked body is joined, its head stays`(size: Int) async throws {
        let body = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
        let server = try LoopbackServer { _ in .bytes(body, framing: .chunks(of: size)) }
        let bench = try FetchBench()
        for _ in 0..<2 {
            let capture = try await bench.fetch(server.url())
            #expect(capture.body.has(body))
            #expect(capture.truncation == nil)
            #expect(capture.head.fields["Transfer-Encoding"] == "chunked")
        }
        #expect(server.connections == 1)
    }

    @Test func `trailer fields and chunk extensions are dropped`() async throws {
        let server = try LoopbackServer { _ in
            .script(
                head: ["Transfer-Encoding: chunked", "Trailer: X-Sum"],
                then: [.text("5;name=value\r\nhello\r\n0\r\nX-Sum: 1\r\nContent-Length: 9\r\n\r\n"), .close])
        }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.body.text == "hello")
        #expect(capture.head.status == 200)
        #expect(capture.head.fields["X-Sum"] == nil)
        #expect(capture.truncation == nil)
    }

    @Test(arguments: ["gzip", "deflate", "x-unknown", "identity", "gzip, x-unknown", ""])
    func `a transfer coding other than chunked stays`(coding: String) async throws {
        let server = try LoopbackServer { _ in
            .script(head: ["Transfer-Encoding: \(coding)"], then: [.text("coded or not"), .close])
        }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.head.status == 200)
        #expect(capture.body.text == "coded or not")
        #expect(capture.truncation == nil)
    }

    @Test(arguments: ["gzip, chunked", "chunked", "chunked, gzip", "chunked, chunked"])
    func `a body that is not chunked as its head says is cut, not lost`(coding: String) async throws {
        let server = try LoopbackServer { _ in
            .script(head: ["Transfer-Encoding: \(coding)"], then: [.text("zz is no chunk size"), .close])
        }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.head.status == 200)
        #expect(capture.body.text.isEmpty)
        #expect(capture.truncation == .unspecified)
    }

    @Test func `informational heads are dropped`() async throws {
        let server = try LoopbackServer { _ in
            .script([
                .text("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"), .pause(.milliseconds(5)),
                .text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), .close,
            ])
        }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.head.bytes == Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".utf8))
        #expect(capture.body.text == "ok")
    }

    @Test(arguments: [204, 301, 302, 304, 400, 401, 404, 407, 429, 500, 503, 599])
    func `every status is a capture, and no redirect is followed`(status: Int) async throws {
        let server = try LoopbackServer { _ in
            .text(
                "x", status: status, fields: [("Location", "/other"), ("WWW-Authenticate", "Basic realm=a")])
        }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.head.status == status)
        #expect(capture.body.text == (status == 204 || status == 304 ? "" : "x"))
        #expect(server.log.entries.count == 1)
    }

    @Test(arguments: ["HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 200 \n\n", "HTTP/1.1 200\r\nA: b\r\n c\r\n\r\n"])
    func `odd heads are captures`(head: String) async throws {
        let server = try LoopbackServer { _ in .script([.text(head + "body"), .close]) }
        let capture = try await FetchBench().fetch(server.url())
        #expect(capture.head.bytes == Array(head.utf8))
        #expect(capture.body.text == "body")
        #expect(capture.protocols == [head.hasPrefix("HTTP/1.0") ? "http/1.0" : "http/1.1"])
    }

    @Test func `validators and fields of a request are sent after the usual ones`() async throws {
        let server = try LoopbackServer { _ in .bytes([], status: 304) }
        let bench = try FetchBench { $0.fields = [("X-All", "1"), ("Accept-Language", "de")] }
        let request = FetchRequest(
            url: try #require(WebURL(server.url())),
            fields: [("accept-language", "en"), ("X-Empty", ""), ("X-Bad", "a\r\nX-Injected: b")],
            ifNoneMatch: "\"tag\"", ifModifiedSince: "Mon, 01 Jan 2024 00:00:00 GMT")
        let capture = try await bench.fetcher.fetch(request)
        let lines = String(decoding: capture.requestHead, as: UTF8.self).split(separator: "\r\n").map(
            String.init)
        #expect(
            Array(lines.suffix(5)) == [
                "X-All: 1", "accept-language: en", "X-Empty:", "If-None-Match: \"tag\"",
                "If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT",
            ])
        #expect(!lines.contains { $0.contains("Injected") })
        // The next request is an ordinary one again.
        let next = try await bench.fetch(server.url())
        #expect(!String(decoding: next.requestHead, as: UTF8.self).contains("If-None-Match"))
    }

    @Test func `connections are kept, and each request is timed by itself`() async throws {
        let server = try LoopbackServer { request in
            request.path == "/slow"
                ? .script([
                    .pause(.milliseconds(120)), .text("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"),
                    .close,
                ]) : .text("x")
        }
        let bench = try FetchBench()
        let before = Date()
        for _ in 0..<5 { _ = try await bench.fetch(server.url("/fast")) }
        let slow = try await bench.fetch(server.url("/slow"))
        #expect(server.connections == 1)
        #expect(slow.responseTime >= .milliseconds(110))
        #expect(slow.startedAt >= before)
        #expect(slow.finishedAt.timeIntervalSince(slow.startedAt) >= 0.11)
    }

    @Test(arguments: [SiteResponse.Step.reset, .close])
    func `a request on a kept connection that ends without an answer is not sent again`(
        end: SiteResponse.Step
    ) async throws {
        let server = try LoopbackServer { $0.path == "/x" ? .script([end]) : .text("ok") }
        let bench = try FetchBench()
        _ = try await bench.fetch(server.url("/a"))
        let error = try await bench.error(server.url("/x"))
        #expect(error.phase == .response)
        #expect(error.isTransient)
        #expect(error.reason == "the kept connection ended without an answer")
        #expect(error.requestHead.starts(with: Array("GET /x HTTP/1.1".utf8)))
        #expect(server.log.requestsPerPath() == ["/a": 1, "/x": 1])
        let next = try await bench.fetch(server.url("/b"))
        #expect(next.body.text == "ok")
    }

    @Test func `a kept connection that the server has closed is replaced without a word`() async throws {
        // Says nothing of closing, and closes.
        let server = try LoopbackServer { _ in
            .script([.text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), .close])
        }
        let bench = try FetchBench { $0.sendsAgain = true }
        for _ in 0..<10 {
            let capture = try await bench.fetch(server.url())
            #expect(capture.body.text == "ok")
            #expect(capture.requestHead.starts(with: Array("GET / HTTP/1.1\r\n".utf8)))
            #expect(String(decoding: capture.requestHead, as: UTF8.self).split(separator: "GET").count == 1)
        }
    }
}
