import ArchiveTools
import Archiving
import ArgumentParser
import Foundation
import WARC

/// `newshound index`: where each capture of an archive lies, as CDXJ.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Index captures by URL and time (CDXJ, sorted by bytes).",
        discussion: """
            One line for each response, revisit and resource record, as replay tools read it. A crawl's own \
            indexes/index.cdxj is made anew as well. A broken record is named with file and byte and skipped; the exit \
            status is then 8.

            Examples:
              newshound index mycrawl
              newshound index pages.warc.gz --output pages.cdxj
            """)

    @Argument(help: "Crawl folders, WARC files or folders of them; - for standard input.")
    var path: [String]
    @Option(help: "Write the index to this file instead of standard output (-).")
    var output: String?
    @Flag(help: "With --output: the totals as one JSON object.")
    var json = false

    /// Nil: standard output.
    private var place: String? { OutputPlace.file(output) }

    func run() async throws {
        try await Program.report {
            guard place != nil || !json else {
                throw UserError(
                    .usage, "--json: standard output is the index itself; name a file for it with --output")
            }
            var archives: [(path: String, inputs: [ArchiveInput], isCrawl: Bool)] = []
            var totals = IndexJob.Totals()
            for path in path {
                let (inputs, damages) = try await Backends.archive([path])
                // What nobody committed has no place in a crawl's own index, and what was lost keeps its own.
                let isCrawl =
                    damages == 0 && inputs.allSatisfy(\.isWhole)
                    && FileManager.default.fileExists(atPath: path + "/frontier.sqlite")
                archives.append((path, inputs, isCrawl))
                totals.damages += damages
            }
            let out = try OutputFile(place)
            let work = try WorkFolder()
            var files: [String] = []
            for (number, archive) in archives.enumerated() {
                let place = work.path + "/\(number)"
                try index(archive.inputs, to: place, totals: &totals)
                if archive.isCrawl { renewIndex(ofCrawl: archive.path, from: place) }
                files.append(place)
            }
            if files.count > 1 {
                var all = try CDXJIndex(folder: work.path)
                for file in files { try all.add(linesOf: file) }
                files = [work.path + "/all"]
                _ = try all.write(to: files[0])
            }
            if let file = files.first { try copy(file, to: out) }
            try out.close()
            tell(totals)
            return totals.damages == 0 ? .finished : .damage
        }
    }

    /// Writes the sorted index of one archive.
    private func index(
        _ inputs: [ArchiveInput], to place: String, totals: inout IndexJob.Totals
    ) throws {
        let job = IndexJob(inputs: inputs) { Terminal.complain($0) }
        var index = try CDXJIndex(folder: place.parentPath)
        let found = try job.run(into: &index)
        totals.files += found.files
        totals.lines += found.lines
        totals.damages += found.damages
        _ = try index.write(to: place)
    }

    /// Puts an index in the place of a crawl's own, if that can be written.
    private func renewIndex(ofCrawl path: String, from place: String) {
        do throws(ArchiveError) {
            var own = try CDXJIndex(folder: path + "/indexes")
            try own.add(linesOf: place)
            _ = try own.write(to: CrawlIndex.path(ofCrawl: path))
        } catch { Terminal.note("the crawl's own index stays as it is: \(error)") }
    }

    private func copy(_ file: String, to out: OutputFile) throws {
        let reader = try LineReader(file)
        while let line = try reader.next() {
            guard try out.write(Array(line)) else { return }
        }
    }

    private func tell(_ totals: IndexJob.Totals) {
        if json {
            var object = JSONText()
            object.add("files", Int64(totals.files))
            object.add("lines", Int64(totals.lines))
            object.add("damages", Int64(totals.damages))
            Terminal.put(object.finished)
        } else if let place {
            Terminal.put(
                "\(Noun.capture.count(totals.lines)) of \(Noun.file.count(totals.files)) in \(place)")
        }
    }
}
