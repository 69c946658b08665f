import Foundation
import Testing

@testable import ArchiveTools

@Suite struct LogFindingsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let fetch =
        "2026-01-02T03:04:05.678Z   200         43 http://a.example/robots.txt P http://a.example/ text/plain #000 "
        + "20260102030405661+17 - - -\n"
    private static let run =
        #"{"started":"2026-01-02T03:04:05.000Z","delay_ms":20,"connections_per_host":1}"# + "\n"

    private func findings(log: String?, runs: String? = run, isRunning: Bool = false) throws -> [String] {
        if let log { try folder.write("crawl.log", Array(log.utf8)) }
        if let runs { try folder.write("runs.jsonl", Array(runs.utf8)) }
        return LogFindings(ofCrawl: folder.path, isRunning: isRunning).findings.map {
            $0.description.replacing(folder.path + "/", with: "")
        }
    }

    @Test func `whole logs have nothing to tell`() throws {
        #expect(try findings(log: Self.fetch + Self.fetch) == [])
        #expect(LogFindings(ofCrawl: folder.path).fetchLines == 2)
    }

    @Test func `logs that are gone or empty are told`() throws {
        let gone = try findings(log: nil, runs: nil)
        #expect(gone.count == 2)
        #expect(gone[0].hasPrefix("crawl.log: is not there; newshound audit judges what was archived alone"))
        #expect(gone[1].hasPrefix("runs.jsonl: is not there; newshound audit judges all runs by the pace in"))
        let empty = try findings(log: "", runs: "")
        #expect(empty.map { $0.prefix { $0 != ";" } } == ["crawl.log: is empty", "runs.jsonl: is empty"])
    }

    @Test func `a last line that is cut is told with its byte, unless a run may be writing it`() throws {
        let cut = Self.fetch + Self.fetch.prefix(40)
        let told =
            "crawl.log, byte \(Self.fetch.utf8.count): the last line is cut; newshound audit passes over it"
        #expect(try findings(log: cut) == [told])
        #expect(try findings(log: cut, isRunning: true) == [])
        #expect(try findings(log: Self.fetch, runs: String(Self.run.dropLast())).count == 1)
    }

    @Test func `what is no line is told once, with the first byte`() throws {
        let zeros = String(repeating: "\0", count: 60) + "\n"
        let told = try findings(log: Self.fetch + zeros + "Saturday\n" + Self.fetch)
        #expect(
            told == [
                "crawl.log, byte \(Self.fetch.utf8.count): is no line of this log, nor are 1 behind it; "
                    + "newshound audit passes over them"
            ])
        #expect(LogFindings(ofCrawl: folder.path).fetchLines == 2)
        #expect(try findings(log: Self.fetch, runs: "{}\n").count == 1)
    }
}
