// Text that is hard to compare, to break into characters or to decode, and bodies that are not what their head says.

extension HostileSite {
    static let texts =
        characters.map { name, start, row, count, end in
            let body = Array((start + String(repeating: row, count: count) + end).utf8)
            return HostileSite(name) { _ in .bytes(body) }
        } + [
            HostileSite("names-of-marks") { _ in
                .text(
                    links([
                        "http://e" + String(repeating: "\u{301}\u{323}", count: 20_000) + ".test/",
                        "http://" + String(repeating: "\u{df}\u{3c2}\u{200d}", count: 5_000) + ".test/",
                        "http://" + String(repeating: "\u{fdfa}", count: 5_000) + ".test/",
                        "http://xn--" + String(repeating: "a-", count: 30_000) + "9999999.test/",
                    ]))
            },
            HostileSite("three-charsets") { request in
                let page = Int(request.path.dropFirst()) ?? 0
                return .bytes(
                    [0xfe, 0xff]
                        + "<?xml encoding=\"utf-32\"?><meta charset=shift_jis><a href=\"/\(page &+ 1)\">on</a>"
                        .utf16
                        .flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
                    type: "text/html; charset=gb18030")
            },
            HostileSite("charset-of-four-bytes") { _ in
                .bytes(fourByteForms, type: "text/html; charset=gb18030")
            },
            HostileSite("page-is-an-archive") { _ in
                .bytes([0x50, 0x4b, 3, 4] + noise + noise)
            },
            HostileSite("page-is-gzip-itself") { _ in .bytes(GzipBytes.bomb(matches: 800_000)) },
            HostileSite("packed-page-and-rubbish") { _ in
                .bytes(packedAndRubbish, fields: [("Content-Encoding", "gzip")])
            },
            HostileSite("packed-links") { request in
                request.path == "/"
                    ? .bytes(packedLinks, fields: [("Content-Encoding", "gzip")])
                    : .text("<title>Beyond</title>" + paragraph)
            },
        ]

    /// Pages that are small and take long to read, of several hosts: each leads to forty more of the kind.
    static let tedious = (0..<8).map { number in
        HostileSite("tedious-\(number)") { request in
            let ways = (0..<40).map { "<a href=\"/\(request.target.utf8.count % 5)/\($0)\">On</a>" }
            return .bytes(Array(ways.joined().utf8) + nestedLists)
        }
    }
    private static let nestedLists = Array(String(repeating: "<ul><li>x", count: 55_000).utf8)

    /// Name, beginning, what is repeated, how often, and the end.
    private static let characters: [(String, String, String, Int, String)] = [
        ("one-character-of-marks", "<title>a", "\u{301}\u{323}", 2_000_000, "</title><p>a"),
        ("marks-in-prose", "<article><p>A", "\u{323}\u{301}\u{327}", 1_500_000, ".</p></article>"),
        ("flags", "<title>", "\u{1f1e9}\u{1f1ea}", 1_000_000, "</title>"),
        ("joined-people", "<article><p>", "\u{1f468}\u{200d}", 1_200_000, "</p></article>"),
        ("hangul", "<article><p>", "\u{1100}\u{1161}\u{11a8}", 900_000, "</p></article>"),
        ("no-width", "<article><p>", "\u{200b}\u{2060}\u{feff}", 900_000, "word</p></article>"),
        ("turned-around", "<article><p>", "\u{202e}\u{2066}a", 1_100_000, "</p></article>"),
        ("blanks", "<pre>", " \t\n", 3_000_000, "</pre>"),
        ("sentences-of-a-letter", "<article><p>", "A. ", 3_000_000, "</p></article>"),
        ("commas", "<article><p>", "a, ", 3_000_000, "</p></article>"),
        ("digits", "<article><p>", "9", 9_000_000, "</p></article>"),
        ("address-in-text", "<article><p>http://", "a.", 4_000_000, "</p></article>"),
        ("slashes", "<a href=\"http://slashes.hostile.test", "/../.", 1_500_000, "\">on</a>"),
        ("percents", "<a href=\"/", "%25", 2_500_000, "\">on</a>"),
        ("wide-cells", "<table><tr>", "<td colspan=65534 rowspan=65534>a", 250_000, "</table>"),
        (
            "items-in-items", "", "<div itemscope itemtype=http://schema.org/NewsArticle itemprop=a>",
            140_000, ""
        ),
        ("classes", "<div class=\"", "article related ", 550_000, "\">a</div>"),
        (
            "elements-of-attributes", "", "<p a b c d e f g h i j k l m n o p q r s t u v w x y z>a", 150_000,
            ""
        ),
        ("scripts", "", "<script>a</script>", 500_000, ""),
        ("shadows", "", "<div><template shadowrootmode=open>", 250_000, ""),
        ("pictures-as-text", "", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">", 160_000, ""),
        ("captions", "", "<figure><figcaption>a", 400_000, ""),
        ("quotations", "<article>", "<blockquote>", 700_000, "a"),
        ("forms-in-forms", "", "<form><div></form>", 480_000, ""),
        ("buttons", "", "<button><p>", 750_000, ""),
        ("noscripts", "", "<noscript><a href=/a>", 400_000, ""),
        ("rubies", "<article>", "<ruby>a<rt>b", 700_000, ""),
        ("labels", "<article>", "<p id=a aria-labelledby=a>b", 300_000, ""),
    ]

    /// The four-byte forms of GB 18030, of which most stand for nothing (WHATWG Encoding §10.2.1).
    private static let fourByteForms: [UInt8] = (0..<2_000_000).flatMap { number -> [UInt8] in
        [0xfe, 0x30 + UInt8(number % 10), 0x81 + UInt8(number % 126), 0x39]
    }

    private static let packedAndRubbish =
        GzipBytes.stored(Array(("<title>Whole</title>" + paragraph).utf8))
        + Array(repeatElement(noise, count: 1000).joined())

    /// Links that differ, a million bytes of them, packed with nothing gained.
    private static let packedLinks = GzipBytes.stored(
        Array((0..<40_000).map { "<a href=/\($0)>Page \($0)</a>\n" }.joined().utf8))
}
