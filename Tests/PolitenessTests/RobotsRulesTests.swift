import Politeness
import Testing
import WebURLs

@Suite struct RobotsRulesTests {
    private func decisive(_ rules: RobotsRules, _ path: String) -> String? {
        WebURL("https://news.example" + path).flatMap { rules.verdict(for: $0).rule }
    }

    @Test func `a verdict names the group and the line that decided`() {
        let rules = rules(
            "User-agent: *\nUser-agent: Other\nDisallow: /private/ # secret\nAllow: /private/ok\n")
        #expect(decisive(rules, "/private/x") == "User-agent: * / Disallow: /private/")
        #expect(decisive(rules, "/private/ok") == "User-agent: * / Allow: /private/ok")
        #expect(decisive(rules, "/") == nil)
        let own = RobotsRules(
            parsing: Array("User-agent: NewsHound/1\ndisallow: /%7e".utf8), token: "newshound")
        #expect(decisive(own, "/~x") == "User-agent: NewsHound/1 / Disallow: /%7e")
        #expect(decisive(.disallowAll, "/x") == "unreachable robots.txt")
        #expect(decisive(.allowAll, "/x") == nil)
    }

    @Test(arguments: ["Useg-agent", "Users-agent", "useragent", "User agent"])
    func `a misspelt user-agent line names its crawler`(key: String) {
        #expect(!rules("\(key): newshound\nDisallow: /a\n").allows(path: "/a"))
        #expect(rules("\(key): other\nDisallow: /a\n").allows(path: "/a"))
    }

    @Test func `a path without its slash is taken from the root`() {
        let rules = rules(
            "User-agent: *\nDisallow: private/\nDisallow: http://old.example/\nAllow: private/ok\n")
        #expect(!rules.allows(path: "/private/x"))
        #expect(rules.allows(path: "/private/ok"))
        #expect(rules.allows(path: "/x/private/"))
        #expect(!rules.allows(path: "/http://old.example/"))
        #expect(rules.allows(path: "/"))
        #expect(decisive(rules, "/private/x") == "User-agent: * / Disallow: private/")
    }

    @Test(arguments: [
        ("Crawl-delay: 10", Duration.seconds(10)), ("Crawl-delay: 0.5", .milliseconds(500)),
        ("crawl-delay:7 # s", .seconds(7)),
        ("Crawl-delay: 10<BR>", .seconds(10)), ("Crawl-delay: 0", .zero),
        ("Crawl-delay: 3\nCrawl-delay: 2", .seconds(3)),
        ("Crawl-delay: soon", nil), ("Crawl-delay:", nil), ("Crawl-delay: -5", nil),
        ("Crawl-delay: 1e999", .seconds(1)),
        ("Crawl-delay: 99999999999999999999", nil), ("Crawl-delay: 1.2.3", nil), ("Crawl-delay: nan", nil),
    ])
    func `a crawl delay is the number at the start of the value`(line: String, delay: Duration?) {
        #expect(rules("User-agent: *\n\(line)\n").crawlDelay == delay)
    }

    @Test func `a crawl delay belongs to the agents named before it`() {
        let text = "User-agent: newshound\nCrawl-delay: 20\nUser-agent: *\nDisallow: /baz\n"
        #expect(rules(text).crawlDelay == .seconds(20))
        #expect(rules(text, token: "other").crawlDelay == nil)
        #expect(!rules(text).allows(path: "/baz"))
        #expect(rules("Crawl-delay: 5\nUser-agent: *\nDisallow: /a\n").crawlDelay == nil)
        #expect(
            rules("User-agent: *\nCrawl-delay: 5\n\nUser-agent: newshound\nDisallow: /a\n").crawlDelay == nil)
    }

    @Test func `sitemaps are absolute, in order, and belong to no group`() {
        let text = """
            Sitemap: https://cdn.example/a.xml
            User-agent: other
            Disallow: /
            SITEMAP :  /b.xml # relative
            Sitemap: ftp://cdn.example/c.xml
            #Sitemap: /d.xml
            Sitemap:
            Site-map: e.xml.gz
            """
        let absolute = [
            "https://cdn.example/a.xml", "https://news.example/b.xml", "https://news.example/e.xml.gz",
        ]
        #expect(rules(text).sitemaps == absolute)
        #expect(RobotsRules(parsing: Array(text.utf8), token: "newshound").sitemaps == [absolute[0]])
        #expect(rules("Sitemap: /a.xml\rSitemap: /b.xml\r").sitemaps.count == 2)
    }

    @Test(arguments: [[0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0xEF], []] as [[UInt8]])
    func `what is left of a byte order mark is no part of the first line`(mark: [UInt8]) {
        let text = mark + Array("User-agent: newshound\nDisallow: /a\n".utf8)
        #expect(!RobotsRules(parsing: text, token: "newshound").allows(path: "/a"))
    }

    @Test func `a file in UTF-16 is read by its byte order mark`() {
        let text = "User-agent: *\nDisallow: /é\n"
        let units = Array(text.utf16)
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [big, little, big + [0]] {
            #expect(!RobotsRules(parsing: bytes, token: "newshound").allows(path: "/é"))
        }
    }

    @Test func `bytes that are no UTF-8 are compared as they are`() {
        let bytes = Array("User-agent: *\nDisallow: /b".utf8) + [0xFC] + Array("cher\n".utf8)
        let rules = RobotsRules(parsing: bytes, token: "newshound")
        #expect(!rules.allows(path: "/b%FCcher"))
        #expect(rules.allows(path: "/b%C3%BCcher"))
    }

    @Test func `an empty token has no group of its own`() {
        #expect(
            rules("User-agent: \nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n", token: "").allows(path: "/a")
        )
        #expect(
            !rules("User-agent: \nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n", token: "").allows(
                path: "/b"))
    }
}
