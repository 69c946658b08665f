/// Lets one large body be read at a time.
///
/// A tree takes many times the memory of its page, and reading ten megabytes of nested tags takes a processor for a
/// second. One after the other such pages cost a crawl neither its memory nor the pace of its other hosts; the bodies
/// that wait lie in spool files. Owns the turn and those who wait for it, in the order in which they came.
actor ReadingTurns {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Returns once the turn is the caller's, who must call `end`.
    func take() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Hands the turn on.
    func end() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
