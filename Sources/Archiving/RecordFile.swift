import Fetching
import Glibc

/// A file of the archive that is being written: `….open` until it is closed.
///
/// Knows how much of it is written and how much of that is synced. Used by the writer alone.
final class RecordFile {
    /// As in `RecordLocation.file`.
    let name: String
    private(set) var size: Int64 = 0
    private(set) var syncedSize: Int64 = 0
    private let folderPath: String
    private let finalPath: String
    private let openPath: String
    private let disk: any Disk
    private var descriptor: Int32

    /// Makes the file; `name` must not be there.
    init(crawl: String, folder: String, fileName: String, disk: any Disk) throws(ArchiveError) {
        name = folder + "/" + fileName
        folderPath = crawl + "/" + folder
        finalPath = folderPath + "/" + fileName
        openPath = finalPath + CrawlFolder.openSuffix
        self.disk = disk
        descriptor = Glibc.open(openPath, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileSystem.error(openPath, "make the file") }
        do throws(ArchiveError) { try FileSystem.syncFolder(folderPath) } catch {
            Glibc.close(descriptor)
            descriptor = -1
            throw error
        }
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    /// Appends a member; on an error some of it may be written, until `cutBack`.
    func append(_ content: MemberContent) throws(ArchiveError) {
        switch content {
        case .bytes(let bytes): try append(bytes)
        case .spooled(let file):
            try FileSystem.read(file.path, count: file.count) { piece throws(ArchiveError) in
                try append(piece)
            }
        }
    }

    private func append(_ bytes: [UInt8]) throws(ArchiveError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                // Safety: the pointer stays inside the array, which lives through the call.
                disk.write(UnsafeRawBufferPointer(rebasing: buffer[sent...]), to: descriptor)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileSystem.error(openPath, "write the file") }
            sent += count
            size += Int64(count)
        }
    }

    /// Returns when all that was appended is on the disk.
    func sync() throws(ArchiveError) {
        guard syncedSize < size else { return }
        guard disk.sync(descriptor) == 0 else { throw FileSystem.error(openPath, "sync the file") }
        syncedSize = size
    }

    /// Takes off what is not synced, so that a later reader finds whole records only.
    func cutBack() {
        guard descriptor >= 0, ftruncate(descriptor, off_t(syncedSize)) == 0 else { return }
        size = syncedSize
    }

    /// Syncs, and gives the file its final name.
    func close() throws(ArchiveError) {
        try sync()
        guard fsync(descriptor) == 0 else { throw FileSystem.error(openPath, "sync the file") }
        let code = Glibc.close(descriptor)
        descriptor = -1
        guard code == 0 else { throw FileSystem.error(openPath, "close the file") }
        try FileSystem.rename(openPath, to: finalPath)
        try FileSystem.syncFolder(folderPath)
    }
}
