import ArchiveTools
import ArgumentParser
import Foundation
import Frontier

/// `newshound verify`: whether an archive is sound.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check records, members, digests, lengths, pairs, and frontier against archive.",
        discussion: """
            Names each damage with file and byte; the exit status is then 8. Reads files of any tool.

            Example:
              newshound verify Archive/news.example.org-2026-01-02
            """)

    @Argument(help: "Crawl folders, WARC files or folders of them.")
    var path: [String]
    @Flag(help: "One JSON object a finding, and one with the totals at the end.")
    var json = false
    @Flag(help: "Show remarks as well: what is unusual, but no damage.")
    var remarks = false

    func run() async throws {
        try await Program.report {
            let (json, remarks) = (json, remarks)
            var verification = Verification { finding in
                guard finding.weight == .damage || remarks else { return }
                if json {
                    Terminal.put(finding.json)
                } else {
                    Terminal.put("\(finding.weight.rawValue): \(finding)")
                }
            }
            for path in path {
                let isCrawl = FileManager.default.fileExists(atPath: path + "/frontier.sqlite")
                for input in try await Backends.archiveInputs(path)
                    + (isCrawl ? Backends.textInputs(path) : [])
                {
                    verification.check(input, remembersPlaces: isCrawl)
                }
                if isCrawl {
                    try await verification.compare(
                        crawl: path, with: try await Backends.frontierReader(crawl: path))
                }
            }
            let totals = verification.totals
            if json {
                var object = JSONText()
                object.add("files", Int64(totals.files))
                object.add("records", Int64(totals.records))
                object.add("bytes", totals.bytes)
                object.add("damages", Int64(totals.damages))
                object.add("remarks", Int64(totals.remarks))
                Terminal.put(object.finished)
            } else {
                let verdict = totals.damages == 0 ? "no damage" : Self.count(totals.damages, "damaged place")
                let remarkNote = totals.remarks == 0 ? "" : ", " + Self.count(totals.remarks, "remark")
                Terminal.put(
                    "\(Self.count(totals.files, "file")), \(Self.count(totals.records, "record")), "
                        + "\(ProgressLine.size(totals.bytes)): "
                        + verdict + remarkNote)
            }
            return totals.damages == 0 ? .finished : .damage
        }
    }

    /// `1 record`, `2,000 records`.
    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number.formatted()) \(noun)" + (number == 1 ? "" : "s")
    }
}
