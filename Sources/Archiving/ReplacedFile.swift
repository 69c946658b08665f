import Glibc

/// A file that is written beside the one it replaces and takes its place at the end: whole, or not at all.
final class ReplacedFile {
    private static let pieceBytes = 256 << 10

    private let path: String
    private let descriptor: Int32
    private var piece: [UInt8] = []
    private var isFinished = false

    init(_ path: String) throws(ArchiveError) {
        self.path = path
        descriptor = Glibc.open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileSystem.error(path + ".new", "make the file") }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(path + ".new") }
    }

    func append(_ bytes: [UInt8]) throws(ArchiveError) {
        piece += bytes
        if piece.count >= Self.pieceBytes { try flush() }
    }

    /// Syncs what was written and gives it its name.
    func finish() throws(ArchiveError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw FileSystem.error(path + ".new", "sync the file") }
        try FileSystem.rename(path + ".new", to: path)
        isFinished = true
    }

    private func flush() throws(ArchiveError) {
        try FileSystem.write(piece, to: descriptor, path: path + ".new")
        piece.removeAll(keepingCapacity: true)
    }
}
