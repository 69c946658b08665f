import Frontier
import WebURLs

/// Rows for the table `url` that wait for others, so that one statement writes many: most of what SQLite does for a
/// statement it does once.
///
/// Nothing that it calls calls back, so that accesses to what it holds are unchecked at run time.
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
        /// Both stand in `texts`, this one first.
        let urlBytes: Int
        /// Nil if it is the URL.
        let keyBytes: Int?
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

    @exclusivity(unchecked) private var waiting: [Row] = []
    @exclusivity(unchecked) private var many, one: Insertion
    @exclusivity(unchecked) private var texts = BoundTexts()

    init(_ database: Database, to operation: String) throws(FrontierError) {
        many = try Insertion(rows: Self.rowsAtOnce, database, to: operation)
        one = try Insertion(rows: 1, database, to: operation)
        waiting.reserveCapacity(Self.rowsAtOnce)
    }

    func add(
        _ candidate: UnsafePointer<Candidate>, row: UInt32, hash: UInt64, host: Int, rank: QueueRank,
        via: FrontierJournal.Via?
    ) throws(FrontierError) {
        let href = candidate.pointee.url.href
        let key = candidate.pointee.key
        let urlBytes = texts.append(href)
        let keyBytes = key == href ? nil : texts.append(key)
        waiting.append(
            Row(
                row: row, hash: hash, host: host, rank: rank, skip: candidate.pointee.skip,
                offSiteHops: candidate.pointee.offSiteHops, hops: candidate.pointee.hopPath, via: via,
                urlBytes: urlBytes, keyBytes: keyBytes))
        if waiting.count == Self.rowsAtOnce { try flush() }
    }

    /// Writes all that wait.
    func flush() throws(FrontierError) {
        guard !waiting.isEmpty else { return }
        // Lent like the candidates before, and for the same reason.
        try waiting.withUnsafeBufferPointer { (rows) throws(FrontierError) in
            guard let first = rows.baseAddress else { return }
            // Safety: each address lies within the array, which nothing changes meanwhile.
            if rows.count == Self.rowsAtOnce {
                for place in rows.indices { bind(first + place, at: place, of: &many) }
                try many.statement.run(binding: &texts)
            } else {
                for place in rows.indices {
                    bind(first + place, at: 0, of: &one)
                    try one.statement.run(binding: &texts)
                }
            }
        }
        texts.removeAll()
        waiting.removeAll(keepingCapacity: true)
    }

    private func bind(_ lent: UnsafePointer<Row>, at place: Int, of insertion: inout Insertion) {
        let statement = insertion.statement
        let first = Int32(place) * Self.columns
        statement.bind(first + 1, Int64(lent.pointee.row))
        statement.bind(first + 2, Int64(bitPattern: lent.pointee.hash))
        statement.bind(first + 3, Int64(lent.pointee.host) + 1)
        statement.bind(first + 4, Int64(lent.pointee.rank.priority))
        statement.bind(first + 5, Int64(lent.pointee.rank.depth))
        statement.bind(first + 6, lent.pointee.skip?.rawValue)
        statement.bind(first + 7, Int64(lent.pointee.offSiteHops))
        if lent.pointee.hops != insertion.boundHops[place] {
            statement.bind(first + 8, lent.pointee.hops.letters)
            insertion.boundHops[place] = lent.pointee.hops
        }
        statement.bind(first + 9, lent.pointee.via)
        texts.bind(lent.pointee.urlBytes, at: first + 10)
        if let count = lent.pointee.keyBytes {
            texts.bind(count, at: first + 11)
        } else {
            statement.bind(first + 11, nil as Int64?)
        }
    }
}

/// Texts that a statement reads while it runs, one behind the other.
struct BoundTexts {
    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [(index: Int32, start: Int, count: Int)] = []
    /// Where the next text begins that is to be bound.
    private var next = 0

    /// Adds a text and returns how many bytes it has. Texts are bound in the order in which they were added.
    mutating func append(_ text: String) -> Int {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return bytes.count - start
    }

    /// Binds the next text to a statement's parameter.
    mutating func bind(_ count: Int, at index: Int32) {
        pieces.append((index, next, count))
        next += count
    }

    /// Those that were bound are bound no more.
    mutating func unbind() { pieces.removeAll(keepingCapacity: true) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        next = 0
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
