import FoundationEssentials

/// Times as they stand in the database: microseconds since 1970-01-01 UTC.
typealias Microseconds = Int64

extension Date {
    /// The farthest time kept, some 146,000 years off; what lies beyond is taken for it.
    private static let farthest: Double = 0x1p62

    /// Rounded to the nearest microsecond.
    var microseconds: Microseconds {
        let value = (timeIntervalSince1970 * 1_000_000).rounded()
        guard value > -Self.farthest else { return -(1 << 62) }
        return value < Self.farthest ? Microseconds(value) : 1 << 62
    }

    init(microseconds: Microseconds) {
        self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }
}

extension Duration {
    /// Without its fraction of a microsecond, and at most 2^61 either way, so that it can be added to any time.
    var microseconds: Microseconds {
        let parts = components
        let (whole, overflow) = parts.seconds.multipliedReportingOverflow(by: 1_000_000)
        let limit: Int64 = 1 << 61
        guard !overflow, whole.magnitude < limit.magnitude else { return parts.seconds < 0 ? -limit : limit }
        return whole + parts.attoseconds / 1_000_000_000_000
    }
}
