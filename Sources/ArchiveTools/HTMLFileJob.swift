import FoundationEssentials
package import Pages
package import WebURLs

/// Reads HTML files on several tasks and gives a row for each, in order.
package struct HTMLFileJob: Sendable {
    package let files: [HTMLFiles.Entry]
    /// Addresses by the file's name; a page without one is read for its own.
    package let addresses: [String: WebURL]
    package let jobs: Int
    package let report: @Sendable (String) -> Void
    /// Called for each page that is read, on any task.
    package let onPage: @Sendable () -> Void

    package init(
        files: [HTMLFiles.Entry], addresses: [String: WebURL] = [:], jobs: Int,
        onPage: @escaping @Sendable () -> Void = {}, report: @escaping @Sendable (String) -> Void
    ) {
        self.files = files
        self.addresses = addresses
        self.jobs = jobs
        self.report = report
        self.onPage = onPage
    }

    /// As `ArchiveJob.run`; a file that cannot be read is reported and counts as damage.
    package func run<Row: Sendable>(
        reader: PageReader, row: @escaping @Sendable (HTMLFiles.Entry, Page) -> Row?,
        sink: (Row) throws -> Bool
    ) async throws -> JobOutcome {
        var outcome = JobOutcome()
        var rest = files.makeIterator()
        let (addresses, onPage) = (addresses, onPage)
        let work: @Sendable (HTMLFiles.Entry) -> (row: Row?, unreadReason: String?)? = { entry in
            defer { onPage() }
            guard let bytes = HTMLFiles.bytes(of: entry.path) else { return nil }
            let page = reader.read(payload: bytes, head: nil, at: addresses[entry.name])
            return page.unreadReason.map { (nil, $0) } ?? (row(entry, page), nil)
        }
        var index = 0
        try await OrderedPipeline(jobs: jobs).run(next: { rest.next() }, work: work) { result in
            defer { index += 1 }
            guard let result else {
                report("\(files[index].path): cannot be read; check the permissions")
                outcome.damages += 1
                return true
            }
            outcome.pages += 1
            if let reason = result.unreadReason {
                report("\(files[index].path): \(reason)")
                outcome.unreadable += 1
            }
            guard let row = result.row else { return true }
            guard try sink(row) else {
                outcome.wasRead = false
                return false
            }
            outcome.rows += 1
            return true
        }
        return outcome
    }
}
