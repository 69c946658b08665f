import Foundation
import LoopbackSite

/// A site of numbered pages over several hosts, each linked from two others, for crawls that are killed.
struct NumberedSite {
    let pages: Int
    let hosts: Int
    /// What the hosts are called behind their number: names below one registrable domain share one pause, names that
    /// no public suffix covers do not.
    var domain = "example.org"

    /// The address of a page: pages are dealt out to the hosts in turn.
    func url(_ page: Int) -> String { "http://host\(page % hosts).\(domain)/page/\(page)" }

    var urls: Set<String> { Set((0..<pages).map(url)) }

    func respond(_ request: SiteRequest) -> SiteResponse {
        if request.path == "/robots.txt" { return .text("User-agent: *\nAllow: /\n", type: "text/plain") }
        guard let page = Int(request.path.dropFirst("/page/".count)), page < pages else { return .notFound() }
        let links = [page * 2 + 1, page * 2 + 2].filter { $0 < pages }.map {
            "<li><a href=\"\(url($0))\">Report number \($0) on the state of the canal</a></li>"
        }
        return .text(
            """
            <html lang="en"><head><title>Report \(page)</title></head><body><article><h1>Report number \(page)</h1>
            <p>The keeper of lock \(page) counted \(page * 7 + 3) barges this week, which is more than in the week before,
            and wrote it down in the book that lies on the sill of the lock house.</p>
            <p>Nobody had asked the keeper to count, but the numbers turned out to be of use when the canal was widened,
            and since then every keeper of lock \(page) has gone on with the book.</p></article>
            <ul>\(links.joined())</ul></body></html>
            """)
    }
}
