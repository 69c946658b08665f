import Crawling
import Foundation
import Frontier
import WebURLs

/// What is said when a run has ended: what it did, what is left, and the next step.
struct RunSummary {
    let end: RunEnd
    let progress: CrawlProgress
    /// Of the whole crawl.
    let kinds: CaptureKinds
    let folder: String
    /// Why seeds brought no page; nil if the crawl has a page.
    let troubles: SeedTroubles?
    /// What else the user may want to know; nil: nothing.
    let hint: String?

    var status: ExitStatus {
        switch end {
        case .finished: .finished
        case .stopped: .stopped
        case .lowDisk: .archive
        case .nothingFetched: .nothingFetched
        case .failed: .unforeseen
        }
    }

    /// When the first host may be asked again, if the run ended because all of them wait; else nil.
    var waitsUntil: Date? { if case .stopped(.waiting(let until)) = end { until } else { nil } }

    /// `isQuiet`: what went wrong alone. `isJSON`: as an object on standard error too, the last line of the log.
    func show(isQuiet: Bool, isJSON: Bool) {
        switch end {
        case .nothingFetched:
            Terminal.complain("nothing was fetched: \(troubles?.text ?? "no server answered"); \(nextTry)")
        case .finished, .stopped(.waiting):
            guard let first = troubles?.all.first, let text = troubles?.text else { break }
            Terminal.complain(
                "no page was \(progress.counts.pages == 0 ? "archived" : "found"): \(text); "
                    + "newshound why \(folder) \(first.url.withoutCredentials.href) tells more")
        case .stopped where progress.counts.pages == 0:
            guard let text = troubles?.text else { break }
            Terminal.complain("no page came until then: \(text); newshound resume \(folder) goes on")
        case .lowDisk(let free):
            Terminal.complain(
                "only \(ProgressLine.size(free)) are free on the disk of \(folder); "
                    + "free some, then newshound resume \(folder) continues")
        default: break
        }
        if isJSON { Terminal.put(fields: fields) }
        guard !isQuiet else { return }
        Terminal.put(
            "\(Noun.page.count(progress.pages)), \(ProgressLine.size(progress.bytes)) "
                + "in \(ProgressLine.time(progress.elapsed)): \(how)")
        Terminal.put("ledger: \(ledger)")
        if progress.counts.archived + progress.counts.revisited > 0 {
            Terminal.put("captures: \(kinds.text)")
        }
        if progress.cut > 0 {
            Terminal.put(
                "\(Noun("body", "bodies").count(progress.cut)) cut at --body-limit, or because the answer broke off"
            )
        }
        switch end {
        case .finished where troubles == nil: Terminal.put("text: newshound extract \(folder)")
        case .stopped: Terminal.put("continue: newshound resume \(folder)")
        default: break
        }
        if let hint { Terminal.put("hint: \(hint)") }
    }

    /// What a user does after a run that fetched nothing.
    private var nextTry: String {
        let counts = progress.counts
        if counts.queued + counts.waiting > 0 { return "newshound resume \(folder) tries again" }
        let isAnythingGivenUp = !counts.failed.isEmpty || counts.skipped[.robotsUnreachable] != nil
        return "mend the cause, then "
            + (isAnythingGivenUp ? "newshound recrawl \(folder) tries again" : "start another crawl")
    }

    private var how: String {
        switch end {
        case .finished: "finished"
        case .stopped(.signal): "stopped by a signal"
        case .stopped(.pageLimit(let pages)): "stopped at \(Noun.page.count(pages))" + missing
        case .stopped(.timeLimit(let time)): "stopped after \(DurationText.format(time))"
        case .stopped(.byteLimit(let bytes)): "stopped at \(SizeText.format(bytes))"
        case .stopped(.waiting(let until)): "every host waits, the first until \(until.formatted(.iso8601))"
        case .lowDisk: "stopped before the disk is full"
        case .nothingFetched: "nothing fetched"
        case .failed: "ended by an error"
        }
    }

    /// What the limit counted besides pages that were found.
    private var missing: String {
        let count = progress.missingPages
        return count > 0 ? ", \(count.formatted()) of which \(count == 1 ? "was" : "were") not found" : ""
    }

    /// The end of the run as one line of a log.
    private var fields: [String: Any] {
        var fields = ProgressLine(progress: progress).fields
        fields["end"] = how
        fields["status"] = Int(status.rawValue)
        fields["folder"] = folder
        fields["discovered"] = progress.counts.discovered
        fields["archived"] = progress.counts.archived
        fields["revisited"] = progress.counts.revisited
        return fields
    }

    private var ledger: String { Self.ledger(progress.counts, queuedAgain: kinds.queuedAgain) }

    /// `discovered 1,120 = archived 1,100 + queued 15 (4 archived before) + skipped 5 (robots 3, hopLimit 2)`. What was
    /// archived before and is in flight or waits is told from what is queued at the end of the line.
    static func ledger(_ counts: FrontierCounts, queuedAgain: Int) -> String {
        var parts: [String] = []
        func add(_ name: String, _ count: Int, _ details: [String] = []) {
            guard count > 0 else { return }
            parts.append(
                "\(name) \(count.formatted())"
                    + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"))
        }
        func sorted(_ reasons: [(String, Int)]) -> [String] {
            reasons.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.0) \($0.1.formatted())" }
        }
        add("archived", counts.archived)
        add("revisited", counts.revisited)
        let again = queuedAgain > 0 ? "\(queuedAgain.formatted()) archived before" : nil
        let isQueuedAlone = counts.leased + counts.waiting == 0
        add("queued", counts.queued, isQueuedAlone ? [again].compactMap(\.self) : [])
        add("in flight", counts.leased)
        add("waiting", counts.waiting)
        add("failed", counts.failed.values.reduce(0, +), sorted(counts.failed.map { ($0.key, $0.value) }))
        add(
            "skipped", counts.skipped.values.reduce(0, +),
            sorted(counts.skipped.map { ($0.key.rawValue, $0.value) }))
        return "discovered \(counts.discovered.formatted()) = "
            + (parts.isEmpty ? "0" : parts.joined(separator: " + "))
            + (isQueuedAlone ? "" : again.map { "; of what is to be visited \($0)" } ?? "")
    }
}
