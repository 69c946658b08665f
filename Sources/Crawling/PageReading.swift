import Fetching
import HTTPMessages
import Pages

extension Capture {
    /// True if the body is an HTML page: as declared, or as it begins where nothing is declared.
    var isHTML: Bool { head.declaresOrBeginsHTML { body.load(upTo: $0) } }
}

extension Capture {
    /// Pages that are read without waiting for a turn, by their bytes without content codings: most pages of people.
    private static let smallBytes = 512 << 10

    /// Longer pages are not read.
    private static let maximumPageBytes = 10_000_000

    /// True if the body was cut at a limit of at least `maximumPageBytes`: the page is longer, who knows how much.
    var isBeyondReading: Bool { truncation == .length && body.count >= Self.maximumPageBytes }

    /// The body as the parser wants it, if it is small; nil: reading it may take so much memory and time that only one is
    /// read at a time.
    var smallPage: DecodedPage? {
        guard body.count <= Self.smallBytes else { return nil }
        return DecodedPage(payload: body.load(), head: head, upTo: Self.smallBytes)
    }

    /// The same of a body that may be a sitemap or feed. What is packed may be of any size.
    var isSmallFeed: Bool { head.contentCodings.isEmpty && body.count <= Self.smallBytes && !isGzip }

    private var isGzip: Bool { body.load(upTo: 2) == [0x1F, 0x8B] }
}

extension Page {
    /// What stands for a page that is not read.
    static func unread(_ capture: Capture, directives: RobotsDirectives) -> Page {
        Page(
            url: capture.url, encoding: "utf-8", outlinks: [], article: nil, directives: directives,
            canonical: nil, refresh: nil,
            remarks: ["page of more than \(capture.body.count) bytes is not read"])
    }
}

extension PageReader {
    /// Reads the page that a capture brought; `decoded` is its body, if that is known already.
    func page(of capture: Capture, _ decoded: consuming DecodedPage?) -> Page {
        let decoded = decoded ?? DecodedPage(payload: capture.body.load(), head: capture.head)
        return read(decoded, head: capture.head, at: capture.url)
    }
}
