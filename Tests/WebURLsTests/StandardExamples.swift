import Testing

@testable import WebURLs

/// The rules of WHATWG URL §3 and §4 one by one, as a table: reference, base, serialisation or nil for a
/// failure.
@Suite struct StandardExamples {
    struct Example: Sendable, CustomTestStringConvertible {
        let reference: String
        let base: String?
        let href: String?

        init(_ reference: String, on base: String? = nil, _ href: String?) {
            self.reference = reference
            self.base = base
            self.href = href
        }

        var testDescription: String { reference.debugDescription + (base.map { " on \($0)" } ?? "") }
    }

    private static func check(_ example: Example) {
        #expect(WebURL(example.reference, base: example.base.flatMap { WebURL($0) })?.href == example.href)
    }

    private static let page = "http://news.example/world/today/story.html?id=7#top"

    @Test(arguments: [
        Example("other.html", on: page, "http://news.example/world/today/other.html"),
        Example("./other.html", on: page, "http://news.example/world/today/other.html"),
        Example("../other.html", on: page, "http://news.example/world/other.html"),
        Example("../../../../other.html", on: page, "http://news.example/other.html"),
        Example("/other.html", on: page, "http://news.example/other.html"),
        Example("//cdn.example/x", on: page, "http://cdn.example/x"),
        Example("?id=8", on: page, "http://news.example/world/today/story.html?id=8"),
        Example("#end", on: page, "http://news.example/world/today/story.html?id=7#end"),
        Example("", on: page, "http://news.example/world/today/story.html?id=7"),
        Example(".", on: page, "http://news.example/world/today/"),
        Example("..", on: page, "http://news.example/world/"),
        Example("a:b", on: page, nil),
        Example("a/b:c", on: page, "http://news.example/world/today/a/b:c"),
        Example(":b", on: page, "http://news.example/world/today/:b"),
        Example("https://a.example/b", on: page, "https://a.example/b"),
        Example("x", on: "http://news.example", "http://news.example/x"),
        Example("x", on: "http://u:p@news.example:81/a", "http://u:p@news.example:81/x"),
        Example("//cdn.example/x", on: "https://u:p@news.example:81/a", "https://cdn.example/x"),
    ])
    func `a reference is resolved against its base`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example("http:other.html", on: page, "http://news.example/world/today/other.html"),
        Example("http:/other.html", on: page, "http://news.example/other.html"),
        Example("http:?x", on: page, "http://news.example/world/today/story.html?x"),
        Example("https:cdn.example", on: page, "https://cdn.example/"),
        Example("https:/cdn.example", on: page, "https://cdn.example/"),
        Example("http:cdn.example", "http://cdn.example/"),
        Example("http:/cdn.example", "http://cdn.example/"),
        Example("http:////cdn.example//a", "http://cdn.example//a"),
        Example("HtTpS://CDN.Example", "https://cdn.example/"),
        Example("http://", nil),
        Example("http:", nil),
        Example("http://?x", nil),
        Example("http:///", nil),
    ])
    func `slashes behind the scheme may be missing or too many`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example("\\a\\b", on: page, "http://news.example/a/b"),
        Example("\\\\cdn.example\\a", on: page, "http://cdn.example/a"),
        Example("/\\cdn.example", on: page, "http://cdn.example/"),
        Example("http:\\\\cdn.example\\a\\..\\b?c\\d#e\\f", "http://cdn.example/b?c\\d#e\\f"),
        Example("http://u\\@cdn.example", "http://u/@cdn.example"),
    ])
    func `a backslash is a slash up to the query`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example("http://a.example/b/./c", "http://a.example/b/c"),
        Example("http://a.example/b/../c", "http://a.example/c"),
        Example("http://a.example/b/%2e%2E/c", "http://a.example/c"),
        Example("http://a.example/b/.%2e/c", "http://a.example/c"),
        Example("http://a.example/b/%2E/c", "http://a.example/b/c"),
        Example("http://a.example/b/...", "http://a.example/b/..."),
        Example("http://a.example/b/..c", "http://a.example/b/..c"),
        Example("http://a.example/b//../c", "http://a.example/b/c"),
        Example("http://a.example//../c", "http://a.example/c"),
        Example("http://a.example/b/..?c/..", "http://a.example/?c/.."),
        Example("http://a.example/b/.#c", "http://a.example/b/#c"),
        Example("http://a.example/..", "http://a.example/"),
        Example("http://a.example/b/..", "http://a.example/"),
        Example("http://a.example/b/../", "http://a.example/"),
        Example("http://a.example/%2e%2e%2e", "http://a.example/%2e%2e%2e"),
    ])
    func `dot segments are resolved, escaped or not`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example(" \u{0} http://a.example/ \n", "http://a.example/"),
        Example("ht\ntp://a.\texample/\rb", "http://a.example/b"),
        Example(" ../x\n", on: page, "http://news.example/world/x"),
        Example("http://a.example/b c", "http://a.example/b%20c"),
        Example("http://a. example/", nil),
    ])
    func `blanks at the ends, tabs and newlines do not count`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example("http://a.example/\"<>`{}^|", "http://a.example/%22%3C%3E%60%7B%7D%5E|"),
        Example("http://a.example/é%zz%4", "http://a.example/%C3%A9%zz%4"),
        Example("http://a.example/%7e%c3", "http://a.example/%7e%c3"),
        Example("http://a.example/?\"<>'`{}^|é", "http://a.example/?%22%3C%3E%27`{}^|%C3%A9"),
        Example("http://a.example/#\"<>'`{}^|é", "http://a.example/#%22%3C%3E'%60{}^|%C3%A9"),
        Example("http://a.example/?a?b#c#d", "http://a.example/?a?b#c#d"),
        Example("http://a.example/\u{7F}\u{1}b", "http://a.example/%7F%01b"),
        Example("http://a.example?b", "http://a.example/?b"),
        Example("http://a.example#b", "http://a.example/#b"),
    ])
    func `each component has its own set of escapes`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example("http://u@a.example", "http://u@a.example/"),
        Example("http://u:@a.example", "http://u@a.example/"),
        Example("http://:p@a.example", "http://:p@a.example/"),
        Example("http://:@a.example", "http://a.example/"),
        Example("http://@a.example", "http://a.example/"),
        Example("http://u@v@a.example", "http://u%40v@a.example/"),
        Example("http://u:p:q@a.example", "http://u:p%3Aq@a.example/"),
        Example("http://u/@a.example", "http://u/@a.example"),
        Example("http://u:p é;=[|]@a.example", "http://u:p%20%C3%A9%3B%3D%5B%7C%5D@a.example/"),
        Example("http://u@", nil),
        Example("http://u:p@/x", nil),
        Example("http://u@:80", nil),
    ])
    func `userinfo ends at the last at sign`(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example("http://a.example:80/", "http://a.example/"),
        Example("https://a.example:443/", "https://a.example/"),
        Example("http://a.example:443/", "http://a.example:443/"),
        Example("http://a.example:/", "http://a.example/"),
        Example("http://a.example:00081/", "http://a.example:81/"),
        Example("http://a.example:65535/", "http://a.example:65535/"),
        Example("http://a.example:65536/", nil),
        Example("http://a.example:99999999999999999999/", nil),
        Example("http://a.example:8a/", nil),
        Example("http://a.example:-1/", nil),
        Example("http://:80/", nil),
    ])
    func `a port is a number up to 65535 and the default one is left out`(example: Example) {
        Self.check(example)
    }

    @Test(arguments: [
        Example("http://A.EXAMPLE/", "http://a.example/"),
        Example("http://%41.example/", "http://a.example/"),
        Example("http://a%2eexample/", "http://a.example/"),
        Example("http://a_b.example/", "http://a_b.example/"),
        Example("http://a.example./", "http://a.example./"),
        Example("http://a..example/", "http://a..example/"),
        Example("http://a%00b/", nil),
        Example("http://a%20b/", nil),
        Example("http://a%zz/", nil),
        Example("http://a^b/", nil),
        Example("http://a|b/", nil),
        Example("http://a<b/", nil),
        Example("http://a]/", nil),
        Example("http://[a/", nil),
        Example("http://%C3%A9.example/", "http://xn--9ca.example/"),
        Example("http://%E9.example/", nil),
    ])
    func `a host is decoded, lowered and checked`(example: Example) { Self.check(example) }
}
