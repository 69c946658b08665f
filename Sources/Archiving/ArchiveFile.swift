/// A file of pages/ or text/ as it lies on disk.
package struct ArchiveFile: Sendable, Hashable {
    /// Path below the crawl folder, with `.open` while it is written.
    package let diskPath: String
    package let isOpen: Bool

    init(folder: String, diskName: String) {
        diskPath = folder + "/" + diskName
        isOpen = diskName.hasSuffix(CrawlFolder.openSuffix)
    }

    /// As in `RecordLocation.file`.
    package var name: String { isOpen ? String(diskPath.dropLast(CrawlFolder.openSuffix.count)) : diskPath }

    /// True for files that hold records, whole or being written.
    static func isRecordFile(_ name: String) -> Bool {
        [".warc.gz", ".warc", ".warc.wet.gz"].contains {
            name.hasSuffix($0) || name.hasSuffix($0 + CrawlFolder.openSuffix)
        }
    }
}
