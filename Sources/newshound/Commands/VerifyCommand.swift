import ArchiveTools
import Archiving
import ArgumentParser
import Foundation
import Frontier

/// `newshound verify`: whether an archive is sound.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Check records, members, digests, lengths, pairs, targets, index, and frontier against archive.",
        discussion: """
            Names each damage with file and byte; the exit status is then 8. Reads files of any tool. With --repair the \
            sound records of each damaged file are written anew into another folder; the original stays as it is.

            Examples:
              newshound verify mycrawl
              newshound verify pages.warc.gz --repair repaired
            """)

    @Argument(help: "Crawl folders, WARC files or folders of them.")
    var path: [String]
    @Option(help: "Write the sound part of each damaged file into this folder.")
    var repair: String?
    @Flag(help: "One JSON object a finding, and one with the totals at the end.")
    var json = false
    @Flag(help: "Show remarks as well: what is unusual, but no damage.")
    var remarks = false

    func run() async throws {
        try await Program.report {
            guard repair == nil || !path.contains("-") else {
                throw UserError(.usage, "--repair: reads its files twice; name a file instead of -")
            }
            guard repair != "-" else {
                throw UserError(.usage, "--repair -: takes a folder; name one for the files written anew")
            }
            let (json, remarks) = (json, remarks)
            var verification = Verification { finding in
                guard finding.weight != .remark || remarks else { return }
                if json {
                    Terminal.put(finding.json)
                } else {
                    Terminal.put("\(finding.weight.rawValue): \(finding)")
                }
            }
            var damaged: [ArchiveInput] = []
            for path in path {
                if ArchiveInput.isCrawl(path) {
                    damaged += try await check(crawl: path, by: &verification)
                } else {
                    damaged += try Self.check(try await Backends.archiveInputs(path), by: &verification)
                }
            }
            try verification.checkReferences()
            let repaired = try repair.map { try Self.repair(damaged, into: $0) } ?? []
            show(verification.totals, repaired)
            return verification.totals.damages == 0 ? .finished : .damage
        }
    }

    /// The files that need repair.
    private static func check(
        _ inputs: [ArchiveInput], isOurs: Bool = false, by verification: inout Verification
    ) throws(ArchiveError) -> [ArchiveInput] {
        var damaged: [ArchiveInput] = []
        for input in inputs where try verification.check(input, isOurs: isOurs).needsRepair {
            damaged.append(input)
        }
        return damaged
    }

    /// Checks a crawl, and what it says of itself.
    private func check(crawl: String, by verification: inout Verification) async throws -> [ArchiveInput] {
        var damaged: [ArchiveInput]?
        do {
            try await checkCommitted(crawl: crawl, by: &verification, damaged: &damaged)
        } catch let error as FrontierError {
            guard error.lostFrontier != nil else { throw error }
            verification.note(error, ofCrawl: crawl)
            if damaged == nil {
                damaged = try Self.check(
                    ArchiveInput.uncommitted(ofCrawl: crawl, part: "pages")
                        + ArchiveInput.uncommitted(ofCrawl: crawl, part: "text"), isOurs: true,
                    by: &verification)
                try verification.checkReferences()
            }
        }
        verification.notePlan(CrawlDescription.fileName, ofCrawl: crawl)
        verification.checkLogs(ofCrawl: crawl, isRunning: CrawlFolder.holder(of: crawl) != .nobody)
        verification.endCrawl()
        let meta = ArchiveInput.uncommitted(ofCrawl: crawl, part: MetaFile.folderName)
        return (damaged ?? []) + (try Self.check(meta, by: &verification))
    }

    /// Checks a crawl as it is committed at the beginning; it may go on meanwhile.
    ///
    /// - Parameter damaged: The files that need repair, once all were read.
    private func checkCommitted(
        crawl: String, by verification: inout Verification, damaged: inout [ArchiveInput]?
    ) async throws {
        let isRunning = CrawlFolder.holder(of: crawl) != .nobody
        let frontier = try await Backends.frontierReader(crawl: crawl, check: .always)
        let ends = try await frontier.fileEnds()
        damaged = try Self.check(
            ArchiveInput.pages(ofCrawl: crawl, ends: ends) + ArchiveInput.text(ofCrawl: crawl, ends: ends),
            isOurs: true, by: &verification)
        try verification.checkReferences()
        let leftOut = try await verification.compare(
            crawl: crawl, with: frontier, upTo: ends, isRunning: isRunning)
        if isRunning || leftOut > 0 {
            Terminal.note(
                "\(crawl): the crawl runs; \(Noun.capture.count(leftOut)) that it made meanwhile "
                    + "\(leftOut == 1 ? "is" : "are") left out")
        }
        let isBusy = isRunning || leftOut > 0 || CrawlFolder.holder(of: crawl) != .nobody
        verification.noteSurplus(
            of: CommittedArchive(crawl: crawl, ends: try await frontier.fileEnds()), isRunning: isBusy)
        if !isBusy { try verification.checkIndex(ofCrawl: crawl) }
    }

    /// A file that was written anew.
    private struct RepairedFile {
        let path: String
        let totals: Repair.Totals

        var json: JSONText {
            var object = JSONText()
            object.add("file", path)
            object.add("kept", Int64(totals.kept))
            object.add("left_out", Int64(totals.leftOut))
            object.add("bytes", totals.bytes)
            return object
        }
    }

    private static func repair(_ inputs: [ArchiveInput], into folder: String) throws -> [RepairedFile] {
        let files = inputs.map { (input: $0, path: folder + "/" + $0.baseName) }
        var names: Set<String> = []
        for file in files {
            guard !FileManager.default.fileExists(atPath: file.path), names.insert(file.path).inserted else {
                throw UserError(.usage, "\(file.path): is there already; name another folder with --repair")
            }
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw UserError(
                .usage, "\(folder): cannot be made: \(error.systemReason); check the path")
        }
        do {
            return try files.map { file in
                RepairedFile(path: file.path, totals: try Repair(file.input).write(to: file.path))
            }
        } catch let error as ArchiveError {
            throw OutputPlace.error(error)
        }
    }

    private func show(_ totals: VerificationTotals, _ repaired: [RepairedFile]) {
        guard !json else {
            var object = JSONText()
            object.add("files", Int64(totals.files))
            object.add("records", Int64(totals.records))
            object.add("bytes", totals.bytes)
            object.add("damages", Int64(totals.damages))
            object.add("notices", Int64(totals.notices))
            object.add("remarks", Int64(totals.remarks))
            if repair != nil { object.add("repaired", repaired.map(\.json)) }
            Terminal.put(object.finished)
            return
        }
        for file in repaired {
            Terminal.put(
                "\(file.path): \(Noun("record").count(file.totals.kept)) kept, "
                    + "\(Noun("place").count(file.totals.leftOut)) left out")
        }
        let verdict = totals.damages == 0 ? "no damage" : Noun("damaged place").count(totals.damages)
        let notes = [(totals.notices, "notice"), (totals.remarks, "remark")].filter { $0.0 > 0 }
            .map { ", " + Noun($0.1).count($0.0) }
        Terminal.put(
            "\(Noun("file").count(totals.files)), \(Noun("record").count(totals.records)), "
                + "\(ProgressLine.size(totals.bytes)): " + verdict + notes.joined())
    }
}
