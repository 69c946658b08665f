package import Fetching
package import Frontier
package import Pages
package import Politeness
package import WebURLs

/// What one crawl is to do: seeds, scope, limits and manners. It never changes while the crawl runs.
package struct CrawlPlan: Sendable {
    /// Which outlinks of a page become candidates.
    package enum Follow: String, Sendable, Hashable, CaseIterable {
        /// Those in related-content blocks.
        case related
        /// Those, and links to what looks like an article outside popular, navigation and advertisement blocks.
        case articles
        /// Every link.
        case all
        /// None: the seeds alone.
        case none

        /// What a crawl needs to know of a page. What a link is for decides nothing where all are followed, or none; it can
        /// be read from the archive later.
        package var parts: PageReader.Parts {
            switch self {
            case .related, .articles: .linkRoles
            case .all, .none: []
            }
        }
    }

    /// How far `articles` and `all` may stray from the seeds; `related` is bound by `offSiteHops` alone.
    package enum Scope: String, Sendable, Hashable, CaseIterable {
        /// The registrable domains of the seeds.
        case site
        /// The hosts of the seeds.
        case host
        /// URLs that begin with a seed up to its last slash.
        case prefix
        /// Everywhere.
        case any
    }

    package var seeds: [WebURL]
    package var follow: Follow = .related
    /// K and L hops from a seed; nil: no limit.
    package var maximumHops: Int? = 4
    /// Consecutive hops away from the seeds' sites.
    package var offSiteHops = 1
    package var scope: Scope = .site
    /// A candidate must match one of these; empty: every candidate does.
    package var include: [URLPattern] = []
    /// A candidate must match none of these.
    package var exclude: [URLPattern] = []
    /// Pages of one host in the whole crawl; nil: no limit.
    package var maximumPagesPerHost: Int?
    package var traps = URLTraps()
    package var identity: CrawlIdentity = .standard
    package var hostKeyRule: HostKey.Rule = .registrableDomain
    package var politeness = PolitenessPolicy()
    package var fetchLimits = FetchLimits()
    /// The product token that robots.txt groups are matched with.
    package var robotsToken = "newshound"
    /// Sitemaps that the robots.txt of a seed's origin names are read as if they were seeds.
    package var readsRobotsSitemaps = false
    /// Of one robots.txt; a file that names more names the same pages several times.
    package var maximumRobotsSitemaps = 100
    /// Pictures and style sheets of the pages that are kept are fetched too (hop E). They are no pages.
    package var takesRequisites = false
    package var maximumRequisitesPerPage = 100
    /// Requests are conditional where an earlier capture has validators: pages are visited again.
    package var isRecrawl = false
    /// Pages that opt out of text and data mining are not kept.
    package var respectsAIOptOut = false
    package var limits = RunLimits()

    package init(seeds: [WebURL]) { self.seeds = seeds }

    /// The candidate that a seed is.
    package func seedCandidate(_ url: WebURL) -> Candidate {
        let url = url.withoutFragment
        return Candidate(
            url: url, key: identity.key(of: url), hostKey: HostKey(of: url, by: hostKeyRule), priority: .seed)
    }
}

/// When a run ends although work is left, and how much it does at once. They count this run alone.
package struct RunLimits: Sendable, Hashable {
    /// Nil: no limit.
    package var maximumPages: Int?
    package var maximumTime: Duration?
    /// Of bodies as received.
    package var maximumBytes: Int64?
    /// Fetches in flight; those that take longer than two seconds do not count, up to `LeaseFeed.fetchesPerPlace` times as
    /// many. 1 is one at a time, however slow.
    package var concurrency = 64
    /// A run ends when nothing is in flight and the next host is ready only this long after the last URL was done: one host
    /// that refuses for longer and longer does not keep it at work.
    package var maximumWait: Duration = .seconds(3600)
    /// Free bytes on the archive's disk below which a run ends; 0: never.
    package var minimumFreeDiskBytes: Int64 = 1_000_000_000
    /// How long a lease lasts unless renewed; more than twice the longest fetch.
    package var lease: Duration = .seconds(300)

    package init() {}
}
