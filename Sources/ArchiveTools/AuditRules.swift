package import Archiving
import FoundationEssentials
import Politeness
package import WebURLs

/// What a crawl had promised the hosts: the rules that an audit holds its fetches against.
package struct AuditRules: Sendable {
    /// The least pause between the end of one fetch of a host and the start of the next.
    package var delay: Duration
    /// The paces of the crawl's runs in the order of their beginning, in place of `delay` and `connectionsPerHost` from
    /// the first of them on.
    package var runs: [RunPace] = []
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

    /// The pause that was due between two fetches of this host, under these rules of its robots.txt. Between two runs
    /// the shorter one is.
    func pause(of host: HostKey, under rules: RobotsRules?, from end: Date, to start: Date) -> Duration {
        let delay = min(run(at: end)?.delay ?? delay, run(at: start)?.delay ?? delay)
        return max(hostDelays[host] ?? delay, min(rules?.crawlDelay ?? .zero, maximumCrawlDelay))
    }

    /// Fetches of one host at once that were allowed at this time.
    func connections(at time: Date) -> Int { run(at: time)?.connectionsPerHost ?? connectionsPerHost }

    private func run(at time: Date) -> RunPace? { runs.last { $0.startedAt <= time } }
}
