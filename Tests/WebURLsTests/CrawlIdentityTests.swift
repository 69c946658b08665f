import Testing

@testable import WebURLs

@Suite struct CrawlIdentityTests {
    private func key(_ text: String, _ rules: IdentityRule...) -> String? {
        WebURL(text).map { CrawlIdentity(rules).key(of: $0) }
    }

    @Test(arguments: [
        ("http://a.example/b#c", "http://a.example/b"), ("http://a.example/b?#c", "http://a.example/b"),
        ("http://a.example/%c3%a9%7E?x=%2d", "http://a.example/%C3%A9~?x=-"),
        ("http://a.example/b?utm_source=x&id=1&fbclid=y", "http://a.example/b?id=1"),
        ("http://a.example/b?utm_source=x", "http://a.example/b"),
        ("http://a.example/b?UTM_Source=x", "http://a.example/b"),
        ("http://a.example/b;jsessionid=0F?id=1", "http://a.example/b?id=1"),
        ("http://a.example/b?id=1&PHPSESSID=abc", "http://a.example/b?id=1"),
        ("http://a.example/b?b=2&a=1", "http://a.example/b?b=2&a=1"),
        ("http://a.example//b", "http://a.example//b"),
        ("http://u:p@a.example./b", "http://a.example./b"), ("http://u@a.example/b#c", "http://a.example/b"),
        ("http://a.example/b?a=&b", "http://a.example/b?a=&b"),
        ("http://a.example/b?a=1&&b=2", "http://a.example/b?a=1&&b=2"),
        ("http://a.example/%zz|", "http://a.example/%zz|"),
        ("http://a.example/b?%75tm_source=1&id=2", "http://a.example/b?id=2"),
        ("http://a.example/%2F%2f", "http://a.example/%2F%2F"),
        ("http://a.example/b?id=1&&fbclid=y", "http://a.example/b?id=1&"),
    ])
    func `the standard rules drop what makes no difference and nothing else`(text: String, expected: String)
        throws
    {
        let url = try #require(WebURL(text))
        #expect(CrawlIdentity.standard.key(of: url) == expected)
    }

    @Test func `each rule does what its name says and nothing more`() {
        #expect(key("http://a.example/?x#y", .dropFragment) == "http://a.example/?x")
        #expect(key("http://a.example/%3a%2d", .uppercaseEscapes) == "http://a.example/%3A%2D")
        #expect(key("http://a.example/%3a%2d", .decodeUnreserved) == "http://a.example/%3a-")
        #expect(key("http://a.example/?", .dropEmptyQuery) == "http://a.example/")
        #expect(key("http://a.example/?gclid=1&q=2", .dropTracking) == "http://a.example/?q=2")
        #expect(key("http://a.example/?jsessionid=1&q=2", .dropSessionID) == "http://a.example/?q=2")
        #expect(key("http://a.example/?&b=1&&a=2&a=1", .sortQuery) == "http://a.example/?a=1&a=2&b=1")
        #expect(key("http://a.example//b///c?d//e", .collapseSlashes) == "http://a.example/b/c?d//e")
        #expect(key("http://a.example.:81/", .dropTrailingDot) == "http://a.example:81/")
        #expect(key("http://u:p@a.example/b", .dropUserinfo) == "http://a.example/b")
        #expect(key("http://a.example/?a=&b=c=&d", .dropBlankValue) == "http://a.example/?a&b=c=&d")
        #expect(
            key("http://a.example/%?50%&%u00e9%2d", .escapeBarePercent)
                == "http://a.example/%25?50%25&%C3%A9%2d")
        #expect(key("http://a.example/a|b?c^[]", .escapeIllegal) == "http://a.example/a%7Cb?c%5E%5B%5D")
    }

    @Test func `without rules the key is the URL`() {
        let text = "http://u:p@a.example./%3a//b;jsessionid=1?utm_source=x&#y"
        #expect(key(text) == text)
    }

    @Test(arguments: [
        "sid=short", "sid=0123456789abcdef0123", "s=politics", "session=summer-school", "page=2", "id=5",
        "ref=home",
        "source=rss", "share=1", "asid=0123456789abcdef0123456789abcdef", "utm=1",
        "article=0123456789abcdef0123456789abcdef",
    ])
    func `parameters that may name a page are kept`(parameter: String) {
        let text = "http://a.example/b?\(parameter)"
        #expect(key(text, .dropTracking, .dropSessionID) == text)
    }

    @Test(arguments: [
        "sid=0123456789abcdef0123456789abcdef", "ASPSESSIONIDQQBCSTCD=ABCDEF", "cfid=1", "CFTOKEN=2",
        "sessionid=",
        "xid_0b629=0123456789abcdef0123456789abcdef",
    ])
    func `session ids are dropped`(parameter: String) {
        #expect(key("http://a.example/b?\(parameter)", .dropSessionID) == "http://a.example/b")
        #expect(key("http://a.example/b?a=1&\(parameter)&c", .dropSessionID) == "http://a.example/b?a=1&c")
    }

    @Test func `session ids in paths are dropped`() {
        #expect(
            key("http://a.example/(S(0123456789abcdefghijklmn))/b.aspx", .dropSessionID)
                == "http://a.example/b.aspx")
        #expect(
            key("http://a.example/b;a=1;jsessionid=F.node1/c", .dropSessionID) == "http://a.example/b;a=1/c")
        #expect(key("http://a.example/(S(short))/b", .dropSessionID) == "http://a.example/(S(short))/b")
    }

    @Test func `the key of a key is the key`() throws {
        for text in [
            "http://a.example/%7e%c3?utm_source=1&b=%2d#x", "http://a.example/;jsessionid=1?&&",
            "http://a.example/%25%37e",
        ] {
            let key = CrawlIdentity.standard.key(of: try #require(WebURL(text)))
            #expect(CrawlIdentity.standard.key(of: try #require(WebURL(key))) == key)
        }
    }

    @Test func `rules are found by their names`() {
        #expect(IdentityRule(rawValue: "drop-session-id") == .dropSessionID)
        #expect(Set(IdentityRule.allCases.map(\.bit)).count == IdentityRule.allCases.count)
        #expect(CrawlIdentity([.sortQuery, .dropFragment]).rules == [.dropFragment, .sortQuery])
        #expect(CrawlIdentity([.dropFragment, .sortQuery]) == CrawlIdentity([.sortQuery, .dropFragment]))
        #expect(CrawlIdentity.standard.contains(.dropTracking))
        #expect(!CrawlIdentity.standard.contains(.sortQuery))
    }

    @Test func `a hundred thousand parameters are keyed in one pass`() throws {
        let query = (0..<20_000).map { "a\($0 % 10)" }.joined(separator: "&").prefix(60_000)
        let url = try #require(WebURL("http://a.example/?utm_source=x&\(query)"))
        #expect(CrawlIdentity(IdentityRule.allCases).key(of: url).utf8.count < 65_000)
    }
}
