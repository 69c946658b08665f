import Fetching
import HTTPMessages

/// Heads as they are stored in records: as they went over the wire, but for what no longer holds of the stored body
/// and for secrets.
enum StoredHead {
    private static let secrets = ["authorization", "proxy-authorization", "cookie"]
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// The response's head for a body of `bodyCount` bytes that is free of its transfer coding.
    ///
    /// Kept byte by byte where it is well formed and true of that body. Else it is written anew: CRLF, no folds,
    /// HTTP/1.1 for later versions; what a field said before stands in an `X-Archive-Orig-` field.
    static func response(_ capture: Capture, bodyCount: Int) -> [UInt8] {
        let head = capture.head
        let isCoded = head.fields["Transfer-Encoding"] != nil
        let lengths = head.fields.all("Content-Length")
        // Without a body of its own, a revisit or an answer to a condition states the length of another.
        let isTrue = lengths.isEmpty || lengths == [String(bodyCount)]
        if !isCoded, isTrue, head.version.hasPrefix("1."),
            isPlain(head.bytes, fields: head.fields.fields.count)
        {
            return head.bytes
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.bytes.count + 96)
        let isNewer = !head.version.hasPrefix("1.") && !head.version.hasPrefix("0.")
        bytes += "HTTP/\(isNewer ? "1.1" : head.version) \(head.status) \(isNewer ? "" : head.reason)".utf8
        bytes += lineEnd
        for field in head.fields.fields where !field.name.hasPrefix(":") {
            if field.hasName("Transfer-Encoding") || (field.hasName("Content-Length") && (isCoded || !isTrue))
            {
                append("X-Archive-Orig-" + field.name, field.raw, to: &bytes)
            } else {
                append(field.name, field.raw, to: &bytes)
            }
        }
        if isCoded || !isTrue { append("Content-Length", Array(String(bodyCount).utf8), to: &bytes) }
        return bytes + lineEnd
    }

    /// The request's head as sent, or written anew where it holds a secret or is of HTTP/2. Empty if it cannot be
    /// read: then nobody knows where its secrets are.
    static func request(_ bytes: [UInt8]) -> [UInt8] {
        guard let head = HTTPRequestHead(bytes) else { return [] }
        let hasSecret = head.fields.fields.contains(where: isSecret)
        if !hasSecret, head.version.hasPrefix("1."), isPlain(bytes, fields: head.fields.fields.count) {
            return bytes
        }
        var result = Array("\(head.method) \(head.target) HTTP/1.1".utf8) + lineEnd
        for field in head.fields.fields where !field.name.hasPrefix(":") {
            append(field.name, isSecret(field) ? Array("[redacted]".utf8) : field.raw, to: &result)
        }
        return result + lineEnd
    }

    private static func isSecret(_ field: HTTPField) -> Bool { secrets.contains { field.hasName($0) } }

    /// Whether a head is a first line, `fields` lines and an empty line, each with CRLF, none folded, no NUL in it.
    private static func isPlain(_ head: [UInt8], fields: Int) -> Bool {
        var lines = 0
        var lineStart = 0
        for index in head.indices {
            switch head[index] {
            case 0x0A:
                guard index > lineStart || index == head.count - 1, index > 0, head[index - 1] == 0x0D else {
                    return false
                }
                lines += 1
                lineStart = index + 1
            case 0x0D: guard index + 1 < head.count, head[index + 1] == 0x0A else { return false }
            case 0x20, 0x09: guard index > lineStart else { return false }
            case 0: return false
            default: break
            }
        }
        return lineStart == head.count && lines == fields + 2 && head.suffix(4) == lineEnd + lineEnd
    }

    private static func append(_ name: String, _ value: [UInt8], to bytes: inout [UInt8]) {
        bytes += name.utf8
        bytes += [0x3A, 0x20]
        // A line end or NUL in a value would make the record another one.
        bytes += value.map { $0 == 0x0D || $0 == 0x0A || $0 == 0 ? 0x20 : $0 }
        bytes += lineEnd
    }
}
