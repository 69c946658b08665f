import Archiving
import FoundationEssentials
package import Frontier
import Gzip
package import WARC

/// Takes a page or a host out of a crawl: its records, their text, their lines in the index, and their places in the
/// frontier.
///
/// A file that holds such records is written anew without them under another name and synced; then one transaction of
/// the frontier moves all places from the old files to the new ones; only then the old files go. A kill before the
/// transaction leaves the old crawl, one after it the new: recovery removes the files of the other. The caller holds the
/// folder's lock and has recovered it.
package struct Forgetting {
    /// Gives moved records their new places and marks rows.
    package typealias Commit = (
        _ rewrites: [ArchiveRewrite], _ rows: [Int64], _ records: Set<String>
    ) async throws -> RemovalReceipt

    private let crawl: String
    private let target: ForgetTarget
    private let report: (String) -> Void

    package init(crawl: String, target: ForgetTarget, report: @escaping (String) -> Void) {
        self.crawl = crawl
        self.target = target
        self.report = report
    }

    /// What was removed.
    package struct Totals: Sendable, Hashable {
        /// Captures, each as `url`, time and type of its record.
        package var captures: [RemovedCapture] = []
        package var pageRecords = 0
        package var textRecords = 0
        package var files = 0
        package var bytes: Int64 = 0
        /// URLs of the frontier that are marked now.
        package var urls = 0
        /// URLs that are queued again: nobody meant them, but their capture went with that of another.
        package var queuedAgain = 0
        /// Places that could not be read, and were left as they are: what lies there may be of the target.
        package var damages = 0
    }

    /// A capture that was removed.
    package struct RemovedCapture: Sendable, Hashable {
        package let url: String
        package let captured: String
        package let type: String
        /// False for a revisit of another URL: its payload was that of a capture that is forgotten.
        package let isMeant: Bool
    }

    /// Takes out what the target means.
    ///
    /// - Parameter rows: As `rows(of:)` gives them; nobody may have changed the frontier since.
    package func run(ends: [FileEnd], rows: [Int64], commit: Commit) async throws -> Totals {
        var plan = RemovalPlan(target: target)
        let pages = ArchiveInput.pages(ofCrawl: crawl, ends: ends)
        let text = ArchiveInput.text(ofCrawl: crawl, ends: ends)
        try plan.read(pages: pages, text: text, report: report)
        var totals = Totals()
        var rewrites: [ArchiveRewrite] = []
        for input in pages + text {
            guard let ranges = plan.ranges[input.name] else { continue }
            rewrites.append(try rewrite(input, without: ranges))
            totals.bytes += ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        }
        // It names places that are about to move.
        if !rewrites.isEmpty { try remove(CrawlIndex.name) }
        let receipt = try await commit(rewrites, rows, plan.records)
        (totals.urls, totals.queuedAgain) = (receipt.forgotten, receipt.queuedAgain)
        for rewrite in rewrites { try remove(rewrite.file) }
        totals.captures = plan.captures.map {
            RemovedCapture(url: $0.url, captured: $0.captured, type: $0.type.name, isMeant: $0.isMeant)
        }
        totals.pageRecords = plan.pageRecords
        totals.textRecords = plan.textRecords
        totals.files = rewrites.count
        totals.damages = plan.damages
        return totals
    }

    /// True if a record of the crawl is of the target, whatever the frontier knows. Changes nothing.
    package func isArchived(upTo ends: [FileEnd]) throws -> Bool {
        var plan = RemovalPlan(target: target)
        try plan.read(
            pages: ArchiveInput.pages(ofCrawl: crawl, ends: ends),
            text: ArchiveInput.text(ofCrawl: crawl, ends: ends), report: { _ in })
        return !plan.ranges.isEmpty
    }

    /// Rows of the frontier that the target means, archived or not: what is queued is not to be fetched either.
    package func rows(of frontier: any FrontierReading) async throws -> [Int64] {
        var rows: [Int64] = []
        var row: Int64 = 0
        while true {
            let entries = try await frontier.entries(after: row, limit: 5_000)
            guard let last = entries.last else { return rows }
            row = last.row
            for entry in entries where target.matches(entry.candidate.url) { rows.append(entry.row) }
        }
    }

    private static let pieceBytes = 256 << 10

    /// Writes a file without some of its records; its first one says the new name.
    private func rewrite(
        _ input: ArchiveInput, without ranges: [Range<Int64>]
    ) throws -> ArchiveRewrite {
        let first = try WARCReader.record(from: try input.source(), file: input.name)
        let firstLength = first.length ?? 0
        let end = input.committedEnd ?? 0
        let isHead = first.record.type == .warcinfo && firstLength > 0
        let start = isHead ? firstLength : 0
        if let only = ranges.first, ranges.count == 1, only.lowerBound <= start, only.upperBound >= end {
            return ArchiveRewrite(file: input.name, newFile: nil, newEnd: 0, removed: ranges, headGrowth: 0)
        }
        let name = Self.nextName(input.name)
        let file = try ReplacedFile(crawl + "/" + name)
        var growth: Int64 = 0
        if isHead {
            var fields = first.record.fields
            if fields.contains(WARCField.filename) {
                fields.set(WARCField.filename, name.lastPathPart)
            }
            let member = Gzip.member(WARCSerialiser.record(fields, body: first.record.block))
            try file.append(member)
            growth = Int64(member.count) - firstLength
        }
        var position = start
        for range in ranges {
            try copy(input, position..<range.lowerBound, to: file)
            position = range.upperBound
        }
        try copy(input, position..<end, to: file)
        try file.finish()
        return ArchiveRewrite(
            file: input.name, newFile: name, newEnd: file.count, removed: ranges, headGrowth: growth)
    }

    private func copy(_ input: ArchiveInput, _ range: Range<Int64>, to file: ReplacedFile) throws {
        var source = try input.source(from: range.lowerBound, to: range.upperBound)
        var piece: [UInt8] = []
        var copied: Int64 = 0
        while try source.read(Self.pieceBytes, into: &piece) > 0 {
            copied += Int64(piece.count)
            try file.append(piece)
            piece.removeAll(keepingCapacity: true)
        }
        guard copied == range.upperBound - range.lowerBound else {
            throw ArchiveError.lost(
                path: input.path, committed: range.upperBound, found: range.lowerBound + copied)
        }
    }

    /// `a.warc.gz`, `a.r1.warc.gz`, `a.r2.warc.gz`: names keep their order.
    static func nextName(_ name: String) -> String {
        let ending = name.firstRange(of: ".warc")?.lowerBound ?? name.endIndex
        let parts = name[..<ending].split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, let last = parts.last, last.first == "r", let number = Int(last.dropFirst()) {
            return parts.dropLast().joined(separator: ".") + ".r\(number + 1)" + name[ending...]
        }
        return name[..<ending] + ".r1" + name[ending...]
    }

    private func remove(_ name: String) throws {
        let path = crawl + "/" + name
        for path in [path, path + ".open"] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }
}
