import ArchiveTools
import ArgumentParser
import Foundation
import Pages
import WebURLs

/// `newshound links`: outlinks with their role.
struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Outlinks with their role, one row a page.",
        discussion: """
            Roles: related, article, inline, popular, navigation, advertisement, share, other.

            Example:
              newshound links mycrawl --format text
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    @Argument(help: "Crawl folders, WARC files or folders of them; - for standard input.")
    var path: [String]
    @Option(help: "A JSON object a page, or a line of text a link.")
    var format: Format = .jsonl
    @Option(help: "Write to this file instead of standard output (-).")
    var output: String?
    @Option(help: "Pages read at once (default: all cores).")
    var jobs: Int?
    @Option(help: "Only links of this role.")
    var role: String?
    @Option(help: "Only pages of this host and those below it; repeatable.")
    var host: [String] = []
    @Option(help: SiteHintsFolder.flagHelp)
    var sites: String?
    @Flag(help: "The paths are HTML files or folders of them.")
    var html = false
    @Option(help: "With --html: a file that names the pages' addresses, lines 'file name<TAB>URL'.")
    var urls: String?

    /// Nil: standard output.
    private var place: String? { OutputPlace.file(output) }

    func run() async throws {
        try await Program.report {
            let role = try role.map { name throws(UserError) in
                guard let role = LinkRole(rawValue: name) else {
                    let known = LinkRole.allCases.map(\.rawValue).joined(separator: ", ")
                    throw UserError(.usage, "--role \(name): is none of \(known)")
                }
                return role
            }
            let flags = PageFilterFlags(hosts: host, since: nil, until: nil)
            let filter = try flags.filter()
            try flags.check(isHTML: html, urls: urls)
            let jobs = try JobCount.read(jobs)
            let hints = try SiteHintsFolder.hints(sites, forReading: path)
            let reader = PageReader(parts: .linkRoles, hints: hints)
            let outcome =
                html
                ? try await listFiles(by: reader, role: role, jobs: jobs)
                : try await listArchives(filter, by: reader, role: role, jobs: jobs)
            return outcome.damages == 0 ? .finished : .damage
        }
    }

    private func listArchives(
        _ filter: PageFilter, by reader: PageReader, role: LinkRole?, jobs: Int
    ) async throws -> JobOutcome {
        let (inputs, damages) = try await Backends.archive(path)
        let progress = JobProgress(isOutputShown: place == nil)
        let job = ArchiveJob(
            inputs: inputs, filter: filter, jobs: jobs, onPage: progress.count,
            report: { Terminal.complain($0) })
        let format = format
        var outcome = try await write(progress) { sink in
            try await job.run(
                reader: reader,
                row: { archived, page -> Row? in
                    let address = archived.url?.href ?? archived.address
                    return Self.row(
                        .record(archived.source), page, address: address, role: role, format: format)
                }, sink: sink)
        }
        outcome.damages += damages
        return outcome
    }

    private func listFiles(by reader: PageReader, role: LinkRole?, jobs: Int) async throws -> JobOutcome {
        let files = try HTMLFiles.named(path)
        let addresses = try urls.map { try AddressList(path: $0).addresses } ?? [:]
        let progress = JobProgress(isOutputShown: place == nil)
        let job = HTMLFileJob(
            files: files, addresses: addresses, jobs: jobs, onPage: progress.count,
            report: { Terminal.complain($0) })
        let (format, relative) = (format, RelativeLinks())
        let outcome = try await write(progress) { sink in
            try await job.run(
                reader: reader,
                row: { entry, page -> Row? in
                    if addresses[entry.name] == nil { relative.note(entry, page) }
                    return Self.row(
                        .file(entry.name), page, address: page.url?.href, role: role, format: format)
                }, sink: sink)
        }
        if let line = relative.line { Terminal.note(line) }
        return outcome
    }

    /// Opens the output, has the rows written, and ends it.
    private func write(
        _ progress: JobProgress, rows: (_ sink: (Row) throws -> Bool) async throws -> JobOutcome
    ) async throws -> JobOutcome {
        let out = try OutputFile(place)
        var links = 0
        let outcome = try await progress.show {
            try await rows { row in
                links += row.links
                return try out.write(Array(row.text.utf8))
            }
        }
        try out.close()
        guard outcome.wasRead, outcome.damages == 0 || outcome.pages > 0 else { return outcome }
        let choice =
            PageFilterFlags(hosts: host, since: nil, until: nil).given + (role.map { ["--role \($0)"] } ?? [])
        let summary = JobSummary(noun: .link, choice: choice, paths: path)
        for line in summary.unreadLines(outcome) { Terminal.note(line) }
        if let line = summary.line(rows: links, pages: outcome.pages, in: place) { Terminal.note(line) }
        return outcome
    }

    /// What is written of one page.
    private struct Row {
        let text: String
        let links: Int
    }

    private static func row(
        _ source: ExtractionRow.Source, _ page: Page, address: String?, role: LinkRole?, format: Format
    ) -> Row {
        let links = role.map { role in page.outlinks.filter { $0.role == role } } ?? page.outlinks
        let row = LinksRow(source: source, url: address, links: links)
        return Row(text: format == .jsonl ? row.json : row.text, links: links.count)
    }
}
