import Foundation
import FrontierConformance
import FrontierSQLite

extension FrontierFixture {
    /// How the process that had the database open comes to its end.
    enum End: String, CaseIterable, Sendable {
        /// It closes the database.
        case closed
        /// It dies: the next one finds the database and its log as they lie there at that moment.
        case killed
    }

    static func sqlite(_ end: End) -> FrontierFixture {
        FrontierFixture { clock, connections in
            let folder = try TemporaryFolder()
            let path = folder.path + "/frontier.sqlite"
            let frontier = try await SQLiteFrontier.create(
                path: path, connectionsPerHost: connections, now: { clock.now })
            return try await instance(frontier, path: path, in: folder, end, clock, connections)
        }
    }

    private static func instance(
        _ frontier: SQLiteFrontier, path: String, in folder: TemporaryFolder, _ end: End,
        _ clock: ManualClock,
        _ connections: Int
    ) async throws -> Instance {
        let reader = try await SQLiteFrontierReader.open(path: path, now: { clock.now })
        return Instance(store: frontier, reader: reader) { delay in
            var next = (folder: folder, path: path)
            switch end {
            case .closed: try await frontier.close()
            case .killed:
                next.folder = try TemporaryFolder()
                next.path = next.folder.path + "/frontier.sqlite"
                try CrashImage.copy(path, to: next.path)
            }
            let reopened = try await SQLiteFrontier.open(
                path: next.path, connectionsPerHost: connections, restartDelay: delay, now: { clock.now })
            return try await instance(reopened, path: next.path, in: next.folder, end, clock, connections)
        }
    }
}

/// What a process that dies leaves on disk.
enum CrashImage {
    /// Copies a database with its log, but not the shared memory, which dies with the process.
    ///
    /// - Parameter logBytes: cuts the log there, as if the rest had not been written yet; nil keeps all of it.
    static func copy(_ path: String, to copy: String, logBytes: Int? = nil) throws {
        let files = FileManager.default
        try files.copyItem(atPath: path, toPath: copy)
        guard files.fileExists(atPath: path + "-wal") else { return }
        let log = try Data(contentsOf: URL(filePath: path + "-wal"))
        try log.prefix(logBytes ?? log.count).write(to: URL(filePath: copy + "-wal"))
    }
}
