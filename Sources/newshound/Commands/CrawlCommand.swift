import ArgumentParser
import Foundation
import WARC
import WebURLs

/// `newshound crawl`: starts a crawl.
struct CrawlCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crawl", abstract: "Start a crawl from seed URLs.",
        discussion: """
            Fetches the seeds, follows their related-content links, and keeps raw and cleaned pages as WARC files in \
            a new folder. Ctrl-C ends it so that 'newshound resume' continues.

            Examples, from a story and from a front page:
              newshound crawl https://example.org/story --contact me@example.org
              newshound crawl https://example.org/ --follow articles --contact me@example.org
            """)

    @Argument(help: "Where to begin: absolute http or https URLs.")
    var seed: [String] = []
    @Option(help: "A file of seeds, one URL a line, # for comments; - for standard input. Repeatable.")
    var seeds: [String] = []
    @Option(help: "The crawl's folder; must not be there yet (default: Archive/<first host>-<date>).")
    var into: String?
    @OptionGroup(title: "Where the crawl goes") var scope: ScopeFlags
    @OptionGroup(title: "How much, and what is kept") var limits: RunFlags
    @OptionGroup(title: "How hosts are asked") var fetch: FetchFlags
    @OptionGroup(title: "Configuration") var identity: IdentityFlags

    private var flags: GivenFlags { GivenFlags(scope, identity, limits, fetch) }

    func run() async throws {
        try await Program.report(isRun: true) {
            let stack = try SettingsStack.load(flags)
            var list = SeedList()
            try list.add(arguments: seed)
            for file in seeds { try list.add(file: file) }
            guard let first = list.urls.first else {
                throw UserError(.usage, "no seed is given; name a URL, or a file of URLs with --seeds FILE")
            }
            if into?.isEmpty ?? false {
                throw UserError(
                    .usage, "--into '': names no folder; give the folder that the crawl is to make")
            }
            if into == "-" {
                throw UserError(
                    .usage, "--into -: a crawl goes into a folder; give the folder that it is to make")
            }
            let settings = stack.settings
            Terminal.logsJSON = settings.logsJSON
            try SeedCheck(settings: settings).check(list.urls)
            if let seed = list.secrets.first, !settings.isQuiet {
                Terminal.note(
                    "\(seed.href): asked for without the user name and password of its URL; no request carries them"
                )
            }
            let folder = try into ?? Self.freeFolder(for: first)
            let name = folder.lastPathPart
            let description = CrawlDescription(name: name, seeds: list.urls, settings: settings)
            return try await CrawlSession.start(description, in: folder)
        }
    }

    /// `Archive/<host>-<date>`, then with -2, -3, … until one is free.
    private static func freeFolder(for seed: WebURL) throws(UserError) -> String {
        let host = String(seed.host.map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "_" })
        let day = Date().formatted(.iso8601.year().month().day())
        let base = "Archive/\(host)-\(day)"
        var candidate = base
        var number = 1
        while FileManager.default.fileExists(atPath: candidate) {
            number += 1
            candidate = "\(base)-\(number)"
        }
        return candidate
    }
}
