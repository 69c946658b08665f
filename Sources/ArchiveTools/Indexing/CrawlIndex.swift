package import Archiving

/// The index of a crawl, `indexes/index.cdxj`: derived from committed records, brought up to date at the end of a run
/// and made anew on demand.
package enum CrawlIndex {
    /// Below the crawl folder.
    package static let name = "indexes/index.cdxj"

    package static func path(ofCrawl crawl: String) -> String { crawl + "/" + name }

    /// Puts a new index in the place of the old one. `inputs` are the crawl's files of pages.
    package static func rebuild(
        crawl: String, inputs: [ArchiveInput], report: @escaping (String) -> Void
    ) throws(ArchiveError) -> IndexJob.Totals {
        try write(crawl: crawl, old: [], new: inputs, report: report)
    }

    /// Adds the lines of files that the index has not, and reads no other: a run writes files of its own, so it costs
    /// what the run archived. If a file that the index has is not as it was, all are read.
    ///
    /// - Returns: What was read; the lines that stayed do not count.
    package static func extend(
        crawl: String, inputs: [ArchiveInput], report: @escaping (String) -> Void
    ) throws(ArchiveError) -> IndexJob.Totals {
        let indexed = IndexedFiles.read(crawl: crawl)?.ends ?? [:]
        let old = inputs.filter { $0.committedEnd != nil && indexed[$0.name] == $0.committedEnd }
        guard old.count == indexed.count else {
            return try rebuild(crawl: crawl, inputs: inputs, report: report)
        }
        return try write(
            crawl: crawl, old: old, new: inputs.filter { indexed[$0.name] == nil }, report: report)
    }

    /// - Parameter old: Files whose lines the index has already.
    private static func write(
        crawl: String, old: [ArchiveInput], new: [ArchiveInput], report: @escaping (String) -> Void
    ) throws(ArchiveError) -> IndexJob.Totals {
        var index = try CDXJIndex(folder: crawl + "/indexes")
        if !old.isEmpty { try index.add(linesOf: path(ofCrawl: crawl)) }
        let totals = try IndexJob(inputs: new, report: report).run(into: &index)
        _ = try index.write(to: path(ofCrawl: crawl))
        try IndexedFiles(old + new).write(crawl: crawl)
        return totals
    }
}
