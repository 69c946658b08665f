import ArchiveTools
import ArgumentParser
import Foundation
import Pages
import WebURLs

/// `newshound extract`: cleaned text out of an archive.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Cleaned text out of a crawl, WARC files of any tool, or HTML files.",
        discussion: """
            Reads the raw pages anew and removes what is not the article. A broken record is named with file and \
            byte and skipped; the exit status is then 8.

            Examples:
              newshound extract mycrawl --output articles.jsonl
              newshound extract pages.warc.gz --format text
              newshound extract mycrawl --format warc --output articles.warc.wet.gz
              newshound extract --html page.html
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, jsonl, warc

        /// Of the files of single pages, with its dot; nil: there are none.
        var ending: String? {
            switch self {
            case .text: ".txt"
            case .markdown: ".md"
            case .jsonl: ".json"
            case .warc: nil
            }
        }
    }

    @Argument(help: "Crawl folders, WARC files or folders of them; - for standard input.")
    var path: [String]
    @Option(
        help: "text, markdown, jsonl or warc (conversion records; default: jsonl, text for one HTML file).")
    var format: Format?
    @Option(help: "Write to this file, one file a page into a folder (NAME/), or to standard output (-).")
    var output: String?
    @Option(help: "Pages read at once (default: all cores).")
    var jobs: Int?
    @Option(help: "Only pages of this host and those below it; repeatable.")
    var host: [String] = []
    @Option(help: "Only pages captured at this time or later (RFC 3339 or a date).")
    var since: String?
    @Option(help: "Only pages captured before this time.")
    var until: String?
    @Option(help: "Only pages in this language (BCP 47: en, de, pt-BR).")
    var language: String?
    @Option(help: "Only pages whose text has at least so many words.")
    var minWords: Int?
    @Flag(help: "Of several captures of a URL only the newest.")
    var latest = false
    @Flag(help: "A row for each revisit record too, with the text of the capture it refers to.")
    var revisits = false
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
            let flags = PageFilterFlags(hosts: host, since: since, until: until)
            let filter = try flags.filter()
            try flags.check(
                isHTML: html, urls: urls,
                archiveFlags: (latest ? ["--latest"] : []) + (revisits ? ["--revisits"] : []))
            let jobs = try JobCount.read(jobs)
            if let language, !ExtractionText.isLanguageRange(language) {
                throw UserError(.usage, "--language \(language): is no language tag such as en, de or pt-BR")
            }
            if let minWords, minWords < 0 {
                throw UserError(.usage, "--min-words \(minWords): is not a whole number from 0 on")
            }
            // What is wrong with the paths is found before an output file is begun.
            let outcome =
                html ? try await extractFiles(jobs: jobs) : try await extractArchives(filter, jobs: jobs)
            return outcome.damages == 0 ? .finished : .damage
        }
    }

    private func extractArchives(_ filter: PageFilter, jobs: Int) async throws -> JobOutcome {
        var choice = CaptureChoice()
        choice.isNewestOnly = latest
        choice.givesRevisits = revisits
        if choice.needsTwoReadings, path.contains("-") {
            throw UserError(
                .usage, "--\(latest ? "latest" : "revisits"): reads its files twice; name a file instead of -"
            )
        }
        let (inputs, damages) = try await Backends.archive(path)
        let progress = JobProgress(isOutputShown: place == nil)
        let job = ArchiveJob(
            inputs: inputs, filter: filter, choice: choice, jobs: jobs, onPage: progress.count,
            report: { Terminal.complain($0) })
        let text = try rowText(format ?? .jsonl, isOne: false)
        var outcome = try await write(text, progress) { sink in
            try await job.run(
                reader: text.reader,
                row: { archived, page -> ExtractionText.Row? in
                    text.row(
                        of: ExtractionRow(
                            source: .record(archived.source), url: archived.url?.href ?? archived.address,
                            article: page.article ?? page.facts))
                }, sink: sink)
        }
        outcome.damages += damages
        return outcome
    }

    private func extractFiles(jobs: Int) async throws -> JobOutcome {
        let files = try HTMLFiles.named(path)
        let addresses = try urls.map { try AddressList(path: $0).addresses } ?? [:]
        let isOne = files.count == 1
        let progress = JobProgress(isOutputShown: place == nil)
        let job = HTMLFileJob(
            files: files, addresses: addresses, jobs: jobs, onPage: progress.count,
            report: { Terminal.complain($0) })
        let text = try rowText(format ?? (isOne ? .text : .jsonl), isOne: isOne)
        return try await write(text, progress) { sink in
            try await job.run(
                reader: text.reader,
                row: { entry, page -> ExtractionText.Row? in
                    text.row(
                        of: ExtractionRow(
                            source: .file(entry.name), url: page.url?.href,
                            article: page.article ?? page.facts
                        ))
                }, sink: sink)
        }
    }

    /// Opens the output, has the rows written, and ends it.
    private func write(
        _ text: ExtractionText, _ progress: JobProgress,
        rows: (_ sink: (ExtractionText.Row) throws -> Bool) async throws -> JobOutcome
    ) async throws -> JobOutcome {
        var articles = 0
        if let place, OutputFolder.isMeant(by: place) {
            guard let ending = text.format.ending else {
                throw UserError(
                    .usage, "\(place): is a folder, and --format warc makes one file; name a file")
            }
            let folder = try OutputFolder(place, ending: ending)
            let outcome = try await progress.show {
                try await rows { row in
                    if row.isArticle { articles += 1 }
                    try folder.write(row.bytes, name: row.name)
                    return true
                }
            }
            Terminal.note("\(Noun.file.count(outcome.rows)) in \(place)")
            tell(outcome, articles: articles, in: nil)
            return outcome
        }
        let out = try OutputFile(place)
        guard try out.write(text.head) else { return JobOutcome() }
        let outcome = try await progress.show {
            try await rows { row in
                if row.isArticle { articles += 1 }
                return try out.write(row.bytes)
            }
        }
        try out.close()
        tell(outcome, articles: articles, in: place)
        return outcome
    }

    private func tell(_ outcome: JobOutcome, articles: Int, in place: String?) {
        guard outcome.wasRead, outcome.damages == 0 || outcome.pages > 0 else { return }
        let choice = PageFilterFlags(hosts: host, since: since, until: until).given
        let texts =
            [language.map { "--language \($0)" }, minWords.map { "--min-words \($0)" }].compactMap(\.self)
        let summary = JobSummary(noun: Noun("article"), choice: choice + texts, paths: path)
        for line in summary.unreadLines(outcome) { Terminal.note(line) }
        if outcome.revisits > 0 {
            let isOne = outcome.revisits == 1
            Terminal.note(
                "\(Noun("revisit").count(outcome.revisits)) \(isOne ? "gives" : "give") no row; --revisits adds "
                    + (isOne ? "it" : "them"))
        }
        if let line = summary.line(rows: articles, pages: outcome.pages, in: place) { Terminal.note(line) }
    }

    private func rowText(_ format: Format, isOne: Bool) throws(UserError) -> ExtractionText {
        let isFolder = place.map(OutputFolder.isMeant) ?? false
        return ExtractionText(
            format: format, isOne: isOne || isFolder, language: language, minWords: minWords,
            hints: try SiteHintsFolder.hints(sites, forReading: path))
    }
}
