package import WebURLs

/// One exchange that somebody wants made: a GET.
package struct FetchRequest: Sendable {
    package let url: WebURL
    /// Fields besides those every request has (Host, User-Agent, Accept, Accept-Encoding), in order.
    package let fields: [(name: String, value: String)]
    /// Make it a conditional request (RFC 9110 §13.1); nil: not by this validator.
    package let ifNoneMatch: String?
    package let ifModifiedSince: String?
    package let limits: FetchLimits

    package init(
        url: WebURL, fields: [(name: String, value: String)] = [], ifNoneMatch: String? = nil,
        ifModifiedSince: String? = nil, limits: FetchLimits = FetchLimits()
    ) {
        self.url = url
        self.fields = fields
        self.ifNoneMatch = ifNoneMatch
        self.ifModifiedSince = ifModifiedSince
        self.limits = limits
    }
}

/// How long one exchange may take and how much it may bring.
package struct FetchLimits: Sendable, Hashable {
    /// Name look-up, TCP and TLS together.
    package var connect: Duration = .seconds(10)
    /// From the request to the first byte of the answer.
    package var firstByte: Duration = .seconds(30)
    /// Without a single byte.
    package var idle: Duration = .seconds(30)
    /// From start to end.
    package var total: Duration = .seconds(120)
    /// Of the body as received, before content decoding; beyond it the capture is cut: `WARC-Truncated: length`.
    package var maximumBodyBytes = 10_000_000
    /// Of all header lines of the exchange, informational heads and trailers included; beyond it there is no capture, or
    /// in a trailer a cut one. libcurl has a limit of its own at 300 KB, and at 100 KB a line.
    package var maximumHeadBytes = 262_144

    package init() {}
}
