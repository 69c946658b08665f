import Fetching
import Testing
import WARC

@testable import Archiving

@Suite struct CrawlLogTests {
    private func lines(_ fixture: ArchiveFixture) -> [String] {
        String(decoding: fixture.bytes("crawl.log"), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func `an answer gives a line in the columns of Heritrix`() throws {
        let fixture = try ArchiveFixture()
        let log = try CrawlLog(path: fixture.folder.logPath)
        let via = try SampleCapture.url("https://user:secret@news.example/front")
        log.append(
            CrawlLogLine(
                try SampleCapture.make(truncation: .time), via: via, hopPath: "LK", payloadDigest: "sha1:ABC",
                annotations: ["two words"]))
        #expect(
            lines(fixture) == [
                "2026-01-02T03:04:06.090Z   200         35 https://news.example/harbour LK https://news.example/front "
                    + "text/html #000 20260102030405678+412 sha1:ABC - two_words,timeTrunc"
            ])
    }

    @Test func `a fetch without an answer has a negative status`() throws {
        let fixture = try ArchiveFixture()
        let log = try CrawlLog(path: fixture.folder.logPath)
        let url = try SampleCapture.url("https://news.example/a b")
        log.append(
            CrawlLogLine(
                FetchError(phase: .connect, url: url, reason: "refused"), at: SampleCapture.start, via: nil,
                hopPath: ""))
        #expect(
            lines(fixture) == [
                "2026-01-02T03:04:05.678Z    -2          - https://news.example/a%20b - - unknown #000 "
                    + "20260102030405678+0 - - connect:refused"
            ])
    }

    @Test func `lines of several tasks and of two logs of one file never mix`() async throws {
        let fixture = try ArchiveFixture()
        let logs = [try CrawlLog(path: fixture.folder.logPath), try CrawlLog(path: fixture.folder.logPath)]
        let line = CrawlLogLine(try SampleCapture.make(), via: nil, hopPath: "")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 { group.addTask { logs[number % 2].append(line) } }
        }
        #expect(Set(lines(fixture)).count == 1)
        #expect(lines(fixture).count == 200)
    }
}
