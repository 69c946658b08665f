import Foundation

/// A disk that fails when told to: a small library in C that is loaded before the program and stands between its
/// calls and the system. What it can do stands in `Tests/Fixtures/faults/faulty-disk.c`.
struct FaultyDisk: Sendable {
    /// The calls it tells apart, in the order in which it counts them.
    enum Call: String, CaseIterable { case write, sync, rename, cut, remove, make }
    /// The kinds of file it tells apart.
    enum Kind: String, CaseIterable { case pages, text, spool, wal, db, journal, shm, folder, other }
    /// On which side of the call it strikes; `half`: after half of a write, other calls as `before`.
    enum When: String, CaseIterable { case before, half, after }

    /// What is to happen to which call of one run.
    struct Rule: Sendable, CustomStringConvertible {
        let description: String

        /// SIGKILL at the `number`-th call of a class; nil: of any.
        static func kill(_ call: Call?, _ kind: Kind?, number: Int, _ when: When) -> Rule {
            Rule(description: "kill \(name(call, kind)) \(number) \(when.rawValue)")
        }

        /// `count` calls from the `number`-th on end with the error; 0: all of them.
        static func error(
            _ call: Call?, _ kind: Kind?, number: Int, _ when: When, _ error: String, count: Int
        ) -> Rule {
            Rule(description: "error \(name(call, kind)) \(number) \(when.rawValue) \(error) \(count)")
        }

        private static func name(_ call: Call?, _ kind: Kind?) -> String {
            "\(call?.rawValue ?? "*")/\(kind?.rawValue ?? "*")"
        }
    }

    /// What one run, or several, did to the disk.
    struct Tally: Sendable {
        fileprivate let bytes: [UInt8]

        /// How often a rule struck.
        var struck: Int { number(at: 1 + Call.allCases.count * Kind.allCases.count) }
        /// All calls.
        var total: Int { number(at: 0) }
        /// Where a rule struck last: "half write crawl/pages/….open"; empty if none did.
        var last: String {
            let start = 8 * (2 + Call.allCases.count * Kind.allCases.count)
            return String(decoding: bytes[start...].prefix { $0 != 0 }, as: UTF8.self)
        }

        private func number(at index: Int) -> Int {
            bytes[(index * 8)..<(index * 8 + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
    }

    struct CannotBuild: Error { let output: String }

    /// True where the library can be built and loaded.
    static let isAvailable = (try? library.get()) != nil

    /// The built library.
    private static let library = Result { try build() }

    /// Its files; the calls on what lies below `folder` count.
    let folder: String
    private let statePath: String
    private static let stateBytes = 8 * (2 + Call.allCases.count * Kind.allCases.count) + 512

    init(folder: String, statePath: String) throws {
        self.folder = folder
        self.statePath = statePath
        try Data(count: Self.stateBytes).write(to: URL(fileURLWithPath: statePath))
    }

    /// What was counted so far.
    func tally() throws -> Tally {
        Tally(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: statePath))))
    }

    /// What a run needs in its environment. `log`: where to write down each change; nil: nowhere. `fileBytes`: the
    /// size that no file may exceed; nil: any.
    func environment(_ rules: [Rule], log: String? = nil, fileBytes: Int? = nil) throws -> [String: String] {
        var result = [
            "LD_PRELOAD": try Self.library.get(), "FAULTS_FOLDER": folder, "FAULTS_STATE": statePath,
            "FAULTS_RULES": rules.map(\.description).joined(separator: ";"),
        ]
        result["FAULTS_LOG"] = log
        result["FAULTS_FILE_BYTES"] = fileBytes.map(String.init)
        return result
    }

    private static func build() throws -> String {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/faults/faulty-disk.c").path
        let result = Program.folder.appendingPathComponent("faulty-disk.so").path
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["cc", "-O1", "-Wall", "-shared", "-fPIC", "-o", result, source]
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CannotBuild(output: String(decoding: output, as: UTF8.self))
        }
        return result
    }
}
