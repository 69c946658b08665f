import Crawling
import Frontier
import Testing
import WebURLs

@Suite struct CrawlScopeTests {
    /// What becomes of a link on the seed page, as the frontier sees it.
    private func state(
        of link: String, change: @escaping (inout CrawlPlan) -> Void = { _ in }
    ) async throws -> URLEntry.State? {
        let fixture = try VisitFixture(
            ["http://www.example.org/x/a": .page("<a href='\(link)'>link</a>")],
            seeds: ["http://www.example.org/x/a"],
            change: {
                $0.follow = .all
                $0.maximumHops = 1
                change(&$0)
            })
        try await fixture.begin()
        _ = try await fixture.finish()
        return try await fixture.state(of: link)
    }

    @Test(arguments: [
        (CrawlPlan.Scope.site, "http://blog.example.org/y", true),
        (.site, "http://other.example.net/y", false),
        (.host, "http://www.example.org/y", true), (.host, "http://blog.example.org/y", false),
        (.prefix, "http://www.example.org/x/y", true), (.prefix, "http://www.example.org/y", false),
        (.any, "http://other.example.net/y", true),
    ])
    func `the scope admits what lies inside it`(scope: CrawlPlan.Scope, link: String, isInside: Bool)
        async throws
    {
        let state = try await state(of: link) { $0.scope = scope }
        #expect(state == (isInside ? state : .skipped(.scope)))
        if isInside { #expect(state?.isArchived == true) }
    }

    @Test func `include and exclude search the whole URL`() async throws {
        let out = try await state(of: "http://www.example.org/pic.png") {
            $0.exclude = [try? URLPattern(#"\.(png|gif)$"#)].compactMap { $0 }
        }
        #expect(out == .skipped(.pattern))
        let outside = try await state(of: "http://www.example.org/sport/1") {
            $0.include = [try? URLPattern("/politics/")].compactMap { $0 }
        }
        #expect(outside == .skipped(.pattern))
    }

    @Test func `hops are counted from the seed`() async throws {
        #expect(try await state(of: "http://www.example.org/y") { $0.maximumHops = 0 } == .skipped(.hopLimit))
    }

    @Test(arguments: [
        ("http://www.example.org/" + String(repeating: "a", count: 2_100), SkipReason.urlTooLong),
        ("http://www.example.org/" + (0..<25).map(String.init).joined(separator: "/"), .pathTooDeep),
        ("http://www.example.org/a/b/a/b/a/b/a/b", .pathRepeats),
    ])
    func `endless spaces are told by their addresses`(link: String, reason: SkipReason) async throws {
        #expect(try await state(of: link) == .skipped(reason))
    }

    @Test func `off-site hops are counted until a seed's site is reached again`() async throws {
        let fixture = try VisitFixture(
            [
                "http://news.example/a": .page("<a href='http://one.test/1'>1</a>"),
                "http://one.test/1": .page(
                    "<a href='http://two.test/2'>2</a><a href='http://news.example/b'>b</a>"),
                "http://news.example/b": .page("<a href='http://two.test/3'>3</a>"),
            ],
            change: {
                $0.follow = .all
                $0.scope = .any
            })
        try await fixture.begin()
        _ = try await fixture.finish()
        #expect(try await fixture.state(of: "http://two.test/2") == .skipped(.offSiteLimit))
        #expect(try await fixture.state(of: "http://two.test/3")?.isArchived == true)
    }
}
