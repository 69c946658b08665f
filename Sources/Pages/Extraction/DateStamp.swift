/// A day, and the time of day where a page gives one together with its offset from UTC.
struct DateStamp: Sendable, Hashable {
    let year: Int
    let month: Int
    let day: Int
    /// Nil if no time is known, or none with an offset.
    let time: Time?

    struct Time: Sendable, Hashable {
        let hour: Int
        let minute: Int
        let second: Int
        /// Minutes east of UTC.
        let offset: Int

        /// Nil for a time or an offset that does not exist; a leap second counts as the second before it.
        init?(hour: Int, minute: Int, second: Int, offset: Int) {
            guard hour >= 0, hour < 24, minute >= 0, minute < 60, second >= 0, second <= 60,
                abs(offset) <= 14 * 60
            else {
                return nil
            }
            self.hour = hour
            self.minute = minute
            self.second = min(second, 59)
            self.offset = offset
        }
    }

    /// Nil for a day that does not exist or a year no page of the web was published in.
    init?(year: Int, month: Int, day: Int, time: Time? = nil) {
        guard year >= 1970, year <= 2099, month >= 1, month <= 12, day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    /// RFC 3339 §5.6: `date-time`, or `full-date` where no time is known.
    var text: String {
        let date = "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
        guard let time else { return date }
        let clock = [time.hour, time.minute, time.second].map(Self.twoDigits).joined(separator: ":")
        guard time.offset != 0 else { return "\(date)T\(clock)Z" }
        let offset = abs(time.offset)
        let sign = time.offset < 0 ? "-" : "+"
        return "\(date)T\(clock)\(sign)\(Self.twoDigits(offset / 60)):\(Self.twoDigits(offset % 60))"
    }

    /// Whether it names the same day.
    func isSameDay(as other: DateStamp) -> Bool {
        year == other.year && month == other.month && day == other.day
    }

    /// Whether its day is before that of `other`.
    func isDay(before other: DateStamp) -> Bool {
        (year, month, day) < (other.year, other.month, other.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension DateStamp {
    /// The day and time of a number of seconds since 1970, UTC; nil outside the years that count.
    init?(epochSeconds: Int) {
        guard epochSeconds >= 0, epochSeconds < 4_102_444_800 else { return nil }
        // Days since 0000-03-01, so that the leap day ends a year; 146,097 days are 400 years.
        let days = epochSeconds / 86_400 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let seconds = epochSeconds % 86_400
        self.init(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1,
            time: Time(hour: seconds / 3_600, minute: seconds / 60 % 60, second: seconds % 60, offset: 0))
    }
}
