import Fetching
import FoundationEssentials
import HTTPMessages
import WebURLs

/// How an exchange ended, as the loop's thread hands it over.
enum ExchangeOutcome: Sendable {
    case answered(Exchange)
    case ended(FetchError)

    func capture() throws(FetchError) -> Capture {
        switch self {
        case .answered(let exchange): try exchange.capture()
        case .ended(let error): throw error
        }
    }
}

/// A capture whose head has not been read yet: that is left to the thread of whoever asked.
struct Exchange: Sendable {
    let url: WebURL
    let startedAt: Date
    let finishedAt: Date
    let responseTime: Duration
    let requestHead: [UInt8]
    let head: [UInt8]
    let body: Body
    let memory: MemoryShare?
    let truncation: Capture.Truncation?
    let address: String?
    let tls: TLSFacts?

    /// Throws if the head is none.
    func capture() throws(FetchError) -> Capture {
        guard let head = HTTPHead(head) else {
            throw FetchError(
                phase: .head, url: url, reason: "the answer does not begin with a status line",
                requestHead: requestHead,
                address: address)
        }
        let version = head.version.hasPrefix("2") ? "h2" : "http/" + head.version
        return Capture(
            url: url, startedAt: startedAt, finishedAt: finishedAt, responseTime: responseTime,
            requestHead: requestHead, head: head, body: body, truncation: truncation, address: address,
            protocols: [version] + (tls.map { [$0.version] } ?? []), cipherSuite: tls?.cipherSuite,
            memory: memory)
    }
}
