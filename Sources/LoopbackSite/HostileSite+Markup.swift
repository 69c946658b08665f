// Markup that is made to be slow or large once it is read, and files of rules of that kind.

extension HostileSite {
    static let markups =
        rows.map { name, start, row, count in
            let body = Array((start + String(repeating: row, count: count)).utf8)
            return HostileSite(name) {
                $0.path == "/" ? .bytes(body) : .text("<title>Beyond</title>" + paragraph)
            }
        } + [
            HostileSite("many-attributes") { _ in .bytes(manyAttributes) },
            HostileSite("long-attribute") { _ in
                .text("<p title=\"" + String(repeating: "t", count: 9_000_000) + "\">" + paragraph)
            },
            HostileSite("open-attribute") { _ in
                .text("<a href=\"" + String(repeating: "/a b=c>", count: 1_200_000))
            },
            HostileSite("charset-of-two-bytes") { _ in
                .bytes(noise + noise + [0xd8], type: "text/html; charset=utf-16le")
            },
            HostileSite("charset-of-escapes") { _ in
                .text(
                    String(repeating: "\u{1b}$B\u{1b}(J!", count: 1_000_000),
                    type: "text/html; charset=iso-2022-jp")
            },
            HostileSite("charset-unknown") { _ in
                .bytes(noise, type: "text/html; charset=\(String(repeating: "x", count: 50_000))")
            },
            HostileSite("type-of-a-picture") { _ in
                .text("<html>" + paragraph, type: "image/png; text/html, video/*")
            },
        ]

    /// Name, beginning, what is repeated and how often: nine megabytes at most, just below what is not read at all.
    private static let rows: [(String, String, String, Int)] = [
        ("anchors-in-anchors", "<title>a</title>", "<a>", 3_200_000),
        ("links-of-a-byte", "", "<a href=a>", 950_000),
        ("bold-in-italic", "", "<b><i>", 1_600_000),
        ("bold-in-paragraphs", "", "<p><b>x", 1_300_000),
        ("misnested", "", "<b><p></b><i></p>", 550_000),
        ("end-tags", "", "</p></br>", 1_000_000),
        ("tables-in-tables", "", "<table><td>", 850_000),
        ("text-in-tables", "<table>", "x<tr>", 1_800_000),
        ("lists-in-lists", "", "<ul><li>x", 1_000_000),
        ("choices-in-choices", "", "<select><option>", 580_000),
        ("templates-in-templates", "", "<template>", 900_000),
        ("drawings", "<svg>", "<foreignObject><math><mi>", 370_000),
        ("open-comment", "<!--", "- ->", 2_300_000),
        ("open-script", "<script>", "<!--<script>", 780_000),
        ("open-title", "<title>", "title ", 1_600_000),
        ("open-plaintext", "<plaintext>", "</plaintext>", 780_000),
        ("angles", "", "<", 9_500_000),
        ("ampersands", "<p>", "&", 9_500_000),
        ("references", "<p>", "&#x26;&notin", 780_000),
        ("one-word", "<article><p>", "word", 2_400_000),
        ("line-breaks", "<article>", "x<br>", 1_900_000),
        ("headings", "", "<h1>a</h1>", 950_000),
        ("nested-json", "<script type=application/ld+json>", "[", 9_500_000),
        ("objects-as-json", "<script type=application/ld+json>", "{\"@graph\":", 900_000),
        ("quotes-as-json", "<script type=application/ld+json>{\"headline\":\"", "\\\"\\u0041", 1_100_000),
        ("meta-elements", "", "<meta name=author content=a>", 330_000),
        ("refresh-elements", "", "<meta http-equiv=refresh content=0;/a>", 240_000),
        ("alternates", "", "<link rel=alternate hreflang=x href=/a>", 240_000),
        ("sources-of-a-picture", "<img srcset=\"", "a 1x, ", 1_500_000),
        ("time-elements", "<article>", "<time datetime=2020-01-01>", 360_000),
        ("frames", "<frameset>", "<frame src=a>", 720_000),
        ("base-elements", "", "<base href=/a/><a href=b>", 380_000),
    ]

    private static let manyAttributes = Array(
        ("<p " + (0..<900_000).map { "a\($0)=b" }.joined(separator: " ") + ">" + paragraph).utf8)
}

// MARK: - robots.txt

extension HostileSite {
    static let robotsFiles = [
        rules("robots-of-noise") { .bytes(noise + [0] + noise, type: "text/plain") },
        rules("robots-byte-by-byte") {
            .script(
                head: ["Content-Type: text/plain"],
                then: [.repeatForever(Array("Disallow: /a\n".utf8), every: .milliseconds(300))])
        },
        rules("robots-packed-bomb") {
            .bytes(
                GzipBytes.bomb(matches: 800_000), type: "text/plain", fields: [("Content-Encoding", "gzip")])
        },
        rules("robots-of-wildcards") {
            .text(
                "User-agent: *\n"
                    + String(
                        repeating: "Disallow: /" + String(repeating: "*a", count: 1000) + "$\n", count: 240),
                type: "text/plain")
        },
        rules("robots-of-one-line") {
            .text("Disallow: /" + String(repeating: "%2a", count: 200_000), type: "text/plain")
        },
        rules("robots-over-hosts") { .redirect(to: "http://1.\(mazeOfHosts)/robots.txt") },
        rules("robots-to-a-file") { .redirect(to: "file:///etc/passwd") },
        rules("robots-inward") { .redirect(to: "http://169.254.169.254/robots.txt") },
        rules("robots-for-members") { .text("Disallow: /", status: 401, type: "text/plain") },
        rules("robots-in-no-hurry") {
            .text(
                "User-agent: *\nCrawl-delay: 1e308\nCrawl-delay: -1\nCrawl-delay: 99999999999999999999\n",
                type: "text/plain")
        },
        rules("robots-of-sitemaps") {
            .text(
                (0..<10_000).map { "Sitemap: http://robots-of-sitemaps.hostile.test/s\($0).xml\n" }.joined(),
                type: "text/plain")
        },
        rules("robots-cut-off") {
            .script(
                head: ["Content-Type: text/plain", "Content-Length: 5000"],
                then: [.text("User-agent: *\nDisallow: /pri"), .reset])
        },
        rules("robots-of-groups") {
            .text(
                (0..<15_000).map { "User-agent: bot\($0)\nAllow: /\n" }.joined(), type: "text/plain")
        },
    ]

    private static func rules(_ name: String, _ answer: @escaping @Sendable () -> SiteResponse) -> HostileSite
    {
        HostileSite(name) { $0.path == "/robots.txt" ? answer() : .text("<title>A page</title>" + paragraph) }
    }
}
