import Fetching
import FoundationEssentials
import FrontierConformance
import HTTPMessages
import Synchronization
import WebURLs

/// Answers fetches from a table and remembers what was asked.
final class ScriptedFetcher: Fetcher {
    enum Reply: Sendable {
        case page(String, status: Int = 200, fields: [(String, String)] = [])
        case redirect(String)
        case text(String)
        case feed(String)
        /// A body whose end did not come.
        case cutPage(String, fields: [(String, String)])
        case bytes([UInt8], fields: [(String, String)])
        /// 200 with a body of which only this came.
        case part(String, Capture.Truncation)
        case error(FetchError.Phase)
    }

    private let clock: ManualClock
    private let state: Mutex<(replies: [String: Reply], asked: [String])>

    init(_ replies: [String: Reply], clock: ManualClock) {
        self.clock = clock
        state = Mutex((replies, []))
    }

    /// Addresses in the order in which they were asked for.
    var asked: [String] { state.withLock { $0.asked } }

    func set(_ url: String, _ reply: Reply) { state.withLock { $0.replies[url] = reply } }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> Capture {
        let url = request.url
        let reply = state.withLock { state in
            state.asked.append(url.href)
            return state.replies[url.href]
        }
        switch reply {
        case .page(_, _, let fields)
        where request.ifNoneMatch != nil
            && request.ifNoneMatch == fields.first { $0.0.lowercased() == "etag" }?.1:
            return capture(url, status: 304, fields: fields, type: "text/html", body: "")
        case .page(let body, let status, let fields):
            return capture(url, status: status, fields: fields, type: "text/html; charset=utf-8", body: body)
        case .bytes(let body, let fields): return capture(url, status: 200, fields: fields, body: body)
        case .text(let body): return capture(url, status: 200, fields: [], type: "text/plain", body: body)
        case .feed(let body):
            return capture(url, status: 200, fields: [], type: "application/rss+xml", body: body)
        case .cutPage(_, let fields)
        where request.ifNoneMatch != nil
            && request.ifNoneMatch == fields.first { $0.0.lowercased() == "etag" }?.1:
            return capture(url, status: 304, fields: fields, type: "text/html", body: "")
        case .cutPage(let body, let fields):
            return capture(
                url, status: 200, fields: fields, type: "text/html", body: body, truncation: .disconnect)
        case .part(let body, let truncation):
            return capture(
                url, status: 200, fields: [], type: "text/plain", body: body, truncation: truncation)
        case .redirect(let target):
            return capture(url, status: 302, fields: [("Location", target)], type: "text/html", body: "")
        case .error(let phase): throw FetchError(phase: phase, url: url, reason: "as the script says")
        case nil: return capture(url, status: 404, fields: [], type: "text/html", body: "nothing here")
        }
    }

    private func capture(
        _ url: WebURL, status: Int, fields: [(String, String)], type: String, body: String,
        truncation: Capture.Truncation? = nil
    ) -> Capture {
        capture(
            url, status: status, fields: [("Content-Type", type)] + fields, body: Array(body.utf8),
            truncation: truncation)
    }

    private func capture(
        _ url: WebURL, status: Int, fields: [(String, String)], body: [UInt8],
        truncation: Capture.Truncation? = nil
    ) -> Capture {
        var all = HTTPFields()
        for (name, value) in fields { all.add(name, value) }
        return Capture(
            url: url, startedAt: clock.now, finishedAt: clock.now, responseTime: .milliseconds(10),
            requestHead: Array("GET \(url.requestTarget) HTTP/1.1\r\nHost: \(url.host)\r\n\r\n".utf8),
            head: HTTPHead(status: status, reason: "", fields: all), body: .bytes(body),
            truncation: truncation, address: "127.0.0.1", protocols: ["http/1.1"])
    }
}
