import Archiving
import ArgumentParser

/// `newshound resume`: continues an interrupted or stopped crawl.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Continue an interrupted or stopped crawl.",
        discussion: """
            Cuts the archive back to what was committed, then goes on where the crawl stood. Limits, delays and the \
            means of fetching may be changed; where the crawl goes (follow, scope, hops, patterns) may not.

            Example:
              newshound resume mycrawl --max-pages 500
            """)

    @Argument(help: "The crawl's folder.")
    var folder: String
    @OptionGroup(title: "How much, and what is kept") var limits: RunFlags
    @OptionGroup(title: "How hosts are asked") var fetch: FetchFlags
    @OptionGroup(visibility: .hidden) var scope: ScopeFlags
    @OptionGroup(visibility: .hidden) var identity: IdentityFlags

    private var flags: GivenFlags { GivenFlags(scope, identity, limits, fetch) }

    func run() async throws {
        try await Program.report(isRun: true) {
            let description = try CrawlDescription.read(folder: folder, changedBy: flags, by: "resume")
            let crawl = try CrawlFolder.open(folder)
            return try await CrawlSession.resume(
                description, in: crawl, hasNewHostLimit: limits.maximumPagesPerHost != nil
            ).status
        }
    }
}

extension CrawlDescription {
    /// Reads the file of a crawl folder and changes what flags may change of a crawl that has begun.
    static func read(folder: String, changedBy flags: GivenFlags, by command: String) throws(UserError)
        -> CrawlDescription
    {
        var description = try read(folder: folder)
        guard !description.seeds.isEmpty else {
            throw UserError(
                .usage,
                "\(folder)/\(fileName): names no seeds, so it is not the plan this crawl was begun with; "
                    + putBack)
        }
        for (name, values) in flags.values {
            guard let key = SettingKey.named(name) else { continue }
            guard key.isChangeable else {
                throw UserError(
                    .usage,
                    "--\(name): cannot be changed by \(command), since what was skipped stays skipped; "
                        + "start a new crawl for another scope")
            }
            if let wrong = key.wrongPart(of: values) {
                throw UserError(.usage, "--\(name) \(wrong): is not \(key.form)")
            }
            _ = key.read(&description.settings, values)
        }
        if let config = flags.config {
            throw UserError(
                .usage,
                "--config \(config): \(command) keeps the plan of the crawl; give single flags instead")
        }
        // A limit of the run is meant for the run it was given to, and so is what it says while it goes on.
        let given = Set(flags.values.map(\.key))
        if !given.contains("max-pages") { description.settings.maximumPages = nil }
        if !given.contains("max-time") { description.settings.maximumTime = nil }
        if !given.contains("max-bytes") { description.settings.maximumBytes = nil }
        if !given.contains("quiet") { description.settings.isQuiet = false }
        if !given.contains("json-log") { description.settings.logsJSON = false }
        Terminal.logsJSON = description.settings.logsJSON
        try SeedCheck(settings: description.settings).check(description.seeds)
        return description
    }
}
