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
