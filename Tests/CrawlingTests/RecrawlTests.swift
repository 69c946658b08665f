import Archiving
import Crawling
import Fetching
import FoundationEssentials
import Frontier
import HTTPMessages
import Testing
import WARC
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

    @Test func `a body that was cut is asked for as a whole`() async throws {
        let whole = ScriptedFetcher.Reply.page("<p>story, and its end</p>", fields: [("ETag", "\"one\"")])
        let (fixture, last) = try await again(
            .cutPage("<p>sto", fields: [("ETag", "\"one\"")]), then: whole)
        #expect(last.status == 200)
        #expect(last.outcome.isArchived)
        #expect(try await fixture.frontier.counts().pages == 1)
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

    /// An entry whose last visit ended at a time, in a state.
    private func entry(_ state: URLEntry.State, at time: Date, hops: String = "") throws -> URLEntry {
        let url = try #require(WebURL("http://news.example/a"))
        let candidate = Candidate(
            url: url, key: "a", hostKey: HostKey(name: "news.example"),
            hopPath: try #require(HopPath(hops)))
        return URLEntry(
            row: 1, candidate: candidate, state: state, status: nil, finishedAt: time, attempts: 0,
            isPage: false)
    }

    @Test(arguments: [URLEntry.State.failed(reason: "connect"), .skipped(.robotsUnreachable)])
    func `what fails is looked at ever more seldom, also where it never changed before`(
        state: URLEntry.State
    ) throws {
        let place = RecordLocation(file: "pages/1.warc.gz", offset: 0, length: 1)
        for before in [nil, URLEntry.State.archived(place)] {
            var schedule = RevisitSchedule(shortest: .seconds(60))
            if let before { schedule.note(try entry(before, at: start), since: start) }
            var time = start
            var gaps: [Double] = []
            for _ in 0..<5 {
                schedule.note(try entry(state, at: time), since: time)
                let next = try #require(schedule.nextDue)
                gaps.append(next.timeIntervalSince(time))
                time = next
            }
            #expect(gaps == [120, 240, 480, 960, 960])
        }
    }

    @Test func `what is in the queue or can never be queued again is not due`() throws {
        let place = RecordLocation(file: "pages/1.warc.gz", offset: 0, length: 1)
        let ends: [(URLEntry.State, hops: String)] = [
            (.queued, ""), (.waiting(until: start + 7_200, reason: "http-503"), ""),
            (.skipped(.noarchive), ""), (.archived(place), "P"),
        ]
        for (state, hops) in ends {
            var schedule = RevisitSchedule(shortest: .seconds(60))
            schedule.note(try entry(.archived(place), at: start), since: start)
            #expect(schedule.nextDue == start + 60)
            schedule.note(try entry(state, at: start + 61, hops: hops), since: start + 60)
            #expect(schedule.nextDue == nil)
        }
    }
}
