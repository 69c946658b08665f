package import FoundationEssentials
import WARC
package import WebURLs

/// A fetch that broke a promise.
package struct AuditViolation: Sendable, Hashable {
    /// Which promise.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It began before the host's pause was over.
        case gap
        /// More fetches of the host were under way than it has connections.
        case parallelism
        /// robots.txt forbade it.
        case robots
        /// robots.txt could not be reached, which forbids everything.
        case robotsUnreachable
        /// No robots.txt of its origin had been asked for.
        case robotsNotAsked
        /// The robots.txt it was judged by was older than a day.
        case robotsStale
    }

    package let kind: Kind
    package let host: HostKey
    package let url: WebURL
    /// When the fetch began.
    package let at: Date
    /// What was found, and what was due.
    package let reason: String

    package var description: String {
        "\(kind.rawValue): \(WARCDate.format(at)) \(url.withoutCredentials.href): \(reason)"
    }

    /// One line of JSON, without a line end.
    package var json: String {
        var object = JSONText()
        object.add("violation", kind.rawValue)
        object.add("host", host.name)
        object.add("url", url.withoutCredentials.href)
        object.add("at", WARCDate.format(at))
        object.add("reason", reason)
        return object.finished
    }
}

/// What one host saw of a crawl.
package struct AuditedHost: Sendable, Hashable {
    package let key: HostKey
    /// Requests, those for robots.txt and those that were not answered included.
    package let fetches: Int
    /// From the end of one fetch to the start of the next, the smallest; negative if they overlapped; nil if there was
    /// one fetch alone. To the millisecond, as the log has it.
    package let smallestGap: Duration?
    /// The pause that was due at that place; zero where hosts have several connections.
    package let requiredGap: Duration
    /// The most fetches that were under way at once.
    package let largestParallelism: Int

    /// One line of JSON, without a line end.
    package var json: String {
        var object = JSONText()
        object.add("host", key.name)
        object.add("fetches", Int64(fetches))
        if let smallestGap { object.add("smallest_gap_ms", smallestGap.milliseconds) }
        object.add("required_gap_ms", requiredGap.milliseconds)
        object.add("largest_parallelism", Int64(largestParallelism))
        return object.finished
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    package var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
