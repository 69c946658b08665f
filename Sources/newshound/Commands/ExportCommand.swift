import ArchiveTools
import Archiving
import ArgumentParser
import Foundation
import WARC

/// `newshound export`: an archive as one file.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Pack an archive into one WACZ file for replay elsewhere.",
        discussion: """
            Records, index, and the pages with their text, in one file that replay tools open as it is. A running crawl \
            can be packed: what is committed is in the package. A broken record is named with file and byte; the exit \
            status is then 8.

            Example:
              newshound export mycrawl --wacz news.wacz
            """)

    @Argument(help: "A crawl folder, a WARC file or a folder of them.")
    var folder: String
    @Option(help: "The package to write; it appears under its name once it is whole.")
    var wacz: String
    @Option(help: "The package's title (default: the folder's name).")
    var title: String?
    @Option(help: "Pages read at once (default: all cores).")
    var jobs: Int?
    @Flag(help: "The totals as one JSON object.")
    var json = false

    func run() async throws {
        try await Program.report {
            let jobs = try JobCount.read(jobs)
            guard folder != "-" else {
                throw UserError(.usage, "-: export reads its files several times; name a file instead")
            }
            try OutputPlace.check(wacz)
            let (inputs, damages) = try await Backends.archive([folder])
            let text = ArchiveInput.isCrawl(folder) ? try await Backends.textInputs(folder) : []
            let name = URL(fileURLWithPath: folder).lastPathComponent
            let progress = JobProgress(isOutputShown: false)
            let export = WACZExport(
                inputs: inputs, text: text, title: title ?? name, software: "newshound/\(Version.number)",
                created: Date(), jobs: jobs, onPage: progress.count
            ) { Terminal.complain($0) }
            var totals: WACZExport.Totals
            do {
                let work = try WorkFolder(beside: wacz)
                totals = try await progress.show { try await export.write(to: wacz, workFolder: work.path) }
            } catch let error as WACZExport.NameClash {
                throw UserError(.usage, "\(error)")
            } catch let error as WARCError {
                throw UserError(.damage, "\(wacz): not written, since a file cannot be copied: \(error)")
            } catch let error as ArchiveError {
                if case .lost = error {
                    throw UserError(.damage, "\(wacz): not written, since a file is cut: \(error)")
                }
                throw OutputPlace.error(error)
            }
            totals.damages += damages
            tell(totals)
            return totals.damages == 0 ? .finished : .damage
        }
    }

    private func tell(_ totals: WACZExport.Totals) {
        guard json else {
            Terminal.put(
                "\(wacz): \(Noun("HTML page").count(totals.pages)), \(Noun.capture.count(totals.captures)) of "
                    + "\(Noun.file.count(totals.files)), \(ProgressLine.size(totals.bytes))")
            return
        }
        var object = JSONText()
        object.add("file", wacz)
        object.add("pages", Int64(totals.pages))
        object.add("captures", Int64(totals.captures))
        object.add("files", Int64(totals.files))
        object.add("bytes", totals.bytes)
        object.add("damages", Int64(totals.damages))
        Terminal.put(object.finished)
    }
}
