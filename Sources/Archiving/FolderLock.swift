import Glibc

/// Holds a crawl folder for one process, by a lock that the system frees when the process dies.
final class FolderLock: Sendable {
    private let descriptor: Int32

    private static let name = ".lock"
    private static let mostTries = 10
    private static let pauseMicroseconds: UInt32 = 10_000

    /// Throws `ArchiveError.locked` if another process holds it, after a tenth of a second.
    init(folder: String) throws(ArchiveError) {
        let path = folder + "/" + Self.name
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileSystem.error(path, "open the lock") }
        var tries = 0
        // Whoever asks for the holder has the lock for a moment; one that works on the crawl has it for long.
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let isHeld = errno == EWOULDBLOCK
            tries += 1
            if isHeld, tries < Self.mostTries {
                usleep(Self.pauseMicroseconds)
                continue
            }
            let reason = FileSystem.error(path, "lock the folder")
            let holder = isHeld ? Self.holder(descriptor) : nil
            // Every property is set, so `deinit` closes the file.
            throw isHeld ? .locked(path: folder, processID: holder) : reason
        }
        // The number is for people; a lock without it is as good.
        let line = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, line, line.count, 0) }
    }

    deinit { close(descriptor) }

    /// Who holds the folder now; by the time of the answer that may have changed.
    static func holder(of folder: String) -> FolderHolder {
        let descriptor = Glibc.open(folder + "/" + name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .nobody }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return .nobody }
        return .process(holder(descriptor))
    }

    private static func holder(_ descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self))
    }
}

/// Who holds a crawl folder.
package enum FolderHolder: Sendable, Hashable {
    case nobody
    /// The number of the process; nil if it did not leave one.
    case process(Int?)
}
