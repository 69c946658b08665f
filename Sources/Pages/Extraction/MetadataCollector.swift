import HTMLTree

/// The walk that fills `MetadataEvidence`.
struct MetadataCollector {
    private let document: HTMLDocument
    private let bodyHint: HTMLNodeID?
    private var reader: MetadataMarksReader
    private var evidence = MetadataEvidence()
    private var linkedBytes = 0
    private var marks: MetadataMarks = []
    /// Elements that changed the marks, and what has to be done when they end.
    private var open: [Opened] = []
    private var lineStart = 0
    private var lineMarks: MetadataMarks = []
    private var isCut = false
    private var spacePending = false

    private struct Opened {
        enum Purpose { case marks, heading, time, byline }
        let node: HTMLNodeID
        let purpose: Purpose
        let marksBefore: MetadataMarks
        /// Where its text begins.
        let start: Int
        let line: Int
    }

    private init(_ document: HTMLDocument, bodyHint: HTMLNodeID?) {
        self.document = document
        self.bodyHint = bodyHint
        reader = MetadataMarksReader(testName: document.attributeName("data-testid"))
    }

    static func collect(from document: HTMLDocument, bodyHint: HTMLNodeID?) -> MetadataEvidence {
        var collector = MetadataCollector(document, bodyHint: bodyHint)
        collector.evidence.text.reserveCapacity(document.source.count / 8)
        collector.evidence.lines.reserveCapacity(document.nodeCount / 16)
        collector.walk()
        return collector.evidence
    }

    private mutating func walk() {
        let document = document
        var walk = document.walk()
        while let step = walk.next() {
            switch step {
            case .enter(let node):
                if document.isText(node) {
                    document.withText(of: node) { append($0) }
                } else if document.isElement(node), !enter(node) {
                    walk.skipChildren()
                }
            case .leave(let node):
                guard document.isElement(node) else { continue }
                let tag = document.tag(of: node)
                if LinkText.isBoundary(tag) { endLine() }
                while let last = open.last, last.node == node { leave(last) }
            }
        }
        endLine()
    }

    /// False if nothing below the element is visible text.
    private mutating func enter(_ node: HTMLNodeID) -> Bool {
        let tag = document.tag(of: node)
        guard document.isHTML(node) else { return false }
        if node == bodyHint {
            endLine()
            evidence.bodyLine = evidence.lines.count
        }
        switch MetadataElement.of(tag) {
        case .script:
            readScript(node)
            return false
        case .meta:
            readMeta(node)
            return false
        case .title:
            if evidence.documentTitle.isEmpty {
                evidence.documentTitle = LinkText.collapse(
                    Array(document.textContent(of: node).utf8)[...], maximumBytes: 2_000)
            }
            return false
        case .html: evidence.language = document.attributeText(.lang, of: node)
        case .skipped: return false
        case .heading, .time, .other: break
        }
        if LinkText.isBoundary(tag) { endLine() }
        let own = reader.read(node, in: document)
        if MetadataElement.of(tag) == .heading { begin(node, .heading, own) }
        if own.contains(.time) || own.contains(.declared) && !own.isDisjoint(with: [.date, .modified]) {
            begin(node, .time, own)
        }
        if own.contains(.author), !marks.contains(.elsewhere) { begin(node, .byline, own) }
        if !own.subtracting(marks).isEmpty { begin(node, .marks, own) }
        marks.formUnion(own)
        return true
    }

    private mutating func begin(_ node: HTMLNodeID, _ purpose: Opened.Purpose, _ own: MetadataMarks) {
        open.append(
            Opened(
                node: node, purpose: purpose, marksBefore: marks, start: evidence.text.count,
                line: evidence.lines.count))
        if purpose != .marks { marks.formUnion(own) }
    }

    private mutating func leave(_ opened: Opened) {
        open.removeLast()
        let range = min(opened.start, evidence.text.count)..<evidence.text.count
        let own = marks
        switch opened.purpose {
        case .marks: break
        case .heading:
            endLine()
            guard evidence.headings.count < MetadataEvidence.maximumItems else { break }
            evidence.headings.append(
                MetadataEvidence.Heading(
                    node: opened.node, text: heading(range), line: opened.line,
                    marks: linksHome(opened.node) ? own.union(.siteName) : own))
        case .time:
            guard evidence.times.count < MetadataEvidence.maximumItems else { break }
            let value =
                document.attributeText(.datetime, of: opened.node)
                ?? document.attributeText(.content, of: opened.node) ?? heading(range)
            evidence.times.append(MetadataEvidence.Time(value: value, line: opened.line, marks: own))
        case .byline:
            guard evidence.bylines.count < MetadataEvidence.maximumItems,
                range.count <= MetadataEvidence.maximumLineBytes
            else { break }
            evidence.bylines.append(MetadataEvidence.Byline(range: range, line: opened.line, marks: own))
        }
        marks = opened.marksBefore
    }

    /// Text with its line ends as spaces.
    private func heading(_ range: Range<Int>) -> String {
        LinkText.collapse(evidence.text[range], maximumBytes: 1_000)
    }

    /// Whether a heading is a link to the site's front page.
    private func linksHome(_ node: HTMLNodeID) -> Bool {
        guard let link = document.firstElement(.a, in: node) ?? document.ancestor(.a, of: node),
            let reference = document.attribute(.href, of: link)
        else { return false }
        var rest = reference
        for scheme in ["https://", "http://"] where rest.starts(with: scheme.utf8) {
            rest = rest.dropFirst(scheme.utf8.count).drop { $0 != UInt8(ascii: "/") }
            return rest.count <= 1
        }
        return rest.elementsEqual("/".utf8) || rest.elementsEqual("./".utf8)
    }

    // MARK: - Head

    private mutating func readMeta(_ node: HTMLNodeID) {
        guard evidence.metas.count < MetadataEvidence.maximumItems,
            let content = document.attribute(.content, of: node), !content.isEmpty
        else { return }
        let value = LinkText.collapse(content, maximumBytes: 2_000)
        guard !value.isEmpty else { return }
        for attribute in [HTMLAttributeName.property, .name, .httpEquiv] {
            guard let name = document.attribute(attribute, of: node) else { continue }
            evidence.metas.append(MetadataEvidence.Meta(name: Self.lowerCase(name), content: value))
        }
        guard let property = document.attribute(.itemprop, of: node) else { return }
        evidence.metas.append(
            MetadataEvidence.Meta(name: "itemprop:" + Self.lowerCase(property), content: value))
    }

    private static func lowerCase(_ name: ArraySlice<UInt8>) -> String {
        LinkText.collapse(CaseFolding.fold(name.prefix(100))[...], maximumBytes: 100)
    }

    private mutating func readScript(_ node: HTMLNodeID) {
        guard let type = document.attribute(.type, of: node),
            CaseFolding.fold(type.prefix(64)).starts(with: "application/ld+json".utf8),
            let child = document.firstChild(of: node)
        else { return }
        let text = document.text(of: child)
        linkedBytes += text.count
        guard linkedBytes <= MetadataEvidence.maximumLinkedBytes else { return }
        evidence.linkedData.append(contentsOf: MetadataJSONParser.parse(text))
    }

    // MARK: - Lines

    private mutating func append(_ text: Span<UInt8>) {
        if isCut { return }
        var place = 0
        while place < text.count {
            let start = place
            place = Self.wordsEnd(in: text, from: start)
            if place > start { append(words: text, start..<place) }
            if isCut { return }
            guard place < text.count else { return }
            spacePending = true
            place += text[place] == 0xC2 ? 2 : 1
        }
    }

    /// Where a run of letters with single spaces between them ends; white space is a byte up to the space, or a no-break
    /// space.
    private static func wordsEnd(in text: Span<UInt8>, from start: Int) -> Int {
        func isSpace(_ place: Int) -> Bool {
            text[place] <= 0x20 || text[place] == 0xC2 && place &+ 1 < text.count && text[place &+ 1] == 0xA0
        }
        var place = start
        while place < text.count {
            if isSpace(place) {
                guard place > start, text[place] == 0x20, place &+ 1 < text.count, !isSpace(place &+ 1) else {
                    break
                }
            }
            place &+= 1
        }
        return place
    }

    /// Appends words with single spaces between them, at once if there certainly is room for them.
    private mutating func append(words text: Span<UInt8>, _ range: Range<Int>) {
        if range.count < MetadataEvidence.maximumLineBytes - (evidence.text.count - lineStart) {
            append(word: text, range)
            return
        }
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, text[end] != 0x20 { end += 1 }
            append(word: text, start..<end)
            if isCut { return }
            spacePending = end < range.upperBound
            start = end + 1
        }
    }

    private mutating func append(word text: Span<UInt8>, _ range: Range<Int>) {
        let length = evidence.text.count - lineStart
        lineMarks = length == 0 ? marks : lineMarks.union(marks)
        if spacePending, length > 0 { evidence.text.append(0x20) }
        spacePending = false
        let room = max(0, MetadataEvidence.maximumLineBytes - length)
        guard range.count > room else {
            text.append(range, to: &evidence.text)
            return
        }
        // No half character at the end.
        var end = range.lowerBound + room
        while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
        text.append(range.lowerBound..<end, to: &evidence.text)
        isCut = true
    }

    private mutating func endLine() {
        let end = evidence.text.count
        spacePending = false
        if end > lineStart, evidence.lines.count < MetadataEvidence.maximumLines {
            evidence.lines.append(
                MetadataEvidence.Line(range: lineStart..<end, marks: lineMarks, isCut: isCut))
            evidence.text.append(0x0A)
        } else if end > lineStart {
            evidence.text.removeLast(end - lineStart)
        }
        isCut = false
        lineStart = evidence.text.count
    }
}

/// What the collector does at an HTML element.
private enum MetadataElement: UInt8 {
    case other, script, meta, title, html, heading, time
    /// Nothing below it is text that readers see.
    case skipped

    static func of(_ tag: HTMLTag) -> MetadataElement {
        tag.rawValue < 256 ? table[Int(tag.rawValue)] : .other
    }

    private static let table: [MetadataElement] = {
        let elements: [(HTMLTag, MetadataElement)] = [
            (.script, .script), (.meta, .meta), (.title, .title), (.html, .html), (.h1, .heading),
            (.time, .time),
            (.style, .skipped), (.template, .skipped), (.noscript, .skipped), (.textarea, .skipped),
            (.select, .skipped), (.iframe, .skipped), (.object, .skipped), (.canvas, .skipped),
        ]
        var table = [MetadataElement](repeating: .other, count: 256)
        for (tag, element) in elements { table[Int(tag.rawValue)] = element }
        return table
    }()
}
