import CSQLite
import Frontier
import Glibc

extension FrontierError {
    /// What a result code of SQLite means for a crawl.
    ///
    /// - Parameter connection: where SQLite keeps its own words for it; nil if there was no memory for one.
    init(code: Int32, connection: OpaquePointer?, path: String, operation: String) {
        let words = connection.flatMap(sqlite3_errmsg).map { String(cString: $0) } ?? "out of memory"
        let system = connection.map(sqlite3_system_errno) ?? 0
        switch code & 0xFF {
        case SQLITE_FULL: self = .diskFull(path: path, operation: operation)
        // The files beside the database are made by calls of the system, whose error this is then.
        case SQLITE_IOERR where system == ENOSPC, SQLITE_CANTOPEN where system == ENOSPC:
            self = .diskFull(path: path, operation: operation)
        case SQLITE_NOTADB:
            self = .corrupt(path: path, reason: "is not a SQLite database")
        case SQLITE_CORRUPT:
            self = .corrupt(path: path, reason: "is damaged (\(words))")
        default:
            let reason = Self.reason(code & 0xFF, words: words)
            let cause = system == 0 ? "" : " (\(String(cString: strerror(system))))"
            self = .storage(path: path, operation: operation, reason: reason + cause)
        }
    }

    private static func reason(_ code: Int32, words: String) -> String {
        switch code {
        case SQLITE_IOERR: "reading or writing the disk went wrong"
        case SQLITE_READONLY: "the file or its folder may only be read"
        case SQLITE_CANTOPEN: "the file does not open"
        case SQLITE_BUSY, SQLITE_LOCKED: "another process keeps it locked"
        case SQLITE_PERM, SQLITE_AUTH: "access is not permitted"
        default: words
        }
    }
}
