import HTMLTree

/// One walk over the tree that cuts the page's text into blocks and notes the elements around them.
struct BlockBuilder {
    /// More blocks are put into the last one: no page of a publisher has a tenth of them.
    static let maximumBlocks = 60_000
    /// Further elements that make blocks only part them; their text belongs to the element around.
    static let maximumContainers = 100_000
    /// Longer ones are no titles or prompts, and wordings say nothing of them beyond their start.
    static let phraseBytes = 160

    private let document: HTMLDocument
    private var list = BlockList()
    private var reader = ClassReader()
    /// What has to be undone when an element ends.
    private var open: [Opened] = []
    private var container = -1
    private var containerKinds: [BlockKind] = []
    private var containerLevels: [Int] = []
    private var blockStart = 0
    private var firstMark = 0
    private var linkBytes = 0
    private var boldBytes = 0
    private var linkCount = 0
    private var linkDepth = 0
    private var boldDepth = 0
    /// How many of the open elements make marks.
    private var marksOpen = 0
    private var inlineEvidence: UInt64 = 0
    private var blockEvidence: UInt64 = 0
    private var spacePending = false
    private var seam = TextSeam()
    /// Line breaks since the last block.
    private var breaks = 0
    private var wrapEnd = -1
    private var pictures = 0
    private var picturesAtBlock = 0
    private var fields = 0
    private var keepsSpace = 0
    private var scratch: [UInt8] = []

    private struct Opened {
        var treatment: ElementTreatment
        var node: HTMLNodeID
        /// Where its text begins in the block being filled; of a container its number.
        var start: Int
        var evidenceBefore: UInt64
        /// Number of the anchor; -1 if it is none.
        var anchor: Int
    }

    /// The blocks of a page, outside `head`.
    static func blocks(of document: HTMLDocument) -> BlockList {
        var builder = BlockBuilder(document: document)
        builder.list.text.reserveCapacity(document.source.count / 4)
        builder.run()
        builder.list.sumUp()
        return builder.list
    }

    private mutating func run() {
        let document = document
        var walk = document.walk(from: document.body ?? document.root)
        while let step = walk.next() {
            switch step {
            case .enter(let node):
                if document.isText(node) {
                    document.withText(of: node) { append($0) }
                } else if document.isElement(node), !enter(node) {
                    walk.skipChildren()
                }
            case .leave(let node):
                if let last = open.last, last.node == node { leave(last) }
            }
        }
        closeBlock()
    }

    /// False if nothing below the element is text of the page.
    private mutating func enter(_ node: HTMLNodeID) -> Bool {
        let tag = document.tag(of: node)
        let treatment =
            document.isHTML(node) ? ElementTreatment.of(tag) : (tag == .svg ? .skip : .inline)
        switch treatment {
        case .skip: return false
        case .lineBreak:
            if keepsSpace > 0 { list.text.append(0x0A) } else { breakLine() }
            return false
        case .picture:
            pictures += 1
            return tag == .picture
        case .field:
            fields += 1
            return false
        case .block: enterContainer(node, tag)
        case .link: enterInline(node, tag, treatment, anchor: anchor(node, tag))
        case .inline, .bold, .emphasis, .code: enterInline(node, tag, treatment, anchor: -1)
        }
        return true
    }

    private mutating func anchor(_ node: HTMLNodeID, _ tag: HTMLTag) -> Int {
        guard document.hasAttribute(.href, of: node), container >= 0,
            list.anchors.count < OutlinkCollector.maximumLinks
        else { return -1 }
        list.anchors.append(
            BlockList.Anchor(
                node: node, container: container, block: list.blocks.count, start: list.text.count,
                end: list.text.count, pictures: pictures, evidence: 0))
        linkCount += 1
        return list.anchors.count - 1
    }

    private mutating func enterInline(
        _ node: HTMLNodeID, _ tag: HTMLTag, _ treatment: ElementTreatment, anchor: Int
    ) {
        open.append(
            Opened(
                treatment: treatment, node: node, start: list.text.count, evidenceBefore: inlineEvidence,
                anchor: anchor))
        seam.note(node, in: document, at: list.text.count)
        if document.hasAttribute(.class, of: node) || document.hasAttribute(.id, of: node) {
            inlineEvidence |= reader.read(node, tag: tag, in: document).evidence
        }
        if Self.mark(treatment) != nil { marksOpen += 1 }
        if anchor >= 0 { linkDepth += 1 }
        if treatment == .bold { boldDepth += 1 }
    }

    private mutating func enterContainer(_ node: HTMLNodeID, _ tag: HTMLTag) {
        closeBlock()
        guard list.containers.count < Self.maximumContainers else { return }
        let reading = reader.read(node, tag: tag, in: document)
        let parentKind = container >= 0 ? containerKinds[container] : .plain
        var (kind, level) = Self.kind(of: tag)
        if reading.isHeading { (kind, level) = (.heading, 2) }
        if kind == .plain || kind == .paragraph {
            switch parentKind {
            case .heading, .button, .label, .preformatted, .caption, .summary:
                kind = parentKind
                level = container >= 0 ? containerLevels[container] : 0
            default: break
            }
        }
        list.containers.append(
            BlockList.Container(
                node: node, tag: tag, parent: container, depth: open.count, firstBlock: list.blocks.count,
                endBlock: list.blocks.count, evidence: reading.evidence | inlineEvidence,
                landmarks: reading.landmarks.union(Self.landmarks(of: tag)), signature: reading.signature,
                firstPicture: pictures, endPicture: pictures, firstField: fields, endField: fields,
                firstAnchor: list.anchors.count, endAnchor: list.anchors.count))
        open.append(
            Opened(
                treatment: .block, node: node, start: list.containers.count - 1,
                evidenceBefore: inlineEvidence,
                anchor: -1))
        inlineEvidence = 0
        container = list.containers.count - 1
        containerKinds.append(kind)
        containerLevels.append(level)
        if kind == .preformatted { keepsSpace += 1 }
    }

    private mutating func leave(_ element: Opened) {
        open.removeLast()
        if element.treatment == .block {
            closeBlock()
            inlineEvidence = element.evidenceBefore
            if containerKinds[element.start] == .preformatted { keepsSpace -= 1 }
            list.containers[element.start].endBlock = list.blocks.count
            list.containers[element.start].endPicture = pictures
            list.containers[element.start].endField = fields
            list.containers[element.start].endAnchor = list.anchors.count
            container = list.containers[element.start].parent
            return
        }
        inlineEvidence = element.evidenceBefore
        seam.noteEnd(at: list.text.count)
        let start = max(element.start, blockStart)
        if start == blockStart && list.text.count > start { wrapEnd = list.text.count }
        if let kind = Self.mark(element.treatment) {
            marksOpen -= 1
            if list.text.count > start, kind != .link || element.anchor >= 0 {
                list.marks.append(
                    BlockList.Mark(kind: kind, start: start, end: list.text.count, node: element.node))
            }
        }
        if element.anchor >= 0 {
            linkDepth -= 1
            list.anchors[element.anchor].end = list.text.count
            list.anchors[element.anchor].pictures = pictures - list.anchors[element.anchor].pictures
        }
        if element.treatment == .bold { boldDepth -= 1 }
    }

    private static func mark(_ treatment: ElementTreatment) -> BlockList.Mark.Kind? {
        switch treatment {
        case .link: .link
        case .bold: .strong
        case .emphasis: .emphasis
        case .code: .code
        default: nil
        }
    }

    /// Appends a text node with white space collapsed; soft hyphens and zero-width marks are left out.
    private mutating func append(_ bytes: Span<UInt8>) {
        guard container >= 0 else { return }
        let before = list.text.count
        var place = 0
        let end = bytes.count
        while place < end {
            let byte = bytes[place]
            guard Self.isSpecial(byte) else {
                let start = place
                place = Self.plainEnd(in: bytes, from: start)
                append(bytes, start..<place)
                continue
            }
            if byte.isHTMLWhitespace {
                if keepsSpace > 0 { list.text.append(byte) } else { spacePending = true }
            }
            let length = Self.markLength(in: bytes, at: place)
            if length == 0 {
                append(bytes, place..<place + 1)
            } else if byte == 0xC2, bytes[place + 1] == 0xA0 {
                spacePending = true
            }
            place += max(1, length)
        }
        if linkDepth > 0 { linkBytes += list.text.count - before }
        if boldDepth > 0 { boldBytes += list.text.count - before }
    }

    /// Appends bytes as they are, behind the space that is due.
    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        if keepsSpace == 0, seam.parts(list.text, before: bytes[range.lowerBound]) { spacePending = true }
        if spacePending, list.text.count > blockStart { list.text.append(0x20) }
        spacePending = false
        if list.text.count == blockStart { blockEvidence = inlineEvidence }
        bytes.append(range, to: &list.text)
    }

    /// Whether a byte is white space, a control, or the first of a character that may be left out.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }

    /// Where the bytes end that are kept as they are, single spaces between them included.
    private static func plainEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if isSpecial(byte) {
                guard byte == 0x20, place &+ 1 < bytes.count, !isSpecial(bytes[place &+ 1]) else { break }
            }
            place &+= 1
        }
        return place
    }

    /// How many bytes at a place stand for nothing but a space: 1 for white space and controls, the length of a no-break
    /// space, soft hyphen, zero-width space or byte order mark; 0 for everything else.
    private static func markLength(in bytes: Span<UInt8>, at place: Int) -> Int {
        let byte = bytes[place]
        if byte <= 0x20 { return 1 }
        let second = place + 1 < bytes.count ? bytes[place + 1] : 0
        if byte == 0xC2 { return second == 0xA0 || second == 0xAD ? 2 : 0 }
        let third = place + 2 < bytes.count ? bytes[place + 2] : 0
        if byte == 0xE2 { return second == 0x80 && third == 0x8B ? 3 : 0 }
        return second == 0xBB && third == 0xBF ? 3 : 0
    }

    private mutating func breakLine() {
        let before = breaks
        let count = list.blocks.count
        closeBlock()
        breaks = list.blocks.count == count ? before + 1 : 1
    }

    private mutating func closeBlock() {
        let breaksBefore = breaks
        breaks = 0
        spacePending = false
        var end = list.text.count
        while end > blockStart, list.text[end - 1] == 0x0A || list.text[end - 1] == 0x20 { end -= 1 }
        guard end > blockStart, container >= 0, list.blocks.count < Self.maximumBlocks else {
            if list.blocks.count < Self.maximumBlocks {
                list.text.removeLast(list.text.count - blockStart)
            }
            startBlock()
            return
        }
        for element in open where marksOpen > 0 {
            if let kind = Self.mark(element.treatment), kind != .link || element.anchor >= 0 {
                list.marks.append(
                    BlockList.Mark(
                        kind: kind, start: max(element.start, blockStart), end: end, node: element.node))
            }
        }
        var block = BlockList.Block(
            start: blockStart, end: end, container: container, kind: containerKinds[container])
        block.level = containerLevels[container]
        block.inlineEvidence = blockEvidence
        block.measure = TextMeasure(list.text[blockStart..<end].span)
        block.linkBytes = linkBytes
        block.boldBytes = boldBytes
        block.linkCount = linkCount
        block.firstMark = firstMark
        block.endMark = list.marks.count
        block.picturesBefore = pictures - picturesAtBlock
        block.breaksBefore = breaksBefore
        block.isWrapped = wrapEnd >= end
        block.fingerprint = Self.fingerprint(list.text[blockStart..<end].span)
        block.phrases = phrases(of: list.text[blockStart..<end])
        list.text.removeLast(list.text.count - end)
        list.blocks.append(block)
        picturesAtBlock = pictures
        startBlock()
    }

    private mutating func startBlock() {
        blockStart = list.text.count
        seam.clear()
        firstMark = list.marks.count
        linkBytes = 0
        boldBytes = 0
        linkCount = 0
        blockEvidence = 0
        wrapEnd = -1
    }

    private mutating func phrases(of text: ArraySlice<UInt8>) -> UInt64 {
        var start = text.startIndex
        // Titles are often decorated: "» Read more", "• Related".
        while start < text.endIndex, text[start] < 0x30, text[start] != 0x24 { start += 1 }
        scratch.removeAll(keepingCapacity: true)
        CaseFolding.append(text[start..<min(text.endIndex, start + Self.phraseBytes)], to: &scratch)
        return PhraseLexicon.matcher.signs(in: scratch)
    }

    static func fingerprint(_ text: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in text.indices {
            let byte = text[place]
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            guard lower >= 0x80 || lower &- 0x61 < 26 || lower &- 0x30 < 10 else { continue }
            hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
        }
        return hash
    }

    private static func kind(of tag: HTMLTag) -> (BlockKind, Int) {
        switch tag {
        case .p: (.paragraph, 0)
        case .h1: (.heading, 1)
        case .h2: (.heading, 2)
        case .h3: (.heading, 3)
        case .h4: (.heading, 4)
        case .h5: (.heading, 5)
        case .h6: (.heading, 6)
        case .li: (.listItem, 0)
        case .td: (.cell, 0)
        case .th: (.headerCell, 0)
        case .dt: (.term, 0)
        case .dd: (.definition, 0)
        case .pre, .xmp, .listing, .plaintext: (.preformatted, 0)
        case .figcaption, .caption, .legend: (.caption, 0)
        case .button: (.button, 0)
        case .label: (.label, 0)
        case .blockquote: (.quote, 0)
        case .summary: (.summary, 0)
        default: (.plain, 0)
        }
    }

    private static func landmarks(of tag: HTMLTag) -> Landmarks {
        switch tag {
        case .nav: .navigation
        case .header: .header
        case .footer: .footer
        case .aside: .aside
        case .main: .main
        case .article: .article
        case .form, .fieldset, .search: .form
        case .figure: .figure
        case .table: .table
        case .ul, .ol, .menu, .dl: .list
        case .blockquote: .quote
        case .details: .details
        case .dialog: .dialog
        case .noscript: .noscript
        case .section: .section
        case .pre: .code
        default: []
        }
    }
}
