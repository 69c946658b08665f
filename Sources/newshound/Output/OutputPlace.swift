import Archiving
import Foundation
import WARC

/// A file that a command is to write: whether it can be there, and what is said if it cannot be written.
enum OutputPlace {
    /// The file that `--output` names; nil: standard output, which `-` stands for.
    static func file(_ output: String?) -> String? { output == "-" ? nil : output }

    /// Finds out before the work begins what is wrong with a path.
    static func check(_ path: String) throws(UserError) {
        guard path != "-" else {
            throw UserError(
                .usage,
                "-: standard output cannot take it, since it is not written from front to back; name a file")
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw UserError(.usage, "\(path): is a folder; name a file")
        }
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw UserError(
                .usage, "\(path): is a device or a pipe, which a file would replace; name a file")
        }
        let parent = path.parentPath
        guard parent.isEmpty || FileManager.default.fileExists(atPath: parent, isDirectory: &isFolder) else {
            throw UserError(.usage, "\(path): cannot be written: \(parent) is not there; check the path")
        }
    }

    /// The error of a file that is no part of a crawl, where `resume` is not the next step.
    static func error(_ error: ArchiveError) -> UserError {
        switch error {
        case .diskFull(let path, let operation):
            UserError(.archive, "\(path): cannot \(operation): no space is left; free some and start again")
        case .file(let path, let operation, let reason):
            UserError(.archive, "\(path): cannot \(operation): \(reason); check the path and start again")
        default: UserError(error.status, "\(error)")
        }
    }
}

/// A folder for what is only needed while a command runs; it goes with the value.
final class WorkFolder {
    let path: String

    /// Among the system's temporary files, or beside a file, on whose disk there must be room in any case.
    init(beside file: String? = nil) throws(UserError) {
        let path =
            file.map { "\($0).work-\(getpid())" }
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("newshound-\(UUID().uuidString)")
            .path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw UserError(
                .archive,
                "\(path): cannot be made: \(error.systemReason); "
                    + (file == nil ? "set TMPDIR to another folder" : "check the path"))
        }
        self.path = path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
