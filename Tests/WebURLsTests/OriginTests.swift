import Testing

@testable import WebURLs

@Suite struct OriginTests {
    @Test(arguments: [
        ("https://news.example/a?b#c", "https://news.example"),
        ("http://news.example:80/", "http://news.example"),
        ("http://u:p@news.example:8080/", "http://news.example:8080"),
        ("http://news.example:443", "http://news.example:443"),
        ("https://[::1]:8443/x", "https://[::1]:8443"),
    ])
    func `an origin is scheme, host and port, the default one left out`(text: String, origin: String) throws {
        let url = try #require(WebURL(text))
        #expect(url.origin.description == origin)
        #expect(Origin(origin) == url.origin)
    }

    @Test func `an origin's description can be read again`() throws {
        let origin = try #require(Origin("https://news.example:8443"))
        #expect(origin.scheme == "https")
        #expect(origin.host == "news.example")
        #expect(origin.port == 8443)
        #expect(Origin("news.example") == nil)
        #expect(Origin("ftp://news.example") == nil)
    }

    @Test func `http and https are different origins`() {
        #expect(Origin("http://news.example") != Origin("https://news.example"))
        #expect(Origin("http://news.example") == Origin("http://news.example:80"))
    }
}
