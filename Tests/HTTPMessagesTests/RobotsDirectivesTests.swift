import FoundationEssentials
import Testing

@testable import HTTPMessages

struct RobotsDirectivesTests {
    private func directives(tags: [String] = [], metas: [String] = []) -> RobotsDirectives {
        var directives = RobotsDirectives()
        for tag in tags { directives.add(xRobotsTag: tag, agent: "newshound") }
        for meta in metas { directives.add(metaContent: meta) }
        return directives
    }

    @Test func `nothing said means everything may be done`() {
        let free = RobotsDirectives()
        #expect(
            free.index && free.follow && free.archive && free.snippet && free.imageIndex && free.ai
                && free.imageAI)
        #expect(directives(tags: ["all", "", "index, follow", "unknown"], metas: ["", "all"]) == free)
    }

    @Test(arguments: [
        "noindex, nofollow, noarchive", "none, nocache", "NOINDEX,NOFOLLOW,NOARCHIVE",
        "newshound: none, noarchive",
        "otherbot: noindex, newshound: noindex, nofollow, noarchive", "*: noindex, nofollow, noarchive",
        "noindex, newshound: nofollow, noarchive",
    ])
    func `rules for all and for us add up`(tag: String) {
        let rules = directives(tags: [tag])
        #expect(!rules.index && !rules.follow && !rules.archive)
    }

    @Test func `rules for others are passed over and negative ones win`() {
        #expect(directives(tags: ["otherbot: noindex, nofollow"]) == RobotsDirectives())
        #expect(!directives(tags: ["newshound: all", "noindex"]).index)
        #expect(!directives(tags: ["noindex"], metas: ["index"]).index)
    }

    @Test func `words of meta elements may be separated by blanks`() {
        let rules = directives(metas: ["noindex nofollow"])
        #expect(!rules.index && !rules.follow)
    }

    @Test func `rules with values are no names of robots`() {
        let rules = directives(tags: [
            "max-image-preview:large, max-snippet: 0, max-video-preview: -1, nofollow"
        ])
        #expect(rules.index && !rules.follow && !rules.snippet)
    }

    @Test func `opt-outs of machine learning are told apart`() {
        #expect(!directives(metas: ["noai"]).ai)
        #expect(!directives(metas: ["noai"]).imageAI)
        let images = directives(tags: ["noimageai, noimageindex"])
        #expect(images.ai && !images.imageAI && !images.imageIndex)
    }

    @Test(arguments: [
        "unavailable_after: 01 Nov 2026 00:00:00 GMT, nofollow",
        "unavailable_after: Sun, 01 Nov 2026 00:00:00 GMT, nofollow",
        "unavailable_after: 2026-11-01T00:00:00Z, nofollow",
        "newshound: unavailable_after: 2026-11-01, nofollow",
        "Unavailable_After: Sunday, 01-Nov-26 00:00:00 GMT, nofollow",
    ])
    func `the date after which a page is gone is read in every form`(tag: String) {
        let rules = directives(tags: [tag])
        #expect(rules.unavailableAfter == allSaints2026)
        #expect(rules.index && !rules.follow)
    }

    @Test func `an unreadable date is none`() {
        #expect(directives(tags: ["unavailable_after: soon"]) == RobotsDirectives())
    }
}
