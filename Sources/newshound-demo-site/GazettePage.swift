/// A page of the Gazette: class names that say nothing, a list beside the article, teasers between its paragraphs.
struct GazettePage {
    let story: Story

    var html: String {
        """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>\(story.paper.name): \(story.title.escaped)</title>
        <meta name="author" content="\(story.author)"><meta property="article:published_time" content="\(story.date)T05:00:00+02:00">
        </head><body><div class="x1a"><div class="x2"><a href="/">Hill Gazette</a> <a href="/valley/">Valley</a> <a href="/hills/">Hills</a>
        <a href="/jobs">Jobs</a> <a href="/login">Log in</a></div>
        <div class="x3"><div class="c-9f2"><h1>\(story.title.escaped)</h1><div class="c-77a">\(story.author), \(story.date)</div>
        \(bodyHTML)
        </div>
        <div class="c-b01"><h4>More on this</h4>
        \(list)
        <div class="c-ad0"><a href="http://ads.example/click?campaign=skis">Advertisement: skis for every slope</a></div></div></div>
        <div class="x9"><h4>Latest</h4>\(latest)</div>
        <div class="x0">Copyright 2026 Hill Gazette. Reprints need our consent. <a href="/terms">Terms</a> <a href="/contact">Contact</a>
        Follow us: <a href="http://social.example/hillgazette">Social</a></div></div></body></html>
        """
    }

    /// The first related link stands as a teaser between two paragraphs.
    private var bodyHTML: String {
        var parts = story.paragraphs.map { "<p>\($0.escaped)</p>" }
        if let first = story.related.first {
            parts.insert(
                "<p><strong>Read more: <a href=\"\(first.url)\">\(first.text.escaped)</a></strong></p>", at: 1
            )
        }
        return parts.joined(separator: "\n")
    }

    private var list: String {
        story.related.dropFirst().map { link in
            "<div class=\"c-4d\"><a href=\"\(link.url)\"><span>\(link.text.escaped)</span></a></div>"
        }.joined(separator: "\n")
    }

    private var latest: String {
        Stories.all(of: story.paper).prefix(6).map { "<a href=\"\($0.url)\">\($0.title.escaped)</a><br>" }
            .joined(separator: "\n")
    }
}
