import Glibc

/// The lines of a file, one after the other, with a piece of it in memory.
///
/// Not for use by two threads at once.
package final class LineReader {
    private static let pieceBytes = 256 << 10
    /// A line that is longer comes in parts, so that no file fills memory.
    private static let maximumLineBytes = 4 << 20

    private let path: String
    private let descriptor: Int32
    private var piece: [UInt8] = []
    private var position = 0
    /// Where the next line begins in the file.
    package private(set) var offset: Int64 = 0

    package init(_ path: String) throws(ArchiveError) {
        self.path = path
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystem.error(path, "open the file") }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    /// The next line with its line end, which the last one may lack; nil at the end.
    package func next() throws(ArchiveError) -> ArraySlice<UInt8>? {
        var searched = position
        while true {
            if let end = piece[searched...].firstIndex(of: 0x0A) { return take(through: end + 1) }
            guard piece.count - position < Self.maximumLineBytes else { return take(through: piece.count) }
            searched = piece.count - position
            if position > 0 {
                piece.removeFirst(position)
                position = 0
            }
            guard try FileSystem.readSome(descriptor, Self.pieceBytes, into: &piece, path: path) > 0 else {
                return piece.isEmpty ? nil : take(through: piece.count)
            }
        }
    }

    private func take(through end: Int) -> ArraySlice<UInt8> {
        defer {
            offset += Int64(end - position)
            position = end
        }
        return piece[position..<end]
    }
}
