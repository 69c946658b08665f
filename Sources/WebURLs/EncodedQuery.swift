/// The query of a reference in the page's own encoding, if that makes a difference (WHATWG URL §1.3,
/// percent-encode after encoding).
struct EncodedQuery {
    /// The encoded bytes; nil if the query is written from the input as it is.
    let bytes: [UInt8]?

    /// - Parameters:
    ///   - start: where the search for `?` begins; it is passed over in front of that.
    ///   - encoding: nil for UTF-8.
    init(of input: borrowing Span<UInt8>, from start: Int, _ encoding: URLParser.QueryEncoding?) {
        guard let encoding else {
            bytes = nil
            return
        }
        var begin = start
        while begin < input.count, input[begin] != UInt8(ascii: "?"), input[begin] != UInt8(ascii: "#") {
            begin &+= 1
        }
        guard begin < input.count, input[begin] == UInt8(ascii: "?") else {
            bytes = nil
            return
        }
        begin &+= 1
        var end = begin
        var differs = false
        while end < input.count, input[end] != UInt8(ascii: "#") {
            // The control characters are those that ISO-2022-JP cannot encode; other ASCII is the same
            // everywhere.
            let byte = input[end]
            if byte >= 128 || byte == 0x0E || byte == 0x0F || byte == 0x1B { differs = true }
            end &+= 1
        }
        bytes = differs ? encoding(String(utf8: input.extracting(begin..<end))) : nil
    }

    /// The most bytes it takes when written out.
    var maximumLength: Int { 3 &* (bytes?.count ?? 0) }

    /// Appends `query` with escapes. A query has no `#` of its own, so `&#n;` is a character that could not
    /// be encoded and becomes `%26%23n%3B`.
    static func append(_ query: borrowing Span<UInt8>, to output: inout OutputSpan<UInt8>) {
        let literals = LiteralBytes.query
        var index = 0
        while index < query.count {
            let byte = query[index]
            if byte == UInt8(ascii: "&"), let end = endOfReference(query, index) {
                output.appendEscape(of: byte)
                output.appendEscape(of: UInt8(ascii: "#"))
                output.append(copying: query.extracting((index &+ 2)..<end))
                output.appendEscape(of: UInt8(ascii: ";"))
                index = end &+ 1
            } else {
                if literals.contains(byte) { output.append(byte) } else { output.appendEscape(of: byte) }
                index &+= 1
            }
        }
    }

    /// The offset of the semicolon of `&#n;`; nil if none begins at `index`.
    private static func endOfReference(_ query: borrowing Span<UInt8>, _ index: Int) -> Int? {
        guard index &+ 1 < query.count, query[index &+ 1] == UInt8(ascii: "#") else { return nil }
        var end = index &+ 2
        while end < query.count, ByteSet.digits.contains(query[end]) { end &+= 1 }
        return end > index &+ 2 && end < query.count && query[end] == UInt8(ascii: ";") ? end : nil
    }
}
