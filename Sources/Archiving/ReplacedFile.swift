import Glibc
import WARC

/// A file that is written beside the one it replaces and takes its place at the end: whole, or not at all.
///
/// Not for use by two threads at once; two processes may write the same file, and the later one's stays.
package final class ReplacedFile {
    private static let pieceBytes = 256 << 10

    /// What the name has behind it until the file is whole; the number of the process follows.
    private static let mark = ".new-"

    /// Whether a name is that of a file that nobody will finish: its process is gone. Those that only read a crawl, as
    /// `index` does, write such files without its lock. This process has none at work when it recovers a folder.
    static func isAbandoned(_ name: String) -> Bool {
        let digits = name.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty,
            name.utf8.dropLast(digits.count).reversed().starts(with: mark.utf8.reversed())
        else { return false }
        guard let process = pid_t(name.suffix(digits.count)), process > 0, process != getpid() else {
            return true
        }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var piece: [UInt8] = []
    private var isFinished = false
    /// Bytes appended so far.
    package private(set) var count: Int64 = 0

    /// - Throws: `ArchiveError.file` too if a device or a pipe has the name: the new file would take its place.
    package init(_ path: String) throws(ArchiveError) {
        guard FileSystem.kind(of: path) != .other else {
            throw .file(path: path, operation: "replace it", reason: "it is no regular file")
        }
        self.path = path
        temporaryPath = path + Self.mark + String(getpid())
        descriptor = Glibc.open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileSystem.error(temporaryPath, "make the file") }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(temporaryPath) }
    }

    package func append(_ bytes: [UInt8]) throws(ArchiveError) {
        count += Int64(bytes.count)
        piece += bytes
        if piece.count >= Self.pieceBytes { try flush() }
    }

    /// Puts bytes in the place of some that were appended before.
    package func overwrite(_ bytes: [UInt8], at offset: Int64) throws(ArchiveError) {
        try flush()
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                // Safety: `done` is below the count, so the rest of the buffer is valid during the call.
                pwrite(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done,
                    off_t(offset) + off_t(done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw FileSystem.error(temporaryPath, "write the file") }
            done += written
        }
    }

    /// Syncs what was written and gives it its name.
    package func finish() throws(ArchiveError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw FileSystem.error(temporaryPath, "sync the file") }
        try FileSystem.rename(temporaryPath, to: path)
        isFinished = true
        try FileSystem.syncFolder(path.parentFolder)
    }

    private func flush() throws(ArchiveError) {
        try FileSystem.write(piece, to: descriptor, path: temporaryPath)
        piece.removeAll(keepingCapacity: true)
    }
}
