/// A file of the archive that was written anew, under another name, without some of its records.
package struct ArchiveRewrite: Sendable, Hashable {
    /// As in `RecordLocation.file`.
    package let file: String
    /// The new file; nil if no record was left.
    package let newFile: String?
    /// Where the new file ends; 0 without one.
    package let newEnd: Int64
    /// What was left out of the old file, in order, without overlaps.
    package let removed: [Range<Int64>]
    /// By how much the first record, which names the file, has become longer; negative: shorter.
    package let headGrowth: Int64
    /// Bytes that were left out up to and with each range.
    private let removedBefore: [Int64]

    package init(
        file: String, newFile: String?, newEnd: Int64, removed: [Range<Int64>], headGrowth: Int64
    ) {
        self.file = file
        self.newFile = newFile
        self.newEnd = newEnd
        self.removed = removed
        self.headGrowth = headGrowth
        var sum: Int64 = 0
        removedBefore = removed.map {
            sum += $0.upperBound - $0.lowerBound
            return sum
        }
    }

    /// Where a record lies in the new file; nil if it was left out.
    package func newOffset(of offset: Int64) -> Int64? {
        guard newFile != nil else { return nil }
        guard offset > 0 else { return offset }
        var low = 0
        var high = removed.count
        while low < high {
            let middle = (low + high) / 2
            if removed[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset + headGrowth }
        if removed[low - 1].contains(offset) { return nil }
        return offset + headGrowth - removedBefore[low - 1]
    }
}

/// What was changed in a frontier for records that were removed.
package struct RemovalReceipt: Sendable, Hashable {
    /// URLs that are marked as forgotten and were not before.
    package let forgotten: Int
    /// URLs that were not meant, but whose capture went too: they are queued again.
    package let queuedAgain: Int

    package init(forgotten: Int, queuedAgain: Int) {
        self.forgotten = forgotten
        self.queuedAgain = queuedAgain
    }
}
