/// Which text is the page's title: the heading that the head's title agrees with, else the head's title without the
/// name of the site.
struct MetadataTitle {
    /// What was chosen and, if it is a heading of the page, that heading's first line.
    struct Choice {
        let text: String
        let line: Int?
    }

    /// A heading that shares less than this of its words with the head's title (Dice) is not the page's title:
    /// the site's name, "Related", a slogan.
    private static let sameStory = 0.3
    /// A last part of the head's title up to this many words is the name of the site, unless it is the longer one.
    private static let siteWords = 4

    private let evidence: MetadataEvidence
    private let site: MetadataWords
    private let headings: [MetadataEvidence.Heading]
    /// The headings that nothing marks as the site's name.
    private let others: [MetadataEvidence.Heading]
    private let siteHeadings: [MetadataWords]

    /// - Parameter site: The site's name, if it is known.
    init(_ evidence: MetadataEvidence, site: String?) {
        self.evidence = evidence
        self.site = MetadataWords(site ?? "")
        let usable = evidence.headings.filter { !$0.text.isEmpty && !$0.text.contains("{{") }
        headings = usable
        others = usable.filter { !$0.marks.contains(.siteName) }
        siteHeadings = usable.filter { $0.marks.contains(.siteName) }.map { MetadataWords($0.text) }
    }

    /// The title; nil if the page has neither heading nor title.
    func choice() -> Choice? {
        let titles = headTitles()
        let bare = titles.map(withoutSite)
        let exact = Set((titles + bare).map { MetadataWords($0) })
        if let heading = (others + headings).first(where: { isTitle($0, among: exact) }) {
            return choice(heading)
        }
        let candidates = exact.filter { !$0.isEmpty }
        var best: (heading: MetadataEvidence.Heading, overlap: Double)?
        for heading in others {
            let words = MetadataWords(heading.text)
            if !site.isEmpty, words.joined == site.joined { continue }
            let overlap = candidates.map { $0.overlap(with: words) }.max() ?? 0
            if overlap > best?.overlap ?? 0 { best = (heading, overlap) }
        }
        if let best, best.overlap >= Self.sameStory { return choice(best.heading) }
        if let title = bare.first(where: { !MetadataWords($0).isEmpty }) {
            return Choice(text: Self.trimmed(title), line: nearest()?.line)
        }
        return nearest().map(choice)
    }

    private func choice(_ heading: MetadataEvidence.Heading) -> Choice {
        Choice(text: Self.trimmed(heading.text), line: heading.line)
    }

    private func isTitle(_ heading: MetadataEvidence.Heading, among titles: Set<MetadataWords>) -> Bool {
        let words = MetadataWords(heading.text)
        return !words.isEmpty && words != site && titles.contains(words)
    }

    /// The last heading before the body, or the first one.
    private func nearest() -> MetadataEvidence.Heading? {
        let headings = others.isEmpty ? headings : others
        guard let body = evidence.bodyLine else { return headings.first }
        return headings.last { $0.line <= body + 3 } ?? headings.first
    }

    /// What the head gives as title, best first.
    private func headTitles() -> [String] {
        [evidence.meta("og:title"), evidence.meta("twitter:title"), evidence.documentTitle]
            .compactMap { $0.map(MetadataText.decoded) }.filter { !$0.isEmpty }
    }

    // MARK: - The name of the site

    /// A title without parts at its end or its start that name the site.
    private func withoutSite(_ title: String) -> String {
        let bytes = Array(title.utf8)
        let parts = Self.parts(of: bytes)
        guard parts.count > 1 else { return title }
        let words = parts.map { MetadataWords(String(decoding: bytes[$0], as: UTF8.self)) }
        var low = 0
        var high = parts.count
        while high - low > 1, isSite(words[high - 1]) { high -= 1 }
        // Without another heading one marked as the site's name may be the story's after all.
        if high == parts.count, !others.isEmpty || siteHeadings.isEmpty {
            while high - low > 1, isSite(words[low]) { low += 1 }
        }
        if low == 0, high == parts.count, words[high - 1].count <= Self.siteWords {
            let before = words[..<(high - 1)].reduce(0) { $0 + $1.count }
            if before >= words[high - 1].count { high -= 1 }
        }
        let range = parts[low].lowerBound..<parts[high - 1].upperBound
        return String(decoding: bytes[range], as: UTF8.self)
    }

    private func isSite(_ words: MetadataWords) -> Bool {
        guard !words.isEmpty else { return true }
        if siteHeadings.contains(words) { return true }
        guard !site.isEmpty else { return false }
        let part = words.joined
        let name = site.joined
        if part == name { return true }
        if part.count > 3, Self.contains(name, part) { return true }
        return name.count > 2 && Self.contains(part, name) && part.count <= name.count + 18
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= text.count, let first = part.first else { return false }
        return (0...text.count - part.count).contains {
            text[$0] == first && text[$0..<$0 + part.count].elementsEqual(part)
        }
    }

    /// The parts of a title between "|", "•", "»" and, where spaces stand around them, dashes, colons and slashes.
    private static func parts(of title: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < title.count {
            let (length, isStrong) = separator(title, at: place)
            let isSpaced =
                place > 0 && title[place - 1] == 0x20 && place + length < title.count
                && title[place + length] == 0x20
            guard length > 0, isStrong || isSpaced else {
                place += 1
                continue
            }
            parts.append(trimmed(title, start..<place))
            place += length
            start = place
        }
        parts.append(trimmed(title, start..<title.count))
        let full = parts.filter { !$0.isEmpty }
        return full.isEmpty ? [0..<title.count] : full
    }

    /// Bytes of the separator at a place, 0 if there is none, and whether it parts without spaces around it.
    private static func separator(_ title: [UInt8], at place: Int) -> (length: Int, isStrong: Bool) {
        switch title[place] {
        case UInt8(ascii: "|"): return (1, true)
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "~"):
            return (1, false)
        case 0xC2 where place + 1 < title.count:
            if title[place + 1] == 0xBB { return (2, true) }
            return title[place + 1] == 0xB7 || title[place + 1] == 0xAB ? (2, false) : (0, false)
        case 0xE2 where place + 2 < title.count && title[place + 1] == 0x80:
            if title[place + 2] == 0xA2 { return (3, true) }
            return title[place + 2] == 0x93 || title[place + 2] == 0x94 ? (3, false) : (0, false)
        case 0xEF where place + 2 < title.count && title[place + 1] == 0xBD && title[place + 2] == 0x9C:
            return (3, true)
        default: return (0, false)
        }
    }

    private static func trimmed(_ title: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, title[low] == 0x20 { low += 1 }
        while high > low, title[high - 1] == 0x20 { high -= 1 }
        return low..<high
    }

    /// Without the sign of a link to the heading itself.
    private static func trimmed(_ title: String) -> String {
        var text = title
        while let last = text.last, last == "¶" || last == "#" || last.isWhitespace { text.removeLast() }
        return text.isEmpty ? title : text
    }
}
