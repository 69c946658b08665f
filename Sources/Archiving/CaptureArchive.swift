package import WARC

/// Where captures are kept.
///
/// `append` returns only after the bytes are on disk and synced, so that the frontier may commit where they end.
/// Calls may come from any number of tasks at once; one sync serves all that wait.
package protocol CaptureArchive: Sendable {
    /// Appends the records of one visit together; an empty batch writes nothing. Throws `ArchiveError`, and then
    /// nothing of the batch stays in the files.
    func append(_ batch: [CaptureRecords]) async throws(ArchiveError) -> AppendReceipt
}

/// Where what was appended lies.
package struct AppendReceipt: Sendable, Hashable {
    /// The place of one capture's main record.
    package struct Placement: Sendable, Hashable {
        /// The response, revisit or resource record; of a capture without one, its request or metadata record.
        package let location: RecordLocation
        /// `WARC-Record-ID` of that record, without brackets.
        package let recordID: String

        package init(location: RecordLocation, recordID: String) {
            self.location = location
            self.recordID = recordID
        }
    }

    /// One for each element of the batch, in its order.
    package let placements: [Placement]
    /// Where these records end in each file written to: exactly their own end, not that of what followed, so that a
    /// commit never covers the records of a visit that is not committed.
    package let ends: [FileEnd]
    /// Counts the appends of a writer from 1 on, in the order in which their bytes stand in the files. Whoever commits
    /// must commit in this order, since a file's end covers all that stands before it.
    package let sequence: Int

    package init(placements: [Placement], ends: [FileEnd], sequence: Int) {
        self.placements = placements
        self.ends = ends
        self.sequence = sequence
    }
}
