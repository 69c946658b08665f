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

    /// Candidates from a page's outlinks, each URL key once, the best role of a URL deciding its hop.
    func candidates(from page: Page, of parent: Candidate) -> [Candidate] {
        var found: [Candidate] = []
        if let refresh = page.refresh, refresh.withoutFragment != parent.url {
            found.append(redirect(to: refresh, from: parent))
        }
        guard plan.follow != .none, page.directives.follow else { return found }
        var hops = bestHops(of: page.outlinks)
        for known in offered.contains(hops.keys) { hops[known] = nil }
        var seen: Set<String> = [parent.key]
        for link in page.outlinks where !link.isNoFollow {
            let url = link.url.withoutFragment
            guard let hop = hops[url] else { continue }
            let key = plan.identity.key(of: url)
            guard seen.insert(key).inserted else { continue }
            let isOverLimit = seen.count - 1 > plan.traps.maximumCandidatesPerPage
            found.append(
                candidate(url, key: key, hop: hop, of: parent, skip: isOverLimit ? .pageLinkLimit : nil))
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

    /// For each URL that is followed, K if any of its links stands in a related-content block, else L.
    private func bestHops(of links: [Outlink]) -> [WebURL: Hop] {
        var hops: [WebURL: Hop] = [:]
        for link in links where !link.isNoFollow {
            guard let hop = hop(for: link.role) else { continue }
            let url = link.url.withoutFragment
            if hops[url] != .related { hops[url] = hop }
        }
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
            if scope.isOnSite(url) { 0 } else if hop == .redirect { parent.offSiteHops } else {
                parent.offSiteHops + 1
            }
        let reason = skip ?? scope.reason(against: url, hop: hop, path: path, offSiteHops: offSiteHops)
        return Candidate(
            url: url, key: key, hostKey: HostKey(of: url, by: plan.hostKeyRule), hopPath: path,
            via: parent.url,
            priority: hop == .redirect ? .redirect : .page, offSiteHops: offSiteHops, skip: reason)
    }
}
