/// A site that a crawl must come through: the crawl goes on, memory stays bounded, the other hosts keep their pace.
///
/// Each is a virtual host of its own, so that one crawl can meet them all at once. Its front page `/` shows what it does;
/// `/robots.txt` allows everything, unless that is where the mischief lies.
package struct HostileSite: Sendable {
    /// What it does, as a host label: "endless-page".
    package let name: String
    /// Reached over https with the certificate of another name; all others over http.
    package let isSecure: Bool
    private let front: String
    private let answer: LoopbackServer.Responder

    package let host: String
    /// The URL of the front page.
    package var seed: String { (isSecure ? "https://" : "http://") + host + front }

    package func respond(_ request: SiteRequest) -> SiteResponse {
        if request.path == "/robots.txt", !name.hasPrefix("robots-") {
            return .text("User-agent: *\nAllow: /\n", type: "text/plain")
        }
        return answer(request)
    }

    /// `front` is the target that the crawl begins with; `host` nil means the name under `hostile.test`.
    init(
        _ name: String, isSecure: Bool = false, host: String? = nil, front: String = "/",
        _ answer: @escaping LoopbackServer.Responder
    ) {
        self.name = name
        self.isSecure = isSecure
        self.host = host ?? name + ".hostile.test"
        self.front = front
        self.answer = answer
    }

    /// The hosts of one server that is all of them.
    package static var hosts: [String: LoopbackServer.Responder] { hosts(of: all) }

    package static func hosts(of sites: [HostileSite]) -> [String: LoopbackServer.Responder] {
        sites.reduce(into: [:]) { hosts, site in hosts[site.host] = { site.respond($0) } }
    }

    /// What a TLS front must get wrong for the secure ones.
    package static var certificateFaults: [String: TLSFront.Fault] {
        Dictionary(uniqueKeysWithValues: all.filter(\.isSecure).map { ($0.host, .otherName) })
    }

    package static func named(_ name: String) -> HostileSite? { all.first { $0.name == name } }

    /// Those that the specification lists.
    package static let all: [HostileSite] = connections + bodies + heads + redirects + pages + robots
    /// More of the kind: what else a server can do wrong, by mistake or on purpose.
    package static let further: [HostileSite] =
        slownesses + framings + oddHeads + packings + mazes + lists + markups + robotsFiles
    /// And of those that are told from the first by what they make a crawler compute, remember or believe.
    package static let subtle: [HostileSite] = texts + tedious + exchanges + slowRules + packedLists
}

// MARK: - The connection

extension HostileSite {
    static let html = "Content-Type: text/html; charset=utf-8"
    static let paragraph = "<p>One line of a page that will not end well.</p>\n"

    private static let connections = [
        HostileSite("no-answer") { _ in .script([.hold]) },
        HostileSite("closes-at-once") { _ in .script([.close]) },
        HostileSite("resets-at-once") { _ in .script([.reset]) },
        HostileSite("one-byte-a-second") { _ in
            .script(head: [html], then: [.repeatForever([UInt8(ascii: "x")], every: .seconds(1))])
        },
        HostileSite("reset-in-the-middle") { _ in
            .script(
                head: [html, "Content-Length: 100000"],
                then: [.text(paragraph), .pause(.milliseconds(30)), .reset])
        },
        HostileSite("stops-in-the-middle") { _ in
            .script(head: [html, "Content-Length: 100000"], then: [.text(paragraph), .hold])
        },
        HostileSite("wrong-certificate", isSecure: true) { _ in .text(paragraph) },
    ]
}

// MARK: - The body on the wire

extension HostileSite {
    private static let bodies = [
        HostileSite("endless-page") { _ in
            .script(
                head: [html],
                then: [.text("<!doctype html><title>Endless</title>\n"), .repeatForever(wide, every: .zero)])
        },
        HostileSite("endless-chunks") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked"], then: [.repeatForever(wideChunk, every: .zero)])
        },
        HostileSite("length-too-long") { _ in
            .script(head: [html, "Content-Length: 5000"], then: [.text(paragraph), .close])
        },
        HostileSite("length-too-short") { _ in
            .script(head: [html, "Content-Length: 10"], then: [.text(paragraph), .close])
        },
        HostileSite("bad-chunk-size") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked"],
                then: [.text("5\r\nhello\r\nZZ\r\n"), .text(paragraph), .close])
        },
        HostileSite("huge-chunk-size") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked"],
                then: [.text("5\r\nhello\r\nffffffffffffffffff\r\n"), .text(paragraph), .close])
        },
        HostileSite("chunks-cut-off") { _ in
            .script(
                head: [html, "Transfer-Encoding: chunked"],
                then: [.text("5\r\nhello\r\n100\r\nshort"), .close])
        },
        HostileSite("gzip-bomb") { _ in gzipped(bomb) },
        HostileSite("gzip-cut-off") { _ in gzipped(Array(GzipBytes.stored(article).prefix(article.count / 2)))
        },
        HostileSite("garbage-as-gzip") { _ in gzipped(article) },
        HostileSite("nested-gzips") { _ in
            .bytes(
                nested,
                fields: [("Content-Encoding", Array(repeating: "gzip", count: 100).joined(separator: ", "))])
        },
    ]

    private static let wide = Array(String(repeating: paragraph, count: 300).utf8)
    private static let wideChunk = Array("\(String(wide.count, radix: 16))\r\n".utf8) + wide + [13, 10]
    private static let article = Array(
        ("<!doctype html><title>Article</title><article>" + String(repeating: paragraph, count: 40)
            + "</article>").utf8)

    /// 200 MB of zeros in 200 KB.
    private static let bomb = GzipBytes.bomb(matches: 800_000)
    private static let nested = (0..<100).reduce(article) { bytes, _ in GzipBytes.stored(bytes) }

    private static func gzipped(_ bytes: [UInt8]) -> SiteResponse {
        .bytes(bytes, fields: [("Content-Encoding", "gzip")])
    }
}

// MARK: - The head

extension HostileSite {
    private static let heads = [
        HostileSite("endless-headers") { _ in
            .script([
                .text("HTTP/1.1 200 OK\r\n"),
                .repeatForever(Array("X-More: \(String(repeating: "m", count: 400))\r\n".utf8), every: .zero),
            ])
        },
        HostileSite("endless-header-line") { _ in
            .script([
                .text("HTTP/1.1 200 OK\r\nX-More: "),
                .repeatForever([UInt8](repeating: 0x6d, count: 4000), every: .zero),
            ])
        },
        HostileSite("endless-early-hints") { _ in
            .script([
                .repeatForever(Array("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n".utf8), every: .zero)
            ])
        },
        HostileSite("http-0-9") { _ in .script([.text("<html>\(paragraph)</html>"), .close]) },
        HostileSite("nul-in-header") { _ in
            .script(head: [html, "X-Odd: a\0b", "Content-Length: 2"], then: [.text("ok"), .close])
        },
        HostileSite("header-without-colon") { _ in
            .script(head: [html, "this line has none", "Content-Length: 2"], then: [.text("ok"), .close])
        },
        HostileSite("disagreeing-headers") { _ in
            .script(
                head: [
                    html, "Content-Type: image/png", "Content-Length: 12",
                    "Content-Length: \(paragraph.utf8.count)",
                    "Location: /a", "Location: /b",
                ], then: [.text(paragraph), .close])
        },
        HostileSite("cookie-flood") { request in
            .text(
                paragraph,
                fields: (0..<400).map {
                    ("Set-Cookie", "c\($0)\(request.connection)=\(String(repeating: "v", count: 400))")
                })
        },
    ]
}

// MARK: - Redirects

extension HostileSite {
    private static let redirects = [
        HostileSite("redirect-loop") { .redirect(to: $0.path == "/" ? "/again" : "/") },
        HostileSite("redirect-to-itself") { .redirect(to: $0.target) },
        HostileSite("redirect-chain") { request in
            let step = Int(request.path.dropFirst(6)) ?? 0
            return step < 50
                ? .redirect(to: "/step/\(step + 1)") : .text("<title>The end</title>" + paragraph)
        },
        HostileSite("redirect-to-file") { _ in .redirect(to: "file:///etc/passwd") },
        HostileSite("redirect-to-ftp") { _ in .redirect(to: "ftp://files.hostile.test/a") },
        HostileSite("redirect-inward") { request in
            let number = Int(request.path.dropFirst()) ?? -1
            guard inward.indices.contains(number) else {
                return .text(
                    inward.indices.map { "<p><a href=\"/\($0)\">Way \($0) in</a></p>" }.joined(
                        separator: "\n"))
            }
            return .redirect(to: inward[number])
        },
    ]

    /// Addresses that no page must make us ask.
    package static let inward = [
        "http://10.0.0.1/", "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/",
        "http://[fd00::1]/",
        "http://[::ffff:10.0.0.1]/", "http://0.0.0.0/", "http://0x0a000001/", "http://167772161/",
    ]
}

// MARK: - Pages

extension HostileSite {
    private static let pages = [
        HostileSite("calendar-trap") { request in
            let day = Int(request.path.dropFirst(5)) ?? 0
            return .text(
                """
                <!doctype html><title>Day \(day)</title><p>Nothing happens on day \(day).</p>
                <a href="/day/\(day &+ 1)">tomorrow</a> <a href="/day/\(day &+ 1)?view=week">week</a>
                <a href="/day/\(day &- 1)">yesterday</a>
                """)
        },
        HostileSite("many-links") { request in
            request.path == "/" ? .bytes(manyLinks) : .text("<title>One of many</title>" + paragraph)
        },
        HostileSite("nested-tags") { _ in .script(head: [html, "Content-Length: 30000000"], then: nestedTags)
        },
        HostileSite("many-paragraphs") { _ in .bytes(manyParagraphs) },
        HostileSite("long-base") { _ in .bytes(longBase) },
        HostileSite("long-url") { request in
            request.path == "/redirect"
                ? .redirect(to: "/" + String(repeating: "r", count: 1_000_000))
                : .text(
                    "<a href=\"/\(String(repeating: "u", count: 1_000_000))\">long</a> <a href=\"/redirect\">there</a>"
                )
        },
        HostileSite("invalid-utf8") { _ in
            .bytes(
                Array("<!doctype html><title>".utf8) + invalid + Array("</title><a href=\"/".utf8) + invalid
                    + Array("\">".utf8) + invalid + Array("</a><p>".utf8) + invalid)
        },
        HostileSite("soft-404") { request in
            .text(
                """
                <!doctype html><title>Welcome</title><p>What you look for is not here.</p>
                <a href="\(request.path)/more">more</a> <a href="/missing/\(request.path.utf8.count)">other</a>
                """)
        },
    ]

    private static let manyLinks = Array(
        ("<!doctype html><title>Links</title>\n"
            + (0..<100_000).map { "<a href=\"/page/\($0).html\">Page number \($0)</a>\n" }.joined()).utf8)
    /// More blocks than any page of people, each in an element with hints.
    private static let manyParagraphs = Array(String(repeating: "<p class=related>a", count: 500_000).utf8)
    /// Every short reference stands for sixty thousand bytes.
    private static let longBase = Array(
        ("<base href=\"/\(String(repeating: "b", count: 60_000))/\">\n"
            + String(repeating: "<a href=c>d</a>", count: 30_000)).utf8)
    private static let nestedTags: [SiteResponse.Step] = [
        .repeat(Array(String(repeating: "<div>", count: 6000).utf8), times: 1000)
    ]
    /// Bytes that never stand in UTF-8, cut characters, surrogates, too long forms.
    private static let invalid: [UInt8] = [
        0xff, 0xfe, 0xc3, 0x28, 0xe2, 0x82, 0xed, 0xa0, 0x80, 0xc0, 0xaf, 0xf5, 0x80,
    ]
}

// MARK: - robots.txt

extension HostileSite {
    private static let robots = [
        robots("robots-huge") {
            .script(head: ["Content-Type: text/plain"], then: [.repeat(rules, times: 10_000), .close])
        },
        robots("robots-endless") {
            .script(head: ["Content-Type: text/plain"], then: [.repeatForever(rules, every: .zero)])
        },
        robots("robots-is-html") {
            .text("<!doctype html><title>Home</title>\n<p>User-agent: *</p>\n<p>Disallow: /</p>")
        },
        robots("robots-redirects-to-itself") { .redirect(to: "/robots.txt") },
        robots("robots-never-answers") { .script([.hold]) },
        robots("robots-is-unavailable") { .text("<p>Busy.</p>", status: 503) },
    ]

    private static func robots(_ name: String, _ answer: @escaping @Sendable () -> SiteResponse)
        -> HostileSite
    {
        HostileSite(name) { $0.path == "/robots.txt" ? answer() : .text("<title>A page</title>" + paragraph) }
    }

    /// 10 KB of rules.
    private static let rules = Array(
        ("User-agent: *\n" + (0..<400).map { "Disallow: /private/\($0)/*\n" }.joined()).utf8.prefix(10_000))
}
