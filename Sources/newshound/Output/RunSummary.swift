import Crawling
import Foundation
import Frontier

/// What is said when a run has ended: what it did, what is left, and the next step.
struct RunSummary {
    let end: RunEnd
    let progress: CrawlProgress
    let folder: String
    /// Why URLs were not fetched, a few.
    let reasons: [String]

    var status: ExitStatus {
        switch end {
        case .finished: .finished
        case .stopped: .stopped
        case .lowDisk: .archive
        case .nothingFetched: .nothingFetched
        case .failed: .unforeseen
        }
    }

    func show(isQuiet: Bool) {
        switch end {
        case .nothingFetched:
            let why = reasons.isEmpty ? "no server answered" : reasons.prefix(3).joined(separator: "; ")
            let isAnythingLeft = progress.counts.queued + progress.counts.waiting > 0
            Terminal.complain(
                "nothing was fetched: \(why); "
                    + (isAnythingLeft
                        ? "newshound resume \(folder) tries again"
                        : "mend the cause, then start another crawl"))
        case .finished where progress.counts.pages == 0 && !reasons.isEmpty:
            Terminal.complain("no page was archived: \(reasons.prefix(3).joined(separator: "; "))")
        case .lowDisk(let free):
            Terminal.complain(
                "only \(ProgressLine.size(free)) are free on the disk of \(folder); "
                    + "free some, then newshound resume \(folder) continues")
        default: break
        }
        guard !isQuiet else { return }
        Terminal.put(
            "\(progress.pages.formatted()) pages, \(ProgressLine.size(progress.bytes)) "
                + "in \(ProgressLine.time(progress.elapsed)): \(how)")
        Terminal.put("ledger: \(ledger)")
        switch end {
        case .finished: Terminal.put("text: newshound extract \(folder)")
        case .stopped: Terminal.put("continue: newshound resume \(folder)")
        default: break
        }
    }

    private var how: String {
        switch end {
        case .finished: "finished"
        case .stopped(.signal): "stopped by a signal"
        case .stopped(.pageLimit(let pages)): "stopped at \(pages.formatted()) pages"
        case .stopped(.timeLimit(let time)): "stopped after \(DurationText.format(time))"
        case .stopped(.byteLimit(let bytes)): "stopped at \(SizeText.format(bytes))"
        case .stopped(.waiting(let until)): "every host waits, the first until \(until.formatted(.iso8601))"
        case .lowDisk: "stopped before the disk is full"
        case .nothingFetched: "nothing fetched"
        case .failed: "ended by an error"
        }
    }

    /// `discovered 120 = archived 100 + queued 15 + skipped 5 (robots 3, hopLimit 2)`.
    private var ledger: String {
        let counts = progress.counts
        var parts: [String] = []
        func add(_ name: String, _ count: Int, _ details: [(String, Int)] = []) {
            guard count > 0 else { return }
            let sorted = details.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.0) \($0.1)" }
            parts.append("\(name) \(count)" + (sorted.isEmpty ? "" : " (\(sorted.joined(separator: ", ")))"))
        }
        add("archived", counts.archived)
        add("revisited", counts.revisited)
        add("queued", counts.queued)
        add("in flight", counts.leased)
        add("waiting", counts.waiting)
        add("failed", counts.failed.values.reduce(0, +), counts.failed.map { ($0.key, $0.value) })
        add("skipped", counts.skipped.values.reduce(0, +), counts.skipped.map { ($0.key.rawValue, $0.value) })
        return "discovered \(counts.discovered) = " + (parts.isEmpty ? "0" : parts.joined(separator: " + "))
    }
}
