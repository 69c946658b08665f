import Archiving
import Pages
import WARC
import WebURLs

/// The pages of an archive as WACZ lists them: `pages.jsonl`, with the text of each for a search.
struct PageList {
    /// One line of the list.
    struct Row: Sendable {
        let url: String
        /// Of its crawl identity.
        let key: Int
        let captured: String
        let line: [UInt8]
    }

    /// What the file begins with.
    static let head = #"{"format":"json-pages-1.0","id":"pages","title":"All Pages","hasText":true}"# + "\n"

    /// Pages, each of which has a row for each capture.
    private(set) var count = 0
    /// The first page: where a reader begins.
    private(set) var first: Row?
    /// Places that could not be read.
    private(set) var damages = 0

    /// Writes the list of all pages, in the order of the archive.
    mutating func write(_ job: ArchiveJob, to path: String) async throws {
        let file = try ReplacedFile(path)
        try file.append(Array(Self.head.utf8))
        let reader = PageReader(parts: [])
        var first: Row?
        var keys: Set<Int> = []
        let outcome = try await job.run(
            row: { archived in Self.row(of: archived, by: reader) },
            sink: { row in
                if first == nil { first = row }
                keys.insert(row.key)
                try file.append(row.line)
                return true
            })
        try file.finish()
        self.first = first
        count = keys.count
        damages = outcome.damages
    }

    private static func key(of url: String) -> Int {
        (WebURL(url).map { CrawlIdentity.standard.key(of: $0.withoutFragment) } ?? url).hashValue
    }

    /// Nil: the page has no address or no time, without which it cannot be looked up.
    private static func row(of archived: ArchivedPage, by reader: PageReader) -> Row? {
        guard let url = archived.address, let date = archived.source.captured else { return nil }
        let article = archived.page(by: reader)?.article
        let captured = WARCDate.format(date)
        var object = JSONText()
        object.add("id", archived.source.recordID ?? "\(archived.source.location.offset)")
        object.add("url", url)
        object.add("ts", captured)
        object.add("title", article?.title ?? url)
        if let text = article?.text, !text.isEmpty { object.add("text", text) }
        return Row(url: url, key: Self.key(of: url), captured: captured, line: object.line)
    }
}
