import ArchiveTools
import Archiving
import Crawling
import Fetching
import FetchingCurl
import Foundation
import Frontier
import FrontierSQLite
import WARC

/// The only place that knows which adapters the program uses: SQLite for the frontier, libcurl for fetching.
enum Backends {
    /// The frontier of a new crawl.
    static func newFrontier(_ folder: CrawlFolder, settings: Settings) async throws(FrontierError)
        -> any CrawlFrontier
    {
        try await SQLiteFrontier.create(
            path: folder.frontierPath, connectionsPerHost: settings.connectionsPerHost, leasesRunOut: false)
    }

    /// False if the crawl died before its frontier was made.
    static func hasFrontier(_ folder: CrawlFolder) throws(FrontierError) -> Bool {
        try SQLiteFrontier.isMade(path: folder.frontierPath)
    }

    /// The frontier of a crawl that is resumed; hosts that were being asked wait as if they had just been asked.
    static func existingFrontier(
        _ folder: CrawlFolder, settings: Settings
    ) async throws(FrontierError) -> any CrawlFrontier {
        try checkThere(crawl: folder.path)
        return try await SQLiteFrontier.open(
            path: folder.frontierPath, connectionsPerHost: settings.connectionsPerHost, leasesRunOut: false,
            restartDelay: settings.restartDelay)
    }

    /// Gives records that were moved their new places in a frontier that nobody has open, and marks what was removed.
    static func forget(
        _ rewrites: [ArchiveRewrite], rows: [Int64], records: Set<String>, in folder: CrawlFolder
    ) throws(FrontierError) -> RemovalReceipt {
        try RecordRemoval.apply(rewrites, rows: rows, records: records, path: folder.frontierPath)
    }

    /// A fetcher as the settings want it.
    static func fetcher(_ settings: Settings, spoolFolder: String) throws(UserError) -> any CrawlFetcher {
        var options = CurlOptions()
        options.userAgent = settings.userAgentText
        options.fields = settings.headers.compactMap { header in
            header.firstIndex(of: ":").map { colon in
                (
                    String(header[..<colon]),
                    header[header.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                )
            }
        }
        options.addressPolicy = AddressPolicy(allowsLoopback: settings.allowsLoopback)
        options.connectTo = settings.connectTo
        options.caFile = settings.caFile
        options.verifiesTLS = !settings.isInsecure
        options.proxy = settings.proxy
        options.family = settings.addresses == "ipv4" ? .v4 : settings.addresses == "ipv6" ? .v6 : nil
        options.maximumConnections = settings.concurrency
        options.spareConnections = settings.concurrency * (LeaseFeed.fetchesPerPlace - 1)
        // Without a delay the host may be asked at once anyway.
        options.sendsAgain = settings.delay == .zero
        options.offersHTTP2 = settings.usesHTTP2
        options.cookiesFrom = settings.cookies
        options.cookiesTo = settings.cookies
        do { return try CurlFetcher(options, spoolFolder: spoolFolder) } catch {
            throw UserError(.usage, "\(error)")
        }
    }

    /// A frontier to look at, whether its crawl runs or not.
    ///
    /// - Throws: `missing` if the crawl has files of pages and no frontier any more, `corrupt` if it is damaged.
    static func frontierReader(
        crawl: String, check: FrontierCheck = .ifSmall
    ) async throws(FrontierError) -> any FrontierReading {
        try checkThere(crawl: crawl)
        let path = crawl + "/frontier.sqlite"
        return try await SQLiteFrontierReader.open(path: path, isChecked: check.isWanted(of: path))
    }

    private static func checkThere(crawl: String) throws(FrontierError) {
        let path = crawl + "/frontier.sqlite"
        guard !FileManager.default.fileExists(atPath: path), ArchiveInput.isCrawl(crawl) else { return }
        throw .missing(path: path)
    }

    /// The files of a crawl's text/, up to their committed ends; to the files' own ends if its frontier is damaged
    /// or gone, which whoever asked for its pages was told.
    static func textInputs(_ crawl: String) async throws(UserError) -> [ArchiveInput] {
        do throws(FrontierError) {
            return ArchiveInput.text(
                ofCrawl: crawl, ends: try await frontierReader(crawl: crawl, check: .never).fileEnds())
        } catch {
            if error.lostFrontier != nil { return ArchiveInput.uncommitted(ofCrawl: crawl, part: "text") }
            throw UserError(error.status, "\(error)")
        }
    }

    /// The files of records that a path names; of a crawl those of its pages/, up to their committed ends.
    static func archiveInputs(_ path: String) async throws(UserError) -> [ArchiveInput] {
        do { return try await resolve(path) } catch let error as FrontierError {
            throw UserError(error.status, "\(error)")
        } catch {
            throw UserError(.usage, "\(error)")
        }
    }

    /// The files of several paths. Those of a crawl whose frontier is damaged or gone are read to their ends instead,
    /// which is said and counts as damage.
    static func archive(_ paths: [String]) async throws(UserError) -> (inputs: [ArchiveInput], damages: Int) {
        var inputs: [ArchiveInput] = []
        var damages = 0
        for path in paths {
            do { inputs += try await resolve(path) } catch let error as FrontierError {
                let files = ArchiveInput.uncommitted(ofCrawl: path, part: "pages")
                guard let (file, reason) = error.lostFrontier, !files.isEmpty else {
                    throw UserError(error.status, "\(error)")
                }
                Terminal.complain(
                    "\(file): \(reason); the WARC files of \(path)/pages are read without it, to their ends")
                inputs += files
                damages += 1
            } catch {
                throw UserError(.usage, "\(error)")
            }
        }
        return (inputs, damages)
    }

    private static func resolve(_ path: String) async throws -> [ArchiveInput] {
        try await ArchiveInput.resolve(path) { crawl throws(FrontierError) in
            try await frontierReader(crawl: crawl).fileEnds()
        }
    }
}

extension Settings {
    /// `newshound/0.1.0 (+contact)`.
    var userAgentText: String {
        "\(userAgent)/\(Version.number)" + (contact.map { " (+\($0))" } ?? "")
    }
}

extension SQLiteFrontier: CrawlFrontier {}
extension CurlFetcher: CrawlFetcher {}

/// Whether a frontier is looked through from end to end before it is read, so that damage is told that no call would come
/// upon.
enum FrontierCheck {
    /// Where the same command has looked before.
    case never
    /// Only if that takes no time that a user notices; `newshound verify` looks through any.
    case ifSmall
    case always

    /// A quarter of a second.
    private static let smallBytes = 64_000_000

    fileprivate func isWanted(of path: String) -> Bool {
        switch self {
        case .never: return false
        case .always: return true
        case .ifSmall:
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.size] as? Int ?? 0) <= Self.smallBytes
        }
    }
}
