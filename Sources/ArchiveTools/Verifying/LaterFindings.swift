import Archiving

/// Findings that come in another order than they are to be reported in.
struct LaterFindings {
    private var lines: LineSorter

    init(space: SortSpace) { lines = space.sorter() }

    /// Reported in the order of `rank`, then notices before damage, then by file and byte.
    mutating func add(
        rank: Int, _ file: String, _ offset: Int64, _ weight: Finding.Weight, _ reason: String
    ) throws(ArchiveError) {
        var line = SortLine(rank)
        line.add(weight == .damage)
        line.add(text: file, SortLine(Int(offset)).text + reason)
        try lines.add(line.bytes)
    }

    mutating func report(_ take: (Finding) -> Void) throws(ArchiveError) {
        let sorted = try lines.reader()
        while let line = try sorted.next() {
            var columns = SortColumns(line)
            _ = columns.number()
            let weight: Finding.Weight = columns.flag() ? .damage : .notice
            let (file, rest) = columns.texts()
            var tail = SortColumns(Array(rest.utf8))
            let offset = Int64(tail.number())
            take(Finding(file: file, offset: offset, weight: weight, reason: tail.text()))
        }
        lines.removeAll()
    }
}
