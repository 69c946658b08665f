/// The head of a response: the bytes as received, and what they say.
///
/// Reads what servers send, not only what RFC 9112 allows: bare LF, folded lines, a missing reason, lines
/// without a colon, spaces before it, bytes of any encoding in values, `HTTP/2 200`.
package struct HTTPHead: Sendable, Equatable {
    /// The head as received, blank line included if there was one.
    package let bytes: [UInt8]
    /// The status code, 100 to 999.
    package let status: Int
    /// What follows `HTTP/`, such as "1.1" or "2".
    package let version: String
    /// The reason phrase; empty if there was none.
    package let reason: String
    package let fields: HTTPFields

    /// The head that `bytes` begin with; nil if they do not begin with a status line.
    ///
    /// Bytes behind the blank line are not part of the head; without a blank line all bytes are.
    package init?(_ bytes: [UInt8]) {
        self.init(startOf: bytes[...])
    }

    /// The head that `message` begins with; its `bytes.count` tells where the body starts.
    package init?(startOf message: ArraySlice<UInt8>) {
        let head = HeadLines(message)
        guard let start = head.startLine, let line = StatusLine(start) else { return nil }
        bytes = Array(message.prefix(head.length))
        status = line.status
        version = line.version
        reason = line.reason
        fields = head.fields
    }

    /// A head made of its parts, written with CRLF and without folds.
    package init(status: Int, reason: String = "", version: String = "1.1", fields: HTTPFields) {
        self.status = status
        self.reason = reason
        self.version = version
        self.fields = fields
        bytes = Array("HTTP/\(version) \(status) \(reason)\r\n".utf8) + fields.serialized + [0x0D, 0x0A]
    }

    /// The media type by the Fetch standard's "extract a MIME type"; nil if there is none that can be parsed.
    package var mediaType: MediaType? { MediaType(extractedFrom: fields.all("Content-Type")) }

    /// The content codings in the order they were applied, lower case, `identity` left out.
    package var contentCodings: [String] { codings("Content-Encoding") }

    /// The transfer codings in the order they were applied, lower case, `identity` left out.
    package var transferCodings: [String] { codings("Transfer-Encoding") }

    /// The target of `Location`, not resolved; nil if there is none or it is empty.
    ///
    /// Of bytes that are not UTF-8 those beyond ASCII are escaped one by one: what a server sent raw is what its own pages
    /// mean by the escape.
    package var location: String? {
        guard let field = fields.fields.first(where: { $0.hasName("Location") }), !field.raw.isEmpty else {
            return nil
        }
        if let text = String(validating: field.raw, as: UTF8.self) { return text }
        return field.raw.reduce(into: "") { text, byte in
            if byte >= 0x80 {
                text += "%" + String(byte, radix: 16, uppercase: true)
            } else {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    /// The length the server stated; nil if it stated none, none that is a number, or several that differ.
    package var contentLength: Int? {
        let values = Set(fields.list("Content-Length"))
        guard values.count == 1, let value = values.first, !value.isEmpty else { return nil }
        return value.utf8.allSatisfy(\.isDigit) ? Int(value) : nil
    }

    /// Whether this status sends the client on to `location` (RFC 9110 §15.4; 304 does not).
    package var isRedirect: Bool {
        switch status {
        case 300, 301, 302, 303, 307, 308: location != nil
        default: false
        }
    }

    private func codings(_ name: String) -> [String] {
        fields.list(name).map { value in
            (value.split(separator: ";").first ?? "").trimmedText.asciiLowercased
        }.filter { !$0.isEmpty && $0 != "identity" }
    }
}

/// A status line (RFC 9112 §4), with what servers leave out or add.
private struct StatusLine {
    let version: String
    let status: Int
    let reason: String

    private static let protocolName = Array("HTTP/".utf8)

    init?(_ line: ArraySlice<UInt8>) {
        guard line.startsIgnoringCase(with: Self.protocolName) else { return nil }
        let numberStart = line.startIndex + Self.protocolName.count
        var place = numberStart
        while place < line.endIndex, line[place].isDigit || line[place] == 0x2E { place += 1 }
        guard place > numberStart, place < line.endIndex, line[place].isBlank else { return nil }
        version = String(decoding: line[numberStart..<place], as: UTF8.self)
        while place < line.endIndex, line[place].isBlank { place += 1 }
        let codeEnd = place + 3
        guard codeEnd <= line.endIndex, codeEnd == line.endIndex || !line[codeEnd].isDigit else { return nil }
        var code = 0
        while place < codeEnd {
            guard line[place].isDigit else { return nil }
            code = code * 10 + Int(line[place] - 0x30)
            place += 1
        }
        guard code >= 100 else { return nil }
        status = code
        reason = HTTPField(name: "", raw: Array(line[codeEnd...].trimmed)).value
    }
}
