import Frontier
package import WebURLs

/// Which outlinks may become candidates: the seeds' sites and what the plan makes of them.
package struct CrawlScope: Sendable {
    private let plan: CrawlPlan
    private let domains: Set<String>
    private let hosts: Set<String>
    private let prefixes: [String]

    /// Feeds and sitemaps on the way: an index, its sitemaps and their pages take two. They cost no depth, so that a feed
    /// whose items are feeds would have no end.
    private static let mostManifests = 5

    /// `learnedDomains` are registrable domains that seeds' redirects led to.
    package init(_ plan: CrawlPlan, learnedDomains: Set<String>) {
        self.plan = plan
        domains = Set(plan.seeds.map { HostKey.registrableDomain(of: $0.host) }).union(learnedDomains)
        hosts = Set(plan.seeds.map(\.host)).union(learnedDomains)
        prefixes = plan.seeds.map { seed in
            let whole = seed.withoutFragment.href.prefix { $0 != "?" }
            return String(whole[...(whole.lastIndex(of: "/") ?? whole.startIndex)])
        }
    }

    /// True on the registrable domains of the seeds.
    package func isOnSite(_ url: WebURL) -> Bool {
        hosts.contains(url.host) || domains.contains(HostKey.registrableDomain(of: url.host))
    }

    /// The rule that keeps a candidate out; nil: it may be fetched.
    func reason(against url: WebURL, hop: Hop, path: HopPath, offSiteHops: Int) -> SkipReason? {
        if let trap = plan.traps.reason(against: url) { return trap }
        if hop == .redirect {
            // Where a seed's redirect leads is what the user meant; other redirects stay as far as their page was.
            return path.trailingRedirects > plan.traps.maximumRedirects ? .redirectLimit : nil
        }
        // What belongs to a page that is kept belongs to it wherever it lies.
        if hop == .requisite { return nil }
        if let maximum = plan.maximumHops, path.depth > maximum { return .hopLimit }
        if path.manifests > Self.mostManifests { return .hopLimit }
        if offSiteHops > plan.offSiteHops { return .offSiteLimit }
        if hasScope, !isInside(url) { return .scope }
        let href = url.href
        if !plan.include.isEmpty, !plan.include.contains(where: { $0.matches(href) }) { return .pattern }
        if plan.exclude.contains(where: { $0.matches(href) }) { return .pattern }
        return nil
    }

    /// What `related` follows is bound by hops alone: sister papers are where the related story often stands.
    private var hasScope: Bool { plan.follow == .articles || plan.follow == .all }

    private func isInside(_ url: WebURL) -> Bool {
        switch plan.scope {
        case .any: true
        case .site: isOnSite(url)
        case .host: hosts.contains(url.host)
        case .prefix: prefixes.contains { url.href.hasPrefix($0) }
        }
    }
}
