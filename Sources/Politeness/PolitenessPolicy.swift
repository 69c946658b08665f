package import FoundationEssentials
import HTTPMessages
package import WebURLs

/// The rules of pacing: when a host may be asked again, and whether a URL is worth another try. No clock, no
/// state.
///
/// The pauses run from the end of one fetch to the start of the next. Others' numbers, for comparison:
/// Heritrix waits 3 to 30 s at factor 5 and heeds a Crawl-delay up to 300 s, StormCrawler waits 1 s, Common
/// Crawl's news crawl 9 s.
package struct PolitenessPolicy: Sendable {
    /// The pause is never shorter. 2 s is what a busy reader needs for a page; 0 is for one's own servers.
    package var minimumDelay: Duration = .seconds(2)
    /// The pause is at least so many times the response time: a slow host is a busy host. 0: it does not
    /// matter. With 5 a crawl takes a sixth of what the host can do one request after the other.
    package var loadFactor = 5.0
    /// Bounds what `loadFactor` makes: one slow page must not end the crawl of a host.
    package var maximumDelay: Duration = .seconds(30)
    /// A Crawl-delay is obeyed up to this; 0: ignored. Longer ones come from files that mean to say "never".
    package var maximumCrawlDelay: Duration = .seconds(300)
    /// A Retry-After is obeyed up to this: a day, so that a mistaken year does not lose the host.
    package var maximumRetryAfter: Duration = .seconds(86_400)
    /// The first pause of a host that refuses or does not answer; doubled with every further time in a row.
    package var backOff: Duration = .seconds(5)
    /// Bounds what doubling makes: after an hour a look does no harm.
    package var maximumBackOff: Duration = .seconds(3_600)
    /// Tries of a URL before it has failed, the first included. Four of them span at least 35 s of back-off.
    package var maximumAttempts = 4
    /// Pauses of single hosts, in place of `minimumDelay`.
    package var hostDelays: [HostKey: Duration] = [:]

    package init() {}

    /// When the host may be asked again after a fetch.
    ///
    /// After a refusal it is the longer one of the ordinary pause and what Retry-After asks for, or the
    /// back-off if nothing is asked. A host that refuses again and again is not believed when it asks for
    /// less than the back-off.
    ///
    /// - Parameters:
    ///   - finished: When the last byte came.
    ///   - responseTime: From the request to the first byte.
    ///   - status: Of the answer; nil: none came.
    ///   - host: For its own delay; nil: the general one.
    ///   - retryAfter: Value of the field (RFC 9110 §10.2.3); heeded with 429, 503 and redirects.
    ///   - consecutiveFailures: Refusals or missing answers in a row before this fetch.
    package func readyAt(
        after finished: Date, responseTime: Duration, rules: RobotsRules, status: Int?, host: HostKey? = nil,
        retryAfter: String? = nil, consecutiveFailures: Int = 0
    ) -> Date {
        var pause = delay(responseTime: responseTime, rules: rules, host: host)
        if Self.isRefusal(status) {
            let backOff = backOffPause(failures: consecutiveFailures)
            if let asked = askedPause(status: status, retryAfter: retryAfter, at: finished) {
                pause = max(pause, consecutiveFailures > 0 ? max(asked, backOff) : asked)
            } else {
                pause = max(pause, backOff)
            }
        } else if let asked = askedPause(status: status, retryAfter: retryAfter, at: finished) {
            pause = max(pause, asked)
        }
        return finished.addingTimeInterval(pause.seconds)
    }

    /// The pause after an ordinary answer.
    package func delay(responseTime: Duration, rules: RobotsRules, host: HostKey? = nil) -> Duration {
        let least = host.flatMap { hostDelays[$0] } ?? minimumDelay
        let load = responseTime.seconds * loadFactor
        let byLoad = load > 0 ? (load < maximumDelay.seconds ? .seconds(load) : maximumDelay) : .zero
        let asked = min(rules.crawlDelay ?? .zero, maximumCrawlDelay)
        return max(least, byLoad, asked)
    }

    /// When a URL is to be tried again after a refusal or without an answer; nil: it has failed, or the
    /// answer stands.
    ///
    /// - Parameters:
    ///   - attempts: How often it was tried before this time.
    ///   - hostReadyAt: When its host may be asked again; the URL never comes earlier.
    package func retryAt(after finished: Date, status: Int?, attempts: Int, hostReadyAt: Date) -> Date? {
        guard Self.isRefusal(status), attempts < maximumAttempts - 1 else { return nil }
        return max(hostReadyAt, finished.addingTimeInterval(backOffPause(failures: attempts).seconds))
    }

    /// Answers that a later one may replace: 429, 5xx, none.
    package static func isRefusal(_ status: Int?) -> Bool { status.map { $0 == 429 || $0 >= 500 } ?? true }

    /// What a Retry-After asks for, bounded; nil without one, and with answers that do not give it that
    /// meaning.
    private func askedPause(status: Int?, retryAfter: String?, at finished: Date) -> Duration? {
        guard let status, status == 429 || status == 503 || (300..<400).contains(status), let retryAfter
        else { return nil }
        return RetryAfter.parse(retryAfter, now: finished).map { min($0, maximumRetryAfter) }
    }

    /// `backOff` · 2ⁿ, at most `maximumBackOff`.
    private func backOffPause(failures: Int) -> Duration {
        var pause = backOff
        for _ in 0..<min(max(failures, 0), 30) where pause < maximumBackOff { pause *= 2 }
        return min(pause, maximumBackOff)
    }
}

extension Duration {
    /// In seconds, fractions included.
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
