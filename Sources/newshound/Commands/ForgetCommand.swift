import ArchiveTools
import Archiving
import ArgumentParser
import Foundation
import Frontier
import WebURLs

/// `newshound forget`: takes a page or a host out of a crawl.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Take a page or a host out of a crawl, and say what was removed.",
        discussion: """
            Rewrites the files concerned without those records, their text and the revisits that stood for them, makes \
            the index anew, and marks the URLs so that no later run fetches them. Pages elsewhere whose payload was the \
            same are kept as revisits of it; they go too, are named, and are queued: the next run fetches them again, \
            unless they are forgotten as well. A kill at any moment leaves the crawl as it was or as it is to be. What \
            cannot be read is left where it is, and makes the exit status 8. crawl.log and links on other pages still \
            name the addresses; copies made before \
            (extracted text, packages) are not touched.

            Example:
              newshound forget mycrawl https://news.example.org/story/2
            """)

    @Argument(help: "The crawl's folder; no run may be at work in it.")
    var folder: String
    @Argument(
        help:
            "A URL, or a host, which stands for those below it too: of all ports, or of one as in host:8080.")
    var target: String
    @Flag(help: "One JSON object a capture removed, and one with the totals at the end.")
    var json = false

    /// The target as it is shown.
    private var name: String { WebURL(target)?.withoutCredentials.href ?? target }

    func run() async throws {
        try await Program.report {
            let description = try CrawlDescription.read(folder: folder)
            guard let meant = ForgetTarget(target) else {
                throw UserError(
                    .usage,
                    "'\(target)' is neither a URL nor a host; give https://host/path, host, or host:port")
            }
            let crawl = try CrawlFolder.open(folder)
            let forgetting = Forgetting(crawl: crawl.path, target: meant) { Terminal.complain($0) }
            let rows = try await rows(of: forgetting, in: crawl)
            let frontier = try await Backends.existingFrontier(crawl, settings: description.settings)
            let ends = try await frontier.fileEnds()
            _ = try crawl.recover(to: ends)
            try await frontier.close()

            let totals = try await forgetting.run(ends: ends, rows: rows) { rewrites, rows, records in
                try Backends.forget(rewrites, rows: rows, records: records, in: crawl)
            }
            // What is derived may fail; what was removed is gone all the same.
            tell(totals, crawl: crawl.path)
            if totals.damages > 0 {
                Terminal.complain(
                    "\(crawl.path): \(Noun("damaged place").count(totals.damages)) could not be read and stayed as "
                        + "\(totals.damages == 1 ? "it is" : "they are"), so that records of \(name) may be left there; "
                        + "newshound verify tells more")
            }
            try await renew(crawl, name: description.name)
            try CrawlSession.writeMeta(of: crawl, description)
            withExtendedLifetime(crawl) {}
            return totals.damages == 0 ? .finished : .damage
        }
    }

    /// Rows of the frontier that are meant. Throws if the crawl has nothing of the target, before anything is changed.
    private func rows(of forgetting: Forgetting, in crawl: CrawlFolder) async throws -> [Int64] {
        let frontier = try await Backends.frontierReader(crawl: crawl.path)
        let rows = try await forgetting.rows(of: frontier)
        let ends = try await frontier.fileEnds()
        guard rows.isEmpty, try !forgetting.isArchived(upTo: ends) else { return rows }
        throw UserError(
            .usage,
            "\(name): matches no URL and no record of \(crawl.path), and nothing was changed; "
                + "newshound index \(crawl.path) lists the URLs it has")
    }

    /// What is derived from archive and frontier: index, report, list of what was skipped.
    private func renew(_ folder: CrawlFolder, name: String) async throws {
        let reader = try await Backends.frontierReader(crawl: folder.path, check: .never)
        let inputs = ArchiveInput.pages(ofCrawl: folder.path, ends: try await reader.fileEnds())
        _ = try CrawlIndex.rebuild(crawl: folder.path, inputs: inputs) { Terminal.complain($0) }
        try await CrawlReport.write(crawl: folder.path, name: name, frontier: reader)
    }

    private func tell(_ totals: Forgetting.Totals, crawl: String) {
        for capture in totals.captures {
            if json {
                var object = JSONText()
                object.add("removed", capture.url)
                object.add("captured", capture.captured)
                object.add("type", capture.type)
                object.add("meant", capture.isMeant)
                Terminal.put(object.finished)
            } else {
                let reason = capture.isMeant ? "" : " (its payload was that of a capture that goes)"
                Terminal.put("removed \(capture.type) of \(capture.captured) \(capture.url)\(reason)")
            }
        }
        let elsewhere = totals.captures.count { !$0.isMeant }
        guard !json else {
            var object = JSONText()
            object.add("captures", Int64(totals.captures.count))
            object.add("records", Int64(totals.pageRecords))
            object.add("text_records", Int64(totals.textRecords))
            object.add("files", Int64(totals.files))
            object.add("bytes", totals.bytes)
            object.add("urls", Int64(totals.urls))
            object.add("captures_elsewhere", Int64(elsewhere))
            object.add("urls_queued_again", Int64(totals.queuedAgain))
            object.add("damages", Int64(totals.damages))
            Terminal.put(object.finished)
            return
        }
        guard totals.files > 0 || totals.urls > 0 else {
            Terminal.put("\(crawl): holds nothing of \(name) any more; it was forgotten before")
            return
        }
        Terminal.put(
            "\(Noun.record.count(totals.pageRecords)) and \(totals.textRecords.formatted()) of text removed from "
                + "\(Noun.file.count(totals.files)) (\(ProgressLine.size(totals.bytes))); "
                + "\(Noun.url.count(totals.urls)) \(totals.urls == 1 ? "is" : "are") marked as forgotten")
        guard elsewhere > 0 else { return }
        Terminal.put(
            "\(Noun.capture.count(elsewhere)) of other URLs went with them, because only the payload that was removed "
                + "stood for \(elsewhere == 1 ? "it" : "them")")
        guard totals.queuedAgain > 0 else { return }
        let (are, them) = totals.queuedAgain == 1 ? ("is", "it") : ("are", "them")
        Terminal.put(
            "\(Noun.url.count(totals.queuedAgain)) of those \(are) queued: newshound resume \(crawl) fetches \(them) "
                + "again; newshound forget keeps \(them) out for good")
    }
}
