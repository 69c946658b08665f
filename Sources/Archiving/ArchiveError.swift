/// Why the archive could not be written or read. It ends the run; `resume` continues once the cause is gone.
package enum ArchiveError: Error, Sendable, Hashable {
    /// No space is left, or a quota is reached.
    case diskFull(path: String, operation: String)
    /// Any other error of the file system.
    case file(path: String, operation: String, reason: String)
    /// A file that the frontier knows to be longer is shorter or gone: bytes that were synced have vanished.
    case lost(path: String, committed: Int64, found: Int64?)
    /// Another process holds the crawl folder.
    case locked(path: String, processID: Int?)
    /// The folder is no crawl.
    case notACrawl(path: String, reason: String)
}

extension ArchiveError: CustomStringConvertible {
    package var description: String { sentence(ofRun: false) }

    /// The error in one line. `ofRun`: it ended a run of a crawl, which `resume` continues; else the same command is to
    /// be given again.
    package func sentence(ofRun isOfRun: Bool) -> String {
        let next = isOfRun ? "newshound resume continues" : "try again"
        return switch self {
        case .diskFull(let path, let operation):
            "\(path): cannot \(operation): no space is left; free some, then \(next)"
        case .file(let path, let operation, let reason):
            "\(path): cannot \(operation): \(reason); \(next) once the cause is gone"
        case .lost(let path, let committed, let found):
            if let found {
                "\(path): has \(found) bytes, \(committed) were committed; newshound verify names what is missing"
            } else {
                "\(path): is gone, \(committed) bytes of it were committed; newshound verify names what is missing"
            }
        case .locked(let path, let processID):
            "\(path): is in use by \(processID.map { "process \($0)" } ?? "another process"); stop it first or wait"
        case .notACrawl(let path, let reason):
            "\(path): is no crawl folder: \(reason)"
        }
    }
}
