import Foundation

/// The built program, run as a user runs it.
struct Program {
    /// How a run ended.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String
        /// True if a signal ended it; `status` is then its number.
        let wasKilled: Bool

        /// The status or signal, and the last that was said.
        var summary: String {
            let lines = errors.split(separator: "\n").suffix(30).joined(separator: "\n")
            return "\(wasKilled ? "signal" : "status") \(status): \(lines)"
        }
    }

    /// Where the products lie: beside the test bundle. `NEWSHOUND_PROGRAM` names another build, such as the release.
    static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
    static let path =
        ProcessInfo.processInfo.environment["NEWSHOUND_PROGRAM"]
        ?? folder.appendingPathComponent("newshound").path

    let process = Process()
    private let output: URL
    private let errors: URL

    /// Starts it with these arguments in `folder`; `environment` is added to the tests' own, `input` is the file that its
    /// standard input comes from. `ignoresHangups`: as nohup starts it.
    init(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String? = nil,
        ignoresHangups: Bool = false
    ) throws {
        output = URL(fileURLWithPath: folder + "/\(UUID().uuidString).out")
        errors = URL(fileURLWithPath: folder + "/\(UUID().uuidString).err")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        if ignoresHangups {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "trap '' HUP; exec \"$0\" \"$@\"", Self.path] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: Self.path)
            process.arguments = arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = input.flatMap { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
        // Help that is not wrapped: its examples stand on one line each.
        process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": "200"]) { _, new in new
        }.merging(environment) { _, new in new }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    func interrupt() { Foundation.kill(process.processIdentifier, SIGINT) }

    /// Waits until it has written a text to standard error, or has ended.
    func waitForErrors(containing text: String) async {
        while process.isRunning,
            !((try? String(contentsOf: errors, encoding: .utf8))?.contains(text) ?? false)
        {
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Waits for its end.
    func ending() async throws -> Ending {
        let process = process
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread {
                process.waitUntilExit()
                continuation.resume()
            }
        }
        return Ending(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8),
            wasKilled: process.terminationReason == .uncaughtSignal)
    }

    /// Runs it to its end.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String? = nil
    ) async throws -> Ending {
        try await Program(arguments, in: folder, environment: environment, input: input).ending()
    }
}

/// A folder that goes with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "newshound-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
