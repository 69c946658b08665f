/// The main content of a page and what the page says about it.
package struct Article: Sendable, Hashable {
    /// Nil if the page has none.
    package var title: String?
    /// Names as the page gives them; empty if it names nobody.
    package var authors: [String] = []
    /// RFC 3339: a date alone where no time is known; nil if no date was found.
    package var published: String?
    package var modified: String?
    /// Name of the site.
    package var site: String?
    /// BCP 47, as declared, else detected; nil if neither.
    package var language: String?
    package var section: String?
    /// Absolute URLs.
    package var canonical: String?
    package var image: String?
    /// The main content in document order.
    package var blocks: [ArticleBlock] = []

    package init() {}

    /// Plain text: blocks separated by blank lines, list items and table rows by line ends. No line end at the end.
    package var text: String { ArticleText.plain(blocks) }
    /// The same in Markdown (CommonMark, tables of GFM).
    package var markdown: String { ArticleText.markdown(blocks) }
}

/// One block of an article.
package struct ArticleBlock: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case paragraph
        /// 1 to 6.
        case heading(level: Int)
        /// `depth` 0 is the outermost list that has an item in the text; `number` nil in an unordered one. `showsNumber`: the
        /// reader of the page sees the number, so that it is a part of the text.
        case listItem(depth: Int, number: Int?, showsNumber: Bool = false)
        case quote
        /// One row; cells separated by tabs in `text`; `isHeader` for th.
        case tableRow(isHeader: Bool)
        case code
    }

    package let kind: Kind
    /// Plain, with white space collapsed (kept in code).
    package let text: String
    /// The same with links and emphasis in Markdown; nil: as `text`, escaped.
    package let markdown: String?

    package init(kind: Kind, text: String, markdown: String? = nil) {
        self.kind = kind
        self.text = text
        self.markdown = markdown
    }
}
