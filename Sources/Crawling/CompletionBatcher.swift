package import Frontier

/// Commits completions, many in one transaction, and never before those whose records stand earlier in the archive.
///
/// A file's committed end covers all bytes before it. So a completion whose records end at byte 200 may only be
/// committed together with or after the one whose records end at byte 100: otherwise a crash between the two would
/// keep records that the frontier does not know, and the page would be archived twice. Owns the completions that wait
/// and the number of the next append; one commit runs at a time, and what arrives meanwhile shares the next. After an
/// error nothing more is committed, should the frontier work again or not: it would cover what was not.
package actor CompletionBatcher {
    private struct Waiting {
        let result: VisitResult
        let committed: CheckedContinuation<Result<Bool, FrontierError>, Never>
    }

    private let frontier: any FrontierStore
    private var unordered: [Waiting] = []
    private var ordered: [Int: Waiting] = [:]
    private var nextSequence = 1
    private var isCommitting = false
    private var failure: FrontierError?

    package init(frontier: any FrontierStore) { self.frontier = frontier }

    /// Returns once the completion is committed: true; or false if its lease was lost, and then nothing of it is.
    package func commit(_ result: VisitResult) async throws(FrontierError) -> Bool {
        if let failure { throw failure }
        let outcome = await withCheckedContinuation { continuation in
            let waiting = Waiting(result: result, committed: continuation)
            if let sequence = result.sequence {
                ordered[sequence] = waiting
            } else {
                unordered.append(waiting)
            }
            if !isCommitting {
                isCommitting = true
                Task { await self.commitAll() }
            }
        }
        return try outcome.get()
    }

    private func commitAll() async {
        while true {
            var batch = unordered
            unordered.removeAll(keepingCapacity: true)
            while let next = ordered.removeValue(forKey: nextSequence) {
                batch.append(next)
                nextSequence += 1
            }
            guard !batch.isEmpty else { break }
            do throws(FrontierError) {
                let lost = Set(try await frontier.complete(batch.map(\.result.completion)))
                for waiting in batch {
                    waiting.committed.resume(
                        returning: .success(!lost.contains(waiting.result.completion.lease.token)))
                }
            } catch {
                failure = error
                let refused = batch + unordered + ordered.values
                unordered.removeAll()
                ordered.removeAll()
                for waiting in refused { waiting.committed.resume(returning: .failure(error)) }
            }
        }
        isCommitting = false
    }
}
