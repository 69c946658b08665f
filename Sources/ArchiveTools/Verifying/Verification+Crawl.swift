package import Archiving
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
    ) async throws(FrontierError) -> Int {
        let archive = CommittedArchive(crawl: crawl, ends: ends)
        let checked = Dictionary(ends.map { ($0.file, $0.offset) }, uniquingKeysWith: max)
        var later: [(URLEntry, RecordLocation)] = []
        var row: Int64 = 0
        var claimed: Set<Int> = []
        while true {
            let entries = try await frontier.entries(after: row, limit: 5_000)
            guard let last = entries.last else { break }
            row = last.row
            for entry in entries {
                let newest = memory.takeNewest(of: entry.candidate.url)
                switch entry.state {
                case .archived(let location), .revisited(let location):
                    if !claimed.insert(location.hashValue).inserted {
                        add(
                            location.file, location.offset, .damage,
                            "the frontier has \(entry.candidate.url.href) and another URL here")
                    }
                    if location.offset < checked[location.file] ?? 0 {
                        noteLater(newest, than: location, of: entry)
                        compare(entry, at: location, in: archive)
                    } else {
                        later.append((entry, location))
                    }
                case .queued where entry.finishedAt == nil && entry.status == nil:
                    // A process may have committed it since the frontier's row was read.
                    guard let newest, !isRunning else { continue }
                    add(
                        newest.file, newest.offset, .damage,
                        "a capture of \(entry.candidate.url.href), which the frontier has still to fetch")
                default: break
                }
            }
        }
        // What stands where an entry points to was compared with it.
        for place in memory.takeRest() where !claimed.contains(place.hashValue) {
            let uri = (try? archive.record(at: place))?.record.targetURI ?? "an address that cannot be read"
            add(place.file, place.offset, .damage, "a capture of \(uri), which the frontier does not know")
        }
        // A place behind the ends of then lies before those of now, or the frontier contradicts itself.
        let now = Dictionary(
            try await frontier.fileEnds().map { ($0.file, $0.offset) }, uniquingKeysWith: max)
        var leftOut = 0
        for (entry, location) in later {
            if isRunning || location.offset < now[location.file] ?? 0 {
                leftOut += 1
            } else {
                compare(entry, at: location, in: archive)
            }
        }
        // While the crawl goes on the ledger is of another moment than the rows.
        guard now == checked else { return leftOut }
        let counts = try await frontier.counts()
        if counts.archived + counts.revisited < claimed.count, try await frontier.fileEnds() == ends {
            add(crawl, nil, .damage, "the ledger counts fewer archived URLs than the frontier has places")
        }
        return leftOut
    }

    /// Names a frontier that cannot be read as damage.
    package mutating func note(_ error: FrontierError, ofCrawl crawl: String) {
        let reason = if case .corrupt(_, let reason) = error { reason } else { "\(error)" }
        add(
            crawl + "/frontier.sqlite", nil, .damage,
            "\(reason); the WARC files are checked without it, to their ends")
    }

    /// Recrawls leave earlier captures behind the frontier's place of a URL, but none later.
    private mutating func noteLater(_ newest: RecordLocation?, than known: RecordLocation, of entry: URLEntry)
    {
        guard let newest, (newest.file, newest.offset) > (known.file, known.offset) else { return }
        add(
            newest.file, newest.offset, .notice,
            "a capture of \(entry.candidate.url.href), of which the frontier knows only an earlier one in "
                + "\(known.file) at byte \(known.offset)")
    }

    private mutating func compare(
        _ entry: URLEntry, at location: RecordLocation, in archive: CommittedArchive
    ) {
        let url = entry.candidate.url
        guard memory.hasRecord(at: location) else {
            add(
                location.file, location.offset, .damage,
                "the frontier has \(url.href) here, but no record of this length begins")
            return
        }
        guard !memory.hasRecord(of: url.withoutCredentials.href, at: location) else { return }
        // A visit follows redirects to URLs of the same identity; then the record is of the last one.
        guard let uri = (try? archive.record(at: location))?.record.targetURI,
            WebURL(uri).map({ CrawlIdentity.standard.key(of: $0) }) != entry.candidate.key
        else { return }
        add(
            location.file, location.offset, .damage,
            "the frontier has \(url.href) here, the record is of \(uri)")
    }

    /// Names the bytes on disk that nothing committed covers. `isRunning`: a process is at work on the crawl.
    package mutating func noteSurplus(of archive: CommittedArchive, isRunning: Bool) {
        do throws(ArchiveError) {
            for surplus in try archive.surplus() {
                add(
                    surplus.file, surplus.offset, isRunning ? .remark : .notice,
                    "\(surplus.bytes) bytes from here on are not committed; "
                        + (isRunning ? "the run that writes them goes on" : "newshound resume removes them"))
            }
        } catch { add(archive.path, nil, .damage, "\(error)") }
    }

    /// Compares a crawl's index with the records seen by `check`. A crawl without one is sound: it is derived.
    package mutating func checkIndex(ofCrawl crawl: String, isThere: Bool) {
        guard isThere else { return }
        var before: [UInt8] = []
        var lines = 0
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
                let place = RecordLocation(
                    file: "pages/" + entry.fileName, offset: entry.offset, length: entry.length ?? -1)
                if !memory.hasRecord(of: entry.url, at: place) {
                    indexDamage(
                        lines,
                        "has \(entry.url) in \(entry.fileName) at byte \(entry.offset), where no such record begins"
                    )
                }
            }
        } catch { add(CrawlIndex.name, nil, .damage, "\(error)") }
        guard lines < memory.captures else { return }
        add(
            CrawlIndex.name, nil, .notice,
            "has \(lines) of \(memory.captures) captures; newshound index makes it anew")
    }

    private mutating func indexDamage(_ line: Int, _ reason: String) {
        add(CrawlIndex.name, nil, .damage, "line \(line) \(reason); newshound index makes it anew")
    }
}
