import Testing

@testable import WebURLs

@Suite struct WebURLTests {
    private let page = "https://user:pw@news.example:8443/a/b.html?q=1&r=2#part"

    @Test(arguments: [
        ("http://example.org/a%20b?c%2Fd", "http://example.org/a%20b?c%2Fd"),
        ("http://example.org/operator%.html", "http://example.org/operator%25.html"),
        ("http://example.org/%", "http://example.org/%25"),
        ("http://example.org/%4", "http://example.org/%254"),
        ("http://example.org/%%41%g1?%", "http://example.org/%25%41%25g1?%25"),
        ("http://me:secret@example.org/%", "http://example.org/%25"),
    ])
    func `a server is asked for a URI`(href: String, asked: String) throws {
        #expect(try #require(WebURL(href)).requestHref == asked)
    }

    @Test func `a URL gives its components as they stand in the serialisation`() throws {
        let url = try #require(WebURL(page))
        #expect(url.href == page)
        #expect(url.description == page)
        #expect(url.scheme == "https")
        #expect(url.isSecure)
        #expect(url.host == "news.example")
        #expect(url.port == 8443)
        #expect(url.effectivePort == 8443)
        #expect(url.path == "/a/b.html")
        #expect(url.query == "q=1&r=2")
        #expect(url.fragment == "part")
        #expect(url.requestTarget == "/a/b.html?q=1&r=2")
        #expect(url.hasCredentials)
        #expect(!url.hostIsAddress)
    }

    @Test func `absent components are nil and empty ones are empty`() throws {
        let bare = try #require(WebURL("http://news.example"))
        #expect(bare.path == "/")
        #expect(bare.query == nil)
        #expect(bare.fragment == nil)
        #expect(bare.port == nil)
        #expect(bare.effectivePort == 80)
        #expect(!bare.hasCredentials)
        let empty = try #require(WebURL("https://news.example/?#"))
        #expect(empty.query?.isEmpty == true)
        #expect(empty.fragment?.isEmpty == true)
        #expect(empty.requestTarget == "/?")
        #expect(empty.effectivePort == 443)
    }

    @Test func `port 0 is a port`() throws {
        let url = try #require(WebURL("http://news.example:0/"))
        #expect(url.port == 0)
        #expect(url.href == "http://news.example:0/")
    }

    @Test func `the fragment can be taken off`() throws {
        let url = try #require(WebURL(page)?.withoutFragment)
        #expect(url.href == "https://user:pw@news.example:8443/a/b.html?q=1&r=2")
        #expect(url.fragment == nil)
        #expect(url.query == "q=1&r=2")
        #expect(url.withoutFragment == url)
    }

    @Test func `the credentials can be taken off and every component stays`() throws {
        let url = try #require(WebURL(page)?.withoutCredentials)
        #expect(url.href == "https://news.example:8443/a/b.html?q=1&r=2#part")
        #expect(!url.hasCredentials)
        #expect(url == WebURL(url.href))
        #expect(url.host == "news.example")
        #expect(url.path == "/a/b.html")
        #expect(url.query == "q=1&r=2")
        #expect(url.fragment == "part")
        #expect(url.withoutCredentials == url)
    }

    @Test func `URLs are equal if their serialisations are`() {
        #expect(WebURL("HTTP://News.Example:80/a/../b") == WebURL("http://news.example/b"))
        #expect(WebURL("http://news.example/b") != WebURL("http://news.example/b#"))
        #expect(Set([WebURL("http://a.example"), WebURL("http://a.example/")]).count == 1)
    }

    @Test(arguments: ["http://[::1]/", "http://127.0.0.1/", "http://0x7f.1/", "http://2130706433/"])
    func `an address is told apart from a domain`(text: String) {
        #expect(WebURL(text)?.hostIsAddress == true)
    }

    @Test(arguments: [
        "", "news", "//news.example/", "ftp://news.example/", "mailto:a@news.example", "javascript:void(0)",
        "data:text/html,x", "file:///etc/passwd", "ws://news.example/", "httpx://news.example/", "http",
        "https",
        "about:blank", "blob:https://news.example/1",
    ])
    func `what is no absolute http or https URL is nil`(text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test func `a reference of another scheme resolves to nil`() throws {
        let base = try #require(WebURL(page))
        for text in ["mailto:a@b.example", "javascript:x()", "tel:+1", "ftp://a.example/"] {
            #expect(base.resolve(text) == nil)
        }
    }

    @Test func `bytes and text of a reference resolve alike`() throws {
        let base = try #require(WebURL("https://news.example/a/b"))
        for text in ["../c?d#e", "é/ü?ö", "//other.example", "?x", "#y", ""] {
            #expect(base.resolve(Array(text.utf8).span) == base.resolve(text))
        }
    }

    @Test func `ill-formed UTF-8 counts as the replacement character`() throws {
        let base = try #require(WebURL("https://news.example/"))
        let reference: [UInt8] = [0x61, 0xFF, 0x62, 0xC3]
        #expect(base.resolve(reference.span)?.path == "/a%EF%BF%BDb%EF%BF%BD")
    }

    @Test func `a URL longer than the limit is nil`() throws {
        let base = try #require(WebURL("http://news.example/"))
        let fits = String(repeating: "a", count: WebURL.maximumBytes - base.href.utf8.count)
        #expect(base.resolve(fits)?.href.utf8.count == WebURL.maximumBytes)
        #expect(base.resolve(fits + "a") == nil)
        // Fits as it stands, but not with its escapes.
        #expect(base.resolve(String(repeating: "é", count: WebURL.maximumBytes / 4)) == nil)
        #expect(WebURL("http://news.example/" + String(repeating: "a", count: 1_000_000)) == nil)
    }
}
