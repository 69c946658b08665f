/// What a recovery changed.
package struct RecoveryReport: Sendable, Hashable {
    package struct Change: Sendable, Hashable {
        /// As in `RecordLocation.file`.
        package let file: String
        package let bytesCut: Int64
        /// True if nothing of the file was committed.
        package let isRemoved: Bool
    }

    package private(set) var changes: [Change] = []

    package var bytesCut: Int64 { changes.reduce(0) { $0 + $1.bytesCut } }

    mutating func note(_ file: String, cut: Int64, isRemoved: Bool) {
        changes.append(Change(file: file, bytesCut: cut, isRemoved: isRemoved))
    }
}
