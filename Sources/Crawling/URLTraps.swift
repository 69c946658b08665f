import Frontier
import WebURLs

/// Limits by which endless spaces of URLs are told: calendars, session ids, loops of path segments.
package struct URLTraps: Sendable, Hashable {
    /// What common browsers and servers still accept.
    package var maximumURLBytes = 2_083
    /// Deeper paths are hardly ever written by people.
    package var maximumPathSegments = 20
    /// `/a/b/a/b/a/b/…`: the mark of relative links on a page that answers everywhere.
    package var maximumSegmentRepeats = 3
    /// Redirects in a row.
    package var maximumRedirects = 10
    /// Candidates of one page.
    package var maximumCandidatesPerPage = 20_000
    /// Queries of one path: beyond it a form or a filter is being tried out.
    package var maximumQueriesPerPath = 10_000
    /// Orders in which one set of parameters is followed: they mean the same nearly everywhere.
    package var maximumQueryOrders = 3
    /// URLs of a host that bring the same payload before links on it are not followed any more.
    package var maximumIdenticalPages = 20
    /// Pages of a host that differ in numbers alone, far from the seeds, before links on them are not followed any more.
    package var maximumSimilarPages = 200
    /// URLs of one host that the frontier takes in.
    package var maximumURLsPerHost = 1_000_000
    /// Hosts of one registrable domain that links lead to: beyond it every name of the domain is answered, and where hosts
    /// are asked one by one (`HostKey.Rule.host`) no pause holds them back.
    package var maximumHostsPerDomain = 1_000

    package init() {}

    /// The limit that a URL breaks; nil if none.
    func reason(against url: WebURL) -> SkipReason? {
        guard url.href.utf8.count <= maximumURLBytes else { return .urlTooLong }
        let segments = url.path.utf8.split(separator: UInt8(ascii: "/"))
        guard segments.count <= maximumPathSegments else { return .pathTooDeep }
        // Fewer segments than this cannot break the limit: most paths end here.
        guard segments.count > maximumSegmentRepeats else { return nil }
        for (index, segment) in segments.enumerated() {
            let repeats = segments[index...].reduce(0) { $0 + ($1.elementsEqual(segment) ? 1 : 0) }
            if repeats > maximumSegmentRepeats { return .pathRepeats }
        }
        return nil
    }
}
