package import WebURLs

/// A URL somebody wants fetched.
package struct Candidate: Sendable, Hashable {
    /// Which candidates of a host are served first; equal ones in the order of their depth, then of discovery.
    package enum Priority: Int, Sendable, Hashable, Comparable {
        /// Targets of redirects: in front of everything else of their host.
        case redirect = 0
        /// Seeds, sitemaps and feeds.
        case seed = 1
        case page = 2
        case requisite = 3

        package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
    }

    /// As it will be asked for; without fragment.
    package let url: WebURL
    /// The URL key by which the frontier knows it: the crawl identity. One key, one entry.
    package let key: String
    package let hostKey: HostKey
    package let hopPath: HopPath
    /// The page on which it was found; nil for a seed.
    package let via: WebURL?
    package let priority: Priority
    /// How many consecutive hops led away from the seeds' sites; 0 on a seed's site.
    package let offSiteHops: Int
    /// The rule that forbids it already now, so that it is known and counted but never queued; nil: to be fetched.
    package let skip: SkipReason?

    package init(
        url: WebURL, key: String, hostKey: HostKey, hopPath: HopPath = .seed, via: WebURL? = nil,
        priority: Priority = .page, offSiteHops: Int = 0, skip: SkipReason? = nil
    ) {
        self.url = url
        self.key = key
        self.hostKey = hostKey
        self.hopPath = hopPath
        self.via = via
        self.priority = priority
        self.offSiteHops = offSiteHops
        self.skip = skip
    }

    /// The same URL under the same key, reached the way `other` was, and not skipped.
    package func reached(as other: Candidate) -> Candidate {
        Candidate(
            url: url, key: key, hostKey: hostKey, hopPath: other.hopPath, via: other.via,
            priority: other.priority, offSiteHops: other.offSiteHops, skip: nil)
    }
}
