package import FoundationEssentials

/// Dates of sitemaps, Atom and HTML meta elements: the profile of ISO 8601 in the W3C note "Date and Time
/// Formats", which holds RFC 3339 within it.
package enum W3CDateTime {
    /// The moment that `text` names; nil if it is no such date. A missing month or day counts as the first, a
    /// missing zone as UTC.
    ///
    /// Reads "2026", "2026-11", "2026-11-01", "2026-11-01T10:20Z", "2026-11-01T10:20:30.45+02:00"; a space or
    /// a lower-case letter may stand for T, and the colon of the zone may be missing.
    package static func parse(_ text: String) -> Date? {
        guard text.utf8.count <= 64 else { return nil }
        var rest = Array(text.utf8).trimmed
        guard let year = number(&rest, digits: 4) else { return nil }
        var month = 1
        var day = 1
        if skip(0x2D, in: &rest) {
            guard let value = number(&rest, digits: 2) else { return nil }
            month = value
            if skip(0x2D, in: &rest) {
                guard let value = number(&rest, digits: 2) else { return nil }
                day = value
            }
        }
        if rest.isEmpty { return CivilDate(year: year, month: month, day: day)?.date }
        guard skip(0x54, in: &rest) || skip(0x74, in: &rest) || skip(0x20, in: &rest) else { return nil }
        guard let hour = number(&rest, digits: 2), skip(0x3A, in: &rest),
            let minute = number(&rest, digits: 2)
        else { return nil }
        var second = 0
        var fraction = 0.0
        if skip(0x3A, in: &rest) {
            guard let value = number(&rest, digits: 2) else { return nil }
            second = value
            if skip(0x2E, in: &rest) || skip(0x2C, in: &rest) {
                let digits = rest.prefix(while: \.isDigit)
                guard !digits.isEmpty else { return nil }
                fraction = digits.prefix(9).reversed().reduce(0.0) { ($0 + Double($1 - 0x30)) / 10 }
                rest = rest.dropFirst(digits.count)
            }
        }
        guard let zone = zoneSeconds(&rest), rest.isEmpty else { return nil }
        return CivilDate(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second
        )?.date.addingTimeInterval(fraction - Double(zone))
    }

    private static func zoneSeconds(_ rest: inout ArraySlice<UInt8>) -> Int? {
        rest = rest.drop(while: \.isBlank)
        if rest.isEmpty || skip(0x5A, in: &rest) || skip(0x7A, in: &rest) { return 0 }
        let sign: Int
        if skip(0x2B, in: &rest) { sign = 1 } else if skip(0x2D, in: &rest) { sign = -1 } else { return nil }
        guard let hours = number(&rest, digits: 2), hours < 24 else { return nil }
        let hasColon = skip(0x3A, in: &rest)
        if rest.isEmpty, !hasColon { return sign * hours * 3600 }
        guard let minutes = number(&rest, digits: 2), minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private static func skip(_ byte: UInt8, in rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
        let found = rest.prefix(digits)
        guard found.count == digits, found.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(digits)
        return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
