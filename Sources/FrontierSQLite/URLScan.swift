import Frontier

/// One pass over all URLs with their outcomes, in the order of discovery: what memory is rebuilt from.
struct URLScan {
    /// The little of a URL that decides where it stands.
    struct Row {
        let row: UInt32
        let hash: UInt64
        /// Counted from 0.
        let host: Int
        let rank: QueueRank
        /// As it was discovered.
        let skip: SkipReason?
        /// Nil if nothing became of it yet.
        let outcome: Outcome?

        var key: QueueKey { QueueKey(row: row, rank: rank, isDeferred: outcome?.isDeferred ?? false) }
    }

    struct Outcome {
        let code: OutcomeCode
        let isDeferred: Bool
        let attempts: Int
        let isPage: Bool
        let until: Microseconds
        /// Of `failed` and `skipped`; "" otherwise.
        let reason: String
    }

    private let database: Database
    private let urls, outcomes: Statement
    /// The outcome that was read last and belongs to a row still to come; nil at the end.
    private var pending: (row: Int64, outcome: Outcome)?

    init(_ database: Database) throws(FrontierError) {
        self.database = database
        urls = try database.prepare(
            "SELECT id, hash, host, priority, depth, skip FROM url ORDER BY id", to: "read the frontier")
        outcomes = try database.prepare(
            "SELECT url, state, deferred, attempts, page, until, reason FROM outcome ORDER BY url",
            to: "read the frontier")
        pending = try nextOutcome()
    }

    /// The next URL; nil at the end.
    ///
    /// - Throws: `FrontierError.corrupt` if the rows have a gap or are not understood.
    mutating func next() throws(FrontierError) -> Row? {
        guard try urls.step() else {
            guard let pending else { return nil }
            throw .corrupt(
                path: database.path, reason: "has an outcome of row \(pending.row), which does not exist")
        }
        let number = urls.integer(0)
        guard let row = UInt32(exactly: number) else {
            throw .corrupt(
                path: database.path, reason: "has row \(number) in the table url, beyond what it can hold")
        }
        var outcome: Outcome?
        if let pending, pending.row == number {
            outcome = pending.outcome
            self.pending = try nextOutcome()
        }
        var skip: SkipReason?
        if let text = urls.optionalText(5) {
            skip = SkipReason(rawValue: text)
            if skip == nil {
                throw .corrupt(
                    path: database.path, reason: "row \(number) of the table url has an unknown skip")
            }
        }
        return Row(
            row: row, hash: UInt64(bitPattern: urls.integer(1)), host: Int(urls.integer(2)) &- 1,
            rank: QueueRank(priority: urls.count(3), depth: urls.count(4)), skip: skip,
            outcome: outcome)
    }

    private func nextOutcome() throws(FrontierError) -> (row: Int64, outcome: Outcome)? {
        guard try outcomes.step() else { return nil }
        let row = outcomes.integer(0)
        guard let code = OutcomeCode(rawValue: outcomes.integer(1)) else {
            throw .corrupt(
                path: database.path, reason: "row \(row) of the table outcome has an unknown state")
        }
        let hasReason = code == .failed || code == .skipped
        return (
            row,
            Outcome(
                code: code, isDeferred: outcomes.integer(2) != 0, attempts: outcomes.count(3),
                isPage: outcomes.integer(4) == PageMark.counted, until: outcomes.integer(5),
                reason: hasReason ? outcomes.text(6) : "")
        )
    }
}
