import WebURLs

/// A reference and a base, with a zero byte between. What was parsed is parsed to itself again, and its parts
/// make up the whole.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        let parts = bytes.parts(2)
        let base = parts.count > 1 ? WebURL(parts[1].text) : nil
        if let base { _ = base.resolve(parts[0].text) { Array($0.utf8).reversed() } }
        let reference = parts[0]
        let resolved: WebURL? = if let base { base.resolve(reference.span) } else { WebURL(reference.text) }
        guard let url = resolved else { return }
        FuzzRun.check(WebURL(url.href)?.href == url.href, "\(url.href) is another when parsed again")
        FuzzRun.check(url.href.utf8.allSatisfy { $0 < 128 }, "\(url.href) is not ASCII")
        FuzzRun.check(
            url.resolve("")?.href == url.withoutFragment.href,
            "the empty reference leads away from \(url.href)")
        let credentials = url.hasCredentials ? url.withoutCredentials : url
        let port = url.port.map { ":\($0)" } ?? ""
        let query = url.query.map { "?" + $0 } ?? ""
        let fragment = url.fragment.map { "#" + $0 } ?? ""
        FuzzRun.check(
            credentials.href == "\(url.scheme)://\(url.host)\(port)\(url.path)\(query)\(fragment)",
            "\(url.href) is not what its parts make up")
        let key = CrawlIdentity(IdentityRule.allCases).key(of: url)
        FuzzRun.check(
            key.utf8.count <= 3 * url.href.utf8.count, "the key of \(url.href) is longer than it may be")
        _ = CrawlIdentity.standard.key(of: url)
        _ = (url.surt, url.origin, HostKey(of: url), HostKey(of: url, by: .host))
    }
}
