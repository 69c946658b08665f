import FoundationEssentials
import HTTPMessages
package import Pages
import WARC
package import WebURLs

/// A page as it lies in an archive: what a worker needs to read it.
package struct ArchivedPage: Sendable {
    package let url: WebURL?
    /// `WARC-Target-URI` as it stands.
    package let address: String?
    package let source: RecordSource
    private let block: ArraySlice<UInt8>
    private let form: Form
    /// Why it cannot be read; nil: nothing speaks against it before its codings are undone.
    let obstacle: Obstacle?

    /// What keeps a page from being read.
    enum Obstacle {
        /// Its body was cut at a limit of at least `maximumPageBytes`: a crawl does not read such pages either.
        case cut
        /// Its block has so many bytes, more than are held.
        case tooLong(Int64)
    }

    /// What the block is.
    private enum Form { case message, html, text }

    /// Nil if the record is not the capture of an HTML page with a 2xx status, and if it is that of a robots.txt: many
    /// sites answer for one they do not have with a page. For a revisit `target` is the record that has its payload.
    init?(
        _ read: ReadRecord, file: String, filter: PageFilter, target: WARCRecord? = nil,
        readsConversions: Bool = false
    ) {
        let record = read.record
        let content = target ?? record
        let url = record.targetURI.flatMap { WebURL($0) }
        let isText = readsConversions && content.type == .conversion
        guard !Self.isRobots(url), filter.admits(record, url: url),
            isText || Self.isPage(content)
        else { return nil }
        self.url = url
        form = isText ? .text : content.type == .response ? .message : .html
        address = record.targetURI
        block = content.block
        let isCut = content.fields[WARCField.truncated] == "length"
        obstacle =
            isCut && content.blockLength >= Int64(Self.maximumPageBytes)
            ? .cut : content.isWhole ? nil : .tooLong(content.blockLength)
        source = RecordSource(
            location: RecordLocation(file: file, offset: read.offset, length: read.length ?? 0),
            recordID: record.recordID, payloadDigest: record.payloadDigest, captured: record.date)
    }

    /// Longer pages are not read.
    package static let maximumPageBytes = 10_000_000

    /// Most bytes of an answer's head that are looked at.
    private static let headProbe = 64 << 10

    /// True of what a URL is asked for that is no page whatever it brings (RFC 9309 §2.3).
    static func isRobots(_ url: WebURL?) -> Bool { url?.path == "/robots.txt" }

    /// True for the capture of an HTML page with a 2xx status; the beginning of its block is enough.
    static func isPage(_ record: WARCRecord) -> Bool {
        switch record.type {
        case .response: isPage(record.block)
        case .resource: record.contentType.flatMap { MediaType($0) }?.isHTML ?? false
        default: false
        }
    }

    private static func isPage(_ block: ArraySlice<UInt8>) -> Bool {
        guard let message = RecordedResponse(Array(block.prefix(headProbe))),
            (200..<300).contains(message.head.status)
        else { return false }
        return message.head.declaresOrBeginsHTML { count in
            guard let message = RecordedResponse(Array(block.prefix(headProbe + count))) else { return [] }
            return (try? message.payload(limit: headProbe + count))?.bytes ?? []
        }
    }

    /// Reads the page; nil if its transfer coding cannot be undone.
    package func page(by reader: PageReader) -> Page? {
        switch form {
        case .html: return reader.read(payload: Array(block), head: nil, at: url)
        case .text:
            return Page(
                url: url, encoding: "UTF-8", outlinks: [], article: article, directives: RobotsDirectives(),
                canonical: nil, refresh: nil)
        case .message: break
        }
        guard let message = RecordedResponse(Array(block)),
            let payload = try? message.payload(limit: DecodedPage.maximumDecodedBytes)
        else { return nil }
        return reader.read(payload: payload.bytes, head: message.head, at: url)
    }

    /// The text of a conversion record: paragraphs with empty lines between them, or one a line.
    private var article: Article {
        let text = String(decoding: block, as: UTF8.self).replacing("\r\n", with: "\n")
        var article = Article()
        article.blocks = text.split(separator: text.contains("\n\n") ? "\n\n" : "\n").map {
            ArticleBlock(kind: .paragraph, text: String($0))
        }
        return article
    }
}
