package import FoundationEssentials

/// Dates as they stand in HTTP fields (RFC 9110 §5.6.7) and, since the words are the same, in RSS (RFC 822).
package enum HTTPDate {
    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    /// Hours from UTC of the zone names of RFC 822 §5.1, and of those that feeds add.
    private static let zones: [String: Int] = [
        "gmt": 0, "utc": 0, "ut": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9,
    ]

    /// The moment that `text` names; nil if it is no date.
    ///
    /// Reads IMF-fixdate, RFC 850 and asctime dates, and what is common beside them: hyphens or spaces
    /// between the parts, no weekday, no zone (then UTC), numeric and named zones, no seconds. A weekday that
    /// does not fit is ignored. A two-digit year that would lie more than 50 years after `now` is taken from
    /// the century before.
    ///
    /// - Parameter takesUnknownZones: Whether a zone of letters that nobody here knows counts as UTC, as RFC 5322 §4.3 has
    ///   it for mail and so for feeds; else such a text is no date.
    package static func parse(_ text: String, now: Date, takesUnknownZones: Bool = false) -> Date? {
        // The longest form in use has 40 characters.
        guard text.utf8.count <= 64,
            let parts = DateParts(Array(text.utf8), takesUnknownZones: takesUnknownZones)
        else { return nil }
        let year = parts.yearDigits == 2 ? fullYear(parts, now: now) : parts.year
        let civil = CivilDate(
            year: year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute,
            second: parts.second)
        return civil?.date.addingTimeInterval(-Double(parts.zoneSeconds))
    }

    /// An IMF-fixdate, such as "Sun, 06 Nov 1994 08:49:37 GMT".
    package static func format(_ date: Date) -> String {
        let civil = CivilDate(date)
        // 1970-01-01 was a Thursday, the fourth day from Monday.
        let weekday = ((civil.daysSinceEpoch + 3) % 7 + 7) % 7
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        let year = String(repeating: "0", count: max(0, 4 - "\(civil.year)".count)) + "\(civil.year)"
        let time = "\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
        return "\(capitalized(dayNames[weekday])), \(two(civil.day)) "
            + "\(capitalized(monthNames[civil.month - 1])) \(year) \(time) GMT"
    }

    /// RFC 9110 §5.6.7: "more than 50 years in the future" is the most recent year in the past with those
    /// digits.
    private static func fullYear(_ parts: DateParts, now: Date) -> Int {
        let current = CivilDate(now)
        var year = current.year / 100 * 100 + parts.year
        // The century that brings the year nearest: at most 50 years ahead, less than 50 behind.
        if year < current.year - 50 { year += 100 }
        let latest = CivilDate(
            year: current.year + 50, month: current.month, day: min(current.day, 28), hour: current.hour,
            minute: current.minute, second: current.second)
        let candidate = CivilDate(
            year: year, month: parts.month, day: min(parts.day, 28), hour: parts.hour, minute: parts.minute,
            second: parts.second)
        if let latest, let candidate, candidate.date > latest.date { year -= 100 }
        return year
    }

    private static func capitalized(_ name: String) -> String {
        name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The month of a name, full or abbreviated to three letters or more, in lower case; nil for other words.
    static func month(_ word: String) -> Int? {
        guard word.count >= 3, word.count <= 9 else { return nil }
        return monthNames.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
    }

    static func isWeekday(_ word: String) -> Bool {
        word.count >= 3 && word.count <= 9 && dayNames.contains { word.hasPrefix($0) }
    }

    static func zoneSeconds(_ word: String) -> Int? { zones[word].map { $0 * 3600 } }

    /// Whether a word behind a time may be a zone: names have up to five letters, and noon divides the day.
    static func mayBeZone(_ word: String) -> Bool {
        word.utf8.count <= 5 && word != "am" && word != "pm" && month(word) == nil
    }
}

/// The parts of a date in whatever order they stand.
private struct DateParts {
    var year = 0
    var yearDigits = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    var zoneSeconds = 0

    private var hasTime = false
    private var hasZone = false
    private let takesUnknownZones: Bool

    init?(_ bytes: [UInt8], takesUnknownZones: Bool) {
        self.takesUnknownZones = takesUnknownZones
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isDigit {
                guard readNumber(bytes, at: &position) else { return nil }
            } else if byte.isLetter {
                guard readWord(bytes, at: &position) else { return nil }
            } else if (byte == 0x2B || byte == 0x2D) && hasTime {
                guard readOffset(bytes, at: &position) else { return nil }
            } else if byte.isHTTPWhitespace || byte == 0x2C || byte == 0x2D || byte == 0x2E {
                position += 1
            } else {
                return nil
            }
        }
        guard hasTime, day > 0, month > 0, yearDigits > 0 else { return nil }
    }

    /// A number: the time if a colon follows, else day or year.
    private mutating func readNumber(_ bytes: [UInt8], at position: inout Int) -> Bool {
        guard let number = Self.digits(bytes, at: &position, most: 4) else { return false }
        if position < bytes.count, bytes[position] == 0x3A {
            guard !hasTime, number.count <= 2 else { return false }
            hasTime = true
            hour = number.value
            position += 1
            guard let minutes = Self.digits(bytes, at: &position, most: 2) else { return false }
            minute = minutes.value
            guard position < bytes.count, bytes[position] == 0x3A else { return true }
            position += 1
            guard let seconds = Self.digits(bytes, at: &position, most: 2) else { return false }
            second = seconds.value
            return true
        }
        if day == 0, number.count <= 2, number.value >= 1, number.value <= 31 {
            day = number.value
            return true
        }
        guard yearDigits == 0, number.count == 2 || number.count == 4 else { return false }
        year = number.value
        yearDigits = number.count
        return true
    }

    /// A word: weekday, month or zone; every other word makes the text no date.
    private mutating func readWord(_ bytes: [UInt8], at position: inout Int) -> Bool {
        let end = bytes[position...].firstIndex { !$0.isLetter } ?? bytes.count
        let word = String(decoding: bytes[position..<end], as: UTF8.self).asciiLowercased
        position = end
        if let found = HTTPDate.month(word), month == 0 {
            month = found
            return true
        }
        if let offset = HTTPDate.zoneSeconds(word), !hasZone {
            zoneSeconds = offset
            hasZone = true
            return true
        }
        if HTTPDate.isWeekday(word) { return true }
        guard takesUnknownZones, hasTime, !hasZone, HTTPDate.mayBeZone(word) else { return false }
        hasZone = true
        return true
    }

    /// A numeric zone: +hhmm or +hh:mm, also behind the word GMT.
    private mutating func readOffset(_ bytes: [UInt8], at position: inout Int) -> Bool {
        let isNegative = bytes[position] == 0x2D
        position += 1
        guard let first = Self.digits(bytes, at: &position, most: 4) else { return false }
        var minutes = first.value
        if first.count == 4 {
            minutes = first.value / 100 * 60 + first.value % 100
        } else {
            guard first.count <= 2 else { return false }
            minutes = first.value * 60
            if position < bytes.count, bytes[position] == 0x3A {
                position += 1
                guard let rest = Self.digits(bytes, at: &position, most: 2) else { return false }
                minutes += rest.value
            }
        }
        guard minutes < 24 * 60 else { return false }
        zoneSeconds = (isNegative ? -minutes : minutes) * 60
        hasZone = true
        return true
    }

    /// The digits at `position`; nil if there are none or more than `most`.
    private static func digits(
        _ bytes: [UInt8], at position: inout Int, most: Int
    ) -> (value: Int, count: Int)? {
        let end = bytes[position...].firstIndex { !$0.isDigit } ?? bytes.count
        let count = end - position
        guard count > 0, count <= most else { return nil }
        let value = bytes[position..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        position = end
        return (value, count)
    }
}
