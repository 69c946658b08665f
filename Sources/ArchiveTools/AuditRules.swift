import Politeness
package import WebURLs

/// What a crawl had promised the hosts: the rules that an audit holds its fetches against.
package struct AuditRules: Sendable {
    /// The least pause between the end of one fetch of a host and the start of the next.
    package var delay: Duration
    /// Pauses of single hosts, in place of `delay`.
    package var hostDelays: [HostKey: Duration] = [:]
    /// A Crawl-delay was to be obeyed up to this.
    package var maximumCrawlDelay: Duration
    /// Fetches of one host at once. With more than one there is no pause to be kept.
    package var connectionsPerHost: Int
    /// The name by which robots.txt groups were to be chosen.
    package var robotsToken: String
    package var hostKeyRule: HostKey.Rule

    package init(
        delay: Duration, maximumCrawlDelay: Duration, connectionsPerHost: Int, robotsToken: String,
        hostKeyRule: HostKey.Rule
    ) {
        self.delay = delay
        self.maximumCrawlDelay = maximumCrawlDelay
        self.connectionsPerHost = connectionsPerHost
        self.robotsToken = robotsToken
        self.hostKeyRule = hostKeyRule
    }

    /// The pause that was due before a fetch of this host under these rules of its robots.txt.
    func pause(of host: HostKey, under rules: RobotsRules?) -> Duration {
        max(hostDelays[host] ?? delay, min(rules?.crawlDelay ?? .zero, maximumCrawlDelay))
    }
}
