package import Archiving
import FoundationEssentials
package import Frontier
package import WARC
import WebURLs

/// What only a crawl has: a frontier that knows where records lie, an index, and bytes that are not committed.
extension Verification {
    /// Compares what a frontier says with the records seen by `check`: each committed place must hold a record of that
    /// address, each page must stand once, and no record may be of a URL that the frontier does not know.
    ///
    /// A crawl may go on meanwhile. What it commits after `ends` was read has not been seen by `check` and is left out.
    ///
    /// - Parameters:
    ///   - ends: The committed ends up to which files were checked.
    ///   - isRunning: A process is at work on the crawl.
    /// - Returns: how many captures were left out.
    package mutating func compare(
        crawl: String, with frontier: any FrontierReading, upTo ends: [FileEnd], isRunning: Bool = false
    ) async throws -> Int {
        let archive = CommittedArchive(crawl: crawl, ends: ends)
        let checked = Dictionary(ends.map { ($0.file, $0.offset) }, uniquingKeysWith: max)
        try await noteEntries(of: frontier, upTo: checked)
        // A place behind the ends of then lies before those of now, or the frontier contradicts itself.
        let now = Dictionary(
            try await frontier.fileEnds().map { ($0.file, $0.offset) }, uniquingKeysWith: max)
        var findings = LaterFindings(space: memory.space)
        try compareKeys(isRunning: isRunning, &findings)
        let (places, leftOut) = try comparePlaces(in: archive, now, isRunning: isRunning, &findings)
        try findings.report { add($0.file, $0.offset, $0.weight, $0.reason) }
        // While the crawl goes on the ledger is of another moment than the rows.
        guard now == checked else { return leftOut }
        let counts = try await frontier.counts()
        if counts.archived + counts.revisited < places, try await frontier.fileEnds() == ends {
            add(crawl, nil, .damage, "the ledger counts fewer archived URLs than the frontier has places")
        }
        return leftOut
    }

    private mutating func noteEntries(
        of frontier: any FrontierReading, upTo checked: [String: Int64]
    ) async throws {
        var row: Int64 = 0
        while true {
            let entries = try await frontier.entries(after: row, limit: 5_000)
            guard let last = entries.last else { return }
            row = last.row
            for entry in entries {
                switch entry.state {
                case .archived(let location), .revisited(let location):
                    let isChecked = location.offset < checked[location.file] ?? 0
                    try memory.note(entry, isChecked ? .checked : .later, at: location)
                case .queued where entry.finishedAt == nil && entry.status == nil:
                    try memory.note(entry, .unfetched, at: nil)
                default: try memory.note(entry, .other, at: nil)
                }
            }
        }
    }

    /// Captures that are newer than what the frontier knows of their URL, or of URLs of which it knows nothing.
    private mutating func compareKeys(
        isRunning: Bool, _ findings: inout LaterFindings
    ) throws(ArchiveError) {
        let sorted = try memory.keys.reader()
        var key: Int?
        var entry: KnownEntry?
        var newest: RecordLocation?
        while true {
            let line = try sorted.next()
            var columns = SortColumns(line ?? [])
            let next = line.map { _ in columns.number() }
            if next != key || next == nil {
                if let newest { try judge(newest, of: entry, isRunning: isRunning, &findings) }
                guard next != nil else { return }
                (key, entry, newest) = (next, nil, nil)
            }
            guard columns.mark() == .entry else {
                newest = memory.place(&columns)
                continue
            }
            let other = KnownEntry(&columns)
            entry = entry.map { $0.knowsMore(than: other) ? $0 : other } ?? other
        }
    }

    /// - Parameter entry: Of that key; nil if the frontier has none.
    private mutating func judge(
        _ newest: RecordLocation, of entry: KnownEntry?, isRunning: Bool, _ findings: inout LaterFindings
    ) throws(ArchiveError) {
        guard let entry else { return try memory.noteUnknown(newest) }
        let (file, offset, url) = (entry.file, entry.offset, entry.url)
        switch entry.state {
        // Recrawls leave earlier captures behind the frontier's place of a URL, but none later.
        case .checked where (newest.file, newest.offset) > (file, offset):
            try findings.add(
                rank: entry.row, newest.file, newest.offset, .notice,
                "a capture of \(url), of which the frontier knows only an earlier one in \(file) at byte \(offset)"
            )
        // A process may have committed it since the frontier's row was read.
        case .unfetched where !isRunning:
            try findings.add(
                rank: entry.row, newest.file, newest.offset, .damage,
                "a capture of \(url), which the frontier has still to fetch")
        default: break
        }
    }

    /// What the frontier has at places where something else is, or nothing; and captures it has nothing of.
    ///
    /// - Parameter now: The committed ends by now.
    /// - Returns: How many places the frontier has, and how many entries were left out.
    private mutating func comparePlaces(
        in archive: CommittedArchive, _ now: [String: Int64], isRunning: Bool,
        _ findings: inout LaterFindings
    ) throws(ArchiveError) -> (places: Int, leftOut: Int) {
        let sorted = try memory.places.reader()
        var place: Int?
        var uris: Set<Int> = []
        var isClaimed = false
        var (places, leftOut) = (0, 0)
        while let line = try sorted.next() {
            var columns = SortColumns(line)
            let next = columns.number()
            if next != place { (place, uris, isClaimed) = (next, [], false) }
            switch columns.mark() {
            case .record: uris.insert(columns.number())
            case .entry:
                var claim = PlaceClaim(&columns)
                claim.sharesPlace = isClaimed
                if !isClaimed { places += 1 }
                isClaimed = true
                if claim.isLater, isRunning || claim.location.offset < now[claim.location.file] ?? 0 {
                    leftOut += 1
                } else {
                    try judge(claim, holding: uris, in: archive, &findings)
                }
            case .unknownCapture where !isClaimed:
                let (offset, length) = (Int64(columns.number()), Int64(columns.number()))
                let location = RecordLocation(file: columns.text(), offset: offset, length: length)
                let uri =
                    (try? archive.record(at: location))?.record.targetURI ?? "an address that cannot be read"
                try findings.add(
                    rank: .max, location.file, offset, .damage,
                    "a capture of \(uri), which the frontier does not know")
            default: break
            }
        }
        return (places, leftOut)
    }

    /// Compares one entry's place with the addresses of the records there.
    private func judge(
        _ claim: PlaceClaim, holding uris: Set<Int>, in archive: CommittedArchive,
        _ findings: inout LaterFindings
    ) throws(ArchiveError) {
        let (location, url) = (claim.location, claim.url)
        func damage(_ reason: String) throws(ArchiveError) {
            try findings.add(
                rank: claim.row, location.file, location.offset, .damage, "the frontier has \(url) " + reason)
        }
        if claim.sharesPlace { try damage("and another URL here") }
        guard !uris.isEmpty else { return try damage("here, but no record of this length begins") }
        guard !uris.contains(claim.urlHash) else { return }
        // A visit follows redirects to URLs of the same identity; then the record is of the last one.
        guard let uri = (try? archive.record(at: location))?.record.targetURI,
            WebURL(uri).map({ CrawlIdentity.standard.key(of: $0).hashValue }) != claim.keyHash
        else { return }
        try damage("here, the record is of \(uri)")
    }

    /// Names a frontier that cannot be read as damage.
    package mutating func note(_ error: FrontierError, ofCrawl crawl: String) {
        let reason = error.lostFrontier?.reason ?? "\(error)"
        add(
            crawl + "/frontier.sqlite", nil, .damage,
            "\(reason); the WARC files are checked without it, to their ends")
    }

    /// Forgets the records of a crawl: another one may follow.
    package mutating func endCrawl() { memory.removeAll() }

    /// Compares a crawl's index with the records seen by `check`. A crawl without one is sound: it is derived.
    package mutating func checkIndex(ofCrawl crawl: String) throws(ArchiveError) {
        guard FileManager.default.fileExists(atPath: CrawlIndex.path(ofCrawl: crawl)) else { return }
        var before: [UInt8] = []
        var lines = 0
        var isRead = true
        do throws(ArchiveError) {
            let reader = try LineReader(CrawlIndex.path(ofCrawl: crawl))
            while let slice = try reader.next() {
                let line = Array(slice)
                lines += 1
                if line.lexicographicallyPrecedes(before) {
                    indexDamage(lines, "does not stand in the order of the bytes")
                }
                before = line
                guard let entry = CDXJLine(parsing: line[...]) else {
                    indexDamage(lines, "is no line of an index")
                    continue
                }
                try memory.note(entry, number: lines)
            }
        } catch {
            isRead = false
            add(CrawlIndex.name, nil, .damage, "\(error)")
        }
        if isRead { try compareIndexLines() }
        guard lines < memory.captures else { return }
        add(
            CrawlIndex.name, nil, .notice,
            "has \(lines) of \(memory.captures) captures; newshound index makes it anew")
    }

    private mutating func compareIndexLines() throws(ArchiveError) {
        var findings = LaterFindings(space: memory.space)
        let sorted = try memory.places.reader()
        var place: Int?
        var uris: Set<Int> = []
        while let line = try sorted.next() {
            var columns = SortColumns(line)
            let next = columns.number()
            if next != place { (place, uris) = (next, []) }
            switch columns.mark() {
            case .record: uris.insert(columns.number())
            case .indexLine:
                let number = columns.number()
                guard !uris.contains(columns.number()) else { continue }
                let offset = columns.number()
                let (file, url) = columns.texts()
                try findings.add(
                    rank: number, CrawlIndex.name, 0, .damage,
                    Self.indexReason(
                        number, "has \(url) in \(file) at byte \(offset), where no such record begins"))
            default: break
            }
        }
        try findings.report { add($0.file, nil, $0.weight, $0.reason) }
    }

    private mutating func indexDamage(_ line: Int, _ reason: String) {
        add(CrawlIndex.name, nil, .damage, Self.indexReason(line, reason))
    }

    private static func indexReason(_ line: Int, _ reason: String) -> String {
        "line \(line) \(reason); newshound index makes it anew"
    }
}

/// What the frontier says of a URL.
private struct KnownEntry {
    let row: Int
    let state: CrawlMemory.EntryState?
    let file: String
    let offset: Int64
    let url: String

    /// Reads what stands behind the mark of a line of `CrawlMemory.keys`.
    init(_ columns: inout SortColumns) {
        row = columns.number()
        state = CrawlMemory.EntryState(rawValue: columns.number())
        offset = Int64(columns.number())
        (file, url) = columns.texts()
    }

    /// Which of two entries of one URL its captures are held against: a page to which robots.txt redirects is an entry
    /// of its own beside that of the robots.txt, and may wait for its visit while that has its capture.
    func knowsMore(than other: KnownEntry) -> Bool {
        (rank, file, offset) > (other.rank, other.file, other.offset)
    }

    private var rank: Int {
        switch state {
        case .unfetched: 0
        case .checked: 1
        case .later, .other, nil: 2
        }
    }
}

/// What the frontier says of a place.
private struct PlaceClaim {
    let row: Int
    /// It lies behind what was checked.
    let isLater: Bool
    let urlHash: Int
    let keyHash: Int
    let location: RecordLocation
    let url: String
    /// Another entry has the same place.
    var sharesPlace = false

    /// Reads what stands behind the mark of a line of `CrawlMemory.places`.
    init(_ columns: inout SortColumns) {
        row = columns.number()
        isLater = columns.flag()
        urlHash = columns.number()
        keyHash = columns.number()
        let (offset, length) = (Int64(columns.number()), Int64(columns.number()))
        let (file, url) = columns.texts()
        location = RecordLocation(file: file, offset: offset, length: length)
        self.url = url
    }
}
