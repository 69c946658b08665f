/// Reads the time of day behind a date.
enum DateClock {
    /// The time whose `T`, space or comma is at a token; nil if there is none or it has no offset from UTC.
    static func read(_ tokens: DateTokens, at start: Int) -> DateStamp.Time? {
        var place = start
        if tokens[place] == .word([UInt8(ascii: "t")]) {
            place += 1
        } else {
            place = separated(tokens, place)
        }
        guard case .number(let hour, let digits)? = tokens[place], digits <= 2 else { return nil }
        guard tokens[place + 1] == .mark(UInt8(ascii: ":")), case .number(let minute, 2)? = tokens[place + 2]
        else {
            return nil
        }
        place += 3
        var second = 0
        if tokens[place] == .mark(UInt8(ascii: ":")), case .number(let number, 2)? = tokens[place + 1] {
            second = number
            place += 2
            if tokens[place] == .mark(UInt8(ascii: ".")), case .number? = tokens[place + 1] { place += 2 }
        }
        guard let offset = offset(tokens, at: tokens.skippingSpace(place)) else { return nil }
        return DateStamp.Time(hour: hour, minute: minute, second: second, offset: offset)
    }

    private static func separated(_ tokens: DateTokens, _ start: Int) -> Int {
        var place = tokens.skippingSpace(start)
        if tokens[place] == .mark(UInt8(ascii: ",")) { place = tokens.skippingSpace(place + 1) }
        return place
    }

    /// Minutes east of UTC: `Z`, `GMT`, `UTC`, `+01:00`, `-0500`, `+01`; nil for names of other zones and for nothing.
    private static func offset(_ tokens: DateTokens, at start: Int) -> Int? {
        var place = start
        var isUTC = false
        if case .word(let word)? = tokens[place] {
            guard ["z", "gmt", "utc"].contains(where: { word.elementsEqual($0.utf8) }) else { return nil }
            isUTC = true
            place += 1
        }
        guard case .mark(let sign)? = tokens[place], sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            case .number(let number, let digits)? = tokens[place + 1]
        else { return isUTC ? 0 : nil }
        let minutes: Int
        switch digits {
        case 4: minutes = number / 100 * 60 + number % 100
        case 1, 2:
            minutes =
                if tokens[place + 2] == .mark(UInt8(ascii: ":")),
                    case .number(let rest, 2)? = tokens[place + 3]
                {
                    number * 60 + rest
                } else {
                    number * 60
                }
        default: return nil
        }
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
}
