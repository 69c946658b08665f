/// The parser of http and https URLs (WHATWG URL §4.4), absolute or relative to a base.
///
/// The standard's state machine is unrolled: first the shape of the reference is found and its authority
/// parsed, then everything is written once, front to back, into scratch room that is known to suffice.
enum URLParser {
    /// Encodes a query's text in the page's encoding, unencodable characters as `&#n;`.
    typealias QueryEncoding = (String) -> [UInt8]

    /// What a reference begins with, behind its scheme if it has one.
    private enum Shape {
        /// An authority of its own, at this offset.
        case authority(at: Int)
        /// A path from the root of the base's authority, its slash at this offset.
        case absolutePath(at: Int)
        /// A path relative to the base's.
        case relativePath(at: Int)
        /// The base's path, then a new query at this offset.
        case query(at: Int)
        /// The base's path and query, then perhaps a fragment at this offset.
        case fragment(at: Int)
    }

    static func parse(
        _ text: borrowing Span<UInt8>, base: WebURL?, queryEncoding: QueryEncoding?
    ) -> WebURL? {
        var end = text.count
        var start = 0
        while start < end, text[start] <= 0x20 { start &+= 1 }
        while end > start, text[end &- 1] <= 0x20 { end &-= 1 }
        guard end &- start <= WebURL.maximumBytes else { return nil }
        let trimmed = text.extracting(start..<end)
        let survey = ByteSurvey(trimmed)
        if survey.hasTabOrNewline || (survey.hasNonASCII && !isUTF8(trimmed)) {
            let cleaned = cleaned(trimmed)
            return parseCleaned(cleaned.span, base: base, queryEncoding: queryEncoding)
        }
        return parseCleaned(trimmed, base: base, queryEncoding: queryEncoding)
    }

    /// Parses UTF-8 without white space at its ends and without tabs and newlines.
    private static func parseCleaned(
        _ input: borrowing Span<UInt8>, base: WebURL?, queryEncoding: QueryEncoding?
    ) -> WebURL? {
        var position = 0
        var isSecure: Bool
        var shape: Shape
        if let scheme = scheme(of: input) {
            guard let secure = scheme.isSecure else { return nil }
            isSecure = secure
            position = scheme.end
            let isRelative = base.map { $0.isSecure == secure } ?? false
            if isRelative, !startsWithTwoSlashes(input, position) {
                shape = relativeShape(input, position)
            } else {
                shape = .authority(at: position)
            }
        } else {
            guard let base else { return nil }
            isSecure = base.isSecure
            shape = relativeShape(input, position)
        }
        guard case .authority(let at) = shape else {
            guard let base else { return nil }
            return resolve(input, shape, base: base, queryEncoding: queryEncoding)
        }
        position = at
        while position < input.count, isSlash(input[position]) { position &+= 1 }
        guard let authority = Authority(input, from: position, isSecure: isSecure) else { return nil }
        let authorityEnd = authority.end
        let query = EncodedQuery(of: input, from: authorityEnd, queryEncoding)
        let capacity =
            9 &+ authority.maximumLength &+ 3 &* (input.count &- authorityEnd) &+ query.maximumLength
        return withScratch(capacity: capacity) { output in
            var layout = Layout()
            layout.isSecure = isSecure
            output.append(copying: (isSecure ? https : http).span)
            authority.write(input, to: &output, &layout)
            layout.pathStart = UInt16(truncatingIfNeeded: output.count)
            let isRooted = authorityEnd < input.count && isSlash(input[authorityEnd])
            let pathEnd = PathWriter.append(
                input, from: authorityEnd &+ (isRooted ? 1 : 0), floor: output.count, to: &output)
            writeRest(input, from: pathEnd, query, to: &output, &layout)
            return WebURL(output.span, layout)
        }
    }

    /// Writes what the reference keeps of `base`, then the reference.
    private static func resolve(
        _ input: borrowing Span<UInt8>, _ shape: Shape, base: WebURL, queryEncoding: QueryEncoding?
    ) -> WebURL? {
        let prefix = base.href.utf8.span
        let query = EncodedQuery(of: input, from: 0, queryEncoding)
        let capacity = prefix.count &+ 3 &* input.count &+ query.maximumLength &+ 2
        return withScratch(capacity: capacity) { output in
            var layout = base.layout
            let pathStart = Int(layout.pathStart)
            var rest: Int
            switch shape {
            case .authority(let at):
                // Keeps nothing of the base; parsed by the caller.
                rest = at
            case .absolutePath(let at):
                output.append(copying: prefix.extracting(0..<pathStart))
                rest = PathWriter.append(input, from: at &+ 1, floor: pathStart, to: &output)
            case .relativePath(let at):
                var kept = Int(layout.queryStart)
                while kept > pathStart, prefix[kept &- 1] != UInt8(ascii: "/") { kept &-= 1 }
                output.append(copying: prefix.extracting(0..<max(kept &- 1, pathStart)))
                rest = PathWriter.append(input, from: at, floor: pathStart, to: &output)
            case .query(let at):
                output.append(copying: prefix.extracting(0..<Int(layout.queryStart)))
                rest = at
            case .fragment(let at):
                output.append(copying: prefix.extracting(0..<Int(layout.fragmentStart)))
                layout.fragmentStart = UInt16(truncatingIfNeeded: output.count)
                if at < input.count { appendFragment(input, from: at, to: &output) }
                return WebURL(output.span, layout)
            }
            writeRest(input, from: rest, query, to: &output, &layout)
            return WebURL(output.span, layout)
        }
    }

    /// Writes query and fragment and notes where they lie.
    private static func writeRest(
        _ input: borrowing Span<UInt8>, from start: Int, _ query: EncodedQuery,
        to output: inout OutputSpan<UInt8>,
        _ layout: inout Layout
    ) {
        var position = start
        layout.queryStart = UInt16(truncatingIfNeeded: output.count)
        if position < input.count, input[position] == UInt8(ascii: "?") {
            output.append(UInt8(ascii: "?"))
            position &+= 1
            if let bytes = query.bytes {
                EncodedQuery.append(bytes.span, to: &output)
                while position < input.count, input[position] != UInt8(ascii: "#") { position &+= 1 }
            } else {
                let literals = LiteralBytes.query
                while true {
                    let run = position
                    while position < input.count, literals.contains(input[position]) { position &+= 1 }
                    output.append(copying: input.extracting(run..<position))
                    guard position < input.count, input[position] != UInt8(ascii: "#") else { break }
                    output.appendEscape(of: input[position])
                    position &+= 1
                }
            }
        }
        layout.fragmentStart = UInt16(truncatingIfNeeded: output.count)
        if position < input.count { appendFragment(input, from: position, to: &output) }
    }

    private static func appendFragment(
        _ input: borrowing Span<UInt8>, from hash: Int, to output: inout OutputSpan<UInt8>
    ) {
        output.append(UInt8(ascii: "#"))
        output.append(input, (hash &+ 1)..<input.count, literals: LiteralBytes.fragment)
    }

    // MARK: Shapes

    private static func relativeShape(_ input: borrowing Span<UInt8>, _ position: Int) -> Shape {
        guard position < input.count else { return .fragment(at: position) }
        switch input[position] {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"):
            let next = position &+ 1
            return next < input.count && isSlash(input[next])
                ? .authority(at: position) : .absolutePath(at: position)
        case UInt8(ascii: "?"): return .query(at: position)
        case UInt8(ascii: "#"): return .fragment(at: position)
        default: return .relativePath(at: position)
        }
    }

    /// The scheme and where the text behind its colon begins; `isSecure` is nil for schemes but http and
    /// https.
    private static func scheme(of input: borrowing Span<UInt8>) -> (isSecure: Bool?, end: Int)? {
        guard input.count > 0, ByteSet.letters.contains(input[0]) else { return nil }
        var end = 1
        let members = schemeBytes
        while end < input.count, members.contains(input[end]) { end &+= 1 }
        guard end < input.count, input[end] == UInt8(ascii: ":") else { return nil }
        guard end == 4 || end == 5, lowercased(input[0]) == UInt8(ascii: "h"),
            lowercased(input[1]) == UInt8(ascii: "t"), lowercased(input[2]) == UInt8(ascii: "t"),
            lowercased(input[3]) == UInt8(ascii: "p"), end == 4 || lowercased(input[4]) == UInt8(ascii: "s")
        else { return (nil, end &+ 1) }
        return (end == 5, end &+ 1)
    }

    // Spelt out as bytes, which the compiler makes constants.
    private static let http: [UInt8] = [0x68, 0x74, 0x74, 0x70, 0x3A, 0x2F, 0x2F]
    private static let https: [UInt8] = [0x68, 0x74, 0x74, 0x70, 0x73, 0x3A, 0x2F, 0x2F]
    /// Letters, digits, `+`, `-` and `.`.
    private static let schemeBytes = ByteSet(low: 0x03FF_6800_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)

    private static func startsWithTwoSlashes(_ input: borrowing Span<UInt8>, _ position: Int) -> Bool {
        position &+ 1 < input.count && input[position] == UInt8(ascii: "/")
            && input[position &+ 1] == UInt8(ascii: "/")
    }

    @inline(__always)
    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    // MARK: Cleaning

    private static func isUTF8(_ text: borrowing Span<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: copy text)
            return true
        } catch {
            return false
        }
    }

    /// Without tabs and newlines, ill-formed UTF-8 replaced by U+FFFD.
    private static func cleaned(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for index in text.indices where !ByteSurvey.isTabOrNewline(text[index]) { bytes.append(text[index]) }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}
