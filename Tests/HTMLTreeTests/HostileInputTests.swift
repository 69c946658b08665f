import HTMLTree
import Testing

/// Pages that nobody writes by accident: whatever the bytes are, there is a consistent tree.
struct HostileInputTests {
    /// A page that visits most states and insertion modes.
    private static let nasty = """
        <!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" 'http://a/b'>\r\n<!--x--!><html a=1><head>
        <title>&lt;&#x41;</title>
        <script><!--<script>1</script>--></script><style>a<b</style><noscript><link></noscript><base>
        </head>\0<body b='&amp;"'>
        <p>a<b>b<i>c</p>d</b>e<table>f<caption>g</caption><colgroup><col><tr><td>h<table><th>i</table>j
        <select><option>k
        <optgroup><hr><input></select></table><svg viewBox=1><![CDATA[l]]>m<foreignObject><p>n
        </foreignObject><g/></svg>
        <math><mi>o</mi><annotation-xml encoding="text/html"><b>p</annotation-xml></math><template><tr>
        <td>q</template>
        <form><button>r<button></form><a>s<div><a>t</a></div><ul><li>u<li>v</ul><dl><dt>w<dd>x</dl><pre>\ny
        </pre>
        <textarea>&notin;\0</textarea><iframe><p></iframe><ruby>z<rt>1</ruby><nobr><nobr></nobr><select>
        <button>
        <selectedcontent></selectedcontent></button><option selected>2<b>3</select><frameset><h1>4<h2>5
        </h1></body></html>6<!--
        """

    @Test func `every beginning of a page is a page`() {
        let bytes = Array(HostileInputTests.nasty.utf8)
        for count in 0...bytes.count {
            let document = HTMLDocument(parsing: Array(bytes[..<count]))
            #expect(document.inconsistency == nil, "\(count) bytes")
            #expect(document.documentElement != nil && document.head != nil)
        }
    }

    @Test func `every page with one byte changed is a page`() {
        let bytes = Array(HostileInputTests.nasty.utf8)
        for place in stride(from: 0, to: bytes.count, by: 7) {
            for byte: UInt8 in [0, 0x3C, 0x3E, 0x26, 0x22, 0x2D, 0xFF] {
                var changed = bytes
                changed[place] = byte
                #expect(HTMLDocument(parsing: changed).inconsistency == nil, "byte \(byte) at \(place)")
            }
        }
    }

    @Test func `random bytes are a page`() {
        var random = SeededGenerator(seed: 11)
        let likely = Array("<></=\"'&;!-#x abptdivsvgtable \n".utf8)
        for _ in 0..<400 {
            let count = Int.random(in: 0..<600, using: &random)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : likely.randomElement(using: &random) ?? 0
            }
            #expect(HTMLDocument(parsing: bytes).inconsistency == nil, "\(bytes)")
        }
    }

    @Test func `random tags are a page`() {
        var random = SeededGenerator(seed: 12)
        let names = """
            a b i p div table tbody tr td th caption colgroup col select option optgroup hr input button form
            svg math mi
            foreignObject desc annotation-xml template title script style frameset html head body li dd dt h1
            nobr font
            object textarea selectedcontent ruby rt rtc x-y
            """.split { $0 == " " || $0 == "\n" }
        for round in 0..<600 {
            var page = round % 3 == 0 ? "<!doctype html>" : ""
            for _ in 0..<Int.random(in: 1..<60, using: &random) {
                let name = names.randomElement(using: &random) ?? "p"
                switch Int.random(in: 0..<10, using: &random) {
                case 0...4: page += "<\(name)>"
                case 5: page += "<\(name) encoding=text/html color=1 selected>"
                case 6...8: page += "</\(name)>"
                default:
                    page +=
                        ["x", " ", "&lt;", "<!--c-->", "\0", "<![CDATA[y]]>"].randomElement(using: &random)
                        ?? ""
                }
            }
            #expect(HTMLDocument(page).inconsistency == nil, "\(page)")
        }
    }

    @Test(arguments: [
        String(repeating: "<a href=", count: 20_000),
        "<p a=\"" + String(repeating: "x", count: 1_000_000) + "\">y",
        String(repeating: "&", count: 100_000), String(repeating: "&#x41", count: 50_000),
        String(repeating: "<!--", count: 50_000),
        "<script>" + String(repeating: "<!--<script>", count: 20_000),
        "<title>" + String(repeating: "</titl", count: 50_000),
        String(repeating: "<table>x<td>&amp;</td>", count: 5_000),
        "<" + String(repeating: "n", count: 1_000_000),
        "<p " + String(repeating: "a", count: 1_000_000) + "=1>",
        String(repeating: "</b></i></a></p>", count: 20_000),
        "<!doctype " + String(repeating: "\"", count: 100_000),
        "<svg>" + String(repeating: "<![CDATA[]", count: 50_000),
        String(repeating: "\r", count: 200_000), String(repeating: "<b a='\0'>", count: 10_000),
    ])
    func `large and pointless pages are read to their end`(page: String) {
        #expect(HTMLDocument(page).inconsistency == nil)
    }

    @Test func `time grows no faster than the page`() {
        let units = ["<div>", "<b><p>", "<a href=1>x", "x</y>", "<table>x", "<font size=1><p>"]
        for unit in units {
            let clock = ContinuousClock()
            let small = HTMLDocumentTiming.fastest(of: 3, clock) {
                HTMLDocument(String(repeating: unit, count: 1_000))
            }
            let large = HTMLDocumentTiming.fastest(of: 2, clock) {
                HTMLDocument(String(repeating: unit, count: 10_000))
            }
            // A factor of 100 would be quadratic; a busy machine may well stretch 10 to 40.
            #expect(large < small * 50 + .milliseconds(100), "\(unit): \(small) and \(large)")
        }
    }
}

private enum HTMLDocumentTiming {
    static func fastest(of runs: Int, _ clock: ContinuousClock, _ parse: () -> HTMLDocument) -> Duration {
        (0..<runs).map { _ in clock.measure { _ = parse() } }.min() ?? .zero
    }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
