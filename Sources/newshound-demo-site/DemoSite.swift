import LoopbackSite

/// The three newspapers as a web server answers for them.
enum DemoSite {
    /// What each host says.
    static var hosts: [String: LoopbackServer.Responder] {
        var hosts: [String: LoopbackServer.Responder] = [:]
        for paper in Newspaper.allCases { hosts[paper.host] = { answer($0, of: paper) } }
        return hosts
    }

    /// The page of a story as its paper lays it out.
    static func page(of story: Story) -> String {
        switch story.paper {
        case .herald: HeraldPage(story: story).html
        case .gazette: GazettePage(story: story).html
        case .wire: WirePage(story: story).html
        }
    }

    /// How long the slow page takes.
    private static let slowness: Duration = .milliseconds(1_500)

    private static func answer(_ request: SiteRequest, of paper: Newspaper) -> SiteResponse {
        switch (paper, request.path) {
        case (_, "/robots.txt"):
            return .text("User-agent: *\nDisallow: /private/\nAllow: /\n", type: "text/plain")
        case (_, "/"): return .text(frontPage(of: paper))
        case (.herald, "/old-news/2019/bell-story-moved"):
            return .redirect(to: Stories.herald[1].url, status: 301)
        case (.herald, "/harbour/slow-tide-keeps-ferries-waiting"): return slowPage()
        case (.herald, let path) where path.hasPrefix("/private/"):
            return .text("<p>robots.txt forbids this page; whoever reads it has not asked.</p>")
        default:
            guard let story = Stories.all(of: paper).first(where: { $0.path == request.path }) else {
                return .text(
                    "<html><body><h1>404</h1><p>There is no such page at \(paper.name).</p></body></html>",
                    status: 404)
            }
            return .text(page(of: story))
        }
    }

    private static func frontPage(of paper: Newspaper) -> String {
        let links = Stories.all(of: paper).map { "<li><a href=\"\($0.url)\">\($0.title.escaped)</a></li>" }
        return
            "<!doctype html><html lang=\"en\"><head><title>\(paper.name)</title></head><body><h1>\(paper.name)</h1>"
            + "<ul>\(links.joined(separator: "\n"))</ul></body></html>"
    }

    private static func slowPage() -> SiteResponse {
        let story = Story(
            paper: .herald, title: "Slow tide keeps the ferries waiting at the pier", author: "Ines Falk",
            day: 30,
            section: "harbour",
            paragraphs: [
                "The tide came in so slowly on Sunday that two ferries waited an hour for enough water under the keel.",
                "Captain Nils Berg passed the time with a lecture on the moon, which most passengers applauded.",
            ])
        let body = Array(HeraldPage(story: story).html.utf8)
        return .script(
            head: [
                "Content-Type: text/html; charset=utf-8", "Content-Length: \(body.count)",
                "Connection: close",
            ],
            then: [.pause(slowness), .bytes(body)])
    }
}
