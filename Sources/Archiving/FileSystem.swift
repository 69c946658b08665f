import Fetching
import Glibc
import WARC

/// The calls of the file system that the archive needs, each with an error that says what was to be done.
enum FileSystem {
    enum Kind { case file, folder, other }

    /// Nil if nothing of that name is there.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// Makes a folder; with parents also those above it, each of which lasts then.
    static func makeFolder(_ path: String, withParents: Bool) throws(ArchiveError) {
        let parent = path.parentFolder
        if withParents, kind(of: parent) == nil { try makeFolder(parent, withParents: true) }
        guard mkdir(path, 0o755) == 0 || (withParents && errno == EEXIST) else {
            throw error(path, "make the folder")
        }
        if withParents { try syncFolder(parent) }
    }

    /// Names in a folder, sorted.
    static func list(_ path: String) throws(ArchiveError) -> [String] {
        guard let folder = opendir(path) else { throw error(path, "list the folder") }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func size(of path: String) throws(ArchiveError) -> Int64 {
        guard let size = try sizeIfThere(of: path) else { throw error(path, "look at the file") }
        return size
    }

    /// Nil if nothing of that name is there.
    static func sizeIfThere(of path: String) throws(ArchiveError) -> Int64? {
        var status = stat()
        if stat(path, &status) == 0 { return Int64(status.st_size) }
        guard errno == ENOENT else { throw error(path, "look at the file") }
        return nil
    }

    /// Cuts a file and syncs it.
    static func cut(_ path: String, to size: Int64) throws(ArchiveError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(path, "open the file") }
        defer { close(descriptor) }
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw error(path, "cut the file") }
        guard fsync(descriptor) == 0 else { throw error(path, "sync the file") }
    }

    /// Hands over the first `count` bytes of a file, piece by piece.
    ///
    /// Throws `lost` if the file has fewer.
    static func read(
        _ path: String, count: Int, _ take: ([UInt8]) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(path, "open the file") }
        defer { close(descriptor) }
        var done = 0
        var piece: [UInt8] = []
        while done < count {
            piece.removeAll(keepingCapacity: true)
            let read = try readSome(descriptor, min(pieceBytes, count - done), into: &piece, path: path)
            guard read > 0 else { throw .lost(path: path, committed: Int64(count), found: Int64(done)) }
            done += read
            try take(piece)
        }
    }

    /// Appends at most `count` bytes from where the descriptor stands; 0 at the end.
    static func readSome(
        _ descriptor: Int32, _ count: Int, into bytes: inout [UInt8], path: String
    ) throws(ArchiveError) -> Int {
        var result = 0
        bytes.append(addingCapacity: count) { output in
            output.withUnsafeMutableBufferPointer { room, filled in
                // Safety: the room holds `count` bytes, of which the call fills `result`.
                repeat {
                    result = Glibc.read(descriptor, room.baseAddress, count)
                } while result < 0 && errno == EINTR
                filled = max(result, 0)
            }
        }
        guard result >= 0 else { throw error(path, "read the file") }
        return result
    }

    private static let pieceBytes = 256 << 10

    /// A body as a whole.
    static func bytes(of body: Body) throws(ArchiveError) -> [UInt8] {
        guard case .spooled(let file) = body else { return body.load() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count)
        try read(file.path, count: file.count) { bytes += $0 }
        return bytes
    }

    /// Writes all bytes, or throws after some of them.
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(ArchiveError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                // Safety: `done` is below the count, so the rest of the buffer is valid during the call.
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw error(path, "write the file") }
            done += written
        }
    }

    static func rename(_ path: String, to other: String) throws(ArchiveError) {
        guard Glibc.rename(path, other) == 0 else { throw error(path, "rename the file") }
    }

    static func remove(_ path: String) throws(ArchiveError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw error(path, "remove the file") }
    }

    /// Makes renames, new and removed files of a folder last.
    static func syncFolder(_ path: String) throws(ArchiveError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(path, "open the folder") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw error(path, "sync the folder") }
    }

    static func freeBytes(at path: String) -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
    }

    /// The error that `errno` names.
    static func error(_ path: String, _ operation: String) -> ArchiveError {
        let code = errno
        if code == ENOSPC || code == EDQUOT || code == EFBIG {
            return .diskFull(path: path, operation: operation)
        }
        return .file(path: path, operation: operation, reason: String(cString: strerror(code)))
    }
}
