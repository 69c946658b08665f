import FoundationEssentials
import WARC
import WebURLs

/// What a first look over archive files finds: the newest capture of each URL, and where the targets of revisits lie.
///
/// Holds a few dozen bytes a page, so archives of many millions of pages fit.
struct CaptureIndex: Sendable {
    /// Where a record lies.
    struct Place: Sendable, Hashable {
        /// Index of the file among the inputs.
        let input: Int
        let offset: Int64
    }

    private struct Newest: Sendable {
        let date: Date
        let place: Place
    }

    private var newest: [String: Newest] = [:]
    /// By `WARC-Record-ID`, and by target and date, which revisits without `WARC-Refers-To` name.
    private var targets: [Int: Place] = [:]
    private var wanted: Set<Int> = []

    /// Most bytes of a block that are looked at.
    private static let headProbe = 64 << 10
    /// Larger blocks are not read by the job either.
    private static let maximumBlockBytes = Int64(WARCReader.Options().maximumBlockBytes)

    /// Looks at all inputs. What cannot be read is passed over: the job itself reports it.
    init(_ inputs: [ArchiveInput], filter: PageFilter, options: CaptureChoice) {
        for (number, input) in inputs.enumerated() {
            guard
                let reader = try? input.reader(options: WARCReader.Options(maximumBlockBytes: Self.headProbe))
            else { continue }
            while let item = try? reader.next() {
                guard case .record(let read) = item else { continue }
                note(read, at: Place(input: number, offset: read.offset), filter: filter, options: options)
            }
        }
        targets = targets.filter { wanted.contains($0.key) }
    }

    private mutating func note(
        _ read: ReadRecord, at place: Place, filter: PageFilter, options: CaptureChoice
    ) {
        let record = read.record
        let isRevisit = record.type == .revisit
        if isRevisit {
            guard options.givesRevisits else { return }
            wanted.formUnion(Self.references(of: record))
        } else {
            guard record.blockLength <= Self.maximumBlockBytes, ArchivedPage.isPage(record) else { return }
            // A record that shares its member cannot be read on its own.
            if options.givesRevisits, read.length != nil {
                for key in Self.keys(of: record) { targets[key] = place }
            }
        }
        guard options.isNewestOnly, let uri = record.targetURI else { return }
        let url = WebURL(uri)
        guard !ArchivedPage.isRobots(url), filter.admits(record, url: url) else { return }
        let key = url?.withoutFragment.href ?? uri
        let date = record.date ?? .distantPast
        if let known = newest[key], known.date > date { return }
        newest[key] = Newest(date: date, place: place)
    }

    /// False if a later capture of the same URL is there.
    func isNewest(_ record: WARCRecord, at place: Place) -> Bool {
        guard let uri = record.targetURI else { return true }
        return newest[WebURL(uri)?.withoutFragment.href ?? uri].map { $0.place == place } ?? true
    }

    /// Where a revisit's target lies; nil: not in these files.
    func target(of revisit: WARCRecord) -> Place? {
        for key in Self.references(of: revisit) {
            if let place = targets[key] { return place }
        }
        return nil
    }

    /// True if `record` is what `revisit` refers to: places are found by hashes, which may be alike by chance.
    static func isTarget(_ record: WARCRecord, of revisit: WARCRecord) -> Bool {
        if let id = revisit.refersTo, id == record.recordID { return true }
        return revisit.fields[WARCField.refersToTargetURI].map(WARCRecord.unbracketed) == record.targetURI
            && revisit.fields[WARCField.refersToDate].flatMap(WARCDate.parse).map(second)
                == record.date.map(second)
    }

    private static func keys(of record: WARCRecord) -> [Int] {
        var keys: [Int] = []
        if let id = record.recordID { keys.append(id.hashValue) }
        if let uri = record.targetURI, let date = record.date { keys.append(key(uri, date)) }
        return keys
    }

    private static func references(of revisit: WARCRecord) -> [Int] {
        var keys: [Int] = []
        if let id = revisit.refersTo { keys.append(id.hashValue) }
        if let uri = revisit.fields[WARCField.refersToTargetURI].map(WARCRecord.unbracketed),
            let date = revisit.fields[WARCField.refersToDate].flatMap(WARCDate.parse)
        {
            keys.append(key(uri, date))
        }
        return keys
    }

    /// What names a capture by its time knows seconds alone, if it was found in an index.
    private static func second(_ date: Date) -> Double { date.timeIntervalSince1970.rounded(.down) }

    private static func key(_ uri: String, _ date: Date) -> Int {
        var hasher = Hasher()
        hasher.combine(uri)
        hasher.combine(second(date))
        return hasher.finalize()
    }
}

/// Which captures of a URL a job gives.
package struct CaptureChoice: Sendable, Hashable {
    /// Of several captures of a URL only the newest.
    package var isNewestOnly = false
    /// A row for each revisit too, with its target's text.
    package var givesRevisits = false

    package init() {}

    /// True if the files must be looked at before the first row, which a pipe does not allow.
    package var needsTwoReadings: Bool { isNewestOnly || givesRevisits }
}
