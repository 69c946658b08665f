package import FoundationEssentials
package import Pages
package import WARC

/// One page of the output of `extract`.
package struct ExtractionRow: Sendable {
    /// Where a page came from.
    package enum Source: Sendable {
        /// An HTML file, by its name below the folder that was given.
        case file(String)
        case record(RecordSource)
    }

    package let source: Source
    /// The page's address; nil if nobody knows it.
    package let url: String?
    /// Without blocks if the page has no main content.
    package let article: Article

    package init(source: Source, url: String?, article: Article) {
        self.source = source
        self.url = url
        self.article = article
    }

    /// Words of the text, separated by white space.
    package var wordCount: Int {
        article.blocks.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
    }

    /// The row as one line of JSON, with its line end.
    package var json: String {
        var object = JSONText()
        if case .file(let name) = source { object.add("file", name) }
        object.add("url", url)
        object.add("title", article.title)
        object.add("authors", article.authors)
        object.add("published", article.published)
        object.add("modified", article.modified)
        object.add("site", article.site)
        object.add("language", article.language)
        object.add("section", article.section)
        object.add("canonical", article.canonical)
        object.add("image", article.image)
        object.add("text", article.text)
        if case .record(let record) = source { object.add("source", record.json) }
        object.add("extractor", Extractor.name)
        return object.finished + "\n"
    }

    /// The text, headed by what identifies the page if it is one of several: address, title, authors and date.
    package func plainText(isHeaded: Bool) -> String {
        guard isHeaded else { return article.text + "\n" }
        var head = ["# " + (url ?? fileName ?? "page")]
        if let title = article.title, title != article.blocks.first?.text { head.append("Title: \(title)") }
        if !article.authors.isEmpty { head.append("Authors: \(article.authors.joined(separator: ", "))") }
        if let published = article.published { head.append("Published: \(published)") }
        return head.joined(separator: "\n") + "\n\n" + article.text + "\n\n"
    }

    /// Markdown with the facts of the page as front matter, and the title as its heading.
    package var markdown: String {
        var lines = ["---"]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("\(name): \(Self.yaml(value))") }
        }
        add("url", url)
        add("title", article.title)
        add("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: ", "))
        add("published", article.published)
        add("modified", article.modified)
        add("site", article.site)
        add("language", article.language)
        if case .record(let record) = source {
            add("source", "\(record.location.file)#\(record.location.offset)")
        }
        lines.append("---")
        let body = article.markdown
        if let title = article.title, !body.hasPrefix("# ") {
            lines += ["", "# " + ArticleText.escape(title.replacing("\n", with: " "))]
        }
        return lines.joined(separator: "\n") + "\n\n" + body + "\n\n"
    }

    private var fileName: String? { if case .file(let name) = source { name } else { nil } }

    private static func yaml(_ value: String) -> String {
        "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
            + "\""
    }
}

/// The record that a page was extracted from.
package struct RecordSource: Sendable {
    package let location: RecordLocation
    /// `WARC-Record-ID` without brackets; nil if the record has none.
    package let recordID: String?
    package let payloadDigest: String?
    package let captured: Date?

    package init(location: RecordLocation, recordID: String?, payloadDigest: String?, captured: Date?) {
        self.location = location
        self.recordID = recordID
        self.payloadDigest = payloadDigest
        self.captured = captured
    }

    var json: JSONText {
        var object = JSONText()
        object.add("file", location.file)
        object.add("offset", location.offset)
        object.add("length", location.length)
        object.add("record_id", recordID)
        object.add("payload_digest", payloadDigest)
        object.add("captured", captured.map { WARCDate.format($0) })
        return object
    }
}

/// What the rows call the extractor: it changes whenever the same page may give other text.
package enum Extractor {
    package static let name = "newshound/0.1.0"
}
