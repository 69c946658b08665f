import Archiving
import Crawling
import Fetching
import FoundationEssentials
import Frontier
import HTTPMessages
import Testing
import WebURLs

/// Pages that are visited again.
@Suite struct RecrawlTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    /// Visits a page, then again as a recrawl, and gives the last outcome and records.
    private func again(
        _ first: ScriptedFetcher.Reply, then second: ScriptedFetcher.Reply
    ) async throws -> (VisitFixture, Completion) {
        let fixture = try VisitFixture(
            ["http://news.example/robots.txt": .text(""), "http://news.example/a": first],
            change: { $0.isRecrawl = true })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.frontier.requeue { _ in true } == 1)
        fixture.fetcher.set("http://news.example/a", second)
        return (fixture, try #require(try await fixture.finish().last))
    }

    @Test func `what has not changed makes a revisit of the first capture`() async throws {
        let page = ScriptedFetcher.Reply.page("<p>story</p>", fields: [("ETag", "\"one\"")])
        let (fixture, last) = try await again(page, then: page)
        guard case .revisited = last.outcome, last.status == 304, last.isPage,
            case .revisit(let capture, let earlier) = fixture.archive.records.last?.content
        else {
            Issue.record("no revisit: \(last.outcome)")
            return
        }
        #expect(capture.head.status == 304)
        #expect(earlier.url.href == "http://news.example/a")
        #expect(try await fixture.frontier.counts().pages == 1)
    }

    @Test func `what has changed is archived, and its links are followed`() async throws {
        let (fixture, last) = try await again(
            .page("<p>story</p>", fields: [("ETag", "\"one\"")]),
            then: .page("<p>longer story</p>", fields: [("ETag", "\"two\"")]))
        #expect(last.outcome.isArchived)
        let payload = try await fixture.frontier.lastCapture(ofKey: "http://news.example/a")
        #expect(payload?.etag == "\"two\"")
    }

    @Test func `the same payload without validators is a revisit too`() async throws {
        let (_, last) = try await again(.page("<p>story</p>"), then: .page("<p>story</p>"))
        guard case .revisited = last.outcome else {
            Issue.record("no revisit: \(last.outcome)")
            return
        }
        #expect(last.status == 200)
    }

    @Test func `what changes is looked at often, what does not ever more seldom`() {
        var schedule = RevisitSchedule(shortest: .seconds(60))
        #expect(schedule.isDue("a", at: start))
        var time = start
        var gaps: [Double] = []
        for _ in 0..<6 {
            schedule.note("a", hasChanged: false, at: time)
            let next = schedule.nextDue ?? time
            gaps.append(next.timeIntervalSince(time))
            #expect(!schedule.isDue("a", at: next.addingTimeInterval(-1)))
            #expect(schedule.isDue("a", at: next))
            time = next
        }
        #expect(gaps == [120, 240, 480, 960, 960, 960])
        schedule.note("a", hasChanged: true, at: time)
        #expect(schedule.nextDue == time.addingTimeInterval(480))
        for _ in 0..<9 { schedule.note("a", hasChanged: true, at: time) }
        #expect(schedule.nextDue == time.addingTimeInterval(60))
    }
}
