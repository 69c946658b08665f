import Testing

@testable import WebURLs

@Suite struct QueryEncodingTests {
    private func resolve(_ reference: String, _ encoding: (String) -> [UInt8]) -> String? {
        WebURL("https://news.example/a?b")?.resolve(reference, queryEncoding: encoding)?.href
    }

    /// Latin-1, what it lacks as a character reference.
    private func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { $0.value < 256 ? [UInt8($0.value)] : Array("&#\($0.value);".utf8) }
    }

    @Test func `only the query is in the page's encoding`() {
        #expect(resolve("/é?é#é", latin1) == "https://news.example/%C3%A9?%E9#%C3%A9")
        #expect(resolve("//é.example/?é", latin1) == "https://xn--9ca.example/?%E9")
        #expect(resolve("?é", latin1) == "https://news.example/a?%E9")
    }

    @Test func `what the encoding lacks is an escaped character reference`() {
        #expect(resolve("?q=€&r=1", latin1) == "https://news.example/a?q=%26%238364%3B&r=1")
        #expect(resolve("?&€;", latin1) == "https://news.example/a?&%26%238364%3B;")
    }

    @Test func `encoded bytes are escaped by the set of a query`() {
        #expect(resolve("?é") { _ in [0x81, 0x7C, 0x20, 0x27] } == "https://news.example/a?%81|%20%27")
    }

    @Test func `a query that is the same in every encoding is not encoded`() {
        #expect(resolve("?a=%C3%A9'") { _ in [] } == "https://news.example/a?a=%C3%A9%27")
        #expect(resolve("#é?é") { _ in [] } == "https://news.example/a?b#%C3%A9?%C3%A9")
    }
}
