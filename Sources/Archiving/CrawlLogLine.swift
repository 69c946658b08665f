package import Fetching
package import FoundationEssentials
import HTTPMessages
import WARC
package import WebURLs

/// One fetch as crawl.log tells it, in the columns that Heritrix made common:
/// time of the end, status, bytes, URL, hop path, via, media type, worker, start+duration, digest, source, annotations.
package struct CrawlLogLine: Sendable, Hashable {
    package let finishedAt: Date
    /// The HTTP status, or one of `FailureCode` where no answer came.
    package let status: Int
    /// Of the body as received; nil: no answer came.
    package let bytes: Int?
    package let url: WebURL
    /// Letters; empty for a seed.
    package let hopPath: String
    package let via: WebURL?
    package let mediaType: String?
    package let startedAt: Date
    package let payloadDigest: String?
    /// Words without spaces and commas: `timeTrunc`, `revisit`, a reason.
    package let annotations: [String]

    /// An exchange that brought an answer.
    package init(
        _ capture: Capture, via: WebURL?, hopPath: String, payloadDigest: String? = nil,
        annotations: [String] = []
    ) {
        finishedAt = capture.finishedAt
        status = capture.head.status
        bytes = capture.body.count
        url = capture.url
        self.hopPath = hopPath
        self.via = via
        mediaType = capture.head.mediaType?.essence
        startedAt = capture.startedAt
        self.payloadDigest = payloadDigest
        self.annotations = annotations + (capture.truncation.map { ["\($0.rawValue)Trunc"] } ?? [])
    }

    /// An exchange that brought none. `startedAt` nil: it is not known, the end stands for it.
    package init(
        _ error: FetchError, startedAt: Date? = nil, at time: Date, via: WebURL?, hopPath: String
    ) {
        finishedAt = time
        status = FailureCode(error.phase).rawValue
        bytes = nil
        url = error.url
        self.hopPath = hopPath
        self.via = via
        mediaType = nil
        self.startedAt = startedAt ?? time
        payloadDigest = nil
        annotations = [
            error.reason.isEmpty ? error.phase.rawValue : "\(error.phase.rawValue):\(error.reason)"
        ]
    }

    /// No exchange: a rule kept the URL from being asked for. `code` is one of Heritrix' negative ones.
    package init(skipped url: WebURL, code: Int, rule: String, at time: Date, via: WebURL?, hopPath: String) {
        finishedAt = time
        status = code
        bytes = nil
        self.url = url
        self.hopPath = hopPath
        self.via = via
        mediaType = nil
        startedAt = time
        payloadDigest = nil
        annotations = [rule]
    }

    /// The line, with its line end; control characters and spaces in values are escaped.
    var text: String {
        let milliseconds = max(0, Int((finishedAt.timeIntervalSince(startedAt) * 1_000).rounded()))
        let start = WARCDate.format(startedAt).utf8.filter { (0x30...0x39).contains($0) }
        let columns = [
            WARCDate.format(finishedAt), Self.padded(String(status), 5),
            Self.padded(bytes.map(String.init) ?? "-", 10),
            url.withoutCredentials.href, hopPath.isEmpty ? "-" : hopPath, via?.withoutCredentials.href ?? "-",
            Self.word(mediaType ?? "unknown"), "#000",
            "\(String(decoding: start, as: UTF8.self))+\(milliseconds)",
            payloadDigest ?? "-", "-",
            annotations.isEmpty ? "-" : annotations.map(Self.word).joined(separator: ","),
        ]
        return columns.joined(separator: " ") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    private static func word(_ text: String) -> String {
        String(
            decoding: text.utf8.map {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") ? $0 : UInt8(ascii: "_")
            },
            as: UTF8.self)
    }
}

/// What stands for the status where no answer came: Heritrix' numbers, so that its readers understand them.
enum FailureCode: Int {
    case resolve = -1
    case connect = -2
    case response = -3
    case time = -4
    case local = -5
    case addressPolicy = -5_001
    case head = -404
    case cancelled = -6_000

    init(_ phase: FetchError.Phase) {
        self =
            switch phase {
            case .resolve: .resolve
            case .addressPolicy: .addressPolicy
            case .connect, .tls: .connect
            case .response: .response
            case .head: .head
            case .time: .time
            case .cancelled: .cancelled
            case .local, .spool: .local
            }
    }
}
