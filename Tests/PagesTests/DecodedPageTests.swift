import HTTPMessages
import Pages
import Testing

struct DecodedPageTests {
    private func head(_ fields: String...) -> HTTPHead? {
        HTTPHead(Array("HTTP/1.1 200 OK\r\n\(fields.map { $0 + "\r\n" }.joined())\r\n".utf8))
    }

    private func text(_ page: DecodedPage) -> String { String(decoding: page.bytes, as: UTF8.self) }

    @Test func `UTF-8 stays as it is`() {
        let page = DecodedPage(
            payload: Array("<p>Zürich".utf8), head: head("Content-Type: text/html; charset=utf-8"))
        #expect(text(page) == "<p>Zürich")
        #expect(page.remarks.isEmpty)
        #expect(page.queryEncoding == nil)
    }

    @Test func `UTF-8 that the head calls Latin-1 is UTF-8 and a remark says so`() {
        let page = DecodedPage(
            payload: Array("<p>Zürich".utf8), head: head("Content-Type: text/html; charset=iso-8859-1"))
        #expect(text(page) == "<p>Zürich")
        #expect(page.remarks == ["Content-Type names windows-1252, the page is read as utf-8"])
    }

    @Test func `bytes that are no UTF-8 are windows-1252`() {
        let page = DecodedPage(payload: [0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68, 0x80], head: nil)
        #expect(text(page) == "Zürich€")
        #expect(page.encodingName == "windows-1252")
        #expect(page.queryEncoding?("ü") == [0xFC])
    }

    @Test func `a meta element names the encoding`() {
        let page = DecodedPage(
            payload: Array("<meta charset=windows-1251>".utf8) + [0xCF, 0xF0, 0xE8], head: nil)
        #expect(text(page).hasSuffix("При"))
    }

    @Test func `a body cut off in its coding is read as far as it came`() {
        // A stored deflate block of five bytes, of which three came.
        let payload: [UInt8] = [0x78, 0x01, 0x01, 0x05, 0x00, 0xFA, 0xFF, 0x68, 0x65, 0x6C]
        let page = DecodedPage(payload: payload, head: head("Content-Encoding: deflate"))
        #expect(text(page) == "hel")
        #expect(page.remarks.count == 1)
    }

    @Test func `plain text declared gzip is read as it is`() {
        let page = DecodedPage(payload: Array("<p>plain".utf8), head: head("Content-Encoding: gzip"))
        #expect(text(page) == "<p>plain")
        #expect(page.remarks.count == 1)
    }

    @Test func `a page that unpacks beyond a limit is none, others are what they are without one`() {
        // A stored deflate block of five bytes.
        let packed: [UInt8] = [
            0x78, 0x01, 0x01, 0x05, 0x00, 0xFA, 0xFF, 0x68, 0x65, 0x6C, 0x6C, 0x6F, 0x06, 0x2C, 0x02, 0x15,
        ]
        let deflate = head("Content-Encoding: deflate")
        #expect(DecodedPage(payload: packed, head: deflate, upTo: 16).map(text) == "hello")
        #expect(DecodedPage(payload: packed, head: deflate, upTo: 4) == nil)
        #expect(DecodedPage(payload: packed, head: nil, upTo: 15) == nil)
        #expect(DecodedPage(payload: packed, head: head("Content-Encoding: none, deflate"), upTo: 4) == nil)
    }

    @Test(arguments: ["UTF-8", "none", "rot13"])
    func `a page with an unknown coding is read as it is and a remark says so`(coding: String) {
        let encoding = head("Content-Encoding: \(coding)")
        let remark = "content coding \(coding.lowercased()) is not known; the body is read without it"
        let page = DecodedPage(payload: Array("<p>plain".utf8), head: encoding)
        #expect(text(page) == "<p>plain")
        #expect(page.remarks == [remark])
        let small = DecodedPage(payload: Array("<p>plain".utf8), head: encoding, upTo: 100)
        #expect(small.map(text) == "<p>plain")
    }

    @Test func `packed bytes in an unknown coding are no page`() {
        let packed = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
        let page = DecodedPage(payload: packed, head: head("Content-Encoding: compress"))
        #expect(page.bytes.isEmpty)
        #expect(page.remarks.count == 2)
        let wide = "<p>wide".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        let readable = DecodedPage(
            payload: wide, head: head("Content-Encoding: utf-16", "Content-Type: text/html; charset=utf-16le")
        )
        #expect(text(readable) == "<p>wide")
    }

    @Test func `a page over the limit is not read`() {
        let page = DecodedPage(
            payload: [UInt8](repeating: 0x61, count: DecodedPage.maximumPageBytes + 1), head: nil)
        #expect(page.bytes.isEmpty)
        #expect(page.remarks.count == 1)
    }
}
