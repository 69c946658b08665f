import ArchiveTools
import ArgumentParser
import Foundation
import Frontier
import WebURLs

/// `newshound status`: how a crawl stands.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What is done, queued, waiting for what, and skipped by which rule.",
        discussion: """
            Takes no lock: it may be asked while the crawl runs.

            Example:
              newshound status mycrawl
            """)

    @Argument(help: "The crawl's folder.")
    var folder: String
    @Flag(help: "Show it again every two seconds, until Ctrl-C.")
    var watch = false
    @Flag(help: "As one JSON object.")
    var json = false

    /// Hosts that are listed.
    private static let maximumHosts = 10
    private static let watchInterval: Duration = .seconds(2)

    func run() async throws {
        try await Program.report {
            let description = try CrawlDescription.read(folder: folder)
            var isFirst = true
            while true {
                let frontier = try await Backends.frontierReader(
                    crawl: folder, check: isFirst ? .ifSmall : .never)
                isFirst = false
                let counts = try await frontier.counts()
                let kinds = try await frontier.captureKinds()
                let isRead: Bool
                if json {
                    isRead = Terminal.put(
                        CrawlReport(name: description.name, counts: counts, kinds: kinds).json)
                } else {
                    if watch { Terminal.put("\u{1B}[2J\u{1B}[H" + description.name) }
                    isRead = show(counts, kinds, hosts: try await frontier.hosts())
                }
                guard watch, isRead else { return .finished }
                try await Task.sleep(for: Self.watchInterval)
            }
        }
    }

    /// False if nobody reads it any more.
    private func show(_ counts: FrontierCounts, _ kinds: CaptureKinds, hosts: [HostEntry]) -> Bool {
        guard Terminal.put("pages      \(kinds.allPages.formatted())") else { return false }
        Terminal.put("discovered \(Noun.url.count(counts.discovered)):")
        func row(_ name: String, _ count: Int) {
            guard count > 0 else { return }
            Terminal.put("  \(name.padding(toLength: 26, withPad: " ", startingAt: 0)) \(count.formatted())")
        }
        row("archived", counts.archived)
        row("revisited", counts.revisited)
        if counts.archived + counts.revisited > 0 { Terminal.put("    \(kinds.text)") }
        row("queued", counts.queued)
        row("in flight", counts.leased)
        row("waiting for another try", counts.waiting)
        if kinds.queuedAgain > 0 {
            Terminal.put("    queued again             \(kinds.queuedAgain.formatted()) (archived before)")
        }
        for (reason, count) in counts.failed.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            row("failed: \(reason)", count)
        }
        for (reason, count) in counts.skipped.sorted(by: {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }) {
            row("skipped: \(reason.rawValue)", count)
        }
        let busy = hosts.filter { $0.queued > 0 || $0.leased > 0 }.sorted {
            ($1.queued, $0.state.key) < ($0.queued, $1.state.key)
        }
        guard !busy.isEmpty else { return true }
        Terminal.put(
            "hosts      \(counts.hostsReady.formatted()) ready, \(counts.hostsWaiting.formatted()) waiting; the longest queues:"
        )
        let now = Date()
        for host in busy.prefix(Self.maximumHosts) {
            let wait = host.readyAt.timeIntervalSince(now)
            var parts = ["queue \(host.queued.formatted())", "archived \(host.state.pages.formatted())"]
            if host.leased > 0 { parts.append("in flight \(host.leased)") }
            if wait > 0 { parts.append("ready in \(DurationText.format(.milliseconds(Int64(wait * 1000))))") }
            if host.state.consecutiveFailures > 0 {
                parts.append("\(Noun.failure.count(host.state.consecutiveFailures)) in a row")
            }
            Terminal.put("  \(host.state.key.name): \(parts.joined(separator: ", "))")
        }
        return true
    }
}
