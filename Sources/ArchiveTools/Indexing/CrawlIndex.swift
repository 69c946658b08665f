package import Archiving

/// The index of a crawl, `indexes/index.cdxj`: derived from committed records, made anew at the end of a run and on
/// demand.
package enum CrawlIndex {
    /// Below the crawl folder.
    package static let name = "indexes/index.cdxj"

    package static func path(ofCrawl crawl: String) -> String { crawl + "/" + name }

    /// Puts a new index in the place of the old one. `inputs` are the crawl's files of pages.
    package static func rebuild(
        crawl: String, inputs: [ArchiveInput], report: @escaping (String) -> Void
    ) throws(ArchiveError) -> IndexJob.Totals {
        var index = try CDXJIndex(folder: crawl + "/indexes")
        let totals = try IndexJob(inputs: inputs, report: report).run(into: &index)
        _ = try index.write(to: path(ofCrawl: crawl))
        return totals
    }
}
