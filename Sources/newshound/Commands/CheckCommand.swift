import ArchiveTools
import ArgumentParser
import Crawling
import Fetching
import Foundation
import HTTPMessages
import Politeness
import WebURLs

/// `newshound check`: would a URL be fetched.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Would a URL be fetched, by which robots rule, and at what pace?",
        discussion: """
            Fetches robots.txt of the URL's origin and nothing else.

            Example:
              newshound check https://news.example.org/story --contact me@example.org
            """)

    @Argument(help: "The URL.")
    var url: String
    @Flag(help: "As one JSON object.")
    var json = false
    @OptionGroup(title: "How hosts are asked") var fetch: FetchFlags
    @OptionGroup(title: "Configuration") var identity: IdentityFlags
    @OptionGroup(visibility: .hidden) var scope: ScopeFlags
    @OptionGroup(visibility: .hidden) var limits: RunFlags

    private var flags: GivenFlags { GivenFlags(scope, identity, limits, fetch) }

    /// Redirects of robots.txt that are followed (RFC 9309 §2.3.1.2).
    private static let maximumRedirects = 5

    func run() async throws {
        try await Program.report {
            let settings = try SettingsStack.load(flags).settings
            guard let target = WebURL(url), let robots = WebURL("\(target.origin)/robots.txt") else {
                let hint = WebURL("https://\(url)").map { $0.host.contains(".") } == true
                throw UserError(
                    .usage,
                    "'\(url)' is no URL; "
                        + (hint ? "'https://\(url)' is meant perhaps" : "give an absolute http or https URL"))
            }
            try SeedCheck(settings: settings).check([target])
            let plan = try settings.plan(seeds: [target])
            let hints = try SiteHintsFolder.load(settings.sites)
            let spool =
                NSTemporaryDirectory() + "newshound-check-\(ProcessInfo.processInfo.processIdentifier)"
            defer { try? FileManager.default.removeItem(atPath: spool) }
            let fetcher = try Backends.fetcher(settings, spoolFolder: spool)
            var answer = CheckAnswer(url: target, host: HostKey(of: target, by: plan.hostKeyRule))
            answer.hints = hints?.file(forHost: target.host)
            do {
                let rules = try await rules(
                    at: robots, fetcher: fetcher, token: settings.userAgent, answer: &answer)
                answer.judge(by: rules, politeness: plan.politeness)
            } catch let error as FetchError {
                answer.robots.append("cannot be fetched: \(error.phase.rawValue): \(error.reason)")
            }
            _ = await fetcher.shutdown()
            Terminal.put(json ? answer.json : answer.text)
            return .finished
        }
    }

    private func rules(
        at robots: WebURL, fetcher: any CrawlFetcher, token: String, answer: inout CheckAnswer
    ) async throws -> RobotsRules {
        var url = robots
        for _ in 0...Self.maximumRedirects {
            var limits = FetchLimits()
            limits.maximumBodyBytes = RobotsText.maximumBodyBytes
            let capture = try await fetcher.fetch(FetchRequest(url: url, limits: limits))
            answer.robots.append(
                "\(url.withoutCredentials.href) answers \(capture.head.status) from \(capture.address ?? "a proxy")"
            )
            if capture.head.isRedirect, let next = capture.head.location.flatMap({ url.resolve($0) }) {
                url = next
                continue
            }
            switch RobotsAccess(status: capture.head.status) {
            case .allowAll: return .allowAll
            case .disallowAll: return .disallowAll
            case .parse:
                let text = capture.robotsText
                if text == .unreadable { answer.robots.append("came only in part, or cannot be decoded") }
                return text.rules(token: token)
            }
        }
        return .allowAll
    }
}

/// What `check` found out.
struct CheckAnswer {
    let url: WebURL
    let host: HostKey
    /// What became of each request for robots.txt.
    var robots: [String] = []
    /// The file of the site hints by which its pages would be read; nil: there are none for it.
    var hints: String?
    private var verdict: RobotsVerdict?
    /// The pause between two fetches of the host, and what its robots.txt asks for; nil: not known, or nothing.
    private var pause: Duration?
    private var crawlDelay: Duration?

    init(url: WebURL, host: HostKey) {
        self.url = url
        self.host = host
    }

    mutating func judge(by rules: RobotsRules, politeness: PolitenessPolicy) {
        verdict = rules.verdict(for: url)
        pause = politeness.delay(responseTime: .zero, rules: rules)
        crawlDelay = rules.crawlDelay
    }

    var text: String {
        var lines = ["url:     \(url.withoutCredentials.href)", "host:    \(host) (shares one pause)"]
        if let hints { lines.append("hints:   \(hints)") }
        lines += robots.map { "robots:  " + $0 }
        guard let verdict, let pause else {
            return (lines + ["verdict: not fetched, a robots.txt out of reach forbids everything"]).joined(
                separator: "\n")
        }
        lines.append("rule:    \(verdict.rule ?? "none matches")")
        let asked = crawlDelay.map { ", Crawl-delay \(DurationText.format($0))" } ?? ""
        lines.append("pace:    one page every \(DurationText.format(pause)) at most\(asked)")
        lines.append("verdict: \(verdict.isAllowed ? "would be fetched" : "not fetched")")
        return lines.joined(separator: "\n")
    }

    var json: String {
        var object = JSONText()
        object.add("url", url.withoutCredentials.href)
        object.add("host", "\(host)")
        object.add("hints", hints)
        object.add("robots", robots)
        object.add("rule", verdict?.rule)
        object.add("pause", pause.map(DurationText.format))
        object.add("crawl_delay", crawlDelay.map(DurationText.format))
        object.add("allowed", verdict?.isAllowed ?? false)
        return object.finished
    }
}
