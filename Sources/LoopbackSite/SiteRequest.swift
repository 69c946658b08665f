/// A request as a loopback site sees it.
package struct SiteRequest: Sendable {
    package let method: String
    /// As in the request line: path, and query with its `?` if there is one.
    package let target: String
    /// Without port, in lower case; empty if there is no `Host`.
    package let host: String
    /// In order, as received.
    package let fields: [(name: String, value: String)]
    /// Counts the connections of the server from 1.
    package let connection: Int

    package var path: String { String(target.prefix { $0 != "?" }) }

    /// Nil: the target has no `?`.
    package var query: String? {
        target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
    }

    /// The first field of that name, whatever its case.
    package subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Nil if the bytes are no request head.
    init?(head: [UInt8], connection: Int) {
        let lines = String(decoding: head, as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: true)
        guard let first = lines.first else { return nil }
        let parts = first.split(separator: " ")
        guard parts.count == 3, parts[2].hasPrefix("HTTP/") else { return nil }
        method = String(parts[0])
        // A request to a proxy names the whole URL.
        var target = parts[1]
        if target.hasPrefix("http://") {
            target = target.dropFirst(7)
            target = target.firstIndex(of: "/").map { target[$0...] } ?? "/"
        }
        self.target = String(target)
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        let named = (fields.first { $0.name.lowercased() == "host" }?.value ?? "").lowercased()
        host =
            named.hasPrefix("[")
            ? String(named.prefix { $0 != "]" }) + "]" : String(named.prefix { $0 != ":" })
        self.connection = connection
    }
}

extension SiteRequest {
    /// A GET that was never sent, to ask a site without a server.
    package init(target: String, host: String = "") {
        method = "GET"
        self.target = target
        self.host = host
        fields = []
        connection = 0
    }
}
