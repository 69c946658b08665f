import ArchiveTools
import Pages

/// How the rows of `extract` are written, and which are left out.
struct ExtractionText: Sendable {
    let format: ExtractCommand.Format
    /// True if the row is the only one, which needs no heading.
    let isOne: Bool
    let language: String?
    let minWords: Int?
    /// What the user knows of single sites.
    let hints: SiteHints
    private let records = ConversionRecords(software: "newshound/\(Version.number)")

    init(
        format: ExtractCommand.Format, isOne: Bool, language: String?, minWords: Int?,
        hints: SiteHints
    ) {
        self.format = format
        self.isOne = isOne
        self.language = language
        self.minWords = minWords
        self.hints = hints
    }

    /// Reads as much of a page as the rows show.
    var reader: PageReader { PageReader(parts: format == .markdown ? .markdown : [], hints: hints) }

    /// What stands before the first row.
    var head: [UInt8] { format == .warc ? records.head : [] }

    /// What is written of one page.
    struct Row: Sendable {
        /// The page's address, or the name of its file without its ending.
        let name: String
        let bytes: [UInt8]
        /// True if the page has main content.
        let isArticle: Bool
    }

    /// Nil: the row is left out.
    func row(of row: ExtractionRow) -> Row? {
        bytes(of: row).map {
            Row(name: Self.name(of: row), bytes: $0, isArticle: !row.article.blocks.isEmpty)
        }
    }

    private static func name(of row: ExtractionRow) -> String {
        guard case .file(let name) = row.source else { return row.url ?? "page" }
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private func bytes(of row: ExtractionRow) -> [UInt8]? {
        if let minWords, row.wordCount < minWords { return nil }
        if let language, !(row.article.language.map { Self.matches($0, language) } ?? false) { return nil }
        if format == .jsonl { return Array(row.json.utf8) }
        guard isOne && format != .warc || !row.article.blocks.isEmpty else { return nil }
        return switch format {
        case .warc: records.members(of: row)
        case .markdown: Array(row.markdown.utf8)
        default: Array(row.plainText(isHeaded: !isOne).utf8)
        }
    }

    /// True for a language of two or three letters and subtags of up to eight letters and digits (RFC 5646 §2.1).
    static func isLanguageRange(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil
    }

    /// A range matches tags that begin with it (RFC 4647 §3.3.1).
    private static func matches(_ tag: String, _ range: String) -> Bool {
        let (tag, range) = (tag.lowercased(), range.lowercased())
        return tag == range || tag.hasPrefix(range + "-")
    }
}
