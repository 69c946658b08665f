package import FoundationEssentials
package import HTTPMessages
package import WebURLs

/// One request and its answer as they went over the wire.
package struct Capture: Sendable {
    /// Why a body is shorter than what the server meant to send; raw values of `WARC-Truncated` (ISO 28500:2017 §5.13).
    package enum Truncation: String, Sendable, Hashable {
        case length, time, disconnect, unspecified
    }

    package let url: WebURL
    /// When the request was begun.
    package let startedAt: Date
    /// When the last byte came.
    package let finishedAt: Date
    /// From the request to the first byte of the answer.
    package let responseTime: Duration
    /// The request's head as sent, with its blank line.
    package let requestHead: [UInt8]
    /// The final answer's head; informational ones (1xx) are dropped.
    package let head: HTTPHead
    /// The body as received after transfer decoding, still in its content coding.
    package let body: Body
    /// Nil: the body is whole.
    package let truncation: Truncation?
    /// The peer really connected, IPv6 in RFC 5952 form; nil through a proxy.
    package let address: String?
    /// For `WARC-Protocol`: `http/1.1` or `h2`, and `tls/1.3` or the like.
    package let protocols: [String]
    /// For `WARC-Cipher-Suite`; nil without TLS.
    package let cipherSuite: String?
    /// The body's part of the fetcher's memory; nil if nobody counts.
    package let memory: MemoryShare?

    package init(
        url: WebURL, startedAt: Date, finishedAt: Date, responseTime: Duration, requestHead: [UInt8],
        head: HTTPHead,
        body: Body, truncation: Truncation? = nil, address: String? = nil, protocols: [String] = [],
        cipherSuite: String? = nil, memory: MemoryShare? = nil
    ) {
        self.url = url
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.responseTime = responseTime
        self.requestHead = requestHead
        self.head = head
        self.body = body
        self.truncation = truncation
        self.address = address
        self.protocols = protocols
        self.cipherSuite = cipherSuite
        self.memory = memory
    }
}

/// The bytes of a body: in memory, or in a file where they are many.
package enum Body: Sendable {
    case bytes([UInt8])
    /// Past `SpoolFile.threshold` bytes.
    case spooled(SpoolFile)

    package var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .spooled(let file): file.count
        }
    }
}
