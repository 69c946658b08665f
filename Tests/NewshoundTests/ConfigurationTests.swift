import Foundation
import Testing

@testable import newshound

/// The configuration file of the package: every key with its default, as the program knows it.
@Suite struct ConfigurationTests {
    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let path = root.appendingPathComponent("Config/newshound.yaml").path

    /// Keys and values of a printed configuration, without the places they come from.
    private func values(_ output: String) -> [String: String] {
        output.split(separator: "\n").reduce(into: [:]) { values, line in
            let parts = (line.split(separator: "#").first ?? "").split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return }
            values[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
        }
    }

    @Test func `the file holds every key with its default`() async throws {
        let folder = try TemporaryFolder()
        let fromFile = try await Program.run(["config", "--config", Self.path, "--print"], in: folder.path)
        let builtIn = try await Program.run(["config", "--print"], in: folder.path)
        #expect(fromFile.status == 0, "\(fromFile.errors)")
        #expect(values(fromFile.output) == values(builtIn.output))
        #expect(values(builtIn.output).count == SettingKey.all.count)
        let unchanged = try await Program.run(["config", "--config", Self.path], in: folder.path)
        #expect(unchanged.output == "every key has its default; newshound config --print lists them\n")
    }

    @Test func `the file's keys are those of the program, in its order`() throws {
        let keys = try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") && !$0.hasPrefix(" ") }
            .compactMap { $0.split(separator: ":").first.map(String.init) }
        #expect(keys == SettingKey.all.map(\.name))
    }

    @Test func `each key of the file has a comment above it`() throws {
        var isCommented = false
        for line in try String(contentsOfFile: Self.path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("#") { isCommented = true }
            if line.isEmpty { isCommented = false }
            if !line.isEmpty, !line.hasPrefix("#") { #expect(isCommented, "\(line)") }
        }
    }

    @Test func `keys without a flag are marked, and the others are flags`() async throws {
        let folder = try TemporaryFolder()
        let help = try await Program.run(["crawl", "--help"], in: folder.path).output
        let blocks = try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n\n")
        var comment = ""
        for line in blocks.joined(separator: "\n").split(separator: "\n") {
            if line.hasPrefix("#") {
                comment += line + "\n"
                continue
            }
            let key = String(line.prefix { $0 != ":" })
            let isFlag = help.contains("--\(key) ") || help.contains("--\(key)\n")
            #expect(isFlag != SettingKey.fileOnly.contains(key), "\(key)")
            // Two keys may share a comment.
            if !comment.isEmpty { #expect(isFlag != comment.contains("# [file] "), "\(key)") }
            comment = ""
        }
    }

    @Test(arguments: [
        (["crawl", "http://127.0.0.1/"], "write 'attempts: …' into a file and name that with --config"),
        (["resume", "crawl"], "change it in the crawl's crawl.yaml"),
    ])
    func `a key without a flag is said to be one`(command: [String], step: String) async throws {
        let folder = try TemporaryFolder()
        let ending = try await Program.run(command + ["--attempts", "1"], in: folder.path)
        #expect(ending.status == 2)
        #expect(
            ending.errors
                == "newshound: '--attempts' is a key of the configuration file and no flag; \(step)\n")
    }

    @Test func `what is printed can be used as a file`() async throws {
        let folder = try TemporaryFolder()
        let flags = folder.path + "/own.yaml"
        try """
        delay: 1500ms
        max-pages: 12
        include: ['a"b', "c'd"]
        contact: https://a.example/bot
        """.write(toFile: flags, atomically: true, encoding: .utf8)
        let first = try await Program.run(["config", "--config", flags, "--print"], in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        let again = folder.path + "/again.yaml"
        try first.output.write(toFile: again, atomically: true, encoding: .utf8)
        let second = try await Program.run(["config", "--config", again, "--print"], in: folder.path)
        #expect(second.status == 0, "\(second.errors)")
        #expect(values(second.output) == values(first.output))
        let differing = try await Program.run(["config", "--config", flags], in: folder.path)
        #expect(differing.output.split(separator: "\n").count == 4)
        #expect(differing.output.contains("# \(flags):1"))
    }
}
