/// Session identifiers that servers write into URLs: names of a visit, not of a page.
enum SessionIDs {
    /// Names that mean a session whatever their value.
    private static let names = ParameterNames(
        names: [
            "jsessionid", "phpsessid", "sessionid", "session_id", "sessid", "asp.net_sessionid", "cfid",
            "cftoken",
            "oscsid", "zenid", "xtcsid",
        ],
        prefixes: ["aspsessionid"])

    /// Names that mean a session only if the value looks like one: too short to be sure of.
    private static let shortNames = ParameterNames(
        names: ["sid", "s", "phpsession", "session"], prefixes: ["xid_"])

    /// Whether the parameter `text[range]`, `name=value`, is a session id.
    static func isSession(_ text: borrowing Span<UInt8>, name: Range<Int>, value: Range<Int>) -> Bool {
        if names.contains(text, name) { return true }
        return (24...64).contains(value.count) && shortNames.contains(text, name) && isToken(text, value)
    }

    /// `path` without `;jsessionid=…` and the like up to the next slash, and without ASP.NET's `(S(…))`
    /// folder.
    static func removed(fromPath path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: ";")) || path.contains(UInt8(ascii: "(")) else { return path }
        var kept: [[UInt8]] = []
        for segment in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if isFolder(Array(segment)) { continue }
            var parts = segment.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            parts.removeAll { part in
                let bytes = Array(part)
                guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return false }
                return isSession(bytes.span, name: 0..<equals, value: (equals + 1)..<bytes.count)
            }
            kept.append(Array(parts.joined(separator: [UInt8(ascii: ";")])))
        }
        return Array(kept.joined(separator: [UInt8(ascii: "/")]))
    }

    /// `(S(…24 characters…))`, perhaps with more of the kind before the S.
    private static func isFolder(_ segment: [UInt8]) -> Bool {
        guard segment.count >= 29, segment.first == UInt8(ascii: "("),
            segment.suffix(2).elementsEqual("))".utf8),
            segment.suffix(28).starts(with: "S(".utf8)
        else { return false }
        return segment.suffix(26).dropLast(2).allSatisfy(isTokenByte)
    }

    /// Letters, digits and hyphens, at least one of them a digit.
    private static func isToken(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        var hasDigit = false
        for index in range {
            guard isTokenByte(text[index]) else { return false }
            if ByteSet.digits.contains(text[index]) { hasDigit = true }
        }
        return hasDigit
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        ByteSet.letters.contains(byte) || ByteSet.digits.contains(byte) || byte == UInt8(ascii: "-")
    }
}
