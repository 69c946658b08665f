import Foundation
import Testing

/// A C program of the folder `Programs`, built for a test.
struct BuiltProgram {
    private let path: String

    /// Builds `name` into `folder`.
    init(_ name: String, in folder: TemporaryFolder) throws {
        path = folder.path + "/" + name
        let source = try #require(
            Bundle.module.path(forResource: name, ofType: "c", inDirectory: "Programs"))
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["cc", "-O2", "-o", path, source, "-lcurl"]
        try compiler.run()
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0, "cc does not build \(source)")
    }

    /// Starts the program; it runs as long as `Running` is held. `line` is the first line it prints.
    func start(_ arguments: [String]) throws -> Running { try Running(path, arguments) }

    /// The first line that it prints in a run that must end well.
    func line(_ arguments: [String]) throws -> String {
        let running = try Running(path, arguments)
        #expect(running.end() == 0)
        return running.line
    }

    /// A program under way; its standard input ends when this is let go.
    final class Running {
        let line: String
        private let program = Process()
        private let input = Pipe()

        fileprivate init(_ path: String, _ arguments: [String]) throws {
            let output = Pipe()
            program.executableURL = URL(fileURLWithPath: path)
            program.arguments = arguments
            program.standardInput = input
            program.standardOutput = output
            try program.run()
            var bytes = Data()
            while let piece = try output.fileHandleForReading.read(upToCount: 1), piece != Data("\n".utf8),
                !piece.isEmpty
            {
                bytes += piece
            }
            line = String(decoding: bytes, as: UTF8.self)
        }

        deinit { try? input.fileHandleForWriting.close() }

        /// Waits for its end.
        fileprivate func end() -> Int32 {
            program.waitUntilExit()
            return program.terminationStatus
        }
    }
}
