/// Who wrote the page's story: what structured data and meta elements say, checked against the byline that readers see.
struct MetadataAuthors {
    private let evidence: MetadataEvidence
    private let linked: LinkedDataEvidence
    private let titleLine: Int?
    private let site: MetadataWords

    /// Lines before the title in which its byline may stand.
    private static let linesBefore = 12
    /// Lines behind it.
    private static let linesBehind = 30
    /// Long lines behind the title that may come before its byline.
    private static let longLines = 3
    /// A longer line is a sentence.
    private static let labelBytes = 160

    private static let names = [
        "author", "itemprop:author", "article:author", "og:article:author", "parsely-author",
        "sailthru.author", "dc.creator", "dcterms.creator",
        "dc.contributor", "byl", "cxenseparse:author", "citation_author", "authors", "article.author",
        "article:author_name", "article_author", "og:author", "creator", "rnews:author", "bt:author",
        "mediator_author",
    ]

    init(_ evidence: MetadataEvidence, linked: LinkedDataEvidence, titleLine: Int?, site: String?) {
        self.evidence = evidence
        self.linked = linked
        self.titleLine = titleLine
        self.site = MetadataWords(site ?? "")
    }

    /// Names, in the page's order; empty if it names nobody.
    func authors() -> [String] {
        let stated = [clean(linked.authors), clean(meta()), clean(labelled())].filter { !$0.isEmpty }
        let byline = byline()
        let persons = stated.first { !isSite($0) }
        guard let byline else { return persons ?? stated.first ?? [] }
        guard let persons else { return byline.names }
        // The byline that readers see may name those whom the data leave out, and spell names in full.
        let shown = Set(byline.names.map { MetadataWords($0) })
        let said = Set(persons.map { MetadataWords($0) })
        if byline.isStrong, said.isSubset(of: shown) { return byline.names }
        return persons
    }

    /// Whether the names are the site's own.
    private func isSite(_ names: [String]) -> Bool {
        guard !site.isEmpty else { return false }
        return names.allSatisfy { name in
            let words = MetadataWords(name)
            return words.joined == site.joined
                || words.words.count > 1 && Set(words.words).isSubset(of: site.words)
                || site.words.count > 0 && Set(site.words).isSubset(of: words.words)
        }
    }

    // MARK: - Stated

    /// The content of the meta elements of the first name that has any.
    private func meta() -> [String] {
        for name in Self.names {
            let contents = evidence.metas.filter { $0.name == name }.map { MetadataText.decoded($0.content) }
            let usable = contents.filter { !clean([$0]).isEmpty }
            if !usable.isEmpty { return usable }
        }
        return []
    }

    /// What a link preview shows under "Written by" (`twitter:label1`, `twitter:data1`).
    private func labelled() -> [String] {
        for number in ["1", "2"] {
            guard let label = evidence.meta("twitter:label" + number)?.lowercased(),
                let value = evidence.meta("twitter:data" + number)
            else { continue }
            let words = [
                "written by", "by", "author", "verfasst von", "geschrieben von", "écrit par", "escrito por",
                "scritto da", "geschreven door", "скрито", "автор", "skrevet av", "skriven av",
                "napisane przez", "yazan",
            ]
            if words.contains(label) { return [MetadataText.decoded(value)] }
        }
        return []
    }

    /// Names as they are stated, without addresses, placeholders and repeats; several in one text parted.
    private func clean(_ texts: [String]) -> [String] {
        var names: [String] = []
        for text in texts {
            let bare = MetadataNames.withoutIntroduction(text, isMarked: false).rest
            guard bare.utf8.count <= 400, !bare.contains("://"),
                bare.contains(" ") || bare.filter({ $0 == "." }).count < 2, !bare.hasPrefix("/"),
                !bare.contains("{"), !bare.hasPrefix("@")
            else { continue }
            for name in MetadataNames.names(in: bare, isCertain: true, isWhole: true)
            where !names.contains(where: { MetadataWords($0) == MetadataWords(name) }) {
                names.append(name)
            }
        }
        return names
    }

    // MARK: - Shown

    private struct ShownByline {
        let names: [String]
        /// It is both introduced ("By") and marked as a byline, or marked by a standard.
        let isStrong: Bool
        let score: Int
    }

    /// The byline at the title; without title the first one that is marked.
    private func byline() -> ShownByline? {
        var best: ShownByline?
        func offer(_ text: String, following: Int?, marks: MetadataMarks, line: Int) {
            guard let found = read(text, following: following, marks: marks, line: line),
                found.score > best?.score ?? 0
            else { return }
            best = found
        }
        let ignored =
            titleLine.flatMap { evidence.lines.indices.contains($0) ? evidence.lines[$0].marks : nil } ?? []
        for byline in evidence.bylines where isNear(byline.line) {
            if byline.marks.subtracting(ignored).contains(.elsewhere) { continue }
            offer(evidence.string(byline.range), following: nil, marks: byline.marks, line: byline.line)
        }
        guard let titleLine else { return best }
        var longLines = 0
        for place in max(
            0, titleLine - Self.linesBefore)..<min(evidence.lines.count, titleLine + Self.linesBehind)
        {
            let line = evidence.lines[place]
            if line.range.count > Self.labelBytes {
                if place > titleLine { longLines += 1 }
                if longLines > Self.longLines { break }
                continue
            }
            if line.marks.subtracting(ignored).contains(.elsewhere) || place == titleLine { continue }
            offer(evidence.string(line.range), following: place + 1, marks: line.marks, line: place)
        }
        return best
    }

    private func isNear(_ line: Int) -> Bool {
        guard let titleLine else { return true }
        return line >= titleLine - Self.linesBefore && line <= titleLine + 2 * Self.linesBehind
    }

    /// - Parameter following: The line behind, where the names are that a label alone on its line announces; nil: none.
    private func read(_ text: String, following: Int?, marks: MetadataMarks, line: Int) -> ShownByline? {
        let isMarked = marks.contains(.author) && !marks.contains(.biography)
        let isDeclared = marks.contains(.author) && marks.contains(.declared)
        var (rest, isIntroduced) = MetadataNames.withoutIntroduction(text, isMarked: isMarked || isDeclared)
        guard isMarked || isDeclared || isIntroduced else { return nil }
        if isIntroduced, rest.isEmpty, let following, following < evidence.lines.count {
            rest = evidence.string(evidence.lines[following].range)
        }
        var names = MetadataNames.names(in: rest, isCertain: isDeclared)
        if names.isEmpty, isMarked || isIntroduced, rest.utf8.count <= 40 {
            names = MetadataNames.names(in: rest, isCertain: isMarked && isIntroduced)
        }
        guard !names.isEmpty else { return nil }
        var score = (isIntroduced ? 300 : 0) + (isMarked ? 200 : 0) + (isDeclared ? 250 : 0)
        if let titleLine { score -= 2 * abs(line - titleLine) + (line < titleLine ? 10 : 0) }
        return ShownByline(
            names: names, isStrong: isDeclared || isMarked && isIntroduced, score: max(1, score))
    }
}
