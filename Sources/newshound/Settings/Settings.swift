import Crawling
import Politeness

/// The configuration: every key of `Config/newshound.yaml` with its default.
struct Settings {
    // Where to
    var follow: CrawlPlan.Follow = .related
    /// Nil: the default of `follow`: unlimited with `all`, else 4.
    var maximumHops: Hops?
    var offSiteHops = 1
    var scope: CrawlPlan.Scope = .site
    var include: [String] = []
    var exclude: [String] = []
    var readsRobotsSitemaps = false
    var takesRequisites = false
    /// A folder of site hints, or `none`; nil: `Config/sites`, if it is there.
    var sites: String?

    // How much
    var maximumPages: Int?
    var maximumTime: Duration?
    var maximumBytes: Int64?
    var maximumPagesPerHost: Int?
    var minimumFreeDisk: Int64 = 1_000_000_000
    var concurrency = 64
    var maximumWait: Duration = .seconds(3600)

    // How politely
    var delay: Duration = .seconds(2)
    var loadFactor = 5.0
    var maximumDelay: Duration = .seconds(30)
    var maximumCrawlDelay: Duration = .seconds(300)
    var maximumRetryAfter: Duration = .seconds(86_400)
    var attempts = 4
    var connectionsPerHost = 1
    var hostKey = "domain"
    var contact: String?
    var userAgent = "newshound"
    var respectsAIOptOut = false

    // How to fetch
    var connectTimeout: Duration = .seconds(10)
    var firstByteTimeout: Duration = .seconds(30)
    var idleTimeout: Duration = .seconds(30)
    var totalTimeout: Duration = .seconds(120)
    var bodyLimit: Int64 = 10_000_000
    var headers: [String] = []
    var connectTo: [String] = []
    var caFile: String?
    var isInsecure = false
    var cookies: String?
    var proxy: String?
    var addresses = "any"
    var usesHTTP2 = false
    var allowsLoopback = false

    // Traps
    var maximumURLBytes = 2_083
    var maximumPathSegments = 20
    var maximumSegmentRepeats = 3
    var maximumRedirects = 10
    var maximumCandidatesPerPage = 20_000
    var maximumQueriesPerPath = 10_000
    var maximumQueryOrders = 3
    var maximumIdenticalPages = 20
    var maximumSimilarPages = 200
    var maximumURLsPerHost = 1_000_000
    var maximumHostsPerDomain = 1_000
    var maximumRequisitesPerPage = 100

    // What is kept
    var archiveFileSize: Int64 = 1_000_000_000
    var digest = "sha1"
    var dedupe: String?

    // Output
    var isQuiet = false
    var logsJSON = false

    /// A number of hops, or none.
    enum Hops: Equatable {
        case limited(Int)
        case unlimited
    }
}
