import WebURLs

/// When a page says it was published and changed.
///
/// Trusted in this order: meta elements, structured data, the date that stands at the title, the address, the date of
/// a change. No clock is asked: a date in the future is as good as any.
struct MetadataDates {
    private(set) var published: DateStamp?
    private(set) var modified: DateStamp?

    /// Lines before the title in which its date may stand.
    private static let linesBefore = 14
    /// Lines behind it.
    private static let linesBehind = 40
    /// Long lines behind the title that may come before its date: standfirst, caption, first paragraph.
    private static let longLines = 3
    /// A longer line is a sentence, its dates are part of the story, unless one stands at its beginning.
    private static let labelBytes = 140
    /// A dateline ("Place (Agency) Jan 29, 2024") ends before this.
    private static let datelineBytes = 70

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published",
        "itemprop:datepublished", "datepublished", "parsely-pub-date", "sailthru.date",
        "cxenseparse:publishtime",
        "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "publishdate", "publish-date",
        "publish_date", "published", "publisheddate", "published-date", "published_date", "publication_date",
        "pubdate", "date-pub", "citation_publication_date", "originalpublicationdate", "article.published",
        "article_date_original", "bt:pubdate", "vr:published_time", "rnews:datepublished",
        "itemprop:datecreated",
        "dc.date.created", "dcterms.created", "datecreated", "created", "dc.date", "dcterms.date", "date",
        "ms.date",
        "cludo:date", "citation_date", "displaydate", "pub_date",
    ]
    private static let modifiedNames = [
        "article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time",
        "itemprop:datemodified", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
        "lastmod", "cxenseparse:modifiedtime", "updated_at", "article:modified", "modified",
    ]

    init(
        _ evidence: MetadataEvidence, linked: LinkedDataEvidence, titleLine: Int?, address: WebURL?,
        parser: DateParser
    ) {
        func meta(_ names: [String]) -> DateStamp? {
            names.lazy.compactMap { evidence.meta($0) }.compactMap { parser.value($0) }.first
        }
        let visible = VisibleDates(evidence, titleLine: titleLine, parser: parser)
        let linkedDate = linked.published.flatMap { parser.value($0) }
        let linkedChange = linked.modified.flatMap { parser.value($0) }
        modified = meta(Self.modifiedNames) ?? linkedChange ?? visible.modified
        published = meta(Self.publishedNames)
        if published == nil, let linkedDate {
            // Some systems give the day of the last change as both.
            let isDoubtful = linkedChange.map { !linkedDate.isDay(before: $0) } ?? false
            published = linkedDate
            if isDoubtful, let earlier = visible.published, earlier.isDay(before: linkedDate) {
                published = earlier
            }
        }
        if published == nil {
            let inAddress = address.flatMap(Self.date)
            published = visible.published
            if let inAddress, published?.isSameDay(as: inAddress) != true { published = inAddress }
        }
        published =
            published ?? visible.anywhere ?? VisibleDates.labelled(
                evidence, titleLine: titleLine, parser: parser) ?? modified
            ?? VisibleDates.onlyDay(evidence, parser: parser)
    }

    /// The day in a path such as `/2024/01/29/`, `/2024-01-29-title` or `/2024/january/29/`.
    static func date(in address: WebURL) -> DateStamp? {
        let tokens = DateTokens(Array(address.path.utf8.prefix(DateTokens.maximumBytes))[...])
        for place in tokens.tokens.indices {
            guard case .number(let year, let digits)? = tokens[place] else { continue }
            if digits == 8, year > 1990_00_00,
                let date = DateStamp(year: year / 10_000, month: year / 100 % 100, day: year % 100)
            {
                return date
            }
            guard digits == 4, year >= 1990, case .mark(let mark)? = tokens[place + 1],
                mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-"), tokens[place + 3] == .mark(mark),
                case .number(let day, let dayDigits)? = tokens[place + 4], dayDigits <= 2
            else { continue }
            let month: Int? =
                switch tokens[place + 2] {
                case .number(let number, let digits) where digits <= 2: number
                case .word(let word): DateWords.month(word)
                default: nil
                }
            if let month, let date = DateStamp(year: year, month: month, day: day) { return date }
        }
        return nil
    }

    /// The dates that readers see.
    private struct VisibleDates {
        var published: DateStamp?
        var modified: DateStamp?
        /// The first `time` element of the page that is not part of comments or other stories.
        var anywhere: DateStamp?

        private var bestScore = Int.min

        init(_ evidence: MetadataEvidence, titleLine: Int?, parser: DateParser) {
            anywhere =
                evidence.times.lazy.filter { !$0.marks.contains(.elsewhere) && !$0.marks.contains(.modified) }
                .compactMap { parser.value($0.value) }.first
            guard let title = titleLine ?? evidence.bodyLine, title < evidence.lines.count else { return }
            let ignored = evidence.lines[title].marks.intersection(.elsewhere)
            var times: [Int: DateStamp] = [:]
            for time in evidence.times.reversed() where abs(time.line - title) <= MetadataDates.linesBehind {
                if let date = parser.value(time.value) { times[time.line] = date }
            }
            var longLines = 0
            /// The short line before without a date: it may be the label of one.
            var label: Range<Int>?
            for place in max(
                0, title - MetadataDates.linesBefore)..<min(
                    evidence.lines.count, title + MetadataDates.linesBehind)
            {
                let line = evidence.lines[place]
                if line.marks.subtracting(ignored).contains(.elsewhere) { continue }
                let length = line.range.count
                if place > title, length > MetadataDates.labelBytes {
                    longLines += 1
                    if longLines > MetadataDates.longLines { break }
                }
                var dates = parser.all(in: evidence.text[line.range])
                if length > MetadataDates.labelBytes {
                    dates.removeAll { !Self.isDateline(evidence.text[line.range].prefix($0.match.offset)) }
                }
                if let time = times[place] {
                    if dates.isEmpty { dates = [(DateParser.Match(date: time, offset: 0), false)] }
                    if dates[0].match.date.isSameDay(as: time) {
                        dates[0].match = DateParser.Match(date: time, offset: 0)
                    }
                }
                let isModifiedLabel =
                    !dates.isEmpty && label.map { Self.saysModified(evidence.text[$0]) } == true
                for date in dates {
                    let isModified =
                        date.isModified || isModifiedLabel
                        || line.marks.contains(.modified) && dates.count == 1
                    add(date.match.date, isModified: isModified, line: line, distance: place - title)
                }
                label = dates.isEmpty && length < 40 ? line.range : nil
            }
        }

        private static func saysModified(_ text: ArraySlice<UInt8>) -> Bool {
            DateTokens(text).tokens.contains {
                if case .word(let word) = $0 { DateWords.saysModified(word) } else { false }
            }
        }

        /// Whether what stands before a date at the start of a paragraph is a place and an agency: words with capitals.
        private static func isDateline(_ text: ArraySlice<UInt8>) -> Bool {
            guard text.count <= MetadataDates.datelineBytes else { return false }
            return text.split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: "(") }).allSatisfy {
                ($0.first ?? 0) &- 0x61 >= 26
            }
        }

        /// The first date of the page that stands alone or with a label; behind the title, if there is one.
        static func labelled(_ evidence: MetadataEvidence, titleLine: Int?, parser: DateParser) -> DateStamp?
        {
            var earlier: DateStamp?
            for (place, line) in evidence.lines.enumerated() where line.range.count <= 100 {
                if line.marks.contains(.elsewhere) || line.marks.contains(.modified) { continue }
                guard line.marks.contains(.date) || line.range.count <= 60,
                    let found = parser.all(in: evidence.text[line.range]).first, !found.isModified
                else { continue }
                let before = evidence.text[line.range].prefix(found.match.offset)
                let isAlone =
                    line.marks.contains(.date)
                    || found.match.offset <= 24
                        && (line.range.count - found.match.offset <= 30 || Self.saysPublished(before))
                guard isAlone else { continue }
                if place >= titleLine ?? 0 { return found.match.date }
                earlier = found.match.date
            }
            return earlier
        }

        /// The day of a page that has one alone, in whatever part: footers and side columns of stories hold their dates, but
        /// those of other stories too. Nil if there are several days, or none.
        static func onlyDay(_ evidence: MetadataEvidence, parser: DateParser) -> DateStamp? {
            var day: DateStamp?
            for time in evidence.times {
                guard let date = parser.value(time.value) else { continue }
                if let day, !day.isSameDay(as: date) { return nil }
                day = day ?? date
            }
            for line in evidence.lines where line.range.count <= MetadataDates.labelBytes {
                guard !line.marks.isDisjoint(with: [.date, .modified]) || line.range.count <= 40 else {
                    continue
                }
                for date in parser.all(in: evidence.text[line.range]).map(\.match.date) {
                    if let day, !day.isSameDay(as: date) { return nil }
                    day = day ?? date
                }
            }
            return day
        }

        private static func saysPublished(_ text: ArraySlice<UInt8>) -> Bool {
            DateTokens(text).tokens.contains {
                if case .word(let word) = $0 { DateWords.saysPublished(word) } else { false }
            }
        }

        private mutating func add(
            _ date: DateStamp, isModified: Bool, line: MetadataEvidence.Line, distance: Int
        ) {
            if isModified {
                modified = modified ?? date
                return
            }
            var score = distance > 0 ? -distance : distance * 2 - 10
            if !line.marks.isDisjoint(with: [.date, .time]) { score += 25 }
            if line.marks.contains(.author) { score += 10 }
            if line.range.count > 60 { score -= 10 }
            if distance == 0 { score -= 15 }
            if score > bestScore {
                bestScore = score
                published = date
            }
        }
    }
}
