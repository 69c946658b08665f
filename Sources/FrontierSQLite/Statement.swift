import CSQLite
import Frontier

/// A prepared statement: bind, step, read the columns, reset.
///
/// Parameters count from 1 and columns from 0, as in SQLite. Blocking and not Sendable, as `Database` is.
final class Statement {
    private let database: Database
    private let handle: OpaquePointer
    private let operation: String

    init(_ sql: String, on database: Database, to operation: String) throws(FrontierError) {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(
            database.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        try database.check(code, operation)
        guard let prepared else {
            throw .storage(path: database.path, operation: operation, reason: "the statement is empty")
        }
        self.database = database
        self.operation = operation
        handle = prepared
    }

    deinit { sqlite3_finalize(handle) }

    /// Moves to the next row; false at the end.
    func step() throws(FrontierError) -> Bool { try evaluate(sqlite3_step(handle)) }

    /// Makes the statement ready to run again. Bindings stay.
    func reset() { sqlite3_reset(handle) }

    /// Runs a statement that returns no rows, and resets it.
    func run() throws(FrontierError) {
        _ = try step()
        sqlite3_reset(handle)
    }

    /// Runs a statement that returns no rows with these texts bound but not copied, resets it, and unbinds them.
    func run(binding texts: inout BoundTexts) throws(FrontierError) {
        // Safety: SQLite reads the texts during the step only, and they are unbound before anything else runs.
        let code = texts.bytes.withUnsafeBytes { buffer in
            for piece in texts.pieces {
                let start = buffer.baseAddress?.advanced(by: piece.start).assumingMemoryBound(to: CChar.self)
                sqlite3_bind_text64(
                    handle, piece.index, start, UInt64(piece.count), nil, UInt8(SQLITE_UTF8))
            }
            return sqlite3_step(handle)
        }
        _ = try evaluate(code)
        sqlite3_reset(handle)
        for piece in texts.pieces { sqlite3_bind_null(handle, piece.index) }
        texts.unbind()
    }

    /// True for a row, false for the end.
    private func evaluate(_ code: Int32) throws(FrontierError) -> Bool {
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let error = FrontierError(
                code: code, connection: database.handle, path: database.path, operation: operation)
            sqlite3_reset(handle)
            throw error
        }
    }

    // A binding can only go wrong by a wrong index, which the first run of the statement's test shows, or by lack of
    // memory, which ends the process in Swift anyway. So the codes are not looked at.

    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

    func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Binds a copy of the text.
    func bind(_ index: Int32, _ value: String) {
        var value = value
        // Safety: SQLite copies the text before the call returns.
        value.withUTF8 { utf8 in
            let start = UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self)
            _ = sqlite3_bind_text64(handle, index, start, UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
        }
    }

    func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Binds a copy of the bytes.
    func bind(_ index: Int32, _ value: [UInt8]) {
        // Safety: SQLite copies the bytes before the call returns.
        value.withUnsafeBytes { bytes in
            if bytes.isEmpty {
                _ = sqlite3_bind_zeroblob(handle, index, 0)
            } else {
                _ = sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), Self.copied)
            }
        }
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// A number of things: what does not fit into 32 bits is damage, and taken for the nearest that does.
    func count(_ column: Int32) -> Int { Int(UInt32(clamping: integer(column))) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    /// The column's text, "" for NULL; what is ill-formed is repaired.
    func text(_ column: Int32) -> String {
        // Safety: the text stays where it is until the next step, and so many bytes belong to it.
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func bytes(_ column: Int32) -> [UInt8] {
        // Safety: as for `text`.
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// SQLite's `SQLITE_TRANSIENT`: the macro is a cast that Swift does not import.
    // Safety: SQLite compares the value with -1 and never calls it.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
