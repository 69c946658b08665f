import ArchiveTools
import Foundation
import Synchronization

/// Shows on a terminal how many pages a long job has read. Silent in its first two seconds, and wherever nobody watches or
/// the results themselves scroll by.
final class JobProgress: Sendable {
    private let pages = Atomic<Int>(0)
    private let isShown: Bool

    private static let patience: Duration = .seconds(2)
    private static let interval: Duration = .milliseconds(500)

    /// - Parameter isOutputShown: True if results go to standard output.
    init(isOutputShown: Bool) {
        isShown = Terminal.isInteractive && !(isOutputShown && isatty(STDOUT_FILENO) == 1)
    }

    /// Counts a page.
    func count() { pages.add(1, ordering: .relaxed) }

    /// Does the work and shows how it stands until it is done.
    func show<Result>(during work: () async throws -> Result) async throws -> Result {
        guard isShown else { return try await work() }
        let start = ContinuousClock.now
        let task = Task {
            try await Task.sleep(for: Self.patience)
            while true {
                let time = ProgressLine.time(ContinuousClock.now - start)
                Terminal.live("\(Noun.page.count(pages.load(ordering: .relaxed))) read  \(time)")
                try await Task.sleep(for: Self.interval)
            }
        }
        func end() async {
            task.cancel()
            _ = await task.result
            Terminal.endLive()
        }
        do {
            let result = try await work()
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }
}

/// What is said when a job that reads pages is done.
struct JobSummary {
    /// Rows are one of these each.
    let noun: Noun
    /// The flags by which pages were chosen, as they were given.
    let choice: [String]
    let paths: [String]

    /// The lines about pages that were left out; empty: there were none.
    func unreadLines(_ outcome: JobOutcome) -> [String] {
        var lines: [String] = []
        if outcome.unread > 0 {
            let isOne = outcome.unread == 1
            let limit = ProgressLine.size(Int64(ArchivedPage.maximumPageBytes))
            lines.append(
                "\(Noun.page.count(outcome.unread)) of \(limit) and more \(isOne ? "is" : "are") left out, "
                    + "since what was kept of \(isOne ? "it" : "them") ends in the middle")
        }
        if outcome.unreadable > 0 {
            lines.append(
                "\(Noun.page.count(outcome.unreadable)) \(outcome.unreadable == 1 ? "is" : "are") left out, "
                    + "since nothing of so long a page is read, or its coding cannot be undone")
        }
        return lines
    }

    /// The line about a job; nil: its results speak for themselves.
    ///
    /// - Parameters:
    ///   - rows: how many rows were written that are something.
    ///   - pages: how many pages were looked at.
    ///   - place: where the rows are; nil: on standard output.
    func line(rows: Int, pages: Int, in place: String?) -> String? {
        let flags = choice.joined(separator: " ")
        if pages == 0 {
            return flags.isEmpty
                ? "\(paths.joined(separator: ", ")): no HTML page with a 2xx status"
                : "no page matches \(flags)"
        }
        if rows == 0 {
            return flags.isEmpty
                ? "no \(noun.one) on \(Noun.page.count(pages))"
                : "no \(noun.one) on \(Noun.page.count(pages)) matches \(flags)"
        }
        return place.map { "\($0): \(noun.count(rows)) of \(Noun.page.count(pages))" }
    }
}
