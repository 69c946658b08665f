/// A file of pages/ or text/ as it lies on disk.
package struct ArchiveFile: Sendable, Hashable {
    /// Path below the crawl folder, with `.open` while it is written.
    package let diskPath: String
    package let isOpen: Bool

    private init(folder: String, diskName: String) {
        diskPath = folder + "/" + diskName
        isOpen = diskName.hasSuffix(CrawlFolder.openSuffix)
    }

    /// As in `RecordLocation.file`.
    package var name: String { isOpen ? String(diskPath.dropLast(CrawlFolder.openSuffix.count)) : diskPath }

    /// The files of records among the names of a crawl's folder. A file that is written is left out beside a closed one of
    /// its name: then it is a copy from elsewhere, for only the closed one can be the crawl's.
    package static func files(named diskNames: [String], in folder: String) -> [ArchiveFile] {
        let found = diskNames.filter(isRecordFile).map { ArchiveFile(folder: folder, diskName: $0) }
        let closed = Set(found.filter { !$0.isOpen }.map(\.name))
        return found.filter { !$0.isOpen || !closed.contains($0.name) }
    }

    /// True for files that hold records, whole or being written.
    private static func isRecordFile(_ name: String) -> Bool {
        [".warc.gz", ".warc", ".warc.wet.gz"].contains {
            name.hasSuffix($0) || name.hasSuffix($0 + CrawlFolder.openSuffix)
        }
    }
}
