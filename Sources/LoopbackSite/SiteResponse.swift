/// What a loopback site answers: a proper answer, or a script of bytes and mischief.
package enum SiteResponse: Sendable {
    /// A proper answer of HTTP/1.1.
    case answer(Answer)
    /// Done as written, then the connection is closed.
    case script([Step])

    package struct Answer: Sendable {
        package var status = 200
        /// `Content-Length` or `Transfer-Encoding` is added.
        package var fields: [(name: String, value: String)] = []
        package var body: [UInt8] = []
        package var framing = Framing.length
    }

    /// How the end of the body is told.
    package enum Framing: Sendable {
        case length
        /// In chunks of this many bytes.
        case chunks(of: Int)
        /// By the end of the connection.
        case close
    }

    package enum Step: Sendable {
        case bytes([UInt8])
        case `repeat`([UInt8], times: Int)
        /// Nothing for that long, or until the peer leaves.
        case pause(Duration)
        /// Nothing until the peer leaves or the server is stopped.
        case hold
        /// TCP RST.
        case reset
        /// An orderly end.
        case close
        /// Until the peer leaves or the server is stopped.
        case repeatForever([UInt8], every: Duration)
    }
}

extension SiteResponse {
    /// A body of text with its media type.
    package static func text(
        _ body: String, status: Int = 200, type: String = "text/html; charset=utf-8",
        fields: [(name: String, value: String)] = []
    ) -> SiteResponse {
        .bytes(Array(body.utf8), status: status, type: type, fields: fields)
    }

    package static func bytes(
        _ body: [UInt8], status: Int = 200, type: String = "text/html; charset=utf-8",
        fields: [(name: String, value: String)] = [], framing: Framing = .length
    ) -> SiteResponse {
        .answer(
            Answer(status: status, fields: [("Content-Type", type)] + fields, body: body, framing: framing))
    }

    package static func redirect(to location: String, status: Int = 302) -> SiteResponse {
        .answer(Answer(status: status, fields: [("Location", location), ("Content-Type", "text/plain")]))
    }

    package static func notFound() -> SiteResponse { .text("<p>There is no such page.</p>", status: 404) }

    /// The body in one gzip member, without making it smaller.
    package static func gzip(_ body: [UInt8], type: String = "text/html; charset=utf-8") -> SiteResponse {
        .bytes(GzipBytes.stored(body), type: type, fields: [("Content-Encoding", "gzip")])
    }

    /// A head of 200 OK with the given lines (without line ends), then the steps.
    package static func script(head lines: [String], then steps: [Step]) -> SiteResponse {
        .script([.text((["HTTP/1.1 200 OK"] + lines).map { $0 + "\r\n" }.joined() + "\r\n")] + steps)
    }
}

extension SiteResponse.Step {
    package static func text(_ text: String) -> Self { .bytes(Array(text.utf8)) }
}

extension SiteResponse.Answer {
    private static let reasons = [
        200: "OK", 204: "No Content", 206: "Partial Content", 301: "Moved Permanently", 302: "Found",
        303: "See Other",
        304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
        401: "Unauthorized",
        403: "Forbidden", 404: "Not Found", 410: "Gone", 429: "Too Many Requests",
        500: "Internal Server Error",
        502: "Bad Gateway", 503: "Service Unavailable",
    ]

    private var hasBody: Bool { status != 204 && status != 304 }

    /// Head and body as they go over the wire.
    func serialised(withBody: Bool, closes: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "")\r\n"
        for field in fields { head += "\(field.name): \(field.value)\r\n" }
        if closes { head += "Connection: close\r\n" }
        var bytes: [UInt8] = []
        if hasBody {
            switch framing {
            case .length: head += "Content-Length: \(body.count)\r\n"
            case .chunks: head += "Transfer-Encoding: chunked\r\n"
            case .close: break
            }
        }
        bytes.reserveCapacity(head.utf8.count + 2 + body.count)
        bytes += Array(head.utf8) + [13, 10]
        guard withBody, hasBody else { return bytes }
        guard case .chunks(let size) = framing else { return bytes + body }
        var rest = body[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(max(1, size))
            bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [13, 10]
            rest = rest.dropFirst(chunk.count)
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }

    var closes: Bool {
        if case .close = framing { return true }
        return fields.contains { $0.name.lowercased() == "connection" && $0.value.lowercased() == "close" }
    }
}
