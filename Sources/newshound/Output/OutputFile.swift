import Foundation

/// Where results go: standard output, a device or pipe, or a file that appears under its name once it is whole.
final class OutputFile {
    /// What messages call it.
    private let name: String
    /// Where it is written until it is whole, and the name it gets then; nil: it is written in place.
    private let renaming: (temporary: String, final: String)?
    private var descriptor: Int32
    private var buffer: [UInt8] = []

    private static let bufferBytes = 1 << 16

    /// Nil: standard output.
    init(_ path: String?) throws(UserError) {
        guard let path else {
            name = "standard output"
            renaming = nil
            descriptor = STDOUT_FILENO
            return
        }
        name = path
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR {
            throw UserError(.usage, "\(path): is a folder; name a file")
        }
        // A device or a pipe must not be replaced by a file.
        let isInPlace = isThere && status.st_mode & S_IFMT != S_IFREG
        renaming = isInPlace ? nil : (path + ".part", path)
        descriptor =
            isInPlace
            ? open(path, O_WRONLY | O_CLOEXEC)
            : open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            let status: ExitStatus = Self.isMistake(errno) ? .usage : .archive
            throw UserError(status, "\(path): cannot be written: \(Self.reason(errno))")
        }
    }

    deinit {
        guard descriptor >= 0, descriptor != STDOUT_FILENO else { return }
        Foundation.close(descriptor)
        if let renaming { unlink(renaming.temporary) }
    }

    /// False if the reader at the other end went away, which is no error.
    func write(_ bytes: [UInt8]) throws(UserError) -> Bool {
        buffer += bytes
        return buffer.count < Self.bufferBytes ? true : try flush()
    }

    /// Ends the output; a file gets its name.
    func close() throws(UserError) {
        guard try flush(), descriptor != STDOUT_FILENO else { return }
        if renaming != nil, fsync(descriptor) != 0 { throw failure() }
        let closing = descriptor
        descriptor = -1
        let code = Foundation.close(closing)
        guard let renaming else { return }
        guard code == 0, rename(renaming.temporary, renaming.final) == 0 else {
            let failure = failure()
            unlink(renaming.temporary)
            throw failure
        }
    }

    private func flush() throws(UserError) -> Bool {
        defer { buffer.removeAll(keepingCapacity: true) }
        if Terminal.write(buffer, to: descriptor) { return true }
        if errno == EPIPE { return false }
        throw failure()
    }

    private func failure() -> UserError {
        UserError(.archive, "\(name): cannot be written: \(Self.reason(errno))")
    }

    /// The system's words for an error, and the next step.
    private static func reason(_ code: Int32) -> String {
        let isFull = code == ENOSPC || code == EDQUOT
        return String(cString: strerror(code))
            + (isFull ? "; free some space and start again" : "; check the path")
    }

    /// True if the path is wrong rather than the disk.
    private static func isMistake(_ code: Int32) -> Bool {
        [ENOENT, ENOTDIR, EACCES, EPERM, EISDIR, ENAMETOOLONG, EINVAL, ELOOP].contains(code)
    }
}
