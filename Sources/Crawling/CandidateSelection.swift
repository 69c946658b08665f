import Feeds
import Frontier
import HTTPMessages
import Pages
import WebURLs

/// Makes candidates of what a page names: outlinks that the plan follows, and targets of redirects.
struct CandidateSelection: Sendable {
    let plan: CrawlPlan
    let scope: CrawlScope
    /// What need not be offered again.
    let offered: OfferedURLs
    let watch: TrapWatch
    /// The host of the page that is read, as the frontier knew it at the time of the claim.
    let host: HostState

    /// Candidates from a page's outlinks, each URL key once, the best role of a URL deciding its hop.
    ///
    /// - Parameter trap: why none of them is to be followed; nil: they may be.
    func candidates(from page: Page, of parent: Candidate, trap: SkipReason?) -> [Candidate] {
        var found: [Candidate] = []
        if let refresh = page.refresh, refresh.withoutFragment != parent.url {
            found.append(redirect(to: refresh, from: parent))
        }
        guard plan.follow != .none, page.directives.follow else { return found }
        let links = unknownLinks(of: page)
        let hops = bestHops(of: links)
        var seen: Set<String> = [parent.key]
        for (url, _) in links {
            guard let hop = hops[url] else { continue }
            let key = plan.identity.key(of: url)
            guard seen.insert(key).inserted else { continue }
            let isOverLimit = seen.count - 1 > plan.traps.maximumCandidatesPerPage
            let new = candidate(
                url, key: key, hop: hop, of: parent, skip: trap ?? (isOverLimit ? .pageLinkLimit : nil))
            if new.skip?.dependsOnPath != true || !offered.isKeptOut(url) { found.append(new) }
            // What lies beyond twice the limit is a trap, not a page: it is not even worth a row each.
            if seen.count > 2 * plan.traps.maximumCandidatesPerPage { break }
        }
        return found
    }

    /// The candidate that a redirect's target is: at its source's depth, in front of its host's queue.
    func redirect(to target: WebURL, from parent: Candidate) -> Candidate {
        let url = target.withoutFragment
        return candidate(url, key: plan.identity.key(of: url), hop: .redirect, of: parent, skip: nil)
    }

    /// Candidates from a sitemap or a feed: pages, or further sitemaps.
    func candidates(from feed: Feed, of parent: Candidate) -> [Candidate] {
        guard plan.follow != .none else { return [] }
        var seen: Set<String> = [parent.key]
        return feed.entries.compactMap { entry in
            let url = entry.url.withoutFragment
            let key = plan.identity.key(of: url)
            guard seen.insert(key).inserted else { return nil }
            return candidate(url, key: key, hop: .manifest, of: parent, skip: nil)
        }
    }

    /// The sitemaps that a robots.txt names, found on the way to a page.
    func candidates(fromSitemaps sitemaps: [String], of parent: Candidate) -> [Candidate] {
        sitemaps.prefix(plan.maximumRobotsSitemaps).compactMap { WebURL($0)?.withoutFragment }.map {
            candidate($0, key: plan.identity.key(of: $0), hop: .manifest, of: parent, skip: nil)
        }
    }

    /// Pictures and style sheets of a page that is kept, as far as they are wanted.
    func requisites(of page: Page, of parent: Candidate) -> [Candidate] {
        guard plan.takesRequisites else { return [] }
        var seen: Set<String> = []
        var found: [Candidate] = []
        for url in page.requisites where found.count < plan.maximumRequisitesPerPage {
            let url = url.withoutFragment
            let key = plan.identity.key(of: url)
            guard seen.insert(key).inserted else { continue }
            found.append(candidate(url, key: key, hop: .requisite, of: parent, skip: nil))
        }
        return found
    }

    /// The links that are followed and were not offered before, which few are.
    private func unknownLinks(of page: Page) -> [(url: WebURL, hop: Hop)] {
        var links: [(url: WebURL, hop: Hop)] = []
        links.reserveCapacity(page.outlinks.count)
        for link in page.outlinks where !link.isNoFollow {
            if let hop = hop(for: link.role) { links.append((link.url.withoutFragment, hop)) }
        }
        let isKnown = offered.contains(links.lazy.map(\.url))
        return zip(links, isKnown).filter { !$0.1 }.map(\.0)
    }

    /// For each URL, K if any of its links stands in a related-content block, else L.
    private func bestHops(of links: [(url: WebURL, hop: Hop)]) -> [WebURL: Hop] {
        var hops: [WebURL: Hop] = [:]
        for (url, hop) in links where hops[url] != .related { hops[url] = hop }
        return hops
    }

    private func hop(for role: LinkRole) -> Hop? {
        switch (role, plan.follow) {
        case (.related, .related), (.related, .articles), (.related, .all): .related
        case (.article, .articles): .link
        case (_, .all): .link
        default: nil
        }
    }

    private func candidate(
        _ url: WebURL, key: String, hop: Hop, of parent: Candidate, skip: SkipReason?
    ) -> Candidate {
        let path = parent.hopPath.adding(hop)
        let offSiteHops =
            if scope.isOnSite(url) {
                0
            } else if hop == .redirect || hop == .requisite {
                parent.offSiteHops
            } else {
                parent.offSiteHops + 1
            }
        let reason =
            scope.reason(against: url, hop: hop, path: path, offSiteHops: offSiteHops) ?? skip
            ?? crowding(by: url) ?? watch.reason(against: url, plan.traps)
            ?? (url.host == parent.url.host ? nil : watch.reason(againstHostOf: url, plan.traps))
        return Candidate(
            url: url, key: key, hostKey: HostKey(of: url, by: plan.hostKeyRule), hopPath: path,
            via: parent.url,
            priority: Self.priority(of: hop), offSiteHops: offSiteHops, skip: reason)
    }

    private static func priority(of hop: Hop) -> Candidate.Priority {
        switch hop {
        case .redirect: .redirect
        case .manifest: .seed
        case .requisite: .requisite
        case .related, .link, .prerequisite: .page
        }
    }

    /// `hostURLLimit` if the page's own host has as many URLs as it may; what it names elsewhere is bound by the scope.
    private func crowding(by url: WebURL) -> SkipReason? {
        guard host.known >= plan.traps.maximumURLsPerHost, HostKey(of: url, by: plan.hostKeyRule) == host.key
        else { return nil }
        return .hostURLLimit
    }
}
