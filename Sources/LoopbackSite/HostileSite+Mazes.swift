// Addresses without end: redirects, links, sitemaps and feeds.

extension HostileSite {
    /// Any host whose name ends like this belongs to the maze of hosts: a registrable domain (no name under `.test` is
    /// one).
    package static let mazeOfHosts = "maze-of-hosts.org"

    static let mazes = [
        HostileSite("redirect-grows-its-query") {
            .redirect(to: $0.target + ($0.query == nil ? "?" : "&") + "a=1")
        },
        HostileSite("redirect-grows-its-path") { .redirect(to: "/a" + $0.path) },
        HostileSite("redirect-with-controls") { _ in
            .script([
                .text("HTTP/1.1 302 Found\r\nLocation: /a\u{1}\u{b}\tb\u{7f}\rX-Forged: yes\r\n\r\n"), .close,
            ])
        },
        HostileSite("redirect-to-nowhere") { request in
            let number = Int(request.path.dropFirst()) ?? -1
            guard nowhere.indices.contains(number) else {
                return .text(links(nowhere.indices.map { "/\($0)" }))
            }
            return .redirect(to: nowhere[number])
        },
        HostileSite("links-to-nowhere") { _ in .text(links(nowhere)) },
        HostileSite("redirect-of-90-kilobytes") { _ in
            .redirect(to: "/" + String(repeating: "%41", count: 30_000))
        },
        HostileSite("redirect-without-location") { _ in .text(paragraph, status: 301) },
        HostileSite("redirect-over-hosts") { request in
            .redirect(to: "http://\(Int(request.path.dropFirst()) ?? 0).\(mazeOfHosts)/")
        },
        HostileSite("maze-of-hosts", host: "0." + mazeOfHosts) { request in
            let number = Int(request.host.prefix { $0 != "." }) ?? 0
            return .text(links((1...20).map { "http://\(number &* 20 &+ $0).\(mazeOfHosts)/" }))
        },
        HostileSite("refresh-chain") { request in
            let step = Int(request.path.dropFirst(3)) ?? 0
            return .text("<meta http-equiv=refresh content=\"0; url=/r/\(step &+ 1)\">" + paragraph)
        },
        HostileSite("refresh-chain-in-the-head") { request in
            let step = Int(request.path.dropFirst(3)) ?? 0
            return .text(paragraph, fields: [("Refresh", "0; url=/r/\(step &+ 1)")])
        },
        HostileSite("sessions-in-paths") { request in
            let number = request.target.utf8.count &* 31
            return .text(links((0..<50).map { "\(request.path);jsessionid=\(number &+ $0)" }))
        },
        HostileSite("sessions-in-queries") { request in
            let seen = Int((request.query ?? "").drop { $0 != "=" }.dropFirst()) ?? 1
            return .text(links((0..<50).map { "/page?view=\(seen &* 50 &+ $0)" }))
        },
        HostileSite("orders-of-a-query") { request in
            let names = ["a", "b", "c", "d", "e", "f"]
            let turn = request.target.utf8.count % 6
            return .text(
                links(
                    (0..<36).map {
                        "/list?\(names[($0 + turn) % 6])=\($0)&\(names[$0 / 6])=1&\(names[turn])=2"
                    }))
        },
        HostileSite("relative-paths") { _ in .text(links(["a/", "b/", "../c/", "./d/?e", "//", "/./../f/"]))
        },
        HostileSite("canonical-elsewhere") { request in
            let page = Int(request.path.dropFirst()) ?? 0
            return .text(
                """
                <!doctype html><link rel=canonical href="/\(page &+ 1)"><link rel=canonical href="http://10.0.0.1/">
                <link rel=next href="/\(page &+ 2)"><link rel=amphtml href="/\(page &+ 3)">\(paragraph)
                """)
        },
        HostileSite("next-page-for-ever") { request in
            let page = Int((request.query ?? "").drop { $0 != "=" }.dropFirst()) ?? 0
            return .text(
                "<title>Results</title><p>Nothing found.</p><a href=\"/?page=\(page &+ 1)\">next</a>")
        },
        HostileSite("error-with-links") { request in
            let page = Int(request.path.dropFirst()) ?? 0
            return .text(links((0..<100).map { "/\(page &* 100 &+ $0)" }), status: 404)
        },
        HostileSite("cookie-needed") { request in
            .answer(
                SiteResponse.Answer(
                    status: 302,
                    fields: [
                        ("Set-Cookie", "seen=\(request.connection)"), ("Location", request.target),
                    ]))
        },
    ]

    static func links(_ targets: [String]) -> String {
        "<!doctype html><title>Ways</title>\n"
            + targets.map { "<p><a href=\"\($0)\">Way on to the next of many</a></p>\n" }.joined()
    }

    /// What stands where a URL should.
    private static let nowhere = [
        "javascript:location='http://10.0.0.1/'", "data:text/html,<a href=http://10.0.0.1/>in</a>",
        "gopher://127.0.0.1:25/_HELO", "blob:http://a/b", "about:blank", "http://", "http:///", "http://[::1",
        "http://a:99999/", "http://user:secret@10.0.0.1/", "//10.0.0.1", "\\\\10.0.0.1\\share",
        "http://10.0.0.1:22/", "http://127.1:1/", "http://0177.0.0.1:1/", "http://a..b/", "http://\u{ff0e}/",
        "http://" + String(repeating: "a.", count: 200) + "test/", "http://%00/", "http://xn--/",
        "ws://10.0.0.1/",
    ]
}

// MARK: - Sitemaps and feeds

extension HostileSite {
    static let lists = [
        HostileSite("sitemaps-of-sitemaps", front: "/sitemap.xml") { request in
            let number = Int(request.path.dropFirst("/sitemap".count).prefix { $0 != "." }) ?? 0
            return .bytes(
                index((0..<100).map { "http://\(request.host)/sitemap\(number &* 100 &+ $0 &+ 1).xml" }),
                type: "application/xml")
        },
        HostileSite("sitemap-of-itself", front: "/sitemap.xml") { request in
            .bytes(index(["http://\(request.host)/sitemap.xml"]), type: "application/xml")
        },
        HostileSite("packed-sitemap-bomb", front: "/sitemap.xml.gz") { _ in
            .bytes(
                GzipBytes.stored(GzipBytes.stored(GzipBytes.bomb(matches: 800_000))), type: "application/gzip"
            )
        },
        HostileSite("entities-of-entities", front: "/feed.xml") { _ in
            .text(entities, type: "application/rss+xml")
        },
        HostileSite("entities-from-files", front: "/feed.xml") { _ in
            .text(
                """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY own SYSTEM "file:///etc/passwd">
                <!ENTITY % far SYSTEM "http://10.0.0.1/more.dtd"> %far;]>
                <rss version="2.0"><channel><item><title>&own;</title><link>http://10.0.0.1/?&own;</link></item></channel></rss>
                """, type: "application/rss+xml")
        },
        HostileSite("endless-feed", front: "/feed.xml") { _ in
            .script(
                head: ["Content-Type: application/rss+xml"],
                then: [.text("<rss version=\"2.0\"><channel>"), .repeatForever(items, every: .zero)])
        },
        HostileSite("feed-of-depths", front: "/feed.xml") { _ in
            .text(
                "<rss version=\"2.0\"><channel>" + String(repeating: "<a>", count: 2_000_000),
                type: "application/rss+xml")
        },
        HostileSite("feed-of-attributes", front: "/feed.xml") { _ in
            .text(
                "<rss version=\"2.0\" " + (0..<300_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>",
                type: "application/rss+xml")
        },
        HostileSite("broken-feed", front: "/feed.xml") { _ in
            .text(
                "<rss version=\"2.0\"><channel>"
                    + String(repeating: "<item><link>/a&b<c</link><title>&nbsp;&&</item>", count: 150_000),
                type: "application/rss+xml")
        },
        HostileSite("addresses-as-text", front: "/sitemap.txt") { request in
            .text(
                (0..<200_000).map { "http://\(request.host)/\($0 % 60_000)" }.joined(separator: "\n"),
                type: "text/plain")
        },
    ]

    private static func index(_ addresses: [String]) -> [UInt8] {
        Array(
            ("<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + addresses.map { "<sitemap><loc>\($0)</loc></sitemap>" }.joined() + "</sitemapindex>").utf8)
    }

    /// Ten times ten times … ten: a thousand million laughs.
    private static let entities =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">"
        + (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        + "]><rss version=\"2.0\"><channel><title>&l9;</title><item><title>&l9;</title><link>/&l9;</link></item></channel></rss>"

    private static let items = Array(
        (0..<200).map { "<item><title>Item</title><link>/item/\($0)</link><guid>\($0)</guid></item>\n" }
            .joined()
            .utf8)
}
