import HTTPMessages

/// What a browser asks for.
package struct DashboardRequest: Sendable, Hashable {
    package let method: String
    /// Without the query.
    package let path: String
    /// `127.0.0.1:8080`, checked by the server.
    package let host: String
    private let query: [String: String]

    package init(method: String, target: String, host: String) {
        self.method = method
        self.host = host
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts.first.map(String.init) ?? "/"
        var query: [String: String] = [:]
        for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[Self.decoded(halves[0])] = halves.count > 1 ? Self.decoded(halves[1]) : ""
        }
        self.query = query
    }

    /// The value of a field of the query; nil if it has none of that name.
    package subscript(_ name: String) -> String? { query[name] }

    /// A field of the query that is a number.
    func number(_ name: String) -> Int64? { query[name].flatMap { Int64($0) } }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == 0x2B ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A value as it may stand in a query: everything but unreserved characters percent-encoded (RFC 3986 §2.3).
    static func encoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension DashboardRequest {
    /// Reads a head and checks that it is meant for this server. The other half says what is answered instead.
    ///
    /// A page of another site can make a browser ask this address, even under a name of its own that resolves to it
    /// (DNS rebinding); but then the Host field has that name.
    static func read(_ bytes: [UInt8], port: UInt16) -> Result<DashboardRequest, Refusal> {
        guard let head = HTTPRequestHead(bytes), head.version.hasPrefix("1."), head.target.hasPrefix("/")
        else {
            return .failure(Refusal(response: .plain(400, "Bad Request")))
        }
        let hosts = head.fields.all("Host").map { $0.lowercased() }
        guard hosts.count == 1, ["127.0.0.1", "localhost"].contains(where: { hosts[0] == "\($0):\(port)" })
        else {
            return .failure(Refusal(response: .plain(421, "Misdirected Request")))
        }
        guard head.method == "GET" || head.method == "HEAD" else {
            return .failure(Refusal(response: .plain(405, "Method Not Allowed")))
        }
        return .success(DashboardRequest(method: head.method, target: head.target, host: hosts[0]))
    }

    /// Why a request is not heard.
    struct Refusal: Error {
        let response: DashboardResponse
    }
}
