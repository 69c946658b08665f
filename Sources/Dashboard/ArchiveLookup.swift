import ArchiveTools
import Archiving
import FoundationEssentials
import Frontier
import HTTPMessages
import Pages
import WARC
import WebURLs

/// Finds what a crawl has of an address: the frontier says where, the archive has it.
///
/// The crawl may run: each question is answered from what is committed then.
struct ArchiveLookup: Sendable {
    let crawl: String
    let frontier: any FrontierReading

    /// A capture with its payload.
    struct Found: Sendable {
        let entry: URLEntry
        /// Of the capture itself, a revisit too.
        let captured: Date?
        let head: HTTPHead
        /// Content codings still on it.
        let payload: [UInt8]
        private let response: RecordedResponse

        init(entry: URLEntry, captured: Date?, response: RecordedResponse) {
            self.entry = entry
            self.captured = captured
            self.response = response
            head = response.head
            payload = (try? response.payload(limit: DecodedPage.maximumDecodedBytes))?.bytes ?? []
        }

        /// Without content codings.
        var content: [UInt8] { (try? response.content(limit: DecodedPage.maximumDecodedBytes))?.bytes ?? [] }
    }

    /// The entry in a row; nil if there is none.
    func entry(row: Int64) async throws -> URLEntry? {
        guard row > 0, row < .max else { return nil }
        return try await frontier.entries(after: row - 1, limit: 1).first { $0.row == row }
    }

    func entry(url: String) async throws -> URLEntry? {
        guard let url = WebURL(url) else { return nil }
        return try await frontier.entry(forKey: CrawlIdentity.standard.key(of: url.withoutFragment))
    }

    /// Nil if nothing of the entry is in the archive that can be shown.
    func found(_ entry: URLEntry) async throws -> Found? {
        guard let location = entry.lastCapture else { return nil }
        let archive = CommittedArchive(crawl: crawl, ends: try await frontier.fileEnds())
        let record = try archive.record(at: location).record
        var content = record
        if record.type == .revisit {
            guard let uri = record.fields[WARCField.refersToTargetURI].map(WARCRecord.unbracketed),
                let place = try await self.entry(url: uri)?.lastCapture
            else { return nil }
            content = try archive.record(at: place).record
        }
        guard content.type == .response, content.isWhole,
            let response = RecordedResponse(Array(content.block))
        else {
            return nil
        }
        return Found(entry: entry, captured: record.date, response: response)
    }
}
