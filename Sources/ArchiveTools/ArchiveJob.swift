import Archiving
package import FoundationEssentials
package import Pages
import WARC
import WebURLs

/// Which pages `extract` and `links` give.
package struct PageFilter: Sendable {
    /// Hosts, each with those below it; empty: all.
    package var hosts: [String] = []
    /// Captured at that time or later, and before; nil: no bound.
    package var since: Date?
    package var until: Date?

    package init() {}

    func admits(_ record: WARCRecord, url: WebURL?) -> Bool {
        if since != nil || until != nil {
            guard let date = record.date else { return false }
            if let since, date < since { return false }
            if let until, date >= until { return false }
        }
        guard !hosts.isEmpty else { return true }
        guard let host = url?.host else { return false }
        return hosts.contains { host == $0 || host.hasSuffix("." + $0) }
    }
}

/// What came of a job.
package struct JobOutcome: Sendable {
    /// Rows that were given out.
    package var rows = 0
    /// Pages that were looked at: those that the filter admits.
    package var pages = 0
    /// Pages that are left out because they are longer than any that is read, and were cut.
    package var unread = 0
    /// Pages that are left out because they are too long, or in codings that cannot be undone; each was reported.
    package var unreadable = 0
    /// Revisits that the filter admits, and that give no row because they were not asked for.
    package var revisits = 0
    /// Places that could not be read; each was reported.
    package var damages = 0
    /// False if the reader of the output went away.
    package var wasRead = true

    package init() {}
}

/// Reads the pages of archive files on several tasks and gives a row for each, in the order of the archive.
package struct ArchiveJob: Sendable {
    package let inputs: [ArchiveInput]
    package let filter: PageFilter
    package let choice: CaptureChoice
    /// Tasks that read pages at once.
    package let jobs: Int
    /// Called for each place that cannot be read.
    package let report: @Sendable (String) -> Void
    /// Called for each page that is read, on any task.
    package let onPage: @Sendable () -> Void

    package init(
        inputs: [ArchiveInput], filter: PageFilter = PageFilter(), choice: CaptureChoice = CaptureChoice(),
        jobs: Int, onPage: @escaping @Sendable () -> Void = {},
        report: @escaping @Sendable (String) -> Void
    ) {
        self.onPage = onPage
        self.inputs = inputs
        self.filter = filter
        self.choice = choice
        self.jobs = jobs
        self.report = report
    }

    /// What was made of a page.
    private enum Made<Row: Sendable>: Sendable {
        case row(Row), nothing
        case unread(reason: String)
    }

    /// `row` makes a page's row, on any task; nil: none. `sink` takes the rows in order; false: nobody reads on.
    package func run<Row: Sendable>(
        row: @escaping @Sendable (ArchivedPage) -> Row?, sink: (Row) throws -> Bool
    ) async throws -> JobOutcome {
        try await make({ archived in row(archived).map { .row($0) } ?? .nothing }, sink: sink)
    }

    /// The same with what `reader` reads of each page. One that cannot be read is reported and gives no row.
    package func run<Row: Sendable>(
        reader: PageReader, row: @escaping @Sendable (ArchivedPage, Page) -> Row?, sink: (Row) throws -> Bool
    ) async throws -> JobOutcome {
        try await make(
            { archived in
                guard let page = archived.page(by: reader) else {
                    return .unread(reason: "page is not read: its transfer coding cannot be undone")
                }
                if let reason = page.unreadReason { return .unread(reason: reason) }
                return row(archived, page).map { .row($0) } ?? .nothing
            }, sink: sink)
    }

    private func make<Row: Sendable>(
        _ make: @escaping @Sendable (ArchivedPage) -> Made<Row>, sink: (Row) throws -> Bool
    ) async throws -> JobOutcome {
        var outcome = JobOutcome()
        let index = choice.needsTwoReadings ? CaptureIndex(inputs, filter: filter, options: choice) : nil
        var files = inputs.enumerated().makeIterator()
        var current: WARCReader?
        var number = 0
        // A page of ours until it is known that nothing beside it says that it is none.
        var held: ArchivedPage?
        var isOurs = false
        func next() throws -> ArchivedPage? {
            while true {
                if current == nil {
                    if let page = held.take() {
                        if let page = counted(page, in: &outcome) { return page }
                        continue
                    }
                    guard let (next, file) = files.next() else { return nil }
                    (number, isOurs) = (next, false)
                    do throws(WARCError) { current = try file.reader() } catch {
                        report("\(error)")
                        outcome.damages += 1
                        continue
                    }
                }
                guard let reader = current else { continue }
                do throws(WARCError) {
                    switch try reader.next() {
                    case nil:
                        current = nil
                        if let loss = inputs[number].loss {
                            report("\(loss)")
                            outcome.damages += 1
                        }
                    case .damage(let damage):
                        report("\(damage)")
                        outcome.damages += 1
                    case .record(let read):
                        if let page = held, read.record.stands(beside: page) {
                            if read.record.saysNoPage { held = nil }
                            continue
                        }
                        if read.record.type == .warcinfo { isOurs = read.record.isOurInfo }
                        if isPassedOver(read.record) { outcome.revisits += 1 }
                        var found = page(read, of: number, index: index)
                        if isOurs { swap(&found, &held) }
                        if let page = found.flatMap({ counted($0, in: &outcome) }) { return page }
                    }
                } catch {
                    report("\(error)")
                    outcome.damages += 1
                    current = nil
                }
            }
        }
        let onPage = onPage
        let work: @Sendable (ArchivedPage) -> (RecordLocation, Made<Row>) = { page in
            defer { onPage() }
            return (page.source.location, make(page))
        }
        try await OrderedPipeline(jobs: jobs).run(next: next, work: work) { place, made in
            switch made {
            case .nothing: return true
            case .unread(let reason):
                report("\(place.file), byte \(place.offset): \(reason)")
                outcome.unreadable += 1
                return true
            case .row(let row):
                guard try sink(row) else {
                    outcome.wasRead = false
                    return false
                }
                outcome.rows += 1
                return true
            }
        }
        return outcome
    }

    /// Counts a page; nil: it is not read.
    private func counted(_ page: ArchivedPage, in outcome: inout JobOutcome) -> ArchivedPage? {
        outcome.pages += 1
        switch page.obstacle {
        case nil: return page
        case .cut: outcome.unread += 1
        case .tooLong(let bytes):
            let place = page.source.location
            report(
                "\(place.file), byte \(place.offset): page of \(bytes) bytes is not read; "
                    + "the limit is \(DecodedPage.maximumPageBytes)")
            outcome.unreadable += 1
        }
        return nil
    }

    /// True for a revisit that would give a row if those had been asked for.
    private func isPassedOver(_ record: WARCRecord) -> Bool {
        guard record.type == .revisit, !choice.givesRevisits, !choice.isNewestOnly else { return false }
        let url = record.targetURI.flatMap { WebURL($0) }
        return !ArchivedPage.isRobots(url) && filter.admits(record, url: url)
    }

    /// The page of a record; nil: it is none, or none that was asked for.
    private func page(_ read: ReadRecord, of number: Int, index: CaptureIndex?) -> ArchivedPage? {
        let file = inputs[number].name
        let place = CaptureIndex.Place(input: number, offset: read.offset)
        if let index, choice.isNewestOnly, !index.isNewest(read.record, at: place) { return nil }
        guard read.record.type == .revisit else {
            return ArchivedPage(
                read, file: file, filter: filter, readsConversions: inputs[number].readsConversions)
        }
        guard let index, choice.givesRevisits else { return nil }
        guard let target = index.target(of: read.record), let found = record(at: target),
            CaptureIndex.isTarget(found.record, of: read.record)
        else {
            if filter.admits(read.record, url: read.record.targetURI.flatMap { WebURL($0) }) {
                report(
                    "\(file), byte \(read.offset): the revisit's target is in none of the files; it gives no row"
                )
            }
            return nil
        }
        return ArchivedPage(read, file: file, filter: filter, target: found.record)
    }

    private func record(at place: CaptureIndex.Place) -> ReadRecord? {
        let input = inputs[place.input]
        guard
            let source = try? FileSource(path: input.path, start: place.offset, end: input.committedEnd)
        else { return nil }
        return try? WARCReader.record(from: source, file: input.name)
    }
}
