import Archiving
import FoundationEssentials
import WARC

/// What is wrong with a crawl's logs: crawl.log, one line a fetch, and runs.jsonl, one line a run.
///
/// They are no part of recovery, and a full disk or a power cut may take lines of them; so all of it is notices. But
/// audits judge by them, and whoever reads them should know what they lack.
package struct LogFindings {
    package private(set) var findings: [Finding] = []
    /// Lines of crawl.log that are whole, those of URLs that a rule kept from being fetched included; nil: it cannot be read.
    package private(set) var fetchLines: Int?

    /// - Parameter isRunning: A process is at work on the crawl, so the last line may be under way.
    package init(ofCrawl crawl: String, isRunning: Bool = false) {
        fetchLines = read(
            crawl + "/crawl.log", isRunning, lacking: "newshound audit judges what was archived alone",
            isLine: Self.isFetch)
        _ = read(
            crawl + "/" + RunLog.fileName, isRunning,
            lacking: "newshound audit judges all runs by the pace in crawl.yaml",
            isLine: { RunLog.pace(of: $0) != nil })
    }

    /// The number of good lines; nil if the file cannot be read.
    private mutating func read(
        _ path: String, _ isRunning: Bool, lacking: String, isLine: (ArraySlice<UInt8>) -> Bool
    ) -> Int? {
        guard FileManager.default.fileExists(atPath: path) else {
            note(path, nil, "is not there; \(lacking)")
            return nil
        }
        var (lines, bad) = (0, 0)
        var firstBad: Int64?
        do throws(ArchiveError) {
            let reader = try LineReader(path)
            var start: Int64 = 0
            while let line = try reader.next() {
                defer { start = reader.offset }
                guard line.last == 0x0A else {
                    if !isRunning {
                        note(path, start, "the last line is cut; newshound audit passes over it")
                    }
                    continue
                }
                if isLine(line.dropLast()) {
                    lines += 1
                } else {
                    (bad, firstBad) = (bad + 1, firstBad ?? start)
                }
            }
            if reader.offset == 0 { note(path, nil, "is empty; \(lacking)") }
        } catch {
            let reason = if case .file(_, _, let reason) = error { reason } else { "\(error)" }
            note(path, nil, "cannot be read: \(reason); \(lacking)")
            return nil
        }
        if let firstBad {
            let others = bad > 1 ? ", nor are \(bad - 1) behind it" : ""
            note(
                path, firstBad,
                "is no line of this log\(others); newshound audit passes over \(bad > 1 ? "them" : "it")")
        }
        return lines
    }

    /// A line of crawl.log begins with a time and a status and has the twelve columns.
    private static func isFetch(_ line: ArraySlice<UInt8>) -> Bool {
        let columns = line.split(separator: UInt8(ascii: " "), maxSplits: 12)
        guard columns.count >= 12, let time = columns.first, columns[1].count <= 6 else { return false }
        return Int(String(decoding: columns[1], as: UTF8.self)) != nil
            && WARCDate.parse(String(decoding: time, as: UTF8.self)) != nil
    }

    private mutating func note(_ path: String, _ offset: Int64?, _ reason: String) {
        findings.append(Finding(file: path, offset: offset, weight: .notice, reason: reason))
    }
}

extension Verification {
    /// Compares a crawl's logs with the captures seen by `check`. Comes before `endCrawl`.
    package mutating func checkLogs(ofCrawl crawl: String, isRunning: Bool) {
        let logs = LogFindings(ofCrawl: crawl, isRunning: isRunning)
        for finding in logs.findings { add(finding.file, finding.offset, finding.weight, finding.reason) }
        guard let lines = logs.fetchLines, lines > 0, lines < memory.captures, !isRunning else { return }
        add(
            crawl + "/crawl.log", nil, .notice,
            "has \(lines) lines for \(memory.captures) captures: some are missing")
    }
}
