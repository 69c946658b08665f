/// An answer of the dashboard.
package struct DashboardResponse: Sendable, Hashable {
    package let status: Int
    package let reason: String
    package let mediaType: String
    package let body: [UInt8]
    /// What the page may load and do.
    package let policy: String
    /// Further fields.
    package var fields: [String] = []

    /// Our own pages: no script, no other host, in no other page.
    private static let ownPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    package init(
        _ status: Int, _ reason: String, mediaType: String, body: [UInt8], policy: String? = nil,
        fields: [String] = []
    ) {
        self.status = status
        self.reason = reason
        self.mediaType = mediaType
        self.body = body
        self.policy = policy ?? Self.ownPolicy
        self.fields = fields
    }

    static func html(_ page: String) -> DashboardResponse {
        DashboardResponse(200, "OK", mediaType: "text/html; charset=utf-8", body: Array(page.utf8))
    }

    static func json(_ text: String) -> DashboardResponse {
        DashboardResponse(200, "OK", mediaType: "application/json", body: Array((text + "\n").utf8))
    }

    /// A status without more to say.
    static func plain(_ status: Int, _ reason: String) -> DashboardResponse {
        DashboardResponse(
            status, reason, mediaType: "text/plain; charset=utf-8", body: Array((reason + "\n").utf8))
    }

    /// The answer as it goes over the wire; to HEAD without its body.
    func bytes(isHead: Bool) -> [UInt8] {
        let lines =
            [
                "HTTP/1.1 \(status) \(reason)", "Content-Type: \(mediaType)", "Content-Length: \(body.count)",
                "Content-Security-Policy: \(policy)", "X-Content-Type-Options: nosniff",
                "Referrer-Policy: no-referrer", "Cache-Control: no-store", "Connection: close",
            ] + fields + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + (isHead ? [] : body)
    }
}
