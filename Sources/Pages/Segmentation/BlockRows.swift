/// The rows of `BlockFeatures`, a window of them at a time.
///
/// A row has almost a kilobyte, and a page may have sixty thousand blocks. All rows of nearly every page fit into one
/// window and are made once; those of a larger page are made again for whoever comes back to them. Holds the window
/// shown last.
struct BlockRows: Sendable {
    /// Rows at once: below a megabyte, so that the allocator uses the memory again.
    static let windowRows = 1_024

    let count: Int
    private let features: BlockFeatures
    /// The blocks whose rows `table` has.
    private(set) var window = 0..<0
    private(set) var table = FeatureTable(width: BlockFeatures.width, rowCount: 0)

    init(_ features: BlockFeatures, count: Int) {
        self.features = features
        self.count = count
    }

    /// Numbers a row.
    var width: Int { BlockFeatures.width }

    /// Shows the window from `start` on.
    mutating func show(from start: Int) {
        let wanted = start..<min(count, start + Self.windowRows)
        guard window != wanted else { return }
        // First the memory of the last window, then that of the next.
        table = FeatureTable(width: width, rowCount: 0)
        table = features.table(of: wanted)
        window = wanted
    }

    /// The row of `table` that is a block's; the window moves if it has to. Blocks in ascending order move it least.
    mutating func show(_ index: Int) -> Int {
        if !window.contains(index) { show(from: index / Self.windowRows * Self.windowRows) }
        return index - window.lowerBound
    }
}
