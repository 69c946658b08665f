import Foundation

/// A page of the Herald: classes that say what they are, JSON-LD, related cards below the article.
struct HeraldPage {
    let story: Story

    var html: String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>\(story.title.escaped) | \(story.paper.name)</title>
        <link rel="canonical" href="\(story.url)"><meta property="og:title" content="\(story.title.escaped)">
        <meta property="og:site_name" content="\(story.paper.name)"><meta property="article:section" content="\(story.section)">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
        "headline":"\(story.title)","datePublished":"\(story.date)T06:30:00Z",
        "author":{"@type":"Person","name":"\(story.author)"}}</script>
        <style>.ad{min-height:250px}</style></head><body>
        <header class="site-header"><a href="/">\(story.paper.name)</a>
        <nav><ul><li><a href="/harbour/">Harbour</a></li><li><a href="/town/">Town</a></li><li><a href="/weather">Weather</a></li>
        <li><a href="/subscribe">Subscribe</a></li></ul></nav></header>
        <div class="ad ad-leaderboard"><a href="http://ads.example/click?campaign=boots">Waterproof boots, now half price</a></div>
        <main><article class="story"><p class="kicker">\(story.section.capitalized)</p><h1>\(story.title.escaped)</h1>
        <p class="byline">By <a rel="author" href="/staff/\(story.author.lowercased().replacing(" ", with: "-"))">\(story.author)</a></p>
        <time datetime="\(story.date)T06:30:00Z">\(story.date)</time>
        <div class="story-body">
        \(bodyHTML)
        </div>
        <div class="share-buttons"><a href="http://social.example/share?u=\(story.url)">Share</a>
        <a href="mailto:?subject=story">Mail</a></div>
        </article>
        <section class="related-stories"><h2>Related stories</h2><ul>
        \(cards)
        </ul></section></main>
        <aside class="most-read"><h2>Most read</h2><ol>\(popular)</ol></aside>
        <section class="newsletter"><h3>The Harbour Herald in your inbox</h3><p>Sign up for our morning newsletter and never miss the
        tide. You can unsubscribe at any time.</p><form action="/newsletter"><input type="email" name="mail"><button>Sign up</button></form></section>
        <footer><p>© 2026 The Harbour Herald. All rights reserved. No part of this page may be reproduced without written permission.</p>
        <p><a href="/privacy">Privacy</a> <a href="/imprint">Imprint</a> <a href="/private/">Staff</a></p></footer>
        </body></html>
        """
    }

    private var bodyHTML: String {
        let prompt =
            "<div class=\"inline-newsletter\"><p>Do you like this story? <a href=\"/subscribe\">Subscribe for one euro a week.</a></p></div>"
        var parts = story.paragraphs.map { "<p>\($0.escaped)</p>" }
        parts.insert(prompt, at: min(2, parts.count))
        return parts.joined(separator: "\n")
    }

    private var cards: String {
        story.related.map { link in
            "<li class=\"card\"><a href=\"\(link.url)\"><img src=\"/pictures/\(link.text.utf8.count).jpg\" alt=\"\"></a><h3><a href=\"\(link.url)\">\(link.text.escaped)</a></h3></li>"
        }.joined(separator: "\n")
    }

    private var popular: String {
        Stories.all(of: story.paper).suffix(5).map {
            "<li><a href=\"\($0.url)\">\($0.title.escaped)</a></li>"
        }.joined()
    }
}
