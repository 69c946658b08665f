/// Where a record of the archive lies: file, offset and length of its gzip member.
package struct RecordLocation: Sendable, Hashable {
    /// The file's path relative to the crawl folder, with `/`, without `.open`: `pages/NHND-….warc.gz`.
    package let file: String
    /// Of the member's first byte, counted in the compressed file.
    package let offset: Int64
    /// Of the whole member, in compressed bytes.
    package let length: Int64

    package init(file: String, offset: Int64, length: Int64) {
        self.file = file
        self.offset = offset
        self.length = length
    }
}

/// Where a file of the archive ends once everything up to here is committed.
package struct FileEnd: Sendable, Hashable {
    /// As in `RecordLocation.file`.
    package let file: String
    /// Bytes that belong to the archive; whatever lies behind them is cut on the next start.
    package let offset: Int64

    package init(file: String, offset: Int64) {
        self.file = file
        self.offset = offset
    }
}
