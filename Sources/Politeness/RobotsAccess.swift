package import FoundationEssentials

/// How the answer to a robots.txt request is to be read (RFC 9309 §2.3.1).
package enum RobotsAccess: String, Sendable, Hashable {
    /// By its rules.
    case parse
    /// Unavailable (4xx): no rules.
    case allowAll
    /// Unreachable (5xx, 429, no answer): everything is forbidden.
    case disallowAll

    /// Seconds after which a file that stays unreachable counts as unavailable (RFC 9309 §2.3.1.4: thirty
    /// days).
    package static let unreachableLimit: Double = 30 * 24 * 3600

    /// Of an answer, redirects followed: a redirect that is left counts as unavailable (§2.3.1.2). 429 is
    /// read like 503: the standard leaves it open, and a host too busy to say what is forbidden does not want
    /// to be crawled.
    package init(status: Int) {
        switch status {
        case 200..<300: self = .parse
        case 429: self = .disallowAll
        case 300..<500: self = .allowAll
        default: self = .disallowAll
        }
    }

    /// Of a request that brought no answer.
    package static let unanswered = RobotsAccess.disallowAll

    /// The same, but `allowAll` for a file that has been unreachable longer than `unreachableLimit`
    /// (§2.3.1.4).
    ///
    /// - Parameter since: When it was first found unreachable without an answer in between; nil: this is the
    ///   first time.
    package func after(unreachableSince since: Date?, now: Date) -> RobotsAccess {
        guard self == .disallowAll, let since, now.timeIntervalSince(since) > Self.unreachableLimit else {
            return self
        }
        return .allowAll
    }
}
