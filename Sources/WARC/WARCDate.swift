package import FoundationEssentials
import HTTPMessages

/// The times of WARC headers: W3C profile of ISO 8601 (ISO 28500:2017 §5.4).
package enum WARCDate {
    /// `2026-01-02T03:04:05.678Z`: UTC, always with milliseconds.
    package static func format(_ date: Date) -> String {
        let time = Components(date)
        return "\(time.year.padded(4))-\(time.month.padded(2))-\(time.day.padded(2))T"
            + "\(time.hour.padded(2)):\(time.minute.padded(2)):\(time.second.padded(2)).\(time.millisecond.padded(3))Z"
    }

    /// Digits alone: 14 for a second as in CDXJ, 17 for a millisecond as in file names and crawl.log.
    package static func digits(_ date: Date, _ count: Int = 14) -> String {
        let time = Components(date)
        let all =
            time.year.padded(4) + time.month.padded(2) + time.day.padded(2) + time.hour.padded(2)
            + time.minute.padded(2) + time.second.padded(2) + time.millisecond.padded(3)
        return String(all.prefix(count))
    }

    /// Reads a date of any precision from the year to the nanosecond, in UTC or with a numeric offset; nil for
    /// anything else.
    package static func parse(_ text: String) -> Date? { W3CDateTime.parse(text) }

    /// A moment in the Gregorian calendar, UTC.
    private struct Components {
        let year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int

        /// The years 0 to 9999; what lies outside becomes the nearest moment of them.
        init(_ date: Date) {
            let interval = min(max(date.timeIntervalSince1970, -62_167_219_200), 253_402_300_799)
            let milliseconds = Int((interval * 1000).rounded())
            let day = (milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000
            let ofDay = milliseconds - day * 86_400_000
            (hour, minute) = (ofDay / 3_600_000, ofDay / 60_000 % 60)
            (second, millisecond) = (ofDay / 1000 % 60, ofDay % 1000)
            let shifted = day + 719_468
            let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
            let dayOfEra = shifted - era * 146_097
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let shiftedMonth = (5 * dayOfYear + 2) / 153
            self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
            month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
            year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        }
    }
}

extension Int {
    /// With zeros in front to at least `width` digits; not for negative numbers.
    fileprivate func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
