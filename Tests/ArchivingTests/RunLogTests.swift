import Archiving
import Foundation
import Testing

@Suite struct RunLogTests {
    @Test func `runs are read back in their order, and what is no line is passed over`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(RunLog.read(crawl: folder.path).isEmpty)
        let start = Date(timeIntervalSince1970: 1_800_000_000)
        let late = RunPace(startedAt: start + 60, delay: .milliseconds(1_500), connectionsPerHost: 4)
        let early = RunPace(startedAt: start, delay: .zero, connectionsPerHost: 1)
        RunLog.append(late, toCrawl: folder.path)
        let file = folder.appendingPathComponent(RunLog.fileName)
        let torn = try String(contentsOf: file, encoding: .utf8) + "{\"started\":\"2026-\nnonsense\n\n"
        try torn.write(to: file, atomically: true, encoding: .utf8)
        RunLog.append(early, toCrawl: folder.path)
        #expect(RunLog.read(crawl: folder.path) == [early, late])
    }

    @Test func `a folder that takes no file is no error`() {
        RunLog.append(
            RunPace(startedAt: Date(), delay: .zero, connectionsPerHost: 1), toCrawl: "/nowhere/at/all")
        #expect(RunLog.read(crawl: "/nowhere/at/all").isEmpty)
    }
}
