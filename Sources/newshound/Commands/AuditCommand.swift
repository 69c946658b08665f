import ArchiveTools
import Archiving
import ArgumentParser
import Foundation
import WebURLs

/// `newshound audit`: whether a crawl kept its promises to the hosts.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Prove the politeness of a crawl from its archive and log.",
        discussion: """
            Gives the smallest gap and the largest parallelism of each host, and names each fetch that came too early, \
            at once with another, or against robots.txt; the exit status is then 8.

            Example:
              newshound audit mycrawl
            """)

    @Argument(help: "The crawl's folder.")
    var folder: String
    @Flag(help: "One JSON object a host and a violation, and one with the totals at the end.")
    var json = false
    @Option(help: "The pause that was due (default: that of each run).")
    var delay: String?
    @Option(help: "Fetches of one host at once that were allowed (default: those of each run).")
    var connectionsPerHost: Int?

    func run() async throws {
        try await Program.report {
            let settings = try CrawlDescription.read(folder: folder).settings
            var audit = Audit(rules: try rules(settings))
            let log = folder + "/crawl.log"
            let isRunning = CrawlFolder.holder(of: folder) != .nobody
            for finding in LogFindings(ofCrawl: folder, isRunning: isRunning).findings {
                Terminal.note(finding.description)
            }
            if let bytes = FileManager.default.contents(atPath: log) { audit.read(log: Array(bytes)) }
            let (inputs, damages) = try await Backends.archive([folder])
            for input in inputs { audit.read(input) }
            let losses = inputs.compactMap(\.loss)
            for damage in audit.damages + losses.map(\.description) { Terminal.complain(damage) }
            if audit.unlogged > 0 {
                Terminal.note(
                    "\(log): lacks \(Noun.fetch.count(audit.unlogged)) of the archive; those that were neither "
                        + "logged nor archived are not judged")
            }
            let damageCount = audit.damages.count + losses.count + damages
            let (hosts, violations) = audit.verdict()
            for host in hosts { Terminal.put(json ? host.json : Self.row(host)) }
            for violation in violations { Terminal.put(json ? violation.json : violation.description) }
            if json {
                var object = JSONText()
                object.add("hosts", Int64(hosts.count))
                object.add("fetches", Int64(hosts.map(\.fetches).reduce(0, +)))
                object.add("violations", Int64(violations.count))
                object.add("damages", Int64(damageCount))
                Terminal.put(object.finished)
            } else {
                Terminal.put(
                    "\(Noun.host.count(hosts.count)), \(Noun.fetch.count(hosts.map(\.fetches).reduce(0, +))): "
                        + (violations.isEmpty ? "no violation" : Noun.violation.count(violations.count)))
            }
            return violations.isEmpty && damageCount == 0 ? .finished : .damage
        }
    }

    private func rules(_ settings: Settings) throws(UserError) -> AuditRules {
        var due = settings.delay
        if let delay {
            guard let given = DurationText.parse(delay) else {
                throw UserError(.usage, "--delay \(delay): is not a duration such as 500ms, 2s or 5m")
            }
            due = given
        }
        if let connectionsPerHost, connectionsPerHost < 1 {
            throw UserError(
                .usage, "--connections-per-host \(connectionsPerHost): is not a whole number from 1 on")
        }
        var rules = AuditRules(
            delay: due, maximumCrawlDelay: settings.maximumCrawlDelay,
            connectionsPerHost: max(1, connectionsPerHost ?? settings.connectionsPerHost),
            robotsToken: settings.userAgent,
            hostKeyRule: settings.hostKey == "host" ? .host : .registrableDomain)
        // Each run was started with a pace of its own; what is given here is meant for all of them.
        rules.runs = RunLog.read(crawl: folder).map { run in
            var run = run
            if delay != nil { run.delay = due }
            if let connectionsPerHost { run.connectionsPerHost = max(1, connectionsPerHost) }
            return run
        }
        if delay != nil, connectionsPerHost == nil,
            ([rules.connectionsPerHost] + rules.runs.map(\.connectionsPerHost)).contains(where: { $0 > 1 })
        {
            Terminal.note(
                "--delay: no pause is due where a host may be asked over several connections at once; "
                    + "add --connections-per-host 1 to judge such a run by it")
        }
        return rules
    }

    /// `news.example.org  51 fetches, smallest gap 2,004 ms (2,000 ms are due), 1 at once`.
    private static func row(_ host: AuditedHost) -> String {
        let gap =
            host.smallestGap.map {
                let smallest = $0 < .zero ? "overlapping" : "smallest gap \($0.milliseconds.formatted()) ms"
                let due = host.requiredGap.milliseconds
                return ", \(smallest) (\(due > 0 ? "\(due.formatted()) ms are due" : "no pause is due"))"
            } ?? ""
        return "\(host.key.name): \(Noun.fetch.count(host.fetches))\(gap), "
            + "\(host.largestParallelism) at once"
    }
}
