import FoundationEssentials
import Politeness
import Testing
import WebURLs

/// RFC 9309 sentence by sentence.
@Suite struct RFC9309Tests {
    // MARK: 2.1, 2.2 Protocol and syntax

    @Test(arguments: ["\n", "\r", "\r\n", "\n\r\n", "\r\r\n"])
    func `2-2: lines end with CR, LF or both`(end: String) {
        let rules = rules(["User-agent: *", "Disallow: /a", "Disallow: /b", ""].joined(separator: end))
        #expect(!rules.allows(path: "/a"))
        #expect(!rules.allows(path: "/b"))
        #expect(rules.allows(path: "/c"))
    }

    @Test func `2-2: blanks around keys and values and comments behind them do not count`() {
        let rules = rules(
            " \tUser-agent \t:\t * # all\n  Disallow\t:  /a\t # why\n#Disallow: /b\nDisallow:/c#d\n")
        #expect(!rules.allows(path: "/a"))
        #expect(rules.allows(path: "/b"))
        #expect(!rules.allows(path: "/c"))
    }

    @Test func `2-2: keys are matched without regard to case`() {
        let rules = rules("USER-AGENT: *\ndISALLOW: /a\nALLOW: /a/b\n")
        #expect(!rules.allows(path: "/a"))
        #expect(rules.allows(path: "/a/b"))
    }

    @Test func `2-2: a byte order mark is no part of the first line`() {
        #expect(!rules("\u{FEFF}User-agent: *\nDisallow: /\n").allows(path: "/a"))
    }

    @Test func `2-1: rules before the first user-agent line belong to no group`() {
        #expect(rules("Disallow: /\nUser-agent: other\nDisallow: /\n").allows(path: "/a"))
    }

    // MARK: 2.2.1 The user-agent line

    @Test(arguments: ["newshound", "NEWSHOUND", "NewsHound"])
    func `2-2-1: the product token is matched without regard to case`(agent: String) {
        #expect(!rules("User-agent: \(agent)\nDisallow: /\n").allows(path: "/a"))
        #expect(!rules("User-agent: newshound\nDisallow: /\n", token: agent).allows(path: "/a"))
    }

    @Test(arguments: [
        "newshound/1.2", "newshound (a crawler)", "newshound#x", "newshound*", "newshound,other",
    ])
    func `2-2-1: the token in the file ends at the first character that cannot be part of one`(agent: String)
    {
        #expect(!rules("User-agent: \(agent)\nDisallow: /\n").allows(path: "/a"))
    }

    @Test(arguments: ["news", "newshound-images", "newshoundx", "my newshound", "xnewshound", "newshound_"])
    func `2-2-1: a token that is only part of ours, or ours of it, is another one`(agent: String) {
        #expect(rules("User-agent: \(agent)\nDisallow: /\n").allows(path: "/a"))
    }

    @Test func `2-2-1: the rules of all groups that match are combined`() {
        let text = """
            User-agent: newshound
            Disallow: /a

            User-agent: *
            Disallow: /b

            User-agent: other
            User-agent: newshound
            Disallow: /c
            """
        let rules = rules(text)
        #expect(!rules.allows(path: "/a"))
        #expect(rules.allows(path: "/b"))
        #expect(!rules.allows(path: "/c"))
    }

    @Test func `2-2-1: without a matching group the groups for everybody are obeyed, all of them`() {
        let rules = rules(
            "User-agent: *\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: *\nDisallow: /c")
        #expect(!rules.allows(path: "/a"))
        #expect(rules.allows(path: "/b"))
        #expect(!rules.allows(path: "/c"))
    }

    @Test func `2-2-1: a matching group without rules keeps those for everybody away`() {
        #expect(rules("User-agent: *\nDisallow: /\n\nUser-agent: newshound\n").allows(path: "/a"))
    }

    @Test(arguments: ["", "User-agent: other\nDisallow: /\n", "# nothing\n", "<html><body>404</body></html>"])
    func `2-2-1: with no matching group and none for everybody no rules apply`(text: String) {
        #expect(rules(text).allows(path: "/a"))
    }

    // MARK: 2.2.2 Allow and disallow

    @Test func `2-2-2: matching is case-sensitive`() {
        let rules = rules("User-agent: *\nDisallow: /Private\n")
        #expect(!rules.allows(path: "/Private"))
        #expect(rules.allows(path: "/private"))
    }

    @Test func `2-2-2: matching starts with the first octet of the path`() {
        let rules = rules("User-agent: *\nDisallow: /b\nDisallow: c\n")
        #expect(!rules.allows(path: "/b/a"))
        #expect(rules.allows(path: "/a/b"))
        #expect(rules.allows(path: "/a/c"))
    }

    @Test func `2-2-2: the rule with the most octets decides, wherever it stands`() {
        for order in [["Allow: /a/b", "Disallow: /a"], ["Disallow: /a", "Allow: /a/b"]] {
            let rules = rules((["User-agent: *"] + order).joined(separator: "\n"))
            #expect(rules.allows(path: "/a/b/c"))
            #expect(!rules.allows(path: "/a/c"))
        }
        #expect(!rules("User-agent: *\nAllow: /a\nDisallow: /*.html\n").allows(path: "/a.html"))
    }

    @Test func `2-2-2: of two equal rules the one that allows is used`() {
        for order in [["Allow: /a", "Disallow: /a"], ["Disallow: /a", "Allow: /a"]] {
            #expect(rules((["User-agent: *"] + order).joined(separator: "\n")).allows(path: "/a"))
        }
    }

    @Test func `2-2-2: a URL that no rule matches is allowed`() throws {
        let rules = rules("User-agent: *\nDisallow: /a\n")
        #expect(rules.allows(path: "/"))
        #expect(rules.verdict(for: try #require(WebURL("https://news.example/b"))).rule == nil)
    }

    @Test func `2-2-2: an empty pattern matches nothing`() {
        #expect(rules("User-agent: *\nDisallow:\n").allows(path: "/a"))
        #expect(!rules("User-agent: *\nDisallow: /\nAllow:\n").allows(path: "/a"))
    }

    @Test func `2-2-2: robots-txt itself is always allowed`() {
        #expect(rules("User-agent: *\nDisallow: /\n").allows(path: "/robots.txt"))
        #expect(!rules("User-agent: *\nDisallow: /\n").allows(path: "/a/robots.txt"))
        #expect(RobotsRules.disallowAll.allows(path: "/robots.txt"))
    }

    @Test(arguments: [
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz"),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar"),
        ("/a?x='b'", "/a?x='b'"), ("/a?x='b'", "/a?x=%27b%27"), ("/a?x=%27b%27", "/a?x='b'"),
        ("/it's", "/it%27s"), ("/it%27s", "/it's"), ("/it's", "/it's"),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84"), ("/foo/bar/%E3%83%84", "/foo/bar/ツ"),
        ("/foo/bar/%e3%83%84", "/foo/bar/ツ"),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz"), ("/foo/bar/baz", "/foo/bar/%62%61%7a"), ("/a%3cd", "/a%3Cd"),
        ("/a<d", "/a%3Cd"),
        ("/a%2fb", "/a%2Fb"), ("/~a", "/%7Ea"), ("/a{b}", "/a%7Bb%7D"), ("/a|b", "/a%7Cb"),
        ("/?q=[a]", "/?q=[a]"),
    ])
    func `2-2-2: escapes are brought to one form before comparison`(pattern: String, path: String) {
        #expect(!rules("User-agent: *\nDisallow: \(pattern)\n").allows(path: path))
    }

    @Test func `2-2-2: an escaped reserved character is not the character`() {
        #expect(rules("User-agent: *\nDisallow: /a%2Fb\n").allows(path: "/a/b"))
        #expect(rules("User-agent: *\nDisallow: /a/b\n").allows(path: "/a%2Fb"))
        #expect(rules("User-agent: *\nDisallow: /a?b\n").allows(path: "/a%3Fb"))
    }

    @Test func `2-2-2: a pattern matches if its end is reached before a difference`() {
        let rules = rules("User-agent: *\nDisallow: /ab\n")
        #expect(!rules.allows(path: "/ab"))
        #expect(!rules.allows(path: "/abc"))
        #expect(rules.allows(path: "/a"))
    }

    // MARK: 2.2.3 Special characters

    @Test func `2-2-3: a dollar sign ends the pattern at the end of the URL`() {
        let rules = rules("User-agent: *\nDisallow: /a.php$\n")
        #expect(!rules.allows(path: "/a.php"))
        #expect(rules.allows(path: "/a.php?x"))
        #expect(rules.allows(path: "/a.php5"))
    }

    @Test func `2-2-3: an asterisk stands for any number of octets`() {
        let rules = rules("User-agent: *\nDisallow: /a/*/c*.gif\nDisallow: *.pdf$\n")
        #expect(!rules.allows(path: "/a/b/c.gif"))
        #expect(!rules.allows(path: "/a/b/d/cde.gif?x"))
        #expect(!rules.allows(path: "/a//c.gif"))
        #expect(rules.allows(path: "/a/c.gif"))
        #expect(!rules.allows(path: "/x/y.pdf"))
        #expect(rules.allows(path: "/x/y.pdf?z"))
    }

    @Test(arguments: ["/file-with-a-*.html", "/file-with-a-%2A.html", "/file-with-a-%2a.html"])
    func `2-2-3: an escaped asterisk stands for itself`(path: String) {
        let rules = rules("User-agent: *\nDisallow: /file-with-a-%2A.html\n")
        #expect(!rules.allows(path: path))
        #expect(rules.allows(path: "/file-with-a-b.html"))
    }

    @Test func `2-2-3: an escaped dollar sign stands for itself`() {
        let rules = rules("User-agent: *\nDisallow: /foo-%24\nDisallow: /b$c\n")
        #expect(!rules.allows(path: "/foo-$"))
        #expect(!rules.allows(path: "/foo-%24/x"))
        #expect(rules.allows(path: "/foo-"))
        #expect(!rules.allows(path: "/b$cd"))
    }

    // MARK: 2.2.4 Other records

    @Test(arguments: [
        "Sitemap: https://news.example/s.xml", "Crawl-delay: 5", "Host: news.example", "Nonsense", "", ": /",
    ])
    func `2-2-4: other records do not end a group, nor the list of its agents`(line: String) {
        let rules = rules(
            "User-agent: newshound\n\(line)\nUser-agent: other\n\(line)\nDisallow: /a\n\(line)\nDisallow: /b\n"
        )
        #expect(!rules.allows(path: "/a"))
        #expect(!rules.allows(path: "/b"))
    }

    @Test(arguments: ["Dissallow", "Disalow", "Diasllow", "Disallaw", "Dissalow", "Desallow"])
    func `2-2-4: common misspellings are understood`(key: String) {
        #expect(!rules("Useragent: *\n\(key): /a\n").allows(path: "/a"))
        #expect(!rules("User agent: *\n\(key.lowercased()) /a\n").allows(path: "/a"))
    }

    // MARK: 2.3 Access

    @Test(arguments: [200, 204, 206, 299])
    func `2-3-1-1: a file that was fetched is parsed`(status: Int) {
        #expect(RobotsAccess(status: status) == .parse)
    }

    @Test(arguments: [301, 302, 304, 308])
    func `2-3-1-2: a redirect that is not followed any further counts as unavailable`(status: Int) {
        #expect(RobotsAccess(status: status) == .allowAll)
    }

    @Test(arguments: [400, 401, 403, 404, 410, 418, 451, 499])
    func `2-3-1-3: an unavailable file allows everything`(status: Int) {
        #expect(RobotsAccess(status: status) == .allowAll)
        #expect(RobotsRules.allowAll.allows(path: "/a"))
    }

    @Test(arguments: [500, 502, 503, 504, 599, 429, 600, 100, 0, -1])
    func `2-3-1-4: an unreachable file forbids everything, and 429 is read like 503`(status: Int) {
        #expect(RobotsAccess(status: status) == .disallowAll)
        #expect(!RobotsRules.disallowAll.allows(path: "/a"))
    }

    @Test func `2-3-1-4: no answer at all forbids everything`() {
        #expect(RobotsAccess.unanswered == .disallowAll)
    }

    @Test func `2-3-1-4: after thirty days an unreachable file counts as unavailable`() {
        let since = Date(timeIntervalSince1970: 1_700_000_000)
        let day = 86_400.0
        let unreachable = RobotsAccess.unanswered
        #expect(unreachable.after(unreachableSince: nil, now: since) == .disallowAll)
        #expect(
            unreachable.after(unreachableSince: since, now: since.addingTimeInterval(30 * day))
                == .disallowAll)
        #expect(
            unreachable.after(unreachableSince: since, now: since.addingTimeInterval(30 * day + 1))
                == .allowAll)
        #expect(
            RobotsAccess.parse.after(unreachableSince: since, now: since.addingTimeInterval(99 * day))
                == .parse)
    }

    @Test func `2-3-1-5: lines that make no sense do not keep the others from being used`() {
        let rules = rules(
            "User-agent: *\nfoo\n\u{0}\u{1}\nDisallow /x /y\nDisallow: /a\n====\nAllow: /a/b\n\n\n:\n")
        #expect(!rules.allows(path: "/a"))
        #expect(rules.allows(path: "/a/b"))
        #expect(rules.allows(path: "/x"))
    }

    // MARK: 2.5 Limits

    @Test func `2-5: 500 KiB are parsed and no more`() {
        let head = "User-agent: *\nDisallow: /a\n"
        let filler = String(repeating: "#\n", count: (RobotsRules.maximumBytes - head.utf8.count - 13) / 2)
        let inside = rules(head + filler + "Disallow: /b\n" + "Disallow: /c\n")
        #expect(RobotsRules.maximumBytes == 512_000)
        #expect(!inside.allows(path: "/a"))
        #expect(!inside.allows(path: "/b"))
        #expect(inside.allows(path: "/c"))
    }

    @Test func `2-5: a line that the limit cuts in two is not read`() {
        let head = "User-agent: *\nDisallow: /a\n"
        let filler = String(repeating: "#", count: RobotsRules.maximumBytes - head.utf8.count - 12) + "\n"
        #expect(rules(head + filler + "Disallow: /bcd\n").allows(path: "/b"))
    }

    // MARK: 5 Examples

    @Test func `5-2: the longest match decides`() {
        let rules = rules(
            "User-Agent: newshound\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n")
        #expect(rules.allows(path: "/example/page/"))
        #expect(rules.allows(path: "/example/page/other.gif"))
        #expect(!rules.allows(path: "/example/page/disallowed.gif"))
    }
}
