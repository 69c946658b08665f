import Foundation
import Testing

@testable import newshound

@Suite struct OutputFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/out" }
    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    init() throws { folder = try TemporaryFolder() }

    @Test func `a file has its name once it is whole`() throws {
        let file = try OutputFile(path)
        #expect(try file.write(Array("one\n".utf8)))
        #expect(try file.write(Array(repeating: 0x41, count: 200_000)))
        #expect(try names == ["out.part"])
        try file.close()
        #expect(try names == ["out"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 200_004)
    }

    @Test func `a file that was there stays until then`() throws {
        try "before".write(toFile: path, atomically: true, encoding: .utf8)
        do {
            let file = try OutputFile(path)
            _ = try file.write(Array("half of what was to".utf8))
        }
        #expect(try names == ["out"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
    }

    @Test func `a device is written in place`() throws {
        let file = try OutputFile("/dev/null")
        #expect(try file.write([1, 2, 3]))
        try file.close()
        var status = stat()
        #expect(stat("/dev/null", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFCHR)
        #expect(!FileManager.default.fileExists(atPath: "/dev/null.part"))
    }

    @Test func `a named pipe is written in place`() async throws {
        try #require(mkfifo(path, 0o600) == 0)
        let pipe = path
        let reader = Task.detached { try TextFile.read(pipe) }
        let file = try OutputFile(path)
        #expect(try file.write(Array("through".utf8)))
        try file.close()
        #expect(try await reader.value == "through")
        #expect(try names == ["out"])
    }

    @Test(arguments: [("", "is a folder"), ("/no/where", "No such file or directory")])
    func `what cannot be written is bad usage`(below: String, reason: String) throws {
        let error = #expect(throws: UserError.self) { _ = try OutputFile(folder.path + below) }
        #expect(error?.status == .usage)
        #expect(error?.description.contains(reason) ?? false)
        #expect(try names.isEmpty)
    }
}
