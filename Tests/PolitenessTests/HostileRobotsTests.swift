import Politeness
import Testing
import WebURLs

@Suite struct HostileRobotsTests {
    private static let good = """
        \u{FEFF}User-agent: newshound # x
        Disallow: /a*b$
        Crawl-delay: 1.5
        Allow: /%E3%83%84/%2e
        Sitemap: https://news.example/s.xml
        """

    @Test func `every prefix of a file is read`() {
        let bytes = Array(Self.good.utf8)
        for length in 0...bytes.count {
            _ = RobotsRules(parsing: Array(bytes.prefix(length)), token: "newshound").allows(path: "/aab")
            _ = RobotsRules(parsing: Array(bytes.suffix(length)), token: "newshound").allows(path: "/aab")
        }
    }

    @Test func `random bytes are read`() {
        var state: UInt64 = 7
        for _ in 0..<300 {
            let bytes = (0..<200).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            let rules = RobotsRules(
                parsing: Array("User-agent: *\nDisallow: /".utf8) + bytes, token: "newshound")
            #expect(rules.allows(path: "/robots.txt"))
            _ = rules.allows(path: "/x")
        }
    }

    @Test func `sixty asterisks do not blow up`() {
        let pattern = "/" + String(repeating: "*a", count: 60) + "b$"
        let rules = rules("User-agent: *\nDisallow: \(pattern)\n")
        #expect(rules.allows(path: "/" + String(repeating: "a", count: 5_000)))
        #expect(!rules.allows(path: "/" + String(repeating: "a", count: 5_000) + "b"))
    }

    @Test func `patterns that nearly match everywhere take time in proportion to their length`() {
        let nearly = "*" + String(repeating: "a", count: 1_000) + "b"
        let rules = rules("User-agent: *\n" + String(repeating: "Disallow: \(nearly)\n", count: 500))
        #expect(rules.allows(path: "/" + String(repeating: "a", count: 2_000)))
        #expect(!rules.allows(path: "/" + String(repeating: "a", count: 2_000) + "b"))
    }

    /// 500 KB of such rules, and the longest path there may be, which has none of their ends.
    @Test(arguments: ["a", "ab", "abab", "ababababababababababab"])
    func `the longest file of patterns and the longest URL are compared before the limit is reached`(
        body: String
    ) {
        var lines = "User-agent: *\n"
        var number = 0
        while lines.utf8.count < 500_000 {
            number += 1
            lines += "Disallow:*\(body)*\(number)\n"
        }
        let rules = rules(lines)
        let path = "/" + String(repeating: "ab", count: 32_000)
        let verdict = WebURL("https://news.example" + path).map(rules.verdict)
        #expect(verdict?.isAllowed == true)
        #expect(verdict?.rule == nil)
    }

    @Test func `a file that would have to be compared for ever forbids the URL, and says so`() {
        // Every pair of octets of the patterns occurs in the path, no pattern does.
        let ends = ["aab", "bba", "abb", "baa"]
        var lines = "User-agent: *\n"
        for number in 0..<20_000 {
            let bits = String(number, radix: 2).replacing("0", with: "ab").replacing("1", with: "ba")
            lines += "Disallow:*\(bits)\(ends[number % 4])c\n"
        }
        let rules = rules(lines)
        let path = "/" + String(repeating: "abbaac", count: 10_000) + "bc"
        let verdict = WebURL("https://news.example" + path).map(rules.verdict)
        #expect(verdict?.isAllowed == false)
        #expect(verdict?.rule == "robots.txt with too many patterns for this URL")
        #expect(rules.allows(path: "/" + String(repeating: "d", count: 60_000)))
    }

    @Test func `a piece is found where its beginning overlaps with itself`() {
        let piece = "abababababababababababac"
        let rules = rules("User-agent: *\nDisallow: /*\(piece)*\(piece)$\n")
        #expect(!rules.allows(path: "/ab\(piece)ab\(piece)"))
        #expect(rules.allows(path: "/ab\(piece)"))
        #expect(rules.allows(path: "/ab\(piece)\(piece.dropFirst())"))
    }

    @Test func `a file of nothing but short rules takes four times its size at most`() {
        let line = "Allow:/a\n"
        let count = RobotsRules.maximumBytes / line.utf8.count
        let rules = rules("User-agent: *\nDisallow: /\n" + String(repeating: line, count: count - 5))
        #expect(rules.bytes < 4 * RobotsRules.maximumBytes)
        #expect(rules.allows(path: "/ab"))
        #expect(!rules.allows(path: "/b"))
    }

    @Test func `signals that are repeated are kept once`() {
        let rules = rules("User-agent: *\n" + String(repeating: "Content-Signal: ai-train=no\n", count: 50))
        #expect(rules.aiOptOuts == ["ai-train=no"])
    }

    @Test(arguments: [
        ("/private/", "/private/"), ("private/", "private/"), ("/*.pdf$", "/*.pdf$"), ("/a**b", "/a**b"),
        ("/%7Eme/ü", "/%7Eme/ü"), ("*", "*"),
        ("/" + String(repeating: "p", count: 600), "/" + String(repeating: "p", count: 499)),
    ])
    func `a rule is shown as it stands, five hundred octets at most`(value: String, shown: String) {
        let rules = rules("User-agent: * # all\nDisallow: \(value)\nAllow: /robots.txt\n")
        let path =
            switch value {
            case "/*.pdf$": "/x.pdf"
            case "/a**b", "*": "/a1b"
            case "/%7Eme/ü": "/~me/%C3%BC"
            default: value.hasPrefix("/") ? value : "/" + value
            }
        let verdict = WebURL("https://news.example" + path).map(rules.verdict)
        #expect(verdict?.isAllowed == false)
        #expect(verdict?.rule == "User-agent: * / Disallow: \(shown)")
    }

    @Test(arguments: [
        "\n", "\r", "#", "*", ":", "a", "%", "$", "\u{0}", "User-agent: *\n", "Disallow: /\n", "Allow: *\n",
    ])
    func `endless repetition is read and ends`(piece: String) {
        // A tenth of the limit: the work grows with the size and no faster.
        let count = RobotsRules.maximumBytes / 10 / piece.utf8.count
        for start in ["User-agent: *\n", "User-agent: *\nDisallow: /", "User-agent: "] {
            let bytes = Array(start.utf8) + Array(repeating: Array(piece.utf8), count: count).joined()
            let rules = RobotsRules(parsing: bytes, token: "newshound")
            #expect(rules.allows(path: "/robots.txt"))
            _ = rules.allows(path: "/x")
        }
    }
}
