import Archiving
import Frontier
import WARC
import WebURLs

/// What a verification keeps of a crawl's captures, to compare them with frontier and index: lines by place and lines by
/// URL key, sorted on disk if they are many.
struct CrawlMemory {
    let space: SortSpace
    /// By place: captures, what the frontier has there, captures it does not know, lines of the index.
    var places: LineSorter
    /// By URL key: entries of the frontier, captures.
    var keys: LineSorter
    /// Captures that have a line in the crawl's index.
    private(set) var captures = 0
    private var fileNames: [String] = []

    init(space: SortSpace) {
        self.space = space
        places = space.sorter()
        keys = space.sorter()
    }

    /// Notes a record of the crawl that is a capture.
    mutating func note(_ read: ReadRecord, file: String) throws(ArchiveError) {
        let record = read.record
        guard CDXJLine.isIndexed(record.type) else { return }
        captures += 1
        guard let uri = record.targetURI else { return }
        let place = RecordLocation(file: file, offset: read.offset, length: read.length ?? 0)
        var line = SortLine(place.hashValue)
        line.add(.record)
        line.add(uri.hashValue)
        try places.add(line.bytes)
        guard record.type == .response || record.type == .revisit else { return }
        if fileNames.last != file { fileNames.append(file) }
        var capture = SortLine(Self.key(of: uri))
        // Behind the entries of its key.
        capture.add(.unknownCapture)
        capture.add(fileNames.count - 1)
        capture.add(Int(place.offset))
        capture.add(Int(place.length))
        try keys.add(capture.bytes)
    }

    /// The place whose number of a file and extent come next in a line of `keys`.
    func place(_ columns: inout SortColumns) -> RecordLocation {
        let file = fileNames[max(0, min(columns.number(), fileNames.count - 1))]
        return RecordLocation(file: file, offset: Int64(columns.number()), length: Int64(columns.number()))
    }

    /// Notes that nothing is known of the capture at a place but that it is there.
    mutating func noteUnknown(_ place: RecordLocation) throws(ArchiveError) {
        var line = SortLine(place.hashValue)
        line.add(.unknownCapture)
        line.add(Int(place.offset))
        line.add(Int(place.length))
        line.add(text: place.file)
        try places.add(line.bytes)
    }

    /// How far an entry of the frontier can be compared.
    enum EntryState: Int {
        /// Its capture lies within what was checked.
        case checked
        /// Its capture lies behind it.
        case later
        /// It was never fetched.
        case unfetched
        /// It has been fetched, and has no place of its own.
        case other
    }

    mutating func note(
        _ entry: URLEntry, _ state: EntryState, at location: RecordLocation?
    ) throws(ArchiveError) {
        let url = entry.candidate.url.withoutCredentials
        var line = SortLine(CrawlIdentity.standard.key(of: url).hashValue)
        line.add(.entry)
        line.add(Int(entry.row))
        line.add(state.rawValue)
        line.add(Int(location?.offset ?? 0))
        line.add(text: location?.file ?? "", url.href)
        try keys.add(line.bytes)
        guard let location else { return }
        var claim = SortLine(location.hashValue)
        claim.add(.entry)
        claim.add(Int(entry.row))
        claim.add(state == .later)
        claim.add(url.href.hashValue)
        claim.add(entry.candidate.key.hashValue)
        claim.add(Int(location.offset))
        claim.add(Int(location.length))
        claim.add(text: location.file, url.href)
        try places.add(claim.bytes)
    }

    mutating func note(_ line: CDXJLine, number: Int) throws(ArchiveError) {
        let place = RecordLocation(
            file: "pages/" + line.fileName, offset: line.offset, length: line.length ?? -1)
        var row = SortLine(place.hashValue)
        row.add(.indexLine)
        row.add(number)
        row.add(line.url.hashValue)
        row.add(Int(line.offset))
        row.add(text: line.fileName, line.url)
        try places.add(row.bytes)
    }

    /// Forgets all.
    mutating func removeAll() { self = CrawlMemory(space: space) }

    /// Of URLs that are one to a crawl.
    private static func key(of uri: String) -> Int {
        (WebURL(uri).map { CrawlIdentity.standard.key(of: $0) } ?? uri).hashValue
    }
}
