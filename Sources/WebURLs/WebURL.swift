/// An absolute http or https URL as the WHATWG URL standard parses and serialises it.
///
/// Two values are equal if their serialisations are, fragment and userinfo included. Every other scheme, and
/// everything the standard calls a failure, gives nil. A value is its serialisation, ASCII throughout, and
/// the offsets of its components; making one costs a single allocation.
package struct WebURL: Sendable, CustomStringConvertible {
    /// The longest serialisation, in bytes; a longer one counts as a failure.
    ///
    /// The standard has no limit; servers refuse requests long before this one (RFC 9110 §4.1 asks for 8,000
    /// octets).
    package static let maximumBytes = 65_000

    /// The URL as a string (WHATWG URL §4.5), with userinfo and fragment.
    package let href: String
    let layout: Layout

    /// Parses an absolute URL.
    package init?(_ text: String) {
        self.init(text, base: nil)
    }

    /// Parses a URL that may be relative to `base`.
    ///
    /// - Parameter base: nil takes absolute URLs only.
    package init?(_ text: String, base: WebURL?) {
        guard let url = URLParser.parse(text.utf8.span, base: base, queryEncoding: nil) else { return nil }
        self = url
    }

    /// The URL that `reference` names on the page at this URL.
    package func resolve(_ reference: String) -> WebURL? {
        URLParser.parse(reference.utf8.span, base: self, queryEncoding: nil)
    }

    /// The URL that `reference` names on the page at this URL.
    ///
    /// - Parameter reference: UTF-8; what is ill-formed counts as U+FFFD.
    package func resolve(_ reference: Span<UInt8>) -> WebURL? {
        URLParser.parse(reference, base: self, queryEncoding: nil)
    }

    /// The URL that `reference` names on the page at this URL, which is not in UTF-8.
    ///
    /// - Parameter queryEncoding: encodes the query's text in the page's encoding, what it cannot encode as
    ///   `&#n;` (WHATWG URL §4.4, query state). Not called for queries that are the same in every encoding.
    package func resolve(_ reference: String, queryEncoding: (String) -> [UInt8]) -> WebURL? {
        withoutActuallyEscaping(queryEncoding) {
            URLParser.parse(reference.utf8.span, base: self, queryEncoding: $0)
        }
    }

    /// Takes over what the parser wrote; nil if it is longer than `maximumBytes`.
    init?(_ serialised: Span<UInt8>, _ layout: Layout) {
        guard serialised.count <= Self.maximumBytes else { return nil }
        href = String(utf8: serialised)
        self.layout = layout
    }

    private init(href: String, layout: Layout) {
        self.href = href
        self.layout = layout
    }

    package var description: String { href }
}

extension WebURL: Hashable {
    package static func == (one: WebURL, other: WebURL) -> Bool { one.href == other.href }
    package func hash(into hasher: inout Hasher) { hasher.combine(href) }
}

extension WebURL {
    /// Whether the scheme is https.
    package var isSecure: Bool { layout.isSecure }
    /// `http` or `https`.
    package var scheme: String { isSecure ? "https" : "http" }
    /// The host in ASCII, lower case: a domain, an IPv4 address, or an IPv6 address in brackets.
    package var host: String { part(hostRange) }
    /// Whether the host is an IPv4 or IPv6 address and no domain.
    package var hostIsAddress: Bool { layout.hostIsAddress }
    /// The port that is written out; nil if it is the scheme's own.
    package var port: UInt16? { layout.hasPort ? layout.port : nil }
    /// The port to connect to.
    package var effectivePort: UInt16 { port ?? (isSecure ? 443 : 80) }
    /// The path, from its slash on; at least `/`.
    package var path: String { part(Int(layout.pathStart)..<Int(layout.queryStart)) }
    /// The query without its `?`; nil if there is none, empty if nothing follows the `?`.
    package var query: String? { optionalPart(Int(layout.queryStart)..<Int(layout.fragmentStart)) }
    /// The fragment without its `#`; nil if there is none, empty if nothing follows the `#`.
    package var fragment: String? { optionalPart(Int(layout.fragmentStart)..<href.utf8.count) }
    /// Path and query, as they stand in the request line.
    package var requestTarget: String { part(Int(layout.pathStart)..<Int(layout.fragmentStart)) }
    /// Whether a user name or a password stands before the host.
    package var hasCredentials: Bool { layout.hasCredentials }

    /// The same without the fragment and its `#`.
    package var withoutFragment: WebURL {
        let end = Int(layout.fragmentStart)
        return end == href.utf8.count ? self : WebURL(href: part(0..<end), layout: layout)
    }

    /// The same without user name and password.
    package var withoutCredentials: WebURL {
        guard hasCredentials else { return self }
        let removed = UInt16(Int(layout.hostStart) - layout.schemeEnd)
        var shifted = layout
        shifted.hostStart -= removed
        shifted.hostEnd -= removed
        shifted.pathStart -= removed
        shifted.queryStart -= removed
        shifted.fragmentStart -= removed
        let text = part(0..<layout.schemeEnd) + part(Int(layout.hostStart)..<href.utf8.count)
        return WebURL(href: text, layout: shifted)
    }

    /// The URL to ask a server for: without user name and password, and each percent sign that begins no escape an escape
    /// itself.
    ///
    /// The WHATWG URL standard lets such a sign stand (`/100%.html`), but a request target is a URI (RFC 9112 §3.2), in which
    /// it cannot (RFC 3986 §2.1): servers answer with 400.
    package var requestHref: String {
        let url = withoutCredentials
        // Most have none.
        guard url.href.utf8.contains(UInt8(ascii: "%")) else { return url.href }
        let bytes = url.href.utf8.span
        let places = bytes.indices.filter {
            bytes[$0] == UInt8(ascii: "%") && escapedByte(in: bytes, at: $0) == nil
        }
        guard !places.isEmpty else { return url.href }
        var text = ""
        var start = 0
        for place in places {
            text += url.part(start..<place) + "%25"
            start = place + 1
        }
        return text + url.part(start..<bytes.count)
    }

    /// Where the host stands in the serialisation.
    var hostRange: Range<Int> { Int(layout.hostStart)..<Int(layout.hostEnd) }

    /// The text at byte offsets `range` of the serialisation.
    func part(_ range: Range<Int>) -> String { String(utf8: href.utf8.span.extracting(range)) }

    /// The text of a component behind its separator; nil if there is not even the separator.
    private func optionalPart(_ range: Range<Int>) -> String? {
        range.isEmpty ? nil : part((range.lowerBound + 1)..<range.upperBound)
    }
}
