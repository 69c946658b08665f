import Archiving
import ArgumentParser
import Crawling
import Foundation
import Frontier
import WARC

/// `newshound recrawl`: visits a crawl's feeds, sitemaps and pages again.
struct RecrawlCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recrawl", abstract: "Visit a crawl's feeds, sitemaps and pages again.",
        discussion: """
            Requests are conditional: what has not changed costs an answer without a body and makes a revisit record. \
            New links are followed as before. What failed, or was skipped because its robots.txt could not be reached, is \
            tried again with all tries. With --every the crawl is watched: what changes is visited at that interval, what \
            does not or fails more and more seldom, up to 16 times that, until Ctrl-C; --max-pages, --max-time and \
            --max-bytes are limits of each visit then.

            Example:
              newshound recrawl mycrawl --since 7d --every 15m
            """)

    @Argument(help: "The crawl's folder.")
    var folder: String
    @Option(help: "Only what was fetched since: a date such as 2026-01-02, or a duration such as 7d.")
    var since: String?
    @Option(help: "Go on visiting, what changes at this interval, until Ctrl-C.")
    var every: String?
    @OptionGroup(title: "How much, and what is kept") var limits: RunFlags
    @OptionGroup(title: "How hosts are asked") var fetch: FetchFlags
    @OptionGroup(visibility: .hidden) var scope: ScopeFlags
    @OptionGroup(visibility: .hidden) var identity: IdentityFlags

    private var flags: GivenFlags { GivenFlags(scope, identity, limits, fetch) }

    func run() async throws {
        try await Program.report(isRun: true) {
            let description = try CrawlDescription.read(folder: folder, changedBy: flags, by: "recrawl")
            let since = try earliest()
            let interval = try interval()
            // One lock for all visits: nobody can come between them.
            let crawl = try CrawlFolder.open(folder)
            guard let interval else {
                return try await visit(crawl, description, since: since) { _ in true }.status
            }
            return try await watch(crawl, description, since: since, interval: interval)
        }
    }

    private func watch(
        _ crawl: CrawlFolder, _ description: CrawlDescription, since: Date?, interval: Duration
    ) async throws -> ExitStatus {
        let isQuiet = description.settings.isQuiet
        var schedule = RevisitSchedule(shortest: interval)
        var tally = RoundsTally()
        let meta = MetaTurns { () throws(ArchiveError) in try CrawlSession.writeMeta(of: crawl, description) }
        while true {
            let start = Date()
            let due = schedule
            let summary = try await visit(crawl, description, since: since, meta: meta) {
                due.isDue($0.candidate.key, at: start)
            }
            tally.add(summary)
            switch summary.end {
            case .finished, .nothingFetched, .stopped(.waiting): break
            default:
                try meta.end()
                return summary.status
            }
            try await note(&schedule, since: start)
            // Without a page that may be visited again the next look is a whole interval away.
            let next =
                [schedule.nextDue, summary.waitsUntil].compactMap(\.self).min()
                ?? start.addingTimeInterval(Double(interval.components.seconds))
            if !isQuiet {
                Terminal.note("the next visit is due at \(next.formatted(.iso8601)); Ctrl-C ends the watch")
            }
            guard await pause(until: next) else {
                try meta.end()
                if !isQuiet {
                    tally.show(continuing: "newshound recrawl \(crawl.path) --every \(every ?? "")")
                }
                return .stopped
            }
        }
    }

    private func visit(
        _ crawl: CrawlFolder, _ description: CrawlDescription, since: Date?,
        meta: MetaTurns? = nil, where isDue: @escaping @Sendable (URLEntry) -> Bool
    ) async throws -> RunSummary {
        try await CrawlSession.resume(description, in: crawl, meta: meta) { entry in
            if let since, entry.finishedAt.map({ $0 < since }) ?? true { return false }
            return isDue(entry)
        }
    }

    private func note(_ schedule: inout RevisitSchedule, since start: Date) async throws {
        let reader = try await Backends.frontierReader(crawl: folder, check: .never)
        var row: Int64 = 0
        while true {
            let entries = try await reader.entries(after: row, limit: 5_000)
            guard let last = entries.last else { return }
            for entry in entries { schedule.note(entry, since: start) }
            row = last.row
        }
    }

    /// False if Ctrl-C ended it, or had come before.
    private func pause(until time: Date) async -> Bool {
        let sleep = Task { try await Task.sleep(for: .seconds(max(0, time.timeIntervalSinceNow))) }
        Interrupts.program.onFirst { sleep.cancel() }
        defer { Interrupts.program.onFirst(nil) }
        return (try? await sleep.value) != nil && !Interrupts.program.areAsked
    }

    private func interval() throws(UserError) -> Duration? {
        guard let every else { return nil }
        guard let interval = DurationText.parse(every), interval > .zero else {
            throw UserError(.usage, "--every \(every): is not a duration such as 5m, 1h or 1d")
        }
        return interval
    }

    private func earliest() throws(UserError) -> Date? {
        guard let since else { return nil }
        if let ago = DurationText.parse(since), !since.contains("-") {
            return Date(timeIntervalSinceNow: -Double(ago.components.seconds))
        }
        guard let date = WARCDate.parse(since) else {
            throw UserError(
                .usage, "--since \(since): is neither a date such as 2026-01-02 nor a duration such as 7d")
        }
        return date
    }
}

/// What all visits of a watch did together.
private struct RoundsTally {
    private var visits = 0
    private var pages = 0
    private var bytes: Int64 = 0

    mutating func add(_ summary: RunSummary) {
        visits += 1
        pages += summary.progress.pages
        bytes += summary.progress.bytes
    }

    func show(continuing command: String) {
        Terminal.put(
            "\(Noun.visit.count(visits)), \(Noun.page.count(pages)), \(ProgressLine.size(bytes)): "
                + "the watch was stopped by a signal")
        Terminal.put("continue: \(command)")
    }
}
