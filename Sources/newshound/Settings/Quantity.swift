/// Durations as people write them: `500ms`, `2s`, `5m`, `1h`, `30d`; a bare number counts seconds.
enum DurationText {
    private static let units: [(suffix: String, milliseconds: Double)] = [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("", 1_000),
    ]
    /// A hundred years: more is a typing error.
    private static let maximumMilliseconds: Double = 100 * 366 * 86_400_000

    /// Nil if `text` is no duration or a negative one.
    static func parse(_ text: String) -> Duration? {
        for (suffix, milliseconds) in units where text.hasSuffix(suffix) {
            guard let number = Double(text.dropLast(suffix.count)), number >= 0, number.isFinite else {
                continue
            }
            let total = number * milliseconds
            return total <= maximumMilliseconds ? .milliseconds(Int64(total.rounded())) : nil
        }
        return nil
    }

    /// The shortest form that `parse` reads back.
    static func format(_ duration: Duration) -> String {
        let milliseconds =
            duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
        for (suffix, size) in units.dropLast().reversed() where size > 1 {
            let size = Int64(size)
            if milliseconds != 0, milliseconds % size == 0 { return "\(milliseconds / size)\(suffix)" }
        }
        return milliseconds == 0 ? "0s" : "\(milliseconds)ms"
    }
}

/// Sizes as people write them: `10MB`, `512kB`, `1GB`, `1GiB`; a bare number counts bytes.
enum SizeText {
    private static let units: [(suffix: String, bytes: Double)] = [
        ("KiB", 1_024), ("MiB", 1_048_576), ("GiB", 1_073_741_824), ("TiB", 1_099_511_627_776), ("kB", 1e3),
        ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1), ("", 1),
    ]

    /// Nil if `text` is no size or a negative one.
    static func parse(_ text: String) -> Int64? {
        for (suffix, bytes) in units where text.hasSuffix(suffix) {
            guard let number = Double(text.dropLast(suffix.count)), number >= 0, number * bytes < 9e18 else {
                continue
            }
            return Int64((number * bytes).rounded())
        }
        return nil
    }

    /// The shortest form that `parse` reads back.
    static func format(_ bytes: Int64) -> String {
        for (suffix, size) in [
            ("TB", Int64(1e12)), ("GB", Int64(1e9)), ("MB", Int64(1e6)), ("kB", Int64(1e3)),
        ]
        where bytes != 0 && bytes % size == 0 {
            return "\(bytes / size)\(suffix)"
        }
        return "\(bytes)"
    }
}
