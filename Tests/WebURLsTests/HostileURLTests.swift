import Testing

@testable import WebURLs

@Suite struct HostileURLTests {
    private static let good = " https://us%65r:pä@Bücher.例え。com:0080/a\\../%2E%2e/b;c/é?d=|é&e\t#f ü "

    /// Pseudo-random numbers, the same on every run.
    private struct Numbers {
        var state: UInt64 = 42

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    private func check(_ url: WebURL?) {
        guard let url else { return }
        #expect(url.href.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        #expect(WebURL(url.href) == url)
        let parts = [url.scheme, url.host, url.path, url.query ?? "", url.fragment ?? "", url.requestTarget]
        #expect(parts.allSatisfy { url.href.contains($0) })
        #expect(url.path.hasPrefix("/"))
        #expect(url.withoutCredentials.withoutFragment.host == url.host)
        _ = CrawlIdentity(IdentityRule.allCases).key(of: url)
        _ = HostKey(of: url)
        _ = url.surt
    }

    @Test func `every prefix of a URL is parsed or refused`() throws {
        let base = try #require(WebURL("http://a.example/b/c?d#e"))
        let bytes = Array(Self.good.utf8)
        for length in 0...bytes.count {
            check(base.resolve(bytes.span.extracting(first: length)))
            check(base.resolve(bytes.span.extracting(droppingFirst: length)))
        }
    }

    @Test func `random bytes are parsed or refused`() throws {
        let base = try #require(WebURL("http://a.example/b/c?d#e"))
        var numbers = Numbers()
        let alphabet = Array("http:s/\\?#@[]:.%2e0x1 \t\n-_~|^\u{0}aé。xn--".utf8) + [0xFF, 0xC3, 0xE2]
        for _ in 0..<1_500 {
            let bytes = (0..<numbers.next(below: 40)).map { _ in alphabet[numbers.next(below: alphabet.count)]
            }
            check(base.resolve(bytes.span))
            check(base.resolve((Array("http://".utf8) + bytes).span))
        }
    }

    @Test(arguments: [
        String(repeating: "../", count: 20_000), String(repeating: "@", count: 60_000),
        String(repeating: ":", count: 60_000),
        String(repeating: "%2e%2e/", count: 9_000), String(repeating: "[", count: 60_000),
        String(repeating: "1.", count: 30_000),
        String(repeating: "ü", count: 30_000), String(repeating: "ü.", count: 20_000),
        String(repeating: "☃", count: 20_000),
        String(repeating: "\n", count: 60_000), String(repeating: "#", count: 60_000),
        String(repeating: "?", count: 60_000),
        String(repeating: "0", count: 60_000), String(repeating: "f:", count: 30_000),
        String(repeating: "\\", count: 60_000),
    ])
    func `endless repetition ends`(text: String) throws {
        let base = try #require(WebURL("http://a.example/b"))
        check(base.resolve(text))
        check(WebURL("http://" + text))
        check(WebURL("http://a.example:" + text))
        check(WebURL("http://[" + text + "]"))
    }
}
