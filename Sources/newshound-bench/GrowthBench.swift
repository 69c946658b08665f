import HTMLTree

/// How the time of a parse grows with the size of a hostile page: 1, 10 and 50 MB of one shape.
///
/// In proportion would be 1 : 10 : 50; what the tables and caches of a larger page cost is let pass up to
/// 1 : 12 : 70.
enum GrowthBench {
    private static let megabytes = [1, 10, 50]
    private static let allowed = [1.0, 12.0, 70.0]
    /// What takes less for the small page counts as this: there a cache that holds it all makes the time, not the parser.
    private static let leastSeconds = 0.001

    /// Shapes by their names; each is repeated until the page is large enough.
    private static let shapes: KeyValuePairs<String, (start: String, piece: String)> = [
        "nested tags": ("", "<div>"),
        "nested tags of many names": ("", "<div><x-a><ul><li><span><section>"),
        "unclosed formatting elements": ("", "<b><i>x"),
        "formatting elements, paragraphs": ("", "<p><font size=1><b>x"),
        "misnested formatting elements": ("", "<a><b>x</a><p>y</b>"),
        "attributes": ("<p", " a=1 b=2 c"),
        "attributes of many elements": ("", "<p a=1 b='2' c=\"3\" d>"),
        "names of attributes": ("<p", " abcdefghijklmnop"),
        "one attribute": ("<p title='", "0123456789"),
        "references": ("", "&amp;&notit;&#x41;&nope"),
        "references in an attribute": ("<p title='", "&amp;&notit;&#65"),
        "<a": ("", "<a"),
        "<a>": ("", "<a>"),
        "text in a table": ("<table>", "x<tr>"),
        "comments": ("", "<!--x-->"),
        "an open comment": ("<!--", "<!-- --!"),
        "script": ("<script>", "<!--<script>"),
        "templates": ("", "<template>"),
        "foreign elements": ("<svg>", "<g><desc><p>"),
        "options": ("<select>", "<option>x<optgroup>"),
        "end tags": ("<div>", "</p></br></x>"),
        "zero bytes": ("", "\0"),
    ]

    /// Whether every shape grows as it may.
    static func run(rounds: Int) -> Bool {
        print(row("shape", megabytes.map { "\($0) MB" }, "ratio"))
        var isWithin = true
        for (name, shape) in shapes {
            let seconds = megabytes.map { cost(of: shape, megabytes: $0, rounds: rounds) }
            let ratios = seconds.map { $0 / max(seconds[0], leastSeconds) }
            let fits = zip(ratios, allowed).allSatisfy { $0 <= $1 }
            isWithin = isWithin && fits
            print(
                row(
                    name, seconds.map { "\(Int(($0 * 1_000).rounded())) ms" },
                    ratios.map { "\(($0 * 10).rounded() / 10)" }.joined(separator: " : ")
                        + (fits ? "" : "  OVER")))
        }
        return isWithin
    }

    private static func cost(of shape: (start: String, piece: String), megabytes: Int, rounds: Int) -> Double
    {
        let size = megabytes * 1_000_000
        var page = Array(shape.start.utf8)
        page.reserveCapacity(size + 64)
        let piece = Array(shape.piece.utf8)
        while page.count < size { page += piece }
        // The small page takes so little that one pass says nothing.
        return ProcessCost.best(of: megabytes == 1 ? rounds * 3 : rounds) {
            HTMLDocument(parsing: page).nodeCount
        }.seconds
    }

    private static func row(_ name: String, _ cells: [String], _ last: String) -> String {
        func padded(_ text: String, _ width: Int, left: Bool) -> String {
            let blanks = String(repeating: " ", count: max(0, width - text.count))
            return left ? text + blanks : blanks + text
        }
        return padded(name, 34, left: true) + cells.map { padded($0, 11, left: false) }.joined() + "   "
            + last
    }
}
