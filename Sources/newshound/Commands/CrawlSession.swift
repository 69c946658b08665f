import ArchiveTools
import Archiving
import Crawling
import Fetching
import Foundation
import Frontier
import Pages
import WARC
import WebURLs

/// One run of the program over a crawl folder, from its opening to its summary.
///
/// `start` begins a crawl, `resume` goes on with one; from there both are the same.
enum CrawlSession {
    static func start(_ description: CrawlDescription, in path: String) async throws -> ExitStatus {
        let fresh = try FreshFolder(path)
        let hints = try SiteHintsFolder.load(description.settings.sites)
        var description = description
        if description.settings.sites == nil { description.settings.sites = hints?.path }
        let plan = try description.settings.plan(seeds: description.seeds)
        let earlier = try description.settings.dedupeIndex()
        let folder = try fresh.create()
        let fetcher: any CrawlFetcher
        let frontier: any CrawlFrontier
        do {
            fetcher = try Backends.fetcher(description.settings, spoolFolder: folder.spoolPath)
            try writeDescription(description, in: folder)
            try hints?.copy(intoCrawl: folder.path)
            frontier = try await Backends.newFrontier(folder, settings: description.settings)
            _ = try await frontier.enqueue(plan.seeds.map(plan.seedCandidate))
        } catch {
            fresh.remove()
            throw error
        }
        return try await run(
            plan, description, folder, frontier: frontier, fetcher: fetcher, earlier: earlier,
            hints: hints?.hints, isNew: true
        ).status
    }

    /// - Parameters:
    ///   - folder: The crawl's folder, whose lock outlasts the run: several runs may follow each other under it.
    ///   - meta: when the crawl says of itself as records what the run did; nil: at once.
    ///   - revisits: which of the fetched URLs are queued again first and asked for with conditional requests; nil: none,
    ///     the crawl goes on where it stood.
    ///   - hasNewHostLimit: URLs are queued again that the limit of pages per host kept out before.
    static func resume(
        _ description: CrawlDescription, in folder: CrawlFolder, meta: MetaTurns? = nil,
        revisits: (@Sendable (URLEntry) -> Bool)? = nil, hasNewHostLimit: Bool = false
    ) async throws -> RunSummary {
        var plan = try description.settings.plan(seeds: description.seeds)
        plan.isRecrawl = revisits != nil
        let earlier = try description.settings.dedupeIndex()
        let hints = try SiteHintsFolder.load(description.settings.sites, ofCrawl: folder.path)
        let fetcher = try Backends.fetcher(description.settings, spoolFolder: folder.spoolPath)
        // A crawl that died while it was being started may have no frontier yet; then nothing is archived either.
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.pagesPath)
        let wasBegun = try Backends.hasFrontier(folder) || !pages.isEmpty
        let frontier: any CrawlFrontier =
            wasBegun
            ? try await Backends.existingFrontier(folder, settings: description.settings)
            : try await Backends.newFrontier(folder, settings: description.settings)
        try await check(plan, of: folder, with: frontier)
        let recovery = try folder.recover(to: try await frontier.fileEnds())
        if recovery.bytesCut > 0, !description.settings.isQuiet {
            Terminal.note(
                "cut \(ProgressLine.size(recovery.bytesCut)) of \(Noun.file.count(recovery.changes.count)) back to what was "
                    + "committed; those pages are fetched again")
        }
        // Nor need it have its seeds.
        _ = try await frontier.enqueue(plan.seeds.map(plan.seedCandidate))
        if revisits != nil || hasNewHostLimit {
            _ = try await frontier.requeue { entry in
                entry.isHeldBack ? hasNewHostLimit : revisits?(entry) ?? false
            }
        }
        return try await run(
            plan, description, folder, frontier: frontier, fetcher: fetcher, earlier: earlier,
            hints: hints?.hints, isNew: false, meta: meta)
    }

    /// Throws if the plan has none of the seeds that the crawl was begun with: crawls may have the same name.
    private static func check(
        _ plan: CrawlPlan, of folder: CrawlFolder, with frontier: any FrontierReading
    ) async throws {
        // Seeds are the first that a frontier gets to know.
        guard let first = try await frontier.entries(after: 0, limit: 1).first?.candidate.url else { return }
        let isKnown = plan.seeds.contains {
            $0.withoutFragment.withoutCredentials.href == first.withoutCredentials.href
        }
        guard !isKnown else { return }
        throw UserError(
            .usage,
            "\(folder.path)/\(CrawlDescription.fileName): is the plan of another crawl: this one was begun with "
                + "\(first.withoutCredentials.href), which it does not name; \(CrawlDescription.putBack)")
    }

    private static func run(
        _ plan: CrawlPlan, _ description: CrawlDescription, _ folder: CrawlFolder,
        frontier: any CrawlFrontier, fetcher: any CrawlFetcher, earlier: DedupeIndex?,
        hints: SiteHints?, isNew: Bool, meta: MetaTurns? = nil
    ) async throws -> RunSummary {
        let settings = description.settings
        let fetcher = FailureNotes(fetcher)
        let writer = ArchiveWriter(
            folder: folder, identity: identity(description),
            algorithm: algorithm(settings),
            maximumFileBytes: settings.archiveFileSize)
        let clock = VisitClock.system
        let watch = TrapWatch()
        if !isNew { try await frontier.forEachLinkedHost { watch.meet($0) } }
        let visit = PageVisit(
            plan: plan, scope: LearnedScope(plan, learnedDomains: try await frontier.scopeDomains()),
            watch: watch,
            robots: RobotsDirectory(
                memory: frontier, token: plan.robotsToken, startedAt: clock.now(), now: clock.now),
            fetcher: fetcher, reader: PageReader(parts: plan.follow.parts, hints: hints ?? SiteHints()),
            archive: writer,
            memory: earlier.map { EarlierCrawlMemory(memory: frontier, index: $0) as any HostMemory }
                ?? frontier,
            log: try CrawlLog(path: folder.logPath), clock: clock)
        let run = CrawlRun(visit: visit, frontier: frontier, freeDiskBytes: { folder.freeBytes })

        RunLog.append(
            RunPace(
                startedAt: clock.now(), delay: settings.delay, connectionsPerHost: settings.connectionsPerHost
            ),
            toCrawl: folder.path)
        if isNew, !settings.isQuiet {
            if settings.logsJSON {
                Terminal.put(fields: ["begin": description.name, "folder": folder.path])
            } else {
                Terminal.note("crawling into \(folder.path)")
            }
        }
        Interrupts.program.onFirst { Task { await stop(run, isQuiet: settings.isQuiet) } }
        defer { Interrupts.program.onFirst(nil) }
        let reporter = ProgressReporter(run: run, settings: settings)
        await reporter.begin()
        let end: RunEnd
        do throws(VisitError) { end = try await run.run() } catch {
            await reporter.end()
            _ = await fetcher.shutdown()
            throw await left(folder, by: error, writer: writer, frontier: frontier)
        }
        await reporter.end()
        if await !fetcher.shutdown(), let cookies = settings.cookies {
            Terminal.complain("\(cookies): the cookies cannot be written; check the path")
        }
        try await writer.close()
        let kinds = try await frontier.captureKinds()
        let hasPages = kinds.pages + kinds.queuedAgain > 0
        let summary = RunSummary(
            end: end, progress: try await run.progress(), kinds: kinds, folder: folder.path,
            troubles: hasPages
                ? nil : try await SeedTroubles.read(frontier, crawl: folder.path, notes: fetcher),
            hint: end == .finished
                ? try await hint(plan, kinds, frontier, folder: folder.path) : nil)
        try await CrawlReport.write(crawl: folder.path, name: description.name, frontier: frontier)
        try await writeIndex(of: folder, frontier: frontier)
        try await frontier.close()
        if let meta { try meta.visited() } else { try writeMeta(of: folder, description) }
        summary.show(isQuiet: settings.isQuiet, isJSON: settings.logsJSON)
        return summary
    }

    /// What the crawl says of itself, as records.
    static func writeMeta(of folder: CrawlFolder, _ description: CrawlDescription) throws(ArchiveError) {
        let meta = MetaFile(
            of: folder, identity: identity(description), algorithm: algorithm(description.settings))
        try meta.write(at: Date())
    }

    private static func algorithm(_ settings: Settings) -> WARCDigest.Algorithm {
        settings.digest == "sha256" ? .sha256 : .sha1
    }

    private static func stop(_ run: CrawlRun, isQuiet: Bool) async {
        await run.stop()
        let fetches = await run.inFlight
        guard fetches > 0, !isQuiet else { return }
        Terminal.note("waiting for \(Noun.fetch.count(fetches)) to end; Ctrl-C again quits at once")
    }

    /// Derived from what is committed; what cannot be read of it is for verify to tell.
    private static func writeIndex(of folder: CrawlFolder, frontier: any CrawlFrontier) async throws {
        let ends = try await frontier.fileEnds()
        _ = try CrawlIndex.extend(
            crawl: folder.path, inputs: ArchiveInput.pages(ofCrawl: folder.path, ends: ends), report: { _ in }
        )
    }

    /// Leaves the folder as the next start would make it, files closed at their committed ends, and gives the error
    /// that the program ends with.
    private static func left(
        _ folder: CrawlFolder, by error: VisitError, writer: ArchiveWriter, frontier: any CrawlFrontier
    ) async -> any Error {
        try? await writer.close()
        if let ends = try? await frontier.fileEnds() { _ = try? folder.recover(to: ends) }
        try? await frontier.close()
        return error
    }

    /// What else a user may want to know of a crawl that is over; nil: nothing.
    private static func hint(
        _ plan: CrawlPlan, _ kinds: CaptureKinds, _ frontier: any FrontierReading, folder: String
    ) async throws -> String? {
        guard plan.follow == .related, plan.maximumHops != 0, !plan.isRecrawl, kinds.pages > 0 else {
            return nil
        }
        var row: Int64 = 0
        while true {
            let entries = try await frontier.entries(after: row, limit: 1_000)
            guard let last = entries.last else { break }
            if entries.contains(where: { $0.candidate.hopPath.letters.contains(Hop.related.letter) }) {
                return nil
            }
            row = last.row
        }
        return
            "no related links on \(Noun.page.count(kinds.pages)); newshound links \(folder) shows what each link "
            + "is taken for, --follow articles follows more"
    }

    private static func writeDescription(_ description: CrawlDescription, in folder: CrawlFolder)
        throws(UserError)
    {
        let path = folder.path + "/" + CrawlDescription.fileName
        do {
            try description.yaml(created: Date()).write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw UserError(
                .archive,
                "\(path): cannot be written: \(error.systemReason); free some space, or check who may write there"
            )
        }
    }

    private static func identity(_ description: CrawlDescription) -> ArchiveIdentity {
        let settings = description.settings
        var notes: [String] = []
        if settings.isInsecure { notes.append("certificates were not verified (--insecure)") }
        if settings.proxy != nil { notes.append("fetched through a proxy; addresses are left out") }
        return ArchiveIdentity(
            software: "newshound/\(Version.number)", isPartOf: description.name,
            operatorContact: settings.contact, userAgent: settings.userAgentText,
            hostname: ProcessInfo.processInfo.hostName, notes: notes)
    }
}

/// A frontier with all that a session needs of it.
protocol CrawlFrontier: FrontierStore, HostMemory, FrontierReading, FrontierRevisiting {
    func close() async throws(FrontierError)
}

/// A fetcher with all that a session needs of it.
protocol CrawlFetcher: Fetcher {
    /// False if its cookies could not be written.
    func shutdown() async -> Bool
}
