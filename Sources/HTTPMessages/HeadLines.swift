/// The lines of a head, as servers really write them (RFC 9112 §2.2, §5).
///
/// Lines end with CRLF or LF; a head without any LF is read with CR as line end. A CR elsewhere counts as a
/// space. A line that begins with a blank continues the one before. Reading stops at the blank line.
struct HeadLines {
    /// Most bytes of a head; what lies beyond is not read.
    static let maximumBytes = 1 << 20

    /// The head with spaces for what counts as one, and behind it the lines that have continuations, joined.
    private var text: [UInt8]
    /// Where each line stands in `text`, without its end.
    private var ranges: [Range<Int>] = []
    /// How many bytes the head takes, blank line included.
    private(set) var length = 0
    /// Whether the blank line was there.
    private(set) var isComplete = false

    init(_ bytes: ArraySlice<UInt8>) {
        text = Array(bytes.prefix(Self.maximumBytes))
        let headEnd = text.count
        let lineEnd: UInt8 = text.contains(0x0A) ? 0x0A : 0x0D
        var position = 0
        // Blank lines before the start line are left out, as RFC 9112 §2.2 asks for.
        while position < headEnd, text[position].isHTTPWhitespace { position += 1 }
        ranges.reserveCapacity(16)
        while position < headEnd {
            let start = position
            while position < headEnd, text[position] != lineEnd {
                if text[position] == 0x00 { text[position] = 0x20 }
                position += 1
            }
            var end = position
            if end > start, text[end - 1] == 0x0D { end -= 1 }
            position = min(position + 1, headEnd)
            if start == end {
                isComplete = true
                break
            }
            addLine(start..<end)
        }
        length = position
    }

    private mutating func addLine(_ range: Range<Int>) {
        for place in range where text[place] == 0x0D { text[place] = 0x20 }
        guard text[range.lowerBound].isBlank, ranges.count > 1 else { return ranges.append(range) }
        let rest = trimmed(range)
        guard !rest.isEmpty, let last = ranges.popLast() else { return }
        // A line that goes on for the first time moves to the end, where it can grow.
        var joined = last
        if last.upperBound != text.count || last.lowerBound < range.upperBound {
            joined = text.count..<text.count + last.count
            repeatBytes(last)
        }
        text.append(0x20)
        repeatBytes(rest)
        ranges.append(joined.lowerBound..<text.count)
    }

    /// Appends bytes that stand in the text already; a slice of it would be another holder and make each append a copy.
    private mutating func repeatBytes(_ range: Range<Int>) {
        for place in range { text.append(text[place]) }
    }

    /// The first line; nil if there is none.
    var startLine: ArraySlice<UInt8>? { ranges.first.map { text[$0] } }

    /// The fields below the start line; a line without a colon or without a name is left out.
    var fields: HTTPFields {
        var fields: [HTTPField] = []
        fields.reserveCapacity(ranges.count)
        for range in ranges.dropFirst() {
            guard let colon = text[range].firstIndex(of: 0x3A) else { continue }
            let name = trimmed(range.lowerBound..<colon)
            guard !name.isEmpty else { continue }
            fields.append(
                HTTPField(
                    name: String(decoding: text[name], as: UTF8.self),
                    raw: Array(text[trimmed(colon + 1..<range.upperBound)])))
        }
        return HTTPFields(fields)
    }

    /// Without the whitespace at both ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isHTTPWhitespace { start += 1 }
        while end > start, text[end - 1].isHTTPWhitespace { end -= 1 }
        return start..<end
    }
}
