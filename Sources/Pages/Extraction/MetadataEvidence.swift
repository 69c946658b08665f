import HTMLTree

/// What a page says about itself, as it stands in the page: collected in one walk, not yet weighed.
struct MetadataEvidence {
    /// A `meta` element; names in lower case.
    struct Meta {
        let name: String
        let content: String
    }

    /// A line of visible text: what stands between two block boundaries or line breaks.
    struct Line {
        /// Its place in `text`; not more than `maximumLineBytes`.
        var range: Range<Int>
        var marks: MetadataMarks
        /// It went on.
        var isCut: Bool
    }

    struct Heading {
        let node: HTMLNodeID
        let text: String
        /// The number of its first line.
        let line: Int
        let marks: MetadataMarks
    }

    /// A `time` element, or one with a microdata date.
    struct Time {
        /// `datetime` or `content`, else its text.
        let value: String
        let line: Int
        let marks: MetadataMarks
    }

    /// The text of an element that names an author.
    struct Byline {
        let range: Range<Int>
        let line: Int
        let marks: MetadataMarks
    }

    /// Lines are cut there: a longer one is no byline, but its beginning may be a dateline.
    static let maximumLineBytes = 260
    /// Further lines are not noted.
    static let maximumLines = 30_000
    /// Further elements of one sort are not noted.
    static let maximumItems = 2_000
    /// Structured data beyond this many bytes is not read.
    static let maximumLinkedBytes = 6 << 20

    var metas: [Meta] = []
    var linkedData: [MetadataJSON] = []
    /// The `title` element; empty if there is none.
    var documentTitle = ""
    /// `lang` of the `html` element.
    var language: String?
    /// Lines one after the other, each followed by a line feed.
    var text: [UInt8] = []
    var lines: [Line] = []
    var headings: [Heading] = []
    var times: [Time] = []
    var bylines: [Byline] = []
    /// The number of the first line inside the body the caller named; nil if it named none.
    var bodyLine: Int?

    /// The content of the first meta element with one of these names, the names tried in order.
    func meta(_ names: String...) -> String? {
        for name in names {
            if let content = metas.first(where: { $0.name == name })?.content { return content }
        }
        return nil
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
