/// A link as a page of the demo shows it.
struct SiteLink: Sendable {
    let text: String
    let url: String
}

extension Story {
    /// What the paper offers beside this story: others of its own, one of a sister paper, and on a few pages what a
    /// crawler must cope with.
    var related: [SiteLink] {
        let own = Stories.all(of: paper)
        guard let index = own.firstIndex(where: { $0.title == title }) else { return [] }
        var links = [1, 2, 5].map { own[(index + $0) % own.count].link }
        let papers = Newspaper.allCases
        let next = papers[((papers.firstIndex(of: paper) ?? 0) + 1) % papers.count]
        let sister = Stories.all(of: next)
        links.append(sister[index % sister.count].link)
        return links + oddities(at: index)
    }

    var link: SiteLink { SiteLink(text: title, url: url) }

    private func oddities(at index: Int) -> [SiteLink] {
        guard paper == .herald else { return [] }
        let base = "http://\(paper.host)"
        return switch index {
        case 0:
            [
                SiteLink(
                    text: "Bell of a lost steamer rings again after a century",
                    url: base + "/old-news/2019/bell-story-moved")
            ]
        case 1:
            [
                SiteLink(
                    text: "Draft of the harbour budget that nobody may see yet",
                    url: base + "/private/draft-harbour-budget-2027")
            ]
        case 2:
            [
                SiteLink(
                    text: "Story about the tides that was taken down last week",
                    url: base + "/harbour/story-about-tides-taken-down")
            ]
        case 3:
            [
                SiteLink(
                    text: "Slow tide keeps the ferries waiting at the pier",
                    url: base + "/harbour/slow-tide-keeps-ferries-waiting")
            ]
        default: []
        }
    }
}

extension Stories {
    static let all: [Story] = herald + gazette + wire

    static func all(of paper: Newspaper) -> [Story] {
        switch paper {
        case .herald: herald
        case .gazette: gazette
        case .wire: wire
        }
    }
}

extension String {
    /// As it stands in HTML.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
