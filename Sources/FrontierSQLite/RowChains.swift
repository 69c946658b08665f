/// For each row, the next one in the same queue: all queues of all hosts in four bytes a URL.
struct RowChains {
    /// Index 0 stands for no row and is not used.
    private var next: [UInt32] = [0]

    /// The row that will be added next.
    var nextRow: Int { next.count }

    mutating func reserve(_ rows: Int) { next.reserveCapacity(rows + 1) }

    /// Adds a row that is in no queue yet.
    mutating func addRow() { next.append(0) }

    /// The row behind `row`; 0 at the end.
    func next(after row: UInt32) -> UInt32 { next[Int(row)] }

    mutating func link(_ row: UInt32, to follower: UInt32) { next[Int(row)] = follower }
}
