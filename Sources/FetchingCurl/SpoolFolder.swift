import Fetching
import Glibc

/// The folder where bodies too large for memory lie until they are archived.
///
/// It belongs to one fetcher: what a dead process left there is deleted when it is opened.
final class SpoolFolder {
    let path: String
    private var number = 0

    /// Makes the folder if it does not exist.
    init(path: String) throws(CurlSetupError) {
        self.path = path
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .spoolFolder(path: path, reason: SystemError.text(errno))
        }
        guard let folder = opendir(path) else {
            throw .spoolFolder(path: path, reason: SystemError.text(errno))
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name.hasSuffix(".body") { unlink(path + "/" + name) }
        }
    }

    func makeFile() throws(SystemError) -> SpoolWriter {
        number += 1
        return try SpoolWriter(path: "\(path)/\(getpid())-\(number).body")
    }
}

/// Owns a spool file while a body is written to it; deletes it unless it is finished.
///
/// Small pieces are gathered first: a server that sends ten megabytes in chunks of a byte would otherwise have the loop's
/// thread call the system ten million times.
final class SpoolWriter {
    private let path: String
    private let descriptor: Int32
    private var isFinished = false
    /// Taken, but not in the file yet.
    private var gathered: [UInt8] = []
    private(set) var count = 0

    /// As much as libcurl hands over at most: whole pieces of that size are written as they come.
    private static let gatheredBytes = 16_384

    init(path: String) throws(SystemError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw SystemError(number: errno, action: "create \(path)") }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(path) }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        if gathered.count + bytes.count > Self.gatheredBytes { try writeGathered() }
        if bytes.count >= Self.gatheredBytes {
            try write(bytes)
        } else {
            if gathered.isEmpty { gathered.reserveCapacity(Self.gatheredBytes) }
            gathered.append(contentsOf: bytes)
        }
        count += bytes.count
    }

    /// The finished body; the file goes with it.
    func finish() throws(SystemError) -> SpoolFile {
        try writeGathered()
        isFinished = true
        return SpoolFile(path: path, count: count) { unlink($0) }
    }

    private func writeGathered() throws(SystemError) {
        guard !gathered.isEmpty else { return }
        var outcome: Result<Void, SystemError> = .success(())
        gathered.withUnsafeBytes { bytes in
            do throws(SystemError) { try write(bytes) } catch { outcome = .failure(error) }
        }
        try outcome.get()
        gathered.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = bytes[...]
        while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            let written = Glibc.write(descriptor, base, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw SystemError(number: errno, action: "write \(path)")
            }
            rest = rest.dropFirst(written)
        }
    }
}
