import Politeness
import WebURLs

/// A robots.txt and the path of a URL, with a zero byte between.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        let parts = bytes.parts(2)
        let site = WebURL("https://news.example/robots.txt")
        let rules = RobotsRules(parsing: parts[0], token: "newshound", at: site)
        let same = RobotsRules(parsing: parts[0], token: "NEWSHOUND", at: site)
        let paths = parts.dropFirst().map(\.text) + ["/", "/robots.txt", "/a/b.html?c=d%2f"]
        for url in paths.compactMap({ site?.resolve($0) }) {
            FuzzRun.check(rules.verdict(for: url) == same.verdict(for: url), "the case of the token matters")
            if url.path == "/robots.txt" { FuzzRun.check(rules.allows(url), "robots.txt forbids itself") }
        }
        if let pause = rules.crawlDelay { FuzzRun.check(pause >= .zero, "a pause of \(pause)") }
        _ = rules.sitemaps
        _ = RobotsRules(parsing: bytes, token: "newshound", at: nil)
    }
}
