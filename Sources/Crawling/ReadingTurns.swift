/// Lets one large body be read and archived at a time.
///
/// A tree takes many times the memory of its page, its links and their record take several times, and reading ten megabytes
/// of nested tags takes a processor for a second. One after the other such pages cost a crawl neither its memory nor the
/// pace of its other hosts; the bodies that wait lie in spool files, or are small while they are packed.
///
/// Owns the turn and those who wait for it, in the order in which they came.
actor ReadingTurns {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Runs `body` when its turn has come.
    nonisolated func inTurn<Result: Sendable>(
        _ body: () async throws(VisitError) -> Result
    ) async throws(VisitError) -> Result {
        await take()
        do throws(VisitError) {
            let result = try await body()
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }

    private func take() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Hands the turn on.
    private func end() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
