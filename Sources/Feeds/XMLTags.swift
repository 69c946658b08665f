/// Finds in the text of a feed where it begins, and where reading can go on behind an error.
enum XMLTags {
    /// How far behind the start of a file its root is looked for: warnings of a server's programs have a few lines.
    private static let maximumPreamble = 8 << 10

    private static let roots = ["urlset", "sitemapindex", "rss", "feed", "rdf:RDF"].map { Array($0.utf8) }
    private static let declaration = Array("<?xml ".utf8)
    /// A page that shows a feed is none.
    private static let marksOfPages = ["<!doctype html", "<html", "<head", "<body"].map { Array($0.utf8) }

    /// Where the tag of a root that feeds have begins, and its name; nil if there is none near the start, or if it stands in
    /// a page.
    static func root(in text: ArraySlice<UInt8>) -> (start: Int, name: String)? {
        for place in starts(in: text) {
            guard let name = roots.first(where: { isTag(text, at: place, name: $0) }) else { continue }
            return (place, String(decoding: name, as: UTF8.self))
        }
        return nil
    }

    /// Where the XML begins that other text stands before: at its root, or else, if that is none of a feed's in its usual
    /// spelling, at the declaration.
    static func start(in text: ArraySlice<UInt8>) -> Int? {
        root(in: text)?.start ?? starts(in: text).first { text[$0...].starts(with: declaration) }
    }

    /// Where markup may begin near the start, up to the first tag that pages alone have.
    private static func starts(in text: ArraySlice<UInt8>) -> some Sequence<Int> {
        text.prefix(maximumPreamble).indices.lazy.filter { text[$0] == 0x3C }.prefix { place in
            !marksOfPages.contains { startsIgnoringCase(text[place...], with: $0) }
        }
    }

    /// Whether a start tag of that name stands at `place`.
    static func isTag(_ text: ArraySlice<UInt8>, at place: Int, name: [UInt8]) -> Bool {
        let behind = place + 1 + name.count
        guard text[place] == 0x3C, behind < text.endIndex, text[(place + 1)...].starts(with: name) else {
            return false
        }
        return text[behind].isWhitespace || text[behind] == 0x3E || text[behind] == 0x2F
    }

    /// The first start tag of one of these names at `place` or behind it, outside of comments and the like; nil if there is
    /// none.
    static func next(_ names: [[UInt8]], in text: ArraySlice<UInt8>, from place: Int) -> Int? {
        var place = place
        while place < text.endIndex, let open = text[place...].firstIndex(of: 0x3C) {
            if names.contains(where: { isTag(text, at: open, name: $0) }) { return open }
            place = XMLRepair.endOfLiteral(text, open) ?? open + 1
        }
        return nil
    }

    /// Behind the start tag at `place`; nil if it is not closed before another begins, or has no content.
    static func endOfStartTag(_ text: ArraySlice<UInt8>, at place: Int) -> Int? {
        guard let end = text[(place + 1)...].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }),
            text[end] == 0x3E,
            text[end - 1] != 0x2F
        else { return nil }
        return end + 1
    }

    private static func startsIgnoringCase(_ text: ArraySlice<UInt8>, with mark: [UInt8]) -> Bool {
        text.prefix(mark.count).elementsEqual(mark) { byte, letter in
            byte == letter || (byte >= 0x41 && byte <= 0x5A && byte | 0x20 == letter)
        }
    }
}
