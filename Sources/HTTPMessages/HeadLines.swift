/// The lines of a head, as servers really write them (RFC 9112 §2.2, §5).
///
/// Lines end with CRLF or LF; a head without any LF is read with CR as line end. A CR elsewhere counts as a
/// space. A line that begins with a blank continues the one before. Reading stops at the blank line.
struct HeadLines {
    /// Most bytes of a head; what lies beyond is not read.
    static let maximumBytes = 1 << 20

    /// The lines without their ends, continuations joined by a space.
    private(set) var lines: [[UInt8]] = []
    /// How many bytes the head takes, blank line included.
    private(set) var length = 0
    /// Whether the blank line was there.
    private(set) var isComplete = false

    init(_ bytes: some RandomAccessCollection<UInt8>) {
        let head = bytes.prefix(Self.maximumBytes)
        let lineEnd: UInt8 = head.contains(0x0A) ? 0x0A : 0x0D
        var position = head.startIndex
        // Blank lines before the start line are left out, as RFC 9112 §2.2 asks for.
        while position < head.endIndex, head[position].isHTTPWhitespace {
            position = head.index(after: position)
        }
        while position < head.endIndex {
            let end = head[position...].firstIndex(of: lineEnd) ?? head.endIndex
            var line = head[position..<end]
            if line.last == 0x0D { line = line.dropLast() }
            position = end < head.endIndex ? head.index(after: end) : end
            if line.isEmpty {
                isComplete = true
                break
            }
            append(line)
        }
        length = head.distance(from: head.startIndex, to: position)
    }

    private mutating func append(_ line: some Collection<UInt8>) {
        var text = Array(line)
        for index in text.indices where text[index] == 0x0D || text[index] == 0x00 { text[index] = 0x20 }
        guard let first = text.first, first.isBlank, lines.count > 1 else {
            lines.append(text)
            return
        }
        let continuation = text.trimmed
        guard !continuation.isEmpty, let last = lines.indices.last else { return }
        lines[last] += [0x20] + continuation
    }

    /// The fields below the start line; a line without a colon or without a name is left out.
    var fields: HTTPFields {
        HTTPFields(
            lines.dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: 0x3A) else { return nil }
                let name = line[..<colon].trimmed
                guard !name.isEmpty else { return nil }
                return HTTPField(
                    name: String(decoding: name, as: UTF8.self), raw: Array(line[(colon + 1)...].trimmed))
            })
    }
}
