import Glibc
package import WARC

/// The folder of one crawl: what lies where, who holds it, and how it is brought back to what was committed.
///
/// Its lock lasts as long as the value lives; a second process gets `ArchiveError.locked`.
package final class CrawlFolder: Sendable {
    /// As it was given, without a slash at the end.
    package let path: String
    private let lock: FolderLock

    package var pagesPath: String { path + "/" + Self.pages }
    package var textPath: String { path + "/" + Self.text }
    package var frontierPath: String { path + "/frontier.sqlite" }
    package var logPath: String { path + "/crawl.log" }
    package var indexesPath: String { path + "/indexes" }
    /// What the crawl says of itself, as records; see `MetaFile`.
    package var metaPath: String { path + "/" + MetaFile.folderName }
    /// Bodies that are too large for memory, while they are fetched.
    package var spoolPath: String { path + "/.spool" }

    static let pages = "pages"
    static let text = "text"
    /// What the name of a file ends in while it is written.
    static let openSuffix = ".open"

    private init(path: String, lock: FolderLock) {
        self.path = path
        self.lock = lock
    }

    /// Makes the folder, with those above it, and takes its lock. Throws if something of that name is there.
    package static func create(_ path: String) throws(ArchiveError) -> CrawlFolder {
        let path = path.withoutEndingSlashes
        guard FileSystem.kind(of: path) == nil else {
            throw .file(path: path, operation: "make the crawl folder", reason: "it is there already")
        }
        try FileSystem.makeFolder(path, withParents: true)
        let folder = CrawlFolder(path: path, lock: try FolderLock(folder: path))
        for part in [folder.pagesPath, folder.textPath, folder.spoolPath] {
            try FileSystem.makeFolder(part, withParents: false)
        }
        try FileSystem.syncFolder(path)
        return folder
    }

    /// Opens the folder of a crawl that was begun before, and takes its lock.
    package static func open(_ path: String) throws(ArchiveError) -> CrawlFolder {
        let path = path.withoutEndingSlashes
        guard FileSystem.kind(of: path) == .folder else {
            throw .notACrawl(path: path, reason: "it is not there, or no folder")
        }
        guard FileSystem.kind(of: path + "/" + pages) == .folder else {
            throw .notACrawl(path: path, reason: "it has no folder '\(pages)'")
        }
        let folder = CrawlFolder(path: path, lock: try FolderLock(folder: path))
        for part in [folder.textPath, folder.spoolPath] where FileSystem.kind(of: part) == nil {
            try FileSystem.makeFolder(part, withParents: false)
        }
        return folder
    }

    /// Bytes that are free on the folder's disk for this user; nil if the system does not say.
    package var freeBytes: Int64? { FileSystem.freeBytes(at: path) }

    /// Cuts every file of pages/ and text/ at its committed end, closes those still open, and removes what has
    /// nothing committed (law 4 of the frontier), and what processes that are gone did not finish. Empties the spool
    /// folder. Safe to repeat.
    ///
    /// Throws `ArchiveError.lost` if a file is shorter than what was committed, and then changes nothing.
    package func recover(to ends: [FileEnd]) throws(ArchiveError) -> RecoveryReport {
        let committed = Dictionary(ends.map { ($0.file, $0.offset) }, uniquingKeysWith: max)
        var found: [ArchiveFile] = []
        for part in [Self.pages, Self.text] {
            found += ArchiveFile.files(named: try FileSystem.list(path + "/" + part), in: part)
        }
        try checkNothingLost(committed, found: found)
        var report = RecoveryReport()
        for file in found {
            try bringBack(file, to: committed[file.name] ?? 0, report: &report)
        }
        for part in [path, pagesPath, textPath, metaPath, indexesPath]
        where FileSystem.kind(of: part) == .folder {
            for name in try FileSystem.list(part) where ReplacedFile.isAbandoned(name) {
                try FileSystem.remove(part + "/" + name)
            }
            try FileSystem.syncFolder(part)
        }
        for name in try FileSystem.list(spoolPath) { try FileSystem.remove(spoolPath + "/" + name) }
        return report
    }

    /// Who holds the crawl folder; to be asked by those that take no lock.
    package static func holder(of path: String) -> FolderHolder {
        FolderLock.holder(of: path.withoutEndingSlashes)
    }

    private func checkNothingLost(_ committed: [String: Int64], found: [ArchiveFile]) throws(ArchiveError) {
        var sizes: [String: Int64] = [:]
        for file in found { sizes[file.name] = try FileSystem.size(of: path + "/" + file.diskPath) }
        for (file, end) in committed.sorted(by: { $0.key < $1.key }) where end > 0 {
            guard let size = sizes[file] else {
                throw .lost(path: path + "/" + file, committed: end, found: nil)
            }
            if size < end { throw .lost(path: path + "/" + file, committed: end, found: size) }
        }
    }

    private func bringBack(
        _ file: ArchiveFile, to end: Int64, report: inout RecoveryReport
    ) throws(ArchiveError) {
        let diskPath = path + "/" + file.diskPath
        let size = try FileSystem.size(of: diskPath)
        if end == 0 {
            try FileSystem.remove(diskPath)
            report.note(file.name, cut: size, isRemoved: true)
            return
        }
        if size > end {
            try FileSystem.cut(diskPath, to: end)
            report.note(file.name, cut: size - end, isRemoved: false)
        }
        if file.isOpen { try FileSystem.rename(diskPath, to: path + "/" + file.name) }
    }
}
