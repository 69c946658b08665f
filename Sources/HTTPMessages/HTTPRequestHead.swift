/// The head of a request: the bytes as sent, and what they say.
package struct HTTPRequestHead: Sendable, Equatable {
    /// The head as sent, blank line included if there was one.
    package let bytes: [UInt8]
    /// The method, such as "GET"; case counts (RFC 9110 §9.1).
    package let method: String
    /// The request target as sent, such as "/path?query" (RFC 9112 §3.2).
    package let target: String
    /// What follows `HTTP/`; empty if the line names no version (HTTP/0.9).
    package let version: String
    package let fields: HTTPFields

    /// The head that `bytes` begin with; nil if they do not begin with a request line.
    package init?(_ bytes: [UInt8]) {
        let head = HeadLines(bytes[...])
        guard let line = head.startLine else { return nil }
        let parts = line.split(whereSeparator: \.isBlank)
        guard parts.count >= 2, parts.count <= 3, parts[0].allSatisfy(\.isTokenByte) else { return nil }
        if parts.count == 3 {
            guard parts[2].startsIgnoringCase(with: "HTTP/".utf8) else { return nil }
            version = String(decoding: parts[2].dropFirst(5), as: UTF8.self)
        } else {
            version = ""
        }
        method = String(decoding: parts[0], as: UTF8.self)
        target = String(decoding: parts[1], as: UTF8.self)
        self.bytes = Array(bytes.prefix(head.length))
        fields = head.fields
    }

    /// A head made of its parts, written with CRLF.
    package init(method: String, target: String, version: String = "1.1", fields: HTTPFields) {
        self.method = method
        self.target = target
        self.version = version
        self.fields = fields
        bytes = Array("\(method) \(target) HTTP/\(version)\r\n".utf8) + fields.serialized + [0x0D, 0x0A]
    }
}
