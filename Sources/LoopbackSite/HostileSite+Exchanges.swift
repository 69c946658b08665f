// What goes wrong from one exchange to the next: kept connections, cookies, fields by the thousand, rules that are matched again.

extension HostileSite {
    static let exchanges = [
        newLinks,
        HostileSite("answers-ahead") { request in
            // Two more answers follow the one that was asked for.
            let body = links(["/next", "/next/again"])
            let forged = "HTTP/1.1 200 OK\r\n\(html)\r\nContent-Length: 6\r\n\r\nforged"
            return .script([
                .text("HTTP/1.1 200 OK\r\n\(html)\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body),
                .text(forged + forged), .pause(.milliseconds(700)), .close,
            ])
        },
        HostileSite("tail-without-end") { _ in
            .script(
                head: [html, "Content-Length: \(paragraph.utf8.count)"],
                then: [.text(paragraph), .repeatForever(noise, every: .zero)])
        },
        HostileSite("resets-the-second") { request in
            request.path == "/" ? .text(links(["/a", "/b", "/c"])) : .script([.reset])
        },
        HostileSite("empty-answers") { request in
            request.path == "/" ? .text(links(["/a", "/b", "/c"])) : .script([.close])
        },
        HostileSite("early-answers-of-megabytes") { _ in
            .script([
                .repeatForever(
                    Array(
                        ("HTTP/1.1 103 Early Hints\r\n"
                            + String(
                                repeating: "Link: </\(String(repeating: "l", count: 900))>\r\n", count: 90)
                            + "\r\n").utf8), every: .zero)
            ])
        },
        HostileSite("head-byte-by-byte") { _ in
            .script(
                "HTTP/1.1 200 OK\r\n\(html)\r\nX-Slow: 1\r\n".utf8.flatMap {
                    [.bytes([$0]), .pause(.milliseconds(120))]
                } + [.hold])
        },
        HostileSite("stops-every-second") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked"],
                then: [.repeatForever(burst, every: .milliseconds(900))])
        },
        HostileSite("trailers-that-contradict") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked", "Trailer: Content-Type, Location"],
                then: [
                    .text(
                        "5\r\nhello\r\n0\r\nContent-Length: 3\r\nLocation: http://10.0.0.1/\r\n"
                            + "Content-Encoding: gzip\r\n\r\n"), .close,
                ])
        },
        HostileSite("cookies-of-eight-kilobytes") { request in
            .text(
                links((0..<20).map { "/\(request.path.utf8.count)/\($0)" }),
                fields: (0..<30).map {
                    (
                        "Set-Cookie",
                        "c\($0)-\(request.path.utf8.count)=\(String(repeating: "v", count: 8000)); Path=/"
                    )
                })
        },
        HostileSite("cookies-for-everybody") { request in
            .text(
                links((0..<5).map { "\(request.path)\($0)/" }),
                fields: ["test", ".", "hostile.test", "good0.test", "10.0.0.1", "*"].flatMap { domain in
                    (0..<100).map { ("Set-Cookie", "n\($0)=v; Domain=\(domain); Max-Age=99999999999") }
                })
        },
        HostileSite("fields-of-a-letter") { _ in
            .script([
                .text("HTTP/1.1 200 OK\r\n\(html)\r\n" + String(repeating: "a:\r\n", count: 70_000) + "\r\n"),
                .text(paragraph), .close,
            ])
        },
        HostileSite("locations-by-the-hundred") { request in
            .answer(
                SiteResponse.Answer(
                    status: 307,
                    fields: (0..<2000).map { ("Location", "\(request.path)\($0)/") }))
        },
        HostileSite("again-at-once") { _ in .text(paragraph, status: 503, fields: [("Retry-After", "0")]) },
        HostileSite("not-found-by-turns") { request in
            .text(
                links((0..<40).map { "/\(request.connection &* 40 &+ $0)" }),
                status: request.target.utf8.count.isMultiple(of: 2) ? 500 : 200)
        },
        HostileSite("validators-by-turns") { request in
            .text(
                links((0..<30).map { "/\($0)" }),
                fields: [("ETag", "\"\(request.connection)\""), ("Last-Modified", "0"), ("Vary", "*")])
        },
        HostileSite("base-elsewhere") { request in
            let bases = [
                "http://10.0.0.1/", "javascript:", "data:text/html,", "//", "http://[::1]/", "../../..",
            ]
            let base = bases[request.path.utf8.count % bases.count]
            return .text(
                "<base href=\"\(base)\"><base href=\"/b/\(request.path)\">" + links(["a", "../b", "?c"]))
        },
        HostileSite("canonical-circle") { request in
            let page = Int(request.path.dropFirst()) ?? 0
            return .text(
                "<link rel=canonical href=\"/\((page &+ 1) % 50)\">"
                    + links((0..<50).map { "/\($0)?from=\(page)" }))
        },
        HostileSite("dates-as-paths") { request in
            let day = request.target.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 100_000 }
            return .text(
                links(
                    (0..<40).map { "/\(1900 &+ day % 200)/\($0 % 12 &+ 1)/\($0 % 28 &+ 1)/?view=\(day)" }))
        },
        HostileSite("addresses-of-64-kilobytes") { request in
            let long = String(repeating: "/segment-\(request.target.utf8.count % 7)", count: 6_000)
            return .text(links((0..<100).map { "\(long)\($0)" } + ["/?" + String(long.prefix(1500))]))
        },
    ]

    /// Half a megabyte of links on each page, to pages that no other names.
    private static let newLinks = HostileSite("links-that-are-always-new") { request in
        let first = request.target.utf8.reduce(1) { ($0 &* 131 &+ Int($1)) % 1_000_000_007 }
        return .text((0..<12_000).map { "<a href=\"/\(first &* 12_000 &+ $0)\">Next</a>" }.joined())
    }

    /// Rules that take long to match, and paths that make them.
    static let slowRules = [
        HostileSite("robots-against-long-paths") { request in
            request.path == "/robots.txt"
                ? .bytes(wildcards, type: "text/plain")
                : .text(links((0..<50).map { "/" + String(repeating: "a", count: 1900) + "\($0)" }))
        },
        HostileSite("robots-of-many-rules") { request in
            request.path == "/robots.txt"
                ? .bytes(manyRules, type: "text/plain")
                : .text(links((0..<50).map { "/" + String(repeating: "a/", count: 900) + "\($0)" }))
        },
        HostileSite("robots-of-one-agent") { request in
            request.path == "/robots.txt"
                ? .text(
                    String(repeating: "User-agent: newshound\n", count: 20_000)
                        + "Disallow: /b\nCrawl-delay: 1\n",
                    type: "text/plain")
                : .text(links(["/a", "/b"]))
        },
        HostileSite("robots-byte-order-marks") { request in
            request.path == "/robots.txt"
                ? .text(String(repeating: "\u{feff}", count: 150_000) + "User-agent: *", type: "text/plain")
                : .text(paragraph)
        },
    ]

    /// 500 KB of patterns that a search with second thoughts would try in every way.
    private static let wildcards = Array(
        ("User-agent: *\n"
            + String(repeating: "Disallow: /" + String(repeating: "a*", count: 100) + "b$\n", count: 2300))
            .utf8)
    private static let manyRules = Array(
        ("User-agent: *\n"
            + (0..<12_000).map { "Disallow: /a/a/*/a/*/a/a/*b\($0)$\n" }.joined()).utf8)
    private static let burst = Array((String(16_000, radix: 16) + "\r\n").utf8) + noise + noise + [13, 10]
}

// MARK: - Lists of lists

extension HostileSite {
    static let packedLists = [
        HostileSite("packed-sitemaps-in-a-circle", front: "/sitemap.xml.gz") { request in
            let number = Int(request.path.dropFirst("/sitemap".count).prefix { $0 != "." }) ?? 0
            return .bytes(
                GzipBytes.stored(
                    sitemapIndex(
                        (0..<20).map { "http://\(request.host)/sitemap\((number &+ $0) % 60).xml.gz" })),
                type: "application/gzip")
        },
        HostileSite("sitemap-of-bombs", front: "/sitemap.xml") { request in
            request.path == "/sitemap.xml"
                ? .bytes(
                    sitemapIndex((0..<20).map { "http://\(request.host)/\($0).xml.gz" }),
                    type: "application/xml")
                : .bytes(GzipBytes.bomb(matches: 800_000), type: "application/gzip")
        },
        HostileSite("sitemap-of-elsewhere", front: "/sitemap.xml") { _ in
            .bytes(
                sitemapIndex(
                    [
                        "http://10.0.0.1/s.xml", "file:///etc/passwd", "http://good0.test/none.xml", "",
                        "&#0;", "//",
                    ]
                        + (0..<500).map { "http://\($0).\(mazeOfHosts)/sitemap.xml" }),
                type: "application/xml")
        },
        HostileSite("entity-of-a-megabyte", front: "/feed.xml") { _ in
            .text(
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e \"\(String(repeating: "e", count: 500_000))\">]>"
                    + "<rss version=\"2.0\"><channel><item><title>"
                    + String(repeating: "&e;", count: 100_000)
                    + "</title><link>/a</link></item></channel></rss>",
                type: "application/rss+xml")
        },
        HostileSite("feed-of-another-charset", front: "/feed.xml") { _ in
            .text(
                "<?xml version=\"1.0\" encoding=\"utf-32\"?><rss version=\"2.0\"><channel><item><link>/a</link>"
                    + "</item></channel></rss>", type: "application/rss+xml; charset=utf-16be")
        },
        HostileSite("feed-of-namespaces", front: "/feed.xml") { _ in
            .text(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
                    + (0..<60_000).map { "<a\($0):entry xmlns:a\($0)=\"u:\($0)\"><link href=\"/\($0)\"/>" }
                    .joined(),
                type: "application/atom+xml")
        },
        HostileSite("feed-of-one-text", front: "/feed.xml") { _ in
            .text(
                "<rss version=\"2.0\"><channel><item><description><![CDATA["
                    + String(repeating: "<p>]]", count: 1_600_000), type: "application/rss+xml")
        },
        HostileSite("sitemap-from-the-future", front: "/sitemap.xml") { request in
            .text(
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                    + (0..<30_000).map {
                        "<url><loc>http://\(request.host)/\($0 % 500)</loc><lastmod>99999999999-13-32</lastmod>"
                            + "<priority>1e999</priority></url>"
                    }.joined() + "</urlset>", type: "application/xml")
        },
    ]

    private static func sitemapIndex(_ addresses: [String]) -> [UInt8] {
        Array(
            ("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + addresses.map { "<sitemap><loc>\($0)</loc></sitemap>" }.joined() + "</sitemapindex>").utf8)
    }
}
