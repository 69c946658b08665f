import Archiving
import FoundationEssentials
import WARC
import WebURLs

/// Which records of a crawl are to go: those of the target, and those that make no sense without them.
///
/// A revisit whose target goes has no payload any more and goes too, text goes with its page, and what was said of a
/// record goes with it.
struct RemovalPlan {
    /// A capture that goes.
    struct Capture: Sendable, Hashable {
        let url: String
        let captured: String
        let type: WARCRecordType
        /// False for a revisit of another URL, whose payload goes with the target.
        let isMeant: Bool
    }

    let target: ForgetTarget
    /// By file, in order, neighbours joined.
    private(set) var ranges: [String: [Range<Int64>]] = [:]
    /// Identifiers of records that go, without brackets.
    private(set) var records: Set<String> = []
    private(set) var captures: [Capture] = []
    /// Records of pages/ and of text/ that go.
    private(set) var pageRecords = 0
    private(set) var textRecords = 0
    /// Places that cannot be read.
    private(set) var damages = 0
    /// Captures by target and time, as revisits without an identifier name them.
    private var moments: Set<String> = []

    init(target: ForgetTarget) { self.target = target }

    /// Reads the crawl's files as often as something new is found to go; twice, if revisits are rare.
    mutating func read(pages: [ArchiveInput], text: [ArchiveInput], report: (String) -> Void) throws {
        var before = -1
        var isFirst = true
        while records.count != before {
            before = records.count
            for input in pages { try read(input, isText: false, isFirst: isFirst, report: report) }
            isFirst = false
            if records.isEmpty { break }
        }
        for input in text { try read(input, isText: true, isFirst: true, report: report) }
    }

    /// - Parameter isFirst: False if the file's damages are known.
    private mutating func read(
        _ input: ArchiveInput, isText: Bool, isFirst: Bool, report: (String) -> Void
    ) throws {
        var gone: [Range<Int64>] = []
        // Text is told by its page alone, and a page's block by its header.
        let reader = try input.reader(options: WARCReader.Options(maximumBlockBytes: 0))
        while let item = try reader.next() {
            switch item {
            case .damage(let damage):
                guard isFirst else { continue }
                damages += 1
                report("\(damage)")
            case .record(let read):
                guard goes(read.record) else { continue }
                guard let length = read.length else {
                    throw WARCError.unreadable(
                        file: input.name, offset: read.offset,
                        reason: "the record shares its gzip member with others, so it cannot be taken out")
                }
                note(read.record, isText: isText)
                let range = read.offset..<(read.offset + length)
                if let last = gone.last, last.upperBound == range.lowerBound {
                    gone[gone.count - 1] = last.lowerBound..<range.upperBound
                } else {
                    gone.append(range)
                }
            }
        }
        ranges[input.name] = gone.isEmpty ? nil : gone
    }

    private func goes(_ record: WARCRecord) -> Bool {
        guard record.type != .warcinfo else { return false }
        if let id = record.recordID, records.contains(id) { return true }
        if let url = record.targetURI.flatMap({ WebURL($0) }), target.matches(url) { return true }
        if let id = record.refersTo, records.contains(id) { return true }
        if record.concurrentTo.contains(where: { records.contains($0) }) { return true }
        guard record.type == .revisit, record.refersTo == nil,
            let uri = record.fields[WARCField.refersToTargetURI],
            let date = record.fields[WARCField.refersToDate]
        else { return false }
        return moments.contains(WARCRecord.unbracketed(uri) + " " + date)
    }

    private mutating func note(_ record: WARCRecord, isText: Bool) {
        let id = record.recordID ?? ""
        guard records.insert(id).inserted else { return }
        if isText { textRecords += 1 } else { pageRecords += 1 }
        guard !isText, CDXJLine.isIndexed(record.type), let uri = record.targetURI else { return }
        let date = record.fields[WARCField.date] ?? ""
        moments.insert(uri + " " + date)
        let isMeant = WebURL(uri).map { target.matches($0) } ?? false
        captures.append(Capture(url: uri, captured: date, type: record.type, isMeant: isMeant))
    }
}
