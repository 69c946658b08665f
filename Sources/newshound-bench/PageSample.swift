import Foundation
import Gzip
import WebURLs

/// Pages to measure on, all of them in memory.
struct PageSample {
    struct Page {
        let file: String
        let bytes: [UInt8]
        /// Where the page claims to come from; stored pages have no address of their own.
        let url: WebURL
    }

    /// What these pages are, for the heading.
    let name: String
    let pages: [Page]
    var byteCount: Int { pages.reduce(0) { $0 + $1.bytes.count } }

    /// Largest content of a compressed page, in bytes; no page of a crawl is larger.
    private static let maximumPageBytes = 64 << 20

    private init(name: String, pages: [Page]) {
        self.name = name
        self.pages = pages
    }

    /// The `.html` and `.html.gz` files of a folder in the order of their names.
    init(folder: String, every: Int) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".html") || $0.hasSuffix(".html.gz") }.sorted()
        guard !files.isEmpty else { throw SampleError.noPages(folder: folder) }
        var pages: [Page] = []
        for index in stride(from: 0, to: files.count, by: every) {
            let file = files[index]
            guard let url = WebURL("https://news.example/section/\(index)/story.html?page=1") else {
                continue
            }
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
            if file.hasSuffix(".gz") { bytes = try Gzip.inflateAll(bytes, limit: Self.maximumPageBytes) }
            pages.append(Page(file: file, bytes: bytes, url: url))
        }
        self.init(name: folder, pages: pages)
    }

    /// Pages of made-up papers, the same every time.
    static func generated(count: Int = 120) -> PageSample {
        var papers = GeneratedPages()
        let pages = (0..<count).compactMap { index in
            WebURL("https://www.paper-\(index % 9).example/news/2024/\(index)/story").map {
                Page(file: "\(index).html", bytes: Array(papers.page(index).utf8), url: $0)
            }
        }
        return PageSample(name: "generated pages", pages: pages)
    }
}

/// Why there is nothing to measure on.
enum SampleError: Error, CustomStringConvertible {
    case noPages(folder: String)

    var description: String {
        switch self {
        case .noPages(let folder): "\(folder) has no .html or .html.gz file; name a folder of pages"
        }
    }
}
