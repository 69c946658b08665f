import Archiving
import WARC

/// Finds references within one file that lead nowhere, and captures of ours that no request stands beside.
///
/// Records that belong together stand close together, so the last identifiers are at hand; for references that lead
/// further all identifiers are sorted, on disk if they are many.
struct PairCheck {
    private let space: SortSpace
    private let isOurs: Bool
    private var recent = RecentIDs()
    private var lines: LineSorter
    private var hasReferences = false
    /// Captures of ours whose request is still to come, by the hash of their identifier.
    private var mains: [Int: Int64] = [:]

    init(isOurs: Bool, space: SortSpace) {
        self.space = space
        self.isOurs = isOurs
        lines = space.sorter()
    }

    mutating func note(_ read: ReadRecord) throws(ArchiveError) {
        let record = read.record
        if let id = record.recordID?.hashValue {
            recent.insert(id)
            var line = SortLine(id)
            line.add(.record)
            try lines.add(line.bytes)
            if isOurs, record.type == .response || record.type == .revisit { mains[id] = read.offset }
        }
        for id in record.concurrentTo {
            if record.type == .request { mains[id.hashValue] = nil }
            guard !recent.contains(id.hashValue) else { continue }
            hasReferences = true
            var line = SortLine(id.hashValue)
            line.add(.reference)
            line.add(Int(read.offset))
            line.add(text: id)
            try lines.add(line.bytes)
        }
    }

    /// References to records that are not in the file, in its order; nothing can be noted afterwards.
    mutating func dangling(_ report: (_ offset: Int64, _ id: String) -> Void) throws(ArchiveError) {
        defer { lines.removeAll() }
        guard hasReferences else { return }
        var found = space.sorter()
        let sorted = try lines.reader()
        var known: Int?
        while let line = try sorted.next() {
            var columns = SortColumns(line)
            let id = columns.number()
            guard columns.mark() == .reference else {
                known = id
                continue
            }
            guard known != id else { continue }
            var line = SortLine(columns.number())
            line.add(text: columns.text())
            try found.add(line.bytes)
        }
        let dangling = try found.reader()
        while let line = try dangling.next() {
            var columns = SortColumns(line)
            report(Int64(columns.number()), columns.text())
        }
    }

    func alone() -> [Int64] { mains.values.sorted() }
}

/// The hashes of the last identifiers of a file.
private struct RecentIDs {
    private static let count = 1_024

    private var ring: [Int] = []
    private var oldest = 0
    private var all: Set<Int> = []

    func contains(_ id: Int) -> Bool { all.contains(id) }

    mutating func insert(_ id: Int) {
        guard all.insert(id).inserted else { return }
        guard ring.count == Self.count else { return ring.append(id) }
        all.remove(ring[oldest])
        ring[oldest] = id
        oldest = (oldest + 1) % Self.count
    }
}
