import ArchiveTools
import Foundation
import Pages
import Synchronization
import WebURLs

/// Counts the links of HTML files that are left out because they lead from an address that nobody knows.
final class RelativeLinks: Sendable {
    private let counts = Mutex((links: 0, pages: 0))

    /// Takes note of a page that was read without an address. May be called by any number of tasks at once.
    func note(_ entry: HTMLFiles.Entry, _ page: Page) {
        guard let bytes = FileManager.default.contents(atPath: entry.path) else { return }
        // Read as if it lay somewhere, every link has an address.
        let all = PageReader(parts: []).read(
            payload: Array(bytes), head: nil, at: WebURL("http://a.invalid/"))
        let missing = all.outlinks.count - page.outlinks.count
        guard missing > 0 else { return }
        counts.withLock { $0 = ($0.links + missing, $0.pages + 1) }
    }

    /// What is said of them; nil: there were none.
    var line: String? {
        let (links, pages) = counts.withLock { $0 }
        guard links > 0 else { return nil }
        return
            "\(Noun("relative link").count(links)) of \(Noun.page.count(pages)) \(links == 1 ? "is" : "are") left out, "
            + "since no address is known; name the addresses with --urls FILE"
    }
}
