extension WebURL {
    /// The sort-friendly form of this URL, the key of a CDXJ line: `com,example)/path?query`.
    ///
    /// As the tools that read such indexes build it (the `surt` library under cdxj-indexer and pywb): no
    /// scheme, no userinfo, no fragment; host without `www.` or `www1.`, labels reversed; a port only if it
    /// is not the scheme's; everything lower case; escapes undone as often as possible and made once; empty
    /// segments, a slash at the end and an empty query dropped; parameters sorted; well-known session ids
    /// removed.
    package var surt: String {
        var key: [UInt8] = []
        key.reserveCapacity(href.utf8.count + 8)
        appendSurtHost(to: &key)
        if layout.hasPort { key += ":\(layout.port)".utf8 }
        key.append(UInt8(ascii: ")"))
        let bytes = href.utf8.span
        let path = bytes.extracting(Int(layout.pathStart)..<Int(layout.queryStart))
        if SURT.isPlain(path) { SURT.append(plainPath: path, to: &key) } else { key += surtPath }
        // Behind the `?`; the range is empty if there is none.
        let queryStart = min(Int(layout.queryStart) + 1, Int(layout.fragmentStart))
        let query = bytes.extracting(queryStart..<Int(layout.fragmentStart))
        if query.isEmpty { return String(utf8: key.span) }
        if SURT.isPlain(query), SURT.isOneParameter(query) {
            key.append(UInt8(ascii: "?"))
            for index in query.indices { key.append(lowercased(query[index])) }
        } else if let query = surtQuery, !query.isEmpty {
            key.append(UInt8(ascii: "?"))
            key += query
        }
        return String(utf8: key.span)
    }

    private func appendSurtHost(to key: inout [UInt8]) {
        let host = href.utf8.span.extracting(hostRange)
        let dot = UInt8(ascii: ".")
        if host.count > 0, host[0] == UInt8(ascii: "[") {
            for index in 1..<(host.count - 1) { key.append(host[index]) }
            return
        }
        var start = 0
        var end = host.count
        while start < end, host[start] == dot { start += 1 }
        while end > start, host[end - 1] == dot { end -= 1 }
        if end - start > 3, (start..<start + 3).allSatisfy({ host[$0] == UInt8(ascii: "w") }) {
            var digits = start + 3
            while digits < end, ByteSet.digits.contains(host[digits]) { digits += 1 }
            if digits < end, host[digits] == dot { start = digits + 1 }
        }
        var isFirst = true
        while end > start {
            var label = end
            while label > start, host[label - 1] != dot { label -= 1 }
            if label < end {
                if !isFirst { key.append(UInt8(ascii: ",")) }
                isFirst = false
                for index in label..<end { key.append(host[index]) }
            }
            end = label - 1
        }
    }

    private var surtPath: [UInt8] {
        let slash = UInt8(ascii: "/")
        // Empty segments count until `..` has taken its own away.
        var segments: [ArraySlice<UInt8>] = []
        let bare = SURT.unescapedFully(Array(path.utf8))
        for segment in bare.split(separator: slash, omittingEmptySubsequences: false).dropFirst() {
            if segment.elementsEqual("..".utf8), !segments.isEmpty {
                segments.removeLast()
            } else if !segment.elementsEqual(".".utf8) {
                segments.append(segment)
            }
        }
        let folders = segments.dropLast().filter { !$0.isEmpty }
        var path = [slash] + (folders + segments.suffix(1)).joined(separator: [slash])
        path = SURT.withoutSessionFolder(SURT.escapedOnce(path).map(lowercased))
        if path.count > 1, path.last == slash { path.removeLast() }
        return path
    }

    private var surtQuery: [UInt8]? {
        guard let query else { return nil }
        let escaped = SURT.escapedOnce(SURT.unescapedFully(Array(query.utf8))).map(lowercased)
        let ampersand = UInt8(ascii: "&")
        let parameters = SURT.withoutSessionID(escaped)
            .split(separator: ampersand, omittingEmptySubsequences: false)
            .map { ($0.prefix { $0 != UInt8(ascii: "=") }, $0) }
            .sorted {
                if !$0.0.elementsEqual($1.0) { return $0.0.lexicographicallyPrecedes($1.0) }
                return $0.1.lexicographicallyPrecedes($1.1)
            }
        return Array(parameters.map(\.1).joined(separator: [ampersand]))
    }
}

/// The steps of the SURT form that work on bare bytes.
private enum SURT {
    /// Whether there is neither an escape to undo nor what a session folder begins with: so it is with most.
    static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices
        where bytes[index] == UInt8(ascii: "%") || bytes[index] == UInt8(ascii: "(") {
            return false
        }
        return true
    }

    /// Whether a query has nothing to sort and no session id.
    static func isOneParameter(_ query: Span<UInt8>) -> Bool {
        for index in query.indices where query[index] == UInt8(ascii: "&") { return false }
        return !mayNameSession(query)
    }

    /// Whether `id` stands anywhere, in either case: the names of all session ids have it.
    private static func mayNameSession(_ query: Span<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for index in query.indices {
            let letter = query[index] | 0x20
            if previous == UInt8(ascii: "i"), letter == UInt8(ascii: "d") { return true }
            previous = letter
        }
        return false
    }

    /// In lower case, without empty segments and the last slash. Dot segments are gone from a parsed path that has no
    /// escapes.
    static func append(plainPath path: Span<UInt8>, to key: inout [UInt8]) {
        let slash = UInt8(ascii: "/")
        let start = key.count
        for index in path.indices where path[index] != slash || index == 0 || path[index - 1] != slash {
            key.append(lowercased(path[index]))
        }
        if key.count - start > 1, key.last == slash { key.removeLast() }
    }

    /// Undoes escapes until none is left: `%2525` becomes `%`.
    static func unescapedFully(_ bytes: [UInt8]) -> [UInt8] {
        // A stack instead of passes over the text: what an escape leaves behind may complete the one before
        // it.
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            output.append(byte)
            while output.count >= 3, output[output.count - 3] == UInt8(ascii: "%"),
                let high = hexValue(output[output.count - 2]), let low = hexValue(output[output.count - 1])
            {
                output.removeLast(3)
                output.append(high << 4 | low)
            }
        }
        return output
    }

    /// Escapes controls, blanks, `#`, `%` and all that is not ASCII.
    static func escapedOnce(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") {
                output += [UInt8(ascii: "%"), upperHexDigit(byte >> 4), upperHexDigit(byte & 15)]
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// Without the last folder that holds an ASP.NET session, `/(s(24 characters))/` or `/(24 characters)/`,
    /// if the path names an `.aspx` page behind it.
    static func withoutSessionFolder(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: "(")) else { return path }
        var segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for isSession in [isBracketedSession, isPlainSession] {
            guard let index = segments.indices.dropFirst().last(where: { isSession(segments[$0]) }) else {
                continue
            }
            let rest = segments[(index + 1)...].joined(separator: [UInt8(ascii: "/")])
            guard let extensionStart = Array(rest).firstRange(of: Array(".aspx".utf8))?.lowerBound,
                extensionStart > 0
            else { continue }
            segments.remove(at: index)
        }
        return Array(segments.joined(separator: [UInt8(ascii: "/")]))
    }

    private static func isBracketedSession(_ segment: ArraySlice<UInt8>) -> Bool {
        guard segment.count > 2, segment.first == UInt8(ascii: "("), segment.last == UInt8(ascii: ")") else {
            return false
        }
        var parts = segment.dropFirst().dropLast()
        while !parts.isEmpty {
            let part = parts.prefix(27)
            guard part.count == 27, let letter = part.first, ByteSet.letters.contains(letter),
                part.dropFirst().first == UInt8(ascii: "("), part.last == UInt8(ascii: ")"),
                part.dropFirst(2).dropLast().allSatisfy(isAlphanumeric)
            else { return false }
            parts = parts.dropFirst(27)
        }
        return true
    }

    private static func isPlainSession(_ segment: ArraySlice<UInt8>) -> Bool {
        segment.count == 26 && segment.first == UInt8(ascii: "(") && segment.last == UInt8(ascii: ")")
            && segment.dropFirst().dropLast().allSatisfy(isAlphanumeric)
    }

    /// Without the last session id of each known kind; the text is lower case.
    static func withoutSessionID(_ query: [UInt8]) -> [UInt8] {
        guard mayNameSession(query.span) else { return query }
        var query = query
        for name in ["jsessionid=", "phpsessid=", "sid="] {
            query = removingLast(name, from: query) { $0.count == 32 && $0.allSatisfy(isAlphanumeric) }
        }
        query = removingLast("aspsessionid", from: query) {
            $0.count == 33 && $0.prefix(8).allSatisfy(ByteSet.letters.contains)
                && $0.dropFirst(8).first == UInt8(ascii: "=")
                && $0.dropFirst(9).allSatisfy(ByteSet.letters.contains)
        }
        return removingColdFusionSession(query)
    }

    /// Without the last `marker` whose rest of the parameter fits, and the `&` behind that.
    private static func removingLast(
        _ marker: String, from query: [UInt8], where fits: (ArraySlice<UInt8>) -> Bool
    ) -> [UInt8] {
        for range in query.ranges(of: Array(marker.utf8)).reversed() {
            let rest = query[range.upperBound...].prefix { $0 != UInt8(ascii: "&") }
            guard fits(rest) else { continue }
            return Array(query[..<range.lowerBound] + query[rest.endIndex...].dropFirst())
        }
        return query
    }

    private static func removingColdFusionSession(_ query: [UInt8]) -> [UInt8] {
        for range in query.ranges(of: Array("cfid=".utf8)).reversed() {
            let value = query[range.upperBound...].prefix { $0 != UInt8(ascii: "&") }
            let second = query[value.endIndex...]
            guard !value.isEmpty, second.starts(with: "&cftoken=".utf8) else { continue }
            let token = second.dropFirst(9).prefix { $0 != UInt8(ascii: "&") }
            guard !token.isEmpty else { continue }
            return Array(query[..<range.lowerBound] + query[token.endIndex...].dropFirst())
        }
        return query
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        ByteSet.letters.contains(byte) || ByteSet.digits.contains(byte)
    }
}
