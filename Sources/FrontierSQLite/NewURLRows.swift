import Frontier
import WebURLs

/// Rows for the table `url` that wait for others, so that one statement writes many: most of what SQLite does for a
/// statement it does once.
///
/// Holds fewer than `rowsAtOnce` between two calls. Whoever reads the table must call `flush` before.
final class NewURLRows {
    private struct Row {
        let row: UInt32
        let hash: UInt64
        let host: Int
        let rank: QueueRank
        let skip: SkipReason?
        let offSiteHops: Int
        let hops: HopPath
        let via: FrontierJournal.Via?
        let url: String
        /// Nil if it is the URL.
        let key: String?
    }

    /// An insertion, and what its places for hop paths are bound to: all links of a page have two or three.
    private struct Insertion {
        let statement: Statement
        var boundHops: [HopPath?]

        init(rows: Int, _ database: Database, to operation: String) throws(FrontierError) {
            let values = repeatElement("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", count: rows)
            statement = try database.prepare(
                "INSERT INTO url VALUES \(values.joined(separator: ", "))", to: operation)
            boundHops = Array(repeating: nil, count: rows)
        }
    }

    /// A fifth less time a row than one at a time; more rows save hardly more.
    private static let rowsAtOnce = 16
    private static let columns: Int32 = 11

    private var waiting: [Row] = []
    private var many, one: Insertion
    private var texts = BoundTexts()

    init(_ database: Database, to operation: String) throws(FrontierError) {
        many = try Insertion(rows: Self.rowsAtOnce, database, to: operation)
        one = try Insertion(rows: 1, database, to: operation)
        waiting.reserveCapacity(Self.rowsAtOnce)
    }

    func add(
        _ candidate: borrowing Candidate, row: UInt32, hash: UInt64, host: Int, rank: QueueRank,
        via: FrontierJournal.Via?
    ) throws(FrontierError) {
        let href = candidate.url.href
        let key = candidate.key
        waiting.append(
            Row(
                row: row, hash: hash, host: host, rank: rank, skip: candidate.skip,
                offSiteHops: candidate.offSiteHops, hops: candidate.hopPath, via: via, url: href,
                key: key == href ? nil : key))
        if waiting.count == Self.rowsAtOnce { try flush() }
    }

    /// Writes all that wait.
    func flush() throws(FrontierError) {
        guard !waiting.isEmpty else { return }
        if waiting.count == Self.rowsAtOnce {
            for place in waiting.indices { bind(waiting[place], at: place, of: &many) }
            try many.statement.run(binding: &texts)
        } else {
            for row in waiting {
                bind(row, at: 0, of: &one)
                try one.statement.run(binding: &texts)
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func bind(_ row: Row, at place: Int, of insertion: inout Insertion) {
        let statement = insertion.statement
        let first = Int32(place) * Self.columns
        statement.bind(first + 1, Int64(row.row))
        statement.bind(first + 2, Int64(bitPattern: row.hash))
        statement.bind(first + 3, Int64(row.host) + 1)
        statement.bind(first + 4, Int64(row.rank.priority))
        statement.bind(first + 5, Int64(row.rank.depth))
        statement.bind(first + 6, row.skip?.rawValue)
        statement.bind(first + 7, Int64(row.offSiteHops))
        if row.hops != insertion.boundHops[place] {
            statement.bind(first + 8, row.hops.letters)
            insertion.boundHops[place] = row.hops
        }
        statement.bind(first + 9, row.via)
        texts.add(row.url, at: first + 10)
        if let key = row.key {
            texts.add(key, at: first + 11)
        } else {
            statement.bind(first + 11, nil as Int64?)
        }
    }
}

/// Texts that a statement reads while it runs, one behind the other.
struct BoundTexts {
    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [(index: Int32, start: Int, count: Int)] = []

    /// `index` is the statement's parameter.
    mutating func add(_ text: String, at index: Int32) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        pieces.append((index, start, bytes.count - start))
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }
}

extension Statement {
    func bind(_ index: Int32, _ via: FrontierJournal.Via?) {
        switch via {
        case .row(let row): bind(index, Int64(row))
        case .url(let url): bind(index, url.href)
        case nil: bind(index, nil as Int64?)
        }
    }
}
