import CSQLite
import Frontier

/// One connection to a SQLite database.
///
/// Blocking, and not Sendable: it belongs to the actor that opened it and is used on that actor's thread alone, so
/// SQLite's own mutexes are off. The connection is closed when the last statement and the last reference are gone.
final class Database {
    /// What the connection may do.
    enum Access {
        /// Reading and writing; the file is created if it is missing.
        case readWrite
        /// Reading while others write. SQLite may create the files `-wal` and `-shm` beside the database.
        case readOnly
        /// Reading a database that nobody writes, on a medium that may be read-only; touches nothing.
        case immutable
    }

    /// How long a call waits for another connection's lock before it gives up. Writers hold theirs for milliseconds;
    /// only a copy or a checkpoint of a large database takes longer.
    private static let busyMilliseconds: Int32 = 10_000

    /// Settings of the library, made once before the first connection. Should somebody have opened one before, SQLite
    /// refuses them and only is a little slower.
    private static let configured = newshound_sqlite_without_statistics()

    let path: String
    let handle: OpaquePointer

    /// Opens the file at `path`.
    ///
    /// - Throws: `FrontierError.storage` if it cannot be opened, `corrupt` if it is no database. SQLite opens lazily:
    ///   much is only noticed by the first statement.
    init(path: String, access: Access) throws(FrontierError) {
        _ = Self.configured
        var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var name = path
        switch access {
        case .readWrite: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .readOnly: flags |= SQLITE_OPEN_READONLY
        case .immutable:
            flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            name = "file:\(Self.escaped(path))?immutable=1"
        }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let error = FrontierError(
                code: code, connection: opened, path: path, operation: "open the frontier")
            sqlite3_close_v2(opened)
            throw error
        }
        self.path = path
        handle = opened
        sqlite3_busy_timeout(opened, Self.busyMilliseconds)
    }

    deinit { sqlite3_close_v2(handle) }

    /// From now on a lock of another connection is an error at once.
    func giveUpOnLocks() { sqlite3_busy_timeout(handle, 0) }

    /// Runs statements that return nothing, separated by `;`.
    ///
    /// - Parameter operation: what they are for, in the words of an error message: "cannot <operation>".
    func execute(_ sql: String, to operation: String) throws(FrontierError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), operation)
    }

    func prepare(_ sql: String, to operation: String) throws(FrontierError) -> Statement {
        try Statement(sql, on: self, to: operation)
    }

    /// The first column of the first row as a number; nil if there is no row or the column is NULL.
    func number(_ sql: String, to operation: String) throws(FrontierError) -> Int64? {
        let statement = try prepare(sql, to: operation)
        return try statement.step() ? statement.optionalInteger(0) : nil
    }

    /// The first column of the first row as text; nil if there is no row or the column is NULL.
    func text(_ sql: String, to operation: String) throws(FrontierError) -> String? {
        let statement = try prepare(sql, to: operation)
        return try statement.step() ? statement.optionalText(0) : nil
    }

    /// Throws unless `code` says that all went well.
    func check(_ code: Int32, _ operation: String) throws(FrontierError) {
        guard code != SQLITE_OK else { return }
        throw FrontierError(code: code, connection: handle, path: path, operation: operation)
    }

    /// `path` in a `file:` URI: SQLite gives `?`, `#` and `%` a meaning there.
    private static func escaped(_ path: String) -> String {
        var result = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "?": result += "%3f"
            case "#": result += "%23"
            case "%": result += "%25"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
