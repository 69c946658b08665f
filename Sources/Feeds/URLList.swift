import WebURLs

/// A text file with one URL a line (sitemaps.org, "Text file").
enum URLList {
    /// The URLs of the lines; nil if more than half of the lines are none, for then it is another kind of
    /// text.
    static func read(_ text: [UInt8], url: WebURL, isHTML: Bool, limits: FeedLimits) -> Feed? {
        guard !isHTML, !text.contains(0) else { return nil }
        var entries: [FeedEntry] = []
        var others = 0
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            var word = line.drop(while: \.isWhitespace)
            while let last = word.last, last.isWhitespace { word = word.dropLast() }
            if word.isEmpty { continue }
            guard entries.count < limits.entries else {
                return Feed(kind: .text, entries: entries, damage: .tooManyEntries(limit: limits.entries))
            }
            // Escapes make it longer than it was.
            if word.count <= limits.urlBytes, let found = WebURL(String(decoding: word, as: UTF8.self)),
                found.href.utf8.count <= limits.urlBytes
            {
                entries.append(FeedEntry(url: found))
            } else {
                others += 1
            }
        }
        return entries.isEmpty || others > entries.count ? nil : Feed(kind: .text, entries: entries)
    }
}
