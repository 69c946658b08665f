import Feeds
import WebURLs

/// Any bytes are a feed or none; what is read keeps the limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzRun.run(start, count) { bytes in
        guard let url = WebURL("https://news.example/sitemap.xml") else { return }
        var limits = FeedLimits()
        limits.entries = 1_000
        limits.bytes = 1 << 20
        for type in [nil, "text/html", "text/plain; charset=windows-1251"] {
            guard let feed = FeedReader.read(bytes, url: url, contentType: type, limits: limits) else {
                continue
            }
            FuzzRun.check(feed.entries.count <= limits.entries, "\(feed.entries.count) entries")
            for entry in feed.entries {
                FuzzRun.check(entry.url.href.utf8.count <= limits.urlBytes, "a URL too long: \(entry.url)")
            }
            _ = feed.damage.map { "\($0)" }
        }
    }
}
