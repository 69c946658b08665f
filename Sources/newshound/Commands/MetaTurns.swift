import Archiving

/// When the runs of a watch write `MetaFile`: it is made anew as a whole, from logs that only grow, so not after each.
///
/// The file stays whole whatever happens, and what a kill takes is what the visits since the last turn added to it: the
/// logs themselves have it, and the next run of any kind writes it.
final class MetaTurns {
    /// Of the time of a watch, what may go into the file: its cost grows with the logs, and so does the pause.
    private static let pausePerCost = 50

    private let clock = ContinuousClock()
    private let write: () throws(ArchiveError) -> Void
    private var nextTurn: ContinuousClock.Instant?
    private var isDue = false

    init(write: @escaping () throws(ArchiveError) -> Void) { self.write = write }

    /// Writes the file if its turn has come.
    func visited() throws(ArchiveError) {
        isDue = true
        if let nextTurn, clock.now < nextTurn { return }
        try end()
    }

    /// Writes the file if a visit came since it was written.
    func end() throws(ArchiveError) {
        guard isDue else { return }
        let start = clock.now
        try write()
        isDue = false
        nextTurn = clock.now + (clock.now - start) * Self.pausePerCost
    }
}
