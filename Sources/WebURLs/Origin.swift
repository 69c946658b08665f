/// Scheme, host and port of a URL: what a robots.txt speaks for (RFC 9309 §2.3, RFC 6454 §4).
package struct Origin: Hashable, Sendable, CustomStringConvertible {
    /// Whether the scheme is https.
    package let isSecure: Bool
    /// In ASCII, lower case; an IPv6 address in brackets.
    package let host: String
    /// The port to connect to, written out in the URL or not.
    package let port: UInt16

    package init(of url: WebURL) {
        isSecure = url.isSecure
        host = url.host
        port = url.effectivePort
    }

    /// Reads what `description` writes; path, query and fragment are passed over. Nil if `text` is no http(s)
    /// URL.
    package init?(_ text: String) {
        guard let url = WebURL(text) else { return nil }
        self.init(of: url)
    }

    /// `http` or `https`.
    package var scheme: String { isSecure ? "https" : "http" }

    /// `https://news.example:8443`; the scheme's own port is left out, no slash at the end.
    package var description: String {
        let isDefault = port == (isSecure ? 443 : 80)
        return isDefault ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }
}

extension WebURL {
    /// The origin this URL belongs to.
    package var origin: Origin { Origin(of: self) }
}
