import Testing

@testable import WebURLs

@Suite struct SURTTests {
    @Test(arguments: [
        ("http://www.example.com/Path/A.html?B=2&a=1", "com,example)/path/a.html?a=1&b=2"),
        ("http://WWW2.example.com", "com,example)/"), ("http://www1.www.example.com/", "com,example,www)/"),
        ("http://wwwx.example.com", "com,example,wwwx)/"), ("http://www.com/", "com)/"),
        ("https://example.com:8443/", "com,example:8443)/"), ("http://example.com:443/", "com,example:443)/"),
        ("http://example.com./x", "com,example)/x"), ("http://user:pw@example.com/x#y", "com,example)/x"),
        ("http://bücher.de/ü?ü=1", "de,xn--bcher-kva)/%c3%bc?%c3%bc=1"), ("http://1.2.3.4/x", "4,3,2,1)/x"),
        ("http://[::1]:81/x", "::1:81)/x"), ("http://www../x", "www)/x"),
        ("http://a..www2.b./x", "b,www2,a)/x"),
    ])
    func `the host is reversed, and www, default port and userinfo are dropped`(text: String, surt: String) {
        #expect(WebURL(text)?.surt == surt)
    }

    @Test(arguments: [
        ("http://example.com/a//b///c", "com,example)/a/b/c"), ("http://example.com/a/", "com,example)/a"),
        ("http://example.com//A///", "com,example)/a"),
        ("http://example.com//A//b//?C", "com,example)/a/b?c"),
        ("http://example.com//", "com,example)/"), ("http://example.com/a;p=1", "com,example)/a;p=1"),
        ("http://example.com/%7Euser/%3f%2F%c3%a9", "com,example)/~user/?/%c3%a9"),
        ("http://example.com/a%252Fb%25", "com,example)/a/b%25"),
        ("http://example.com/%E0%A4%A", "com,example)/%e0%a4%25a"),
        ("http://example.com/a%20b|c", "com,example)/a%20b|c"),
        ("http://example.com/(S(4hqa0555fwsecu455xqckv45))/f.aspx", "com,example)/f.aspx"),
        ("http://example.com/(4hqa0555fwsecu455xqckv45)/f.aspx", "com,example)/f.aspx"),
        (
            "http://example.com/(S(4hqa0555fwsecu455xqckv45))/f",
            "com,example)/(s(4hqa0555fwsecu455xqckv45))/f"
        ),
    ])
    func `the path is unescaped, lowered and tidied`(text: String, surt: String) {
        #expect(WebURL(text)?.surt == surt)
    }

    @Test(arguments: [
        ("http://example.com/a?", "com,example)/a"), ("http://example.com/?b&a=&a", "com,example)/?a&a=&b"),
        ("http://example.com/?a=b&&c=d", "com,example)/?&a=b&c=d"),
        ("http://example.com/?a=1&A=0", "com,example)/?a=0&a=1"),
        ("http://example.com/?z=%5B%5D&y=[]", "com,example)/?y=[]&z=[]"),
        ("http://example.com/?c=d%20e+f", "com,example)/?c=d%20e+f"),
        ("http://example.com/?utm_source=x&a=1", "com,example)/?a=1&utm_source=x"),
        ("http://example.com/?PHPSESSID=0123456789abcdef0123456789abcdef&x=1", "com,example)/?x=1"),
        ("http://example.com/?sid=0123456789abcdef0123456789abcdef", "com,example)/"),
        ("http://example.com/?ASPSESSIONIDABCDEFGH=ABCDEFGHIJKLMNOPQRSTUVWX&x=1", "com,example)/?x=1"),
        ("http://example.com/?cfid=12&cftoken=abc&x=1", "com,example)/?x=1"),
        ("http://example.com/?cfid=12", "com,example)/?cfid=12"),
    ])
    func `parameters are lowered and sorted and session ids dropped`(text: String, surt: String) {
        #expect(WebURL(text)?.surt == surt)
    }

    @Test func `the longest URL has a key`() throws {
        let escapes = String(repeating: "%25", count: 21_000)
        let url = try #require(
            WebURL("http://example.com/\(escapes)?\(String(repeating: "&", count: 1_000))"))
        #expect(url.surt.hasPrefix("com,example)/"))
    }
}
