package import WebURLs

/// What is to be taken out of an archive.
package enum ForgetTarget: Sendable, Hashable {
    /// One page, by its crawl identity: all captures of it, whatever tracking parameters they were fetched with.
    case page(key: String, url: WebURL)
    /// A host and those below it; nil for the port: whatever port they are asked at, else only what is asked there.
    case host(String, port: UInt16?)

    /// Reads a URL or the name of a host; nil if the text is neither.
    package init?(_ text: String, identity: CrawlIdentity = .standard) {
        if let url = WebURL(text) {
            self = .page(key: identity.key(of: url.withoutFragment), url: url)
            return
        }
        guard !text.contains(where: { "/?#@".contains($0) }), text.last != ":",
            let url = WebURL("http://\(text)/"),
            !url.host.isEmpty
        else { return nil }
        // A port that is the scheme's own is no part of the URL, but whoever wrote it meant it.
        let isWritten = text.last != "]" && text.contains(":")
        self = .host(url.host, port: isWritten ? url.effectivePort : nil)
    }

    /// Whether a URL, fragment or not, is meant.
    package func matches(_ url: WebURL, identity: CrawlIdentity = .standard) -> Bool {
        switch self {
        case .page(let key, let page):
            // The host settles most comparisons without the work of a key.
            return (url.host == page.host || key.contains(url.host))
                && identity.key(of: url.withoutFragment) == key
        case .host(let name, let port):
            return (port == nil || url.effectivePort == port)
                && (url.host == name || url.host.hasSuffix("." + name))
        }
    }
}
