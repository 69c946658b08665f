/// When two URLs are the same page for a crawl: a set of rules, and the key they make of a URL.
///
/// The key is a string for comparing, not always a URL to fetch: the crawl fetches the URL it found first.
package struct CrawlIdentity: Sendable, Hashable {
    private let bits: UInt32

    package init(_ rules: some Sequence<IdentityRule>) {
        bits = rules.reduce(0) { $0 | $1.bit }
    }

    /// Rules that make no difference on any server that follows the standards, and those for parameters that
    /// are known to be of no account.
    package static let standard = CrawlIdentity([
        .dropFragment, .uppercaseEscapes, .decodeUnreserved, .dropEmptyQuery, .dropTracking, .dropSessionID,
        .dropUserinfo,
    ])

    package func contains(_ rule: IdentityRule) -> Bool { bits & rule.bit != 0 }

    /// The rules of this identity, in the order in which they are declared.
    package var rules: [IdentityRule] { IdentityRule.allCases.filter(contains) }

    /// The text that is equal for URLs of the same page.
    ///
    /// Takes no copy of a URL to which no rule applies.
    package func key(of url: WebURL) -> String {
        let layout = url.layout
        let text = url.href.utf8.span
        let pathRange = Int(layout.pathStart)..<Int(layout.queryStart)
        let queryRange = Int(layout.queryStart)..<Int(layout.fragmentStart)
        let end = contains(.dropFragment) ? Int(layout.fragmentStart) : text.count
        let changesAuthority =
            (contains(.dropUserinfo) && url.hasCredentials)
            || (contains(.dropTrailingDot) && text[Int(layout.hostEnd) - 1] == UInt8(ascii: "."))
        guard changesAuthority || changesPath(text, pathRange) || changesQuery(text, queryRange) else {
            return end == text.count ? url.href : url.part(0..<end)
        }
        var key: [UInt8] = []
        key.reserveCapacity(end)
        appendAuthority(of: url, to: &key)
        let path = normalised(text.extracting(pathRange), isQuery: false)
        key.append(contentsOf: contains(.dropSessionID) ? SessionIDs.removed(fromPath: path) : path)
        if !queryRange.isEmpty {
            let query = text.extracting((queryRange.lowerBound + 1)..<queryRange.upperBound)
            appendQuery(normalised(query, isQuery: true), to: &key)
        }
        for index in Int(layout.fragmentStart)..<max(end, Int(layout.fragmentStart)) {
            key.append(text[index])
        }
        return String(utf8: key.span)
    }

    /// Whether a rule may change this path.
    private func changesPath(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        var previous: UInt8 = 0
        let collapses = contains(.collapseSlashes)
        for index in range {
            let byte = text[index]
            if changes(byte) { return true }
            if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(") { return true }
            if collapses, byte == UInt8(ascii: "/"), previous == byte { return true }
            previous = byte
        }
        return false
    }

    /// Whether a rule may change this query, its `?` included; an empty range is no query.
    private func changesQuery(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        if range.count == 1 || bits & Self.orderingRules != 0 { return true }
        var index = range.lowerBound + 1
        while index <= range.upperBound {
            let parameter = index
            var equals: Int?
            while index < range.upperBound, text[index] != UInt8(ascii: "&") {
                if changes(text[index]) { return true }
                if equals == nil, text[index] == UInt8(ascii: "=") { equals = index }
                index += 1
            }
            if isDropped(text, parameter..<index, equals: equals) { return true }
            index += 1
        }
        return false
    }

    /// Whether a rule may change what begins with `byte`, wherever it stands.
    @inline(__always)
    private func changes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "%") || (contains(.escapeIllegal) && Self.illegal.contains(byte))
    }

    private func appendAuthority(of url: WebURL, to key: inout [UInt8]) {
        let layout = url.layout
        let text = url.href.utf8.span
        for index in 0..<layout.schemeEnd { key.append(text[index]) }
        let start = contains(.dropUserinfo) ? Int(layout.hostStart) : layout.schemeEnd
        for index in start..<Int(layout.hostEnd) { key.append(text[index]) }
        if contains(.dropTrailingDot), key.last == UInt8(ascii: "."), layout.hostEnd > layout.hostStart + 1 {
            key.removeLast()
        }
        for index in Int(layout.hostEnd)..<Int(layout.pathStart) { key.append(text[index]) }
    }

    /// Appends the parameters that count, with the `?` if any is left or the rule does not say otherwise.
    private func appendQuery(_ query: [UInt8], to key: inout [UInt8]) {
        let ampersand = UInt8(ascii: "&")
        let examines = bits & Self.parameterRules != 0
        guard examines, !query.isEmpty else {
            if !query.isEmpty || !contains(.dropEmptyQuery) {
                key.append(UInt8(ascii: "?"))
                key.append(contentsOf: query)
            }
            return
        }
        var parameters: [ArraySlice<UInt8>] = []
        for parameter in query.split(separator: ampersand, omittingEmptySubsequences: contains(.sortQuery)) {
            let equals = parameter.firstIndex(of: UInt8(ascii: "="))
            if isDropped(query.span, parameter.startIndex..<parameter.endIndex, equals: equals) { continue }
            let isBlank = contains(.dropBlankValue) && equals == parameter.endIndex - 1
            parameters.append(isBlank ? parameter.dropLast() : parameter)
        }
        if contains(.sortQuery) { parameters.sort { $0.lexicographicallyPrecedes($1) } }
        guard parameters.contains(where: { !$0.isEmpty }) || (parameters.count > 1) else { return }
        key.append(UInt8(ascii: "?"))
        var isFirst = true
        for parameter in parameters {
            if !isFirst { key.append(ampersand) }
            isFirst = false
            key.append(contentsOf: parameter)
        }
    }

    /// Whether the parameter `text[range]` does not count.
    ///
    /// - Parameter equals: where the name ends; nil if there is no value.
    private func isDropped(_ text: borrowing Span<UInt8>, _ range: Range<Int>, equals: Int?) -> Bool {
        let name = range.lowerBound..<(equals ?? range.upperBound)
        if contains(.dropTracking), TrackingParameters.names.contains(text, name) { return true }
        let value = (equals.map { $0 + 1 } ?? range.upperBound)..<range.upperBound
        return contains(.dropSessionID) && SessionIDs.isSession(text, name: name, value: value)
    }

    /// Path or query with its escapes and slashes as the rules want them.
    private func normalised(_ text: borrowing Span<UInt8>, isQuery: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if let escaped = escapedByte(in: text, at: index) {
                if contains(.decodeUnreserved), ByteSet.unreserved.contains(escaped) {
                    output.append(escaped)
                } else if contains(.uppercaseEscapes) {
                    appendEscape(of: escaped, to: &output)
                } else {
                    output += [byte, text[index + 1], text[index + 2]]
                }
                index += 3
                continue
            }
            index += 1
            if byte == UInt8(ascii: "%"), contains(.escapeBarePercent) {
                if let scalar = legacyEscape(in: text, at: index - 1) {
                    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                        appendEscape(of: unit, to: &output)
                    }
                    index += 5
                } else {
                    appendEscape(of: byte, to: &output)
                }
            } else if contains(.escapeIllegal), Self.illegal.contains(byte) {
                appendEscape(of: byte, to: &output)
            } else if !isQuery, byte == UInt8(ascii: "/"), output.last == byte, contains(.collapseSlashes) {
                continue
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// The character of `%uXXXX`, as old scripts escape; nil if there is none at `index`.
    private func legacyEscape(in text: borrowing Span<UInt8>, at index: Int) -> Unicode.Scalar? {
        guard index + 5 < text.count, text[index + 1] | 0x20 == UInt8(ascii: "u") else { return nil }
        var value: UInt32 = 0
        for offset in 2...5 {
            guard let digit = hexValue(text[index + offset]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }

    private func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "%"))
        output.append(upperHexDigit(byte >> 4))
        output.append(upperHexDigit(byte & 15))
    }

    /// Rules that look at the parameters one by one.
    private static let parameterRules: UInt32 =
        orderingRules | IdentityRule.dropTracking.bit
        | IdentityRule.dropSessionID.bit

    /// Rules that may change any query.
    private static let orderingRules: UInt32 = IdentityRule.sortQuery.bit | IdentityRule.dropBlankValue.bit

    private static let illegal = ByteSet("|^[]{}\\`")
}
