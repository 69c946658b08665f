import Glibc
package import WARC

/// The bytes of a file for `WARCReader`, up to its end or up to what is committed of it.
///
/// Only one reader at a time uses a source. Files are read at the source's own position, so several may read one
/// file; pipes and standard input (`-`) as they come.
package struct FileSource: ByteSource {
    private let file: OpenFile
    private var position: Int64
    private let end: Int64?
    private let isRegular: Bool
    package let size: Int64?
    package let start: Int64

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - start: Byte at which reading begins.
    ///   - end: Byte before which it stops; nil: the end of the file.
    package init(path: String, start: Int64 = 0, end: Int64? = nil) throws(WARCError) {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, at: start) }
        file = OpenFile(descriptor: descriptor, path: path)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path, at: start) }
        isRegular = path != "-" && status.st_mode & S_IFMT == S_IFREG
        let last = isRegular ? min(end ?? Int64(status.st_size), Int64(status.st_size)) : end
        self.start = start
        self.end = end
        position = start
        size = last.map { max($0 - start, 0) }
        if isRegular { posix_fadvise(descriptor, off_t(start), 0, POSIX_FADV_SEQUENTIAL) }
    }

    package mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(WARCError) -> Int {
        let wanted = end.map { Int(min(Int64(count), max($0 - position, 0))) } ?? count
        guard wanted > 0 else { return 0 }
        let at = position
        var result = 0
        buffer.append(addingCapacity: wanted) { output in
            output.withUnsafeMutableBufferPointer { room, filled in
                repeat {
                    // Safety: the room holds `wanted` bytes, of which the call fills `result`.
                    result =
                        isRegular
                        ? pread(file.descriptor, room.baseAddress, wanted, off_t(at))
                        : Glibc.read(file.descriptor, room.baseAddress, wanted)
                } while result < 0 && errno == EINTR
                filled = max(result, 0)
            }
        }
        guard result >= 0 else { throw Self.unreadable(file.path, at: position) }
        position += Int64(result)
        return result
    }

    private static func unreadable(_ path: String, at offset: Int64) -> WARCError {
        .unreadable(file: path, offset: offset, reason: String(cString: strerror(errno)))
    }
}

/// A descriptor that is closed when nobody holds it any more.
private final class OpenFile: Sendable {
    let descriptor: Int32
    let path: String

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }
}
