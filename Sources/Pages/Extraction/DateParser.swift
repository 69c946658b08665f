/// Finds dates in short texts: ISO 8601, RFC 5322, and what people write in the languages news comes in.
struct DateParser {
    /// How a date in numbers is read whose order nothing else tells.
    enum Order: Sendable {
        case dayFirst, monthFirst, yearFirst

        /// The order used where a language is written (Unicode CLDR, short dates).
        init(language: String?) {
            let tag = (language ?? "").split(separator: "-").map { String($0).lowercased() }
            switch tag.first {
            case "en", nil:
                let isDayFirst = tag.dropFirst().contains {
                    ["gb", "ie", "au", "nz", "in", "za", "ng", "ke", "sg", "pk", "mt", "hk"].contains($0)
                }
                self = isDayFirst ? .dayFirst : .monthFirst
            case "zh", "ja", "ko", "hu", "lt", "sv", "mn": self = .yearFirst
            case "fil", "tl": self = .monthFirst
            default: self = .dayFirst
            }
        }
    }

    /// A date and where it stands.
    struct Match: Sendable, Equatable {
        let date: DateStamp
        /// Bytes from the start of the text; of a text with typographic marks approximate.
        let offset: Int
    }

    let order: Order

    init(order: Order) { self.order = order }

    init(language: String?) { order = Order(language: language) }

    /// The dates of a text, in order, and for each whether the words before it call it the date of a change.
    func all(in text: ArraySlice<UInt8>) -> [(match: Match, isModified: Bool)] {
        guard Self.mayHoldDate(text) else { return [] }
        let tokens = DateTokens(text)
        var found: [(match: Match, isModified: Bool)] = []
        var place = 0
        var isModified = false
        while place < tokens.tokens.count, found.count < 4 {
            if let date = date(tokens, at: place) {
                found.append((Match(date: date, offset: tokens.offsets[place]), isModified))
                isModified = false
                // No date is shorter, and none begins within another.
                place += 4
                continue
            }
            if case .word(let word)? = tokens[place] {
                if DateWords.saysModified(word) { isModified = true }
                if DateWords.saysPublished(word) { isModified = false }
            }
            place += 1
        }
        return found
    }

    /// Whether there are as many digits as a date has, or bytes that digits of other scripts begin with.
    private static func mayHoldDate(_ text: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        for byte in text.prefix(DateTokens.maximumBytes) {
            if byte &- 0x30 < 10 { digits += 1 }
            if digits > 3 || byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF { return true }
        }
        return false
    }

    /// The first date of a text.
    func first(in text: ArraySlice<UInt8>) -> Match? {
        let tokens = DateTokens(text)
        for place in tokens.tokens.indices {
            if let date = date(tokens, at: place) { return Match(date: date, offset: tokens.offsets[place]) }
        }
        return nil
    }

    /// The first date of a value that is meant to be one; a time since 1970 in seconds or milliseconds counts too.
    func value(_ text: String) -> DateStamp? {
        let bytes = Array(text.utf8)[...]
        let tokens = DateTokens(bytes)
        if tokens.tokens.count == 1, case .number(let number, let digits)? = tokens[0] {
            switch digits {
            case 10: return DateStamp(epochSeconds: number)
            case 13: return DateStamp(epochSeconds: number / 1_000)
            case 8: return DateStamp(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            case 14:
                let day = number / 1_000_000
                return DateStamp(year: day / 10_000, month: day / 100 % 100, day: day % 100)
            default: return nil
            }
        }
        return first(in: bytes)?.date
    }

    /// The date that begins at a token; nil if none does.
    private func date(_ tokens: DateTokens, at place: Int) -> DateStamp? {
        // A number that goes on to the left (12.2024-01-29, 1/2/2024 from the 2) is no beginning.
        if continuesNumber(tokens, before: place) { return nil }
        switch tokens[place] {
        case .number(let number, let digits):
            if digits == 4 { return yearFirst(tokens, at: place, year: number) }
            guard digits <= 2 else {
                return digits == 8 ? compact(number, tokens, at: place) : nil
            }
            return dayAndName(tokens, at: place, day: number) ?? numeric(tokens, at: place, first: number)
        case .word(let word):
            guard let month = DateWords.month(word) else { return nil }
            return nameFirst(tokens, at: place, month: month)
        default: return nil
        }
    }

    private func continuesNumber(_ tokens: DateTokens, before place: Int) -> Bool {
        guard case .number? = tokens[place], case .mark(let mark)? = tokens[place - 1],
            case .number? = tokens[place - 2]
        else { return false }
        return mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-")
    }

    // MARK: - Forms

    /// 20240129, alone or with a time behind it.
    private func compact(_ number: Int, _ tokens: DateTokens, at place: Int) -> DateStamp? {
        guard number >= 1990_00_00 else { return nil }
        return DateStamp(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// 2024-01-29T10:00:00Z, 2024/1/29, 2024. január 29., 2024 m. sausio 29 d., 2024年1月29日, 2024 Jan 29.
    private func yearFirst(_ tokens: DateTokens, at place: Int, year: Int) -> DateStamp? {
        if case .mark(let mark)? = tokens[place + 1], Self.isSeparator(mark),
            case .number(let month, let monthDigits)? = tokens[tokens.skippingSpace(place + 2)],
            monthDigits <= 2
        {
            let second = tokens.skippingSpace(place + 2) + 1
            guard tokens[second] == .mark(mark),
                case .number(let day, let dayDigits)? = tokens[tokens.skippingSpace(second + 1)],
                dayDigits <= 2
            else { return nil }
            let end = tokens.skippingSpace(second + 1) + 1
            return DateStamp(year: year, month: month, day: day, time: DateClock.read(tokens, at: end))
        }
        let next = skipFillers(tokens, from: place + 1)
        if let parts = ideographic(tokens, at: place) {
            return DateStamp(year: year, month: parts.month, day: parts.day)
        }
        guard case .word(let word)? = tokens[next], let month = DateWords.month(word),
            case .number(let day, let digits)? = tokens[skipFillers(tokens, from: next + 1)], digits <= 2
        else { return nil }
        return DateStamp(year: year, month: month, day: day)
    }

    /// The month and day of 2024年1月29日 and 2024년 1월 29일.
    private func ideographic(_ tokens: DateTokens, at place: Int) -> (month: Int, day: Int)? {
        guard begins(tokens[place + 1], with: ["年", "년"]) else { return nil }
        let first = tokens.skippingSpace(place + 2)
        guard case .number(let month, _)? = tokens[first], begins(tokens[first + 1], with: ["月", "월"]) else {
            return nil
        }
        let second = tokens.skippingSpace(first + 2)
        guard case .number(let day, _)? = tokens[second], begins(tokens[second + 1], with: ["日", "일", "号"])
        else {
            return nil
        }
        return (month, day)
    }

    private func begins(_ token: DateTokens.Token?, with words: [String]) -> Bool {
        guard case .word(let word)? = token else { return false }
        return words.contains { word.starts(with: $0.utf8) }
    }

    /// 29 January 2024, 29th of Jan., 2024, 29. ledna 2024, 29 de enero de 2024, 29-Jan-2024, 29 tháng 1, 2024.
    private func dayAndName(_ tokens: DateTokens, at place: Int, day: Int) -> DateStamp? {
        var next = skipFillers(tokens, from: place + 1)
        let month: Int
        switch tokens[next] {
        case .word(let word):
            guard let named = DateWords.month(word) else { return nil }
            month = named
        case .number(let number, let digits):
            // Only behind the word for month, which Vietnamese puts before its number.
            guard digits <= 2, begins(tokens[next - 2], with: ["tháng", "thg"]) else { return nil }
            month = number
        default: return nil
        }
        next = skipFillers(tokens, from: next + 1)
        guard case .number(let year, let digits)? = tokens[next], digits == 4 else { return nil }
        return DateStamp(year: year, month: month, day: day, time: DateClock.read(tokens, at: next + 1))
    }

    /// January 29, 2024; Jan. 29th 2024; Jan 29 2024.
    private func nameFirst(_ tokens: DateTokens, at place: Int, month: Int) -> DateStamp? {
        let second = skipFillers(tokens, from: place + 1)
        guard case .number(let day, let digits)? = tokens[second], digits <= 2 else { return nil }
        let third = skipFillers(tokens, from: second + 1)
        guard case .number(let year, let yearDigits)? = tokens[third], yearDigits == 4 else { return nil }
        return DateStamp(year: year, month: month, day: day, time: DateClock.read(tokens, at: third + 1))
    }

    /// 29/01/2024, 1/29/2024, 29.1.2024, 29-01-2024, 29.01.24.
    private func numeric(_ tokens: DateTokens, at place: Int, first: Int) -> DateStamp? {
        guard case .mark(let mark)? = tokens[place + 1], Self.isSeparator(mark) else { return nil }
        let middle = mark == UInt8(ascii: ".") ? tokens.skippingSpace(place + 2) : place + 2
        guard case .number(let second, let secondDigits)? = tokens[middle], secondDigits <= 2,
            tokens[middle + 1] == .mark(mark)
        else { return nil }
        let last = mark == UInt8(ascii: ".") ? tokens.skippingSpace(middle + 2) : middle + 2
        guard case .number(var year, let digits)? = tokens[last] else { return nil }
        if digits == 2, !continuesNumber(tokens, before: last + 2) { year += year < 70 ? 2000 : 1900 }
        guard digits == 2 || digits == 4 else { return nil }
        let dayFirst = mark == UInt8(ascii: ".") || order != .monthFirst
        let time = digits == 4 ? DateClock.read(tokens, at: last + 1) : nil
        let straight = DateStamp(
            year: year, month: dayFirst ? second : first, day: dayFirst ? first : second, time: time)
        return straight
            ?? DateStamp(
                year: year, month: dayFirst ? first : second, day: dayFirst ? second : first, time: time)
    }

    private static func isSeparator(_ mark: UInt8) -> Bool {
        mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
    }

    /// Passes over white space, commas, dots, dashes and small words between the parts of a date.
    private func skipFillers(_ tokens: DateTokens, from start: Int) -> Int {
        var place = start
        while place < start + 7 {
            switch tokens[place] {
            case .space: break
            case .mark(let mark):
                guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-")
                else {
                    return place
                }
            case .word(let word):
                guard DateWords.isFiller(word) else { return place }
            default: return place
            }
            place += 1
        }
        return place
    }
}
