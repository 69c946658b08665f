import Crawling
import Frontier
import Politeness
import Testing
import WebURLs

/// Endless spaces of URLs that are told by their number.
@Suite struct TrapTests {
    /// Crawls from /0 with every link followed, and gives the ledger.
    private func counts(
        _ replies: [String: ScriptedFetcher.Reply], change: (inout CrawlPlan) -> Void
    ) async throws -> FrontierCounts {
        var all = replies
        all["http://news.example/robots.txt"] = .text("")
        let fixture = try VisitFixture(
            all, seeds: ["http://news.example/0"],
            change: {
                $0.follow = .all
                $0.maximumHops = nil
                $0.politeness.minimumDelay = .zero
                $0.politeness.loadFactor = 0
                change(&$0)
            })
        try await fixture.begin()
        for _ in 0..<2_000 where try await fixture.step() == nil { break }
        return try await fixture.frontier.counts()
    }

    private func page(_ links: [String], text: String = "") -> ScriptedFetcher.Reply {
        .page("<html><body><p>\(text)</p>\(links.map { "<a href='\($0)'>x</a>" }.joined())</body></html>")
    }

    @Test func `more queries of a path than the limit are skipped`() async throws {
        let counts = try await counts(["http://news.example/0": page((0..<10).map { "/list?page=\($0)" })]) {
            $0.traps.maximumQueriesPerPath = 4
        }
        #expect(counts.skipped == [.queryVariants: 6])
    }

    @Test func `one set of parameters is followed in as many orders as the limit`() async throws {
        let links = ["a=1&b=2&c=3", "b=2&a=1&c=3", "c=3&b=2&a=1", "a=1&c=3&b=2", "a=2&b=2&c=3", "a=1"]
        let counts = try await counts(["http://news.example/0": page(links.map { "/list?" + $0 })]) {
            $0.traps.maximumQueryOrders = 2
        }
        #expect(counts.skipped == [.queryVariants: 2])
    }

    @Test func `a link that stands on many pages counts as one query`() async throws {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        for number in 0..<10 {
            replies["http://news.example/\(number)"] = page(
                ["/\(number + 1)", "/search?q=1"], text: "\(number)")
        }
        #expect(try await counts(replies) { $0.traps.maximumQueriesPerPath = 1 }.skipped == [:])
    }

    @Test func `links on a host that answers everything alike are not followed for ever`() async throws {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        var path = "http://news.example/0"
        for _ in 0..<60 {
            replies[path] = page(["more/", "other"])
            path += path.hasSuffix("0") ? "" : "more/"
            if path.hasSuffix("0") { path = "http://news.example/more/" }
        }
        let counts = try await counts(replies) {
            $0.traps.maximumIdenticalPages = 5
            $0.traps.maximumSegmentRepeats = 100
            $0.traps.maximumPathSegments = 100
        }
        // Both links of the page with which the limit is passed; no later one is ever fetched.
        #expect(counts.skipped[.identicalPages] == 2)
        #expect(counts.pages < 15)
    }

    @Test func `a calendar ends, a list of pages that differ does not`() async throws {
        func days(_ text: (Int) -> String) -> [String: ScriptedFetcher.Reply] {
            (0..<100).reduce(into: [:]) {
                $0["http://news.example/\($1)"] = .page(
                    "<html><body><p>Day \($1)</p><a href='/\($1 + 1)'>\(text($1))</a></body></html>")
            }
        }
        func limit(_ plan: inout CrawlPlan) { plan.traps.maximumSimilarPages = 30 }
        let calendar = try await counts(days { "day \($0 + 1)" }, change: limit)
        #expect(calendar.skipped == [.similarPages: 1])
        #expect((30...40).contains(calendar.pages))
        let list = try await counts(
            days { "page " + String(repeating: "i", count: $0) }, change: limit)
        #expect(list.skipped == [:])
        #expect(list.pages == 101)
    }

    @Test func `a host's URLs end at the limit`() async throws {
        let replies = [
            "http://news.example/0": page((1...8).map { "/\($0)" }),
            "http://news.example/1": page((11...18).map { "/\($0)" }),
        ]
        let counts = try await counts(replies) { $0.traps.maximumURLsPerHost = 9 }
        #expect(counts.skipped == [.hostURLLimit: 8])
    }

    @Test func `a domain that answers for every host ends at the limit, and the hosts it has are followed`()
        async throws
    {
        var replies: [String: ScriptedFetcher.Reply] = [:]
        for number in 0..<40 {
            let host = number == 0 ? "news.example" : "h\(number).farm.example.org"
            let links =
                [2 * number + 1, 2 * number + 2, 1].map { "http://h\($0).farm.example.org/0" } + ["/1"]
            replies["http://\(host)/0"] = page(links, text: "\(number)")
            replies["http://\(host)/1"] = page([], text: "a \(number)")
            replies["http://\(host)/robots.txt"] = .text("")
        }
        let counts = try await counts(replies) {
            $0.scope = .any
            $0.offSiteHops = 100
            $0.hostKeyRule = .host
            $0.traps.maximumHostsPerDomain = 9
        }
        #expect(counts.skipped == [.domainHostLimit: 11])
        #expect(counts.pages == 20)
    }

    @Test func `a path that repeats a segment, is too deep or too long is skipped`() async throws {
        let links = ["/a/b/a/b/a/b/a/b", "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21"]
        let long = "/" + String(repeating: "u", count: 2_083)
        let counts = try await counts(["http://news.example/0": page(links + [long])]) { _ in }
        #expect(counts.skipped == [.pathRepeats: 1, .pathTooDeep: 1, .urlTooLong: 1])
    }

    @Test func `session ids in paths and queries name the same page`() async throws {
        let links = [
            "/a;jsessionid=1", "/a;jsessionid=2", "/a?PHPSESSID=3", "/a?sid=0123456789abcdef0123456789abcdef",
            "/a",
        ]
        let counts = try await counts(["http://news.example/0": page(links)]) { _ in }
        #expect(counts.discovered <= 4)
    }

    @Test func `links of a page beyond the limit are skipped, far beyond it not even noted`() async throws {
        let counts = try await counts(["http://news.example/0": page((1...100).map { "/\($0)" })]) {
            $0.traps.maximumCandidatesPerPage = 10
        }
        #expect(counts.skipped == [.pageLinkLimit: 10])
    }

    @Test func `redirects in a row end at the limit`() async throws {
        let replies = (0..<20).reduce(into: [String: ScriptedFetcher.Reply]()) {
            $0["http://news.example/\($1)"] = .redirect("/\($1 + 1)")
        }
        let counts = try await counts(replies) { $0.traps.maximumRedirects = 5 }
        #expect(counts.skipped == [.redirectLimit: 1])
    }

    @Test func `a redirect loop ends where it began`() async throws {
        let counts = try await counts([
            "http://news.example/0": .redirect("/1"), "http://news.example/1": .redirect("/0"),
        ]) { _ in }
        #expect(counts.discovered == counts.archived)
    }
}
