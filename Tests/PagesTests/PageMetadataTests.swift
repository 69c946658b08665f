import HTMLTree
import Testing
import WebURLs

@testable import Pages

struct PageMetadataTests {
    private func read(_ html: String, url: String? = "https://www.daily.example/world/story.html")
        -> PageMetadata
    {
        let document = HTMLDocument(parsing: Array(html.utf8))
        let address = url.flatMap { WebURL($0) }
        let links = OutlinkCollector.collect(from: document, url: address)
        return PageMetadata.read(document: document, links: links, url: address)
    }

    // MARK: - Title

    @Test(arguments: [
        ("<title>Storm hits coast - The Daily</title><h1>Storm hits coast</h1>", "Storm hits coast"),
        ("<title>Storm hits coast | The Daily</title>", "Storm hits coast"),
        (
            "<title>Storm hits the coast of Kent</title><h1>The Daily</h1><h1>Storm hits the coast of Kent</h1>",
            "Storm hits the coast of Kent"
        ),
        (
            "<meta property=og:site_name content='The Daily Paper'><title>The Daily Paper - Storm</title>",
            "Storm"
        ),
        (
            "<title>What is storm? - The Sea Book</title><h1 class=menu-title>The Sea Book</h1><p>x",
            "What is storm?"
        ),
        (
            "<title>Storm hits coast</title><h1><a href=/>Daily</a></h1><h1>Storm hits<br>coast ¶</h1>",
            "Storm hits coast"
        ),
        ("<meta property=og:title content='Storm &amp;amp; flood'><title>x</title>", "Storm & flood"),
        ("<h1>Only heading</h1>", "Only heading"),
        ("<title>Eins – zwei – Tagblatt</title><h1>Eins – zwei</h1>", "Eins – zwei"),
    ])
    func `the title is the heading that the head agrees with, without the site`(html: String, title: String) {
        #expect(read(html).title == title)
    }

    @Test func `a page without heading and title has none`() {
        #expect(read("<p>text").title == nil)
    }

    // MARK: - Authors

    @Test(arguments: [
        ("by AFP Staff Writers", ["AFP Staff Writers"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("BY JANE DOE, Senior Editor", ["JANE DOE"]),
        ("By Jane Doe | Jan 29, 2024", ["Jane Doe"]),
        ("Written by: Jane Doe, MD, PhD", ["Jane Doe, MD, PhD"]),
        ("Von: Jürgen Groß", ["Jürgen Groß"]),
        ("By Jane Doe jane@daily.example", ["Jane Doe"]),
        ("By Ludwig van Beethoven, Jane Doe & Jane Doe", ["Ludwig van Beethoven", "Jane Doe"]),
        ("By clicking you agree", []),
        ("by the way", []),
        ("The story", []),
    ])
    func `a byline at the title names the authors`(byline: String, authors: [String]) {
        #expect(read("<h1>Storm hits coast</h1><p>\(byline)</p><p>Text of the story.</p>").authors == authors)
    }

    @Test(arguments: [
        "<span class=byline>By <a href=/author/jane>Jane Doe</a></span>",
        "<a rel=author href=/x>Jane Doe</a>",
        "<div class=post-author>Written by<br>Jane Doe</div>",
        "<span itemprop=author>Jane Doe</span> 29 Jan 2024",
        "<div class=author-name>Jane Doe</div><div class=author-bio>Jane Doe writes about storms</div>",
        "<div class=meta>ByJane Doe</div>",
    ])
    func `marked bylines name the authors`(html: String) {
        #expect(read("<h1>Storm hits coast</h1>\(html)<p>Text of the story.</p>").authors == ["Jane Doe"])
    }

    @Test(arguments: [
        #"{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}"#,
        ##"{"@graph": [{"@type": "Article", "author": [{"@id": "#p"}]}, {"@type": "Person", "@id": "#p", "name": "Jane Doe"}]}"##,
        #"[{"@type": "WebSite", "name": "Daily"}, {"@type": ["BlogPosting"], "author": "Jane Doe",}]"#,
        #"{"@type": "WebPage", "mainEntity": {"@type": "Article", "author": [{"name": ["Jane Doe"]}, {"name": "Jane Doe"}]}}"#,
    ])
    func `structured data names the authors`(json: String) {
        #expect(
            read("<script type='application/ld+json'>\(json)</script><h1>Storm</h1>").authors == ["Jane Doe"])
    }

    @Test func `a person in the byline counts more than the site in the data`() {
        let html = """
            <meta property=og:site_name content='The Daily'><meta name=author content='The Daily'>
            <h1>Storm</h1><span class=byline>By Jane Doe</span>
            """
        #expect(read(html).authors == ["Jane Doe"])
        #expect(read("<meta name=author content='https://daily.example/jane'><h1>Storm</h1>").authors.isEmpty)
    }

    @Test func `authors of comments and other stories do not count`() {
        let html = """
            <h1>Storm</h1><p>Text.</p><div class=comments><span class=comment-author>Max Mean</span></div>
            <div class=related><span class=author>By Other One</span></div>
            """
        #expect(read(html).authors.isEmpty)
    }

    // MARK: - Dates

    @Test(arguments: [
        "<meta property=article:published_time content=2024-01-29><h1>A</h1><time datetime=2024-02-02>",
        "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"datePublished\": \"2024-01-29\"}</script><h1>A</h1>",
        "<h1>A</h1><time datetime=2024-01-29>Monday</time>",
        "<h1>A</h1><span itemprop=datePublished content=2024-01-29>x</span>",
        "<h1>Storm</h1><span>by AFP</span><br><span>Baghdad (AFP) Jan 29, 2024</span><p>Text.</p>",
        "<h1>A</h1><p>Updated: January 30, 2024</p><p>Published: January 29, 2024</p>",
        "<h1>A</h1><div>Updated</div><div>Jan 30, 2024</div><div class=date>Jan 29, 2024</div>",
        "<h1>A</h1><p>Text.<div class=comments>Feb 1, 2024</div><div class=post-date>Jan 29, 2024</div>",
    ])
    func `the day of publication is found`(html: String) {
        #expect(read(html).published == "2024-01-29")
    }

    @Test(arguments: [
        "https://daily.example/2024/01/29/storm", "https://daily.example/2024-01-29-storm.html",
        "https://daily.example/news/20240129/storm", "https://daily.example/blog/2024/january/29/storm/",
    ])
    func `an address can hold the day`(url: String) {
        #expect(read("<h1>Storm</h1><p>Text.", url: url).published == "2024-01-29")
    }

    @Test(arguments: [
        ("<footer class=meta><span class=date>March 30, 2023</span></footer>", "2023-03-30"),
        (
            "<div class=sidebar><time datetime=2023-03-30>today</time><p>30 March 2023</p></div>",
            "2023-03-30"
        ),
        // One of two days may be that of another story.
        (
            "<div class=sidebar><time datetime=2023-03-30>x</time><time datetime=2023-04-02>y</time></div>",
            nil
        ),
    ])
    func `a day in a footer or side column is the story's if the page has no other`(
        part: String, day: String?
    ) {
        #expect(
            read("<h1>Storm</h1><p>The storm came at night and left by noon.</p>" + part).published == day)
    }

    @Test func `the day of a change is kept apart`() {
        let html = """
            <meta property=article:published_time content=2024-01-29T10:00:00+01:00>
            <meta property=article:modified_time content=2024-01-30T11:00:00Z><h1>A</h1>
            """
        #expect(read(html).published == "2024-01-29T10:00:00+01:00")
        #expect(read(html).modified == "2024-01-30T11:00:00Z")
    }

    @Test func `dates inside sentences of the story are not its own`() {
        let sentence =
            "The treaty that ended the war was signed on January 29, 1999, in the presence of both presidents, "
            + "after years of talks between the parties and their neighbours, as agreed."
        #expect(read("<h1>Peace</h1><p>\(sentence)</p>").published == nil)
    }

    // MARK: - The rest

    @Test func `site, section, language, canonical and image are absolute and clean`() {
        let html = """
            <html lang=en_gb><meta property=og:site_name content='The  Daily'><meta property=article:section content=World>
            <link rel=canonical href=/c><meta property=og:image content=/i.jpg><h1>A</h1>
            """
        let metadata = read(html)
        #expect(metadata.site == "The Daily")
        #expect(metadata.section == "World")
        #expect(metadata.language == "en-GB")
        #expect(metadata.canonical == "https://www.daily.example/c")
        #expect(metadata.image == "https://www.daily.example/i.jpg")
    }

    @Test(arguments: [
        ("<html lang=de><meta property=og:locale content=fr_FR><h1>A</h1>", "de"),
        ("<html lang='{{lang}}'><meta property=og:locale content=fr_FR><h1>A</h1>", "fr-FR"),
        ("<meta property=og:locale content=fr_FR><h1>A</h1>", "fr-FR"),
        (
            "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"inLanguage\": \"it\"}</script><h1>A</h1>",
            "it"
        ),
        (
            "<h1>A</h1><p>Der Sturm ist nicht vorbei, und die Menschen in der Stadt warten auf das Ende, das nach dem "
                + "Regen kommt.",
            "de"
        ),
        ("<h1>A</h1><p>Storm", nil),
    ])
    func `the language is the declared one, else that of the text`(html: String, language: String?) {
        #expect(read(html).language == language)
    }

    @Test func `hostile pages are read`() {
        let pieces = [
            "<div class=author>", "<span itemprop=author>By A", "<time datetime=2024>", "<h1>", "<h1>x</h1>",
            "<p>By",
            "<script type=application/ld+json>[{\"@type\":\"Article\",\"author\":",
            "<meta name=author content=x>",
        ]
        for piece in pieces { _ = read(String(repeating: piece, count: 3_000)) }
        let good = Array(
            "<html lang=en><title>Ä – b</title><h1>Ä</h1><p class=byline>By É Ö, Jan 29, 2024 ¶".utf8)
        for length in 0...good.count { _ = read(String(decoding: good.prefix(length), as: UTF8.self)) }
    }

    @Test func `the same page gives the same answer`() {
        let html = "<title>A | B</title><h1>A</h1><p>By Jane Doe</p><p>Jan 29, 2024</p>"
        #expect(read(html) == read(html))
    }
}
