import Foundation
import Frontier
import Testing

@testable import FrontierSQLite

@Suite struct SchemaTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/frontier.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    @Test func `a newer schema is refused`() async throws {
        try await SQLiteFrontier.create(path: path).close()
        try Database(path: path, access: .readWrite)
            .execute("UPDATE meta SET value = 7 WHERE name = 'schema'", to: "test")
        let expected = FrontierError.schema(path: path, found: 7, supported: 1)
        await #expect(throws: expected) { _ = try await SQLiteFrontier.open(path: path, restartDelay: .zero) }
        await #expect(throws: expected) { _ = try await SQLiteFrontierReader.open(path: path) }
    }

    @Test func `an older schema is brought up to date step by step, views included`() throws {
        let database = try Database(path: path, access: .readWrite)
        try Schema.prepare(database)
        let steps = [
            Schema.Migration(from: 2, sql: "UPDATE host SET note = 'third'"),
            Schema.Migration(
                from: 1,
                sql: "ALTER TABLE host ADD COLUMN note TEXT; INSERT INTO host VALUES (1, 'a', 0, 0, 0, '')"),
        ]
        try Schema.prepare(database, version: 3, migrations: steps)
        #expect(try database.text("SELECT note FROM host", to: "test") == "third")
        #expect(try Schema.check(database, supported: 3) == 3)
        try Schema.prepare(database, version: 3, migrations: steps)
        #expect(try database.number("SELECT count(*) FROM hosts", to: "test") == 1)
    }

    @Test func `a migration that goes wrong leaves the old schema`() throws {
        let database = try Database(path: path, access: .readWrite)
        try Schema.prepare(database)
        let steps = [
            Schema.Migration(from: 1, sql: "CREATE TABLE extra(a)"),
            Schema.Migration(from: 2, sql: "nonsense"),
        ]
        #expect(throws: FrontierError.self) { try Schema.prepare(database, version: 3, migrations: steps) }
        let reopened = try Database(path: path, access: .readWrite)
        #expect(try Schema.check(reopened) == 1)
        #expect(
            try reopened.number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'", to: "test") == 0)
    }

    @Test func `a version that never was is damage`() throws {
        let database = try Database(path: path, access: .readWrite)
        try Schema.prepare(database)
        #expect(
            throws: FrontierError.corrupt(path: path, reason: "has schema version 1, which never was one")
        ) {
            try Schema.prepare(database, version: 2, migrations: [])
        }
    }

    @Test func `somebody else's database is no frontier`() async throws {
        try Database(path: path, access: .readWrite).execute("CREATE TABLE meta(name, value)", to: "test")
        let expected = FrontierError.corrupt(path: path, reason: "is a database, but no frontier")
        await #expect(throws: expected) { _ = try await SQLiteFrontier.open(path: path, restartDelay: .zero) }
        await #expect(throws: expected) { _ = try await SQLiteFrontierReader.open(path: path) }
    }

    @Test func `a file of another kind is no database`() async throws {
        try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: path))
        let expected = FrontierError.corrupt(path: path, reason: "is not a SQLite database")
        await #expect(throws: expected) { _ = try await SQLiteFrontier.open(path: path, restartDelay: .zero) }
        await #expect(throws: expected) { _ = try await SQLiteFrontierReader.open(path: path) }
    }

    @Test func `an empty file is no frontier`() async throws {
        try Data().write(to: URL(filePath: path))
        await #expect(throws: FrontierError.corrupt(path: path, reason: "is a database, but no frontier")) {
            _ = try await SQLiteFrontierReader.open(path: path)
        }
        await #expect(throws: FrontierError.self) {
            _ = try await SQLiteFrontier.open(path: path, restartDelay: .zero)
        }
    }

    @Test func `a database can be read in place under any name`() throws {
        let odd = folder.path + "/a?b#c%41 d.sqlite"
        try Schema.prepare(try Database(path: odd, access: .readWrite))
        #expect(try Schema.check(try Database(path: odd, access: .immutable)) == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a?b#c%41 d.sqlite"])
    }
}
