package import FoundationEssentials

/// How long a server asks to be left alone (RFC 9110 §10.2.3).
package enum RetryAfter {
    /// A pause longer than this is as good as never: 100,000 years.
    private static let longestSeconds: Int64 = 3_155_760_000_000

    /// The pause that a value of `Retry-After` asks for, seconds or a date; zero if the date has passed; nil
    /// if the value is neither. Not capped to anything sensible: that is up to the caller.
    package static func parse(_ value: String, now: Date) -> Duration? {
        let text = value.trimmedText
        guard !text.isEmpty else { return nil }
        if text.utf8.allSatisfy(\.isDigit) {
            return .seconds(min(Int64(text) ?? longestSeconds, longestSeconds))
        }
        guard let date = HTTPDate.parse(text, now: now) else { return nil }
        let seconds = date.timeIntervalSince(now).rounded(.up)
        return seconds > 0 ? .seconds(min(Int64(seconds), longestSeconds)) : .zero
    }
}
