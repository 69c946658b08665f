import FoundationEssentials
import Testing

@testable import Archiving

@Suite struct LineSorterTests {
    private func sorted(_ lines: [[UInt8]], maximumBytes: Int) throws -> [[UInt8]] {
        var sorter = LineSorter(
            folder: FileManager.default.temporaryDirectory.path, maximumBytes: maximumBytes)
        for line in lines { try sorter.add(line) }
        let first = try read(&sorter)
        #expect(try read(&sorter) == first, "a second reading gives the same")
        return first
    }

    private func read(_ sorter: inout LineSorter) throws -> [[UInt8]] {
        let reader = try sorter.reader()
        var lines: [[UInt8]] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    /// 1 << 20: all in memory; less: in more and more parts, at last of one line each.
    @Test(arguments: [1 << 20, 5_000, 400, 1])
    func `lines come in the order of their bytes, whatever fits in memory`(maximumBytes: Int) throws {
        var random = SystemRandomNumberGenerator()
        let bytes: [UInt8] = [0x00, 0x09, 0x20, 0x61, 0x62, 0xFF]
        let lines = (0..<400).map { _ in
            (0..<Int.random(in: 0..<9, using: &random)).map { _ in
                bytes[Int.random(in: 0..<6, using: &random)]
            }
        }
        let expected = lines.sorted { $0.lexicographicallyPrecedes($1) }.map { $0 + [0x0A] }
        #expect(try sorted(lines, maximumBytes: maximumBytes) == expected)
        #expect(try sorted(lines.map { $0 + [0x0A] }, maximumBytes: maximumBytes) == expected)
    }

    @Test func `lines that are added after a reading are in the next one`() throws {
        var sorter = LineSorter(folder: FileManager.default.temporaryDirectory.path, maximumBytes: 60)
        for line in ["d", "b"] { try sorter.add(Array(line.utf8)) }
        #expect(try read(&sorter).count == 2)
        for line in ["c", "a"] { try sorter.add(Array(line.utf8)) }
        let text = try read(&sorter).map { String(decoding: $0, as: UTF8.self) }
        #expect(text == ["a\n", "b\n", "c\n", "d\n"])
    }

    @Test func `a folder that takes no file is told`() throws {
        var sorter = LineSorter(folder: "/nowhere/at/all", maximumBytes: 100)
        try sorter.add([0x61])
        #expect(throws: ArchiveError.self) { for _ in 0..<9 { try sorter.add([0x62, 0x0A]) } }
    }
}
