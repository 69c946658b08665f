/// The rule because of which a discovered URL is not archived. The raw value stands in `skipped.jsonl`.
package enum SkipReason: String, Sendable, Hashable, CaseIterable {
    /// robots.txt forbids it (RFC 9309 §2.2.2).
    case robots
    /// Its origin's robots.txt could not be fetched, which forbids all of the origin (RFC 9309 §2.3.1.4).
    case robotsUnreachable
    /// Outside the sites, hosts or prefixes of the seeds.
    case scope
    /// Does not match `--include`, or matches `--exclude`.
    case pattern
    /// More K and L hops from a seed than `--max-hops`.
    case hopLimit
    /// More hops off the seeds' sites than `--off-site-hops`.
    case offSiteLimit
    /// Its host has `--max-pages-per-host` pages already.
    case hostLimit
    /// Its host resolves to an address that must not be asked: loopback, private, link-local, …
    case addressPolicy
    /// The page forbids keeping a copy (`noarchive`).
    case noarchive
    /// The page is opted out of text and data mining, and `--respect-ai-opt-out` is on.
    case optOut
    /// Longer than `maximumURLBytes`.
    case urlTooLong
    /// More path segments than `maximumPathSegments`.
    case pathTooDeep
    /// One path segment repeated more often than `maximumSegmentRepeats`: an endless space.
    case pathRepeats
    /// More redirects in a row than `maximumRedirects`.
    case redirectLimit
    /// One page named more candidates than `maximumCandidatesPerPage`.
    case pageLinkLimit
    /// One path was offered with more queries than `maximumQueriesPerPath`, or one set of parameters in more orders than
    /// `maximumQueryOrders`: an endless space.
    case queryVariants
    /// Linked from a page whose host has brought the same payload under more URLs than `maximumIdenticalPages`: a host
    /// that answers everything alike.
    case identicalPages
    /// Linked from a page far from the seeds that tells itself from more than `maximumSimilarPages` of its host by
    /// numbers alone: a calendar.
    case similarPages
    /// Its host has `maximumURLsPerHost` URLs in the frontier already.
    case hostURLLimit
    /// Its registrable domain has `maximumHostsPerDomain` hosts already: a domain whose every name is answered.
    case domainHostLimit
    /// Taken out of the archive by `newshound forget`; it is not fetched again.
    case forgotten
}

extension SkipReason {
    /// True if another page could lead to the same URL without meeting this rule: the rule is about the way there. A
    /// URL skipped for it is queued after all when it is offered again without a reason to skip it.
    package var dependsOnPath: Bool {
        switch self {
        case .hopLimit, .offSiteLimit, .redirectLimit, .pageLinkLimit, .identicalPages, .similarPages: true
        default: false
        }
    }
}
