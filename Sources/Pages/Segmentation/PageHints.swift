import HTMLTree

/// What the page says of itself in its head and its structured data, as far as it helps to tell blocks apart.
struct PageHints: Sendable {
    /// Kinds of pages that structured data names (schema.org types), and `og:type`.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16

        static let news = Kinds(rawValue: 1)
        static let article = Kinds(rawValue: 2)
        static let product = Kinds(rawValue: 4)
        static let forum = Kinds(rawValue: 8)
        static let questions = Kinds(rawValue: 16)
        static let collection = Kinds(rawValue: 32)
        static let recipe = Kinds(rawValue: 64)
        static let openGraphArticle = Kinds(rawValue: 128)
        static let openGraphProduct = Kinds(rawValue: 256)
        static let organisation = Kinds(rawValue: 512)
        static let documentation = Kinds(rawValue: 1024)

        static let count = 11
    }

    var kinds: Kinds = []
    /// Letters and digits of the title as the head gives it; empty if it gives none.
    var title: [UInt8] = []
    /// The same as it stands there.
    var titleText: ArraySlice<UInt8> = []
    var description: [UInt8] = []
    /// Windows of the story as structured data gives it (schema.org `articleBody`); empty if it does not.
    var body = TextWindows()

    /// Structured data beyond this many bytes is not looked at.
    private static let maximumStructuredData = 2_000_000

    init(_ document: HTMLDocument) {
        var budget = Self.maximumStructuredData
        for node in document.documentOrder where document.isElement(node) {
            let tag = document.tag(of: node)
            if tag == .script {
                guard let type = document.attribute(.type, of: node),
                    type.elementsEqual("application/ld+json".utf8),
                    let child = document.firstChild(of: node)
                else { continue }
                let text = document.text(of: child)
                guard text.count <= budget else { continue }
                budget -= text.count
                readStructuredData(text)
            } else if tag == .meta {
                readMeta(node, document)
            } else if tag == .title, title.isEmpty, let child = document.firstChild(of: node) {
                titleText = document.text(of: child)
                title = Self.letters(titleText)
            }
        }
    }

    private mutating func readMeta(_ node: HTMLNodeID, _ document: HTMLDocument) {
        guard let content = document.attribute(.content, of: node),
            let name = document.attribute(.property, of: node) ?? document.attribute(.name, of: node)
        else { return }
        if name.elementsEqual("og:type".utf8) {
            if content.starts(with: "article".utf8) { kinds.insert(.openGraphArticle) }
            if content.starts(with: "product".utf8) || content.starts(with: "og:product".utf8) {
                kinds.insert(.openGraphProduct)
            }
        } else if name.elementsEqual("og:title".utf8) {
            let letters = Self.letters(content)
            if !letters.isEmpty { (title, titleText) = (letters, content) }
        } else if name.elementsEqual("description".utf8) || name.elementsEqual("og:description".utf8) {
            let letters = Self.letters(content)
            if letters.count > description.count { description = letters }
        }
    }

    private static let types: [(name: [UInt8], kind: Kinds)] = names.map { (Array($0.utf8), $1) }

    private static let names: [(String, Kinds)] = [
        ("NewsArticle", .news), ("ReportageNewsArticle", .news), ("AnalysisNewsArticle", .news),
        ("LiveBlogPosting", .news), ("OpinionNewsArticle", .news),
        ("Article", .article), ("BlogPosting", .article), ("ScholarlyArticle", .article),
        ("Product", .product), ("ProductGroup", .product), ("DiscussionForumPosting", .forum),
        ("QAPage", .forum),
        ("FAQPage", .questions), ("CollectionPage", .collection), ("ItemList", .collection),
        ("Recipe", .recipe),
        ("Organization", .organisation), ("LocalBusiness", .organisation), ("Service", .organisation),
        ("TechArticle", .documentation), ("APIReference", .documentation),
    ]

    /// Looks for `"@type":"…"` and `"articleBody":"…"` without reading the JSON as such: damaged data is common.
    private mutating func readStructuredData(_ text: ArraySlice<UInt8>) {
        var place = text.startIndex
        let end = text.endIndex
        while place < end {
            guard text[place] == UInt8(ascii: "\"") else {
                place += 1
                continue
            }
            let word = stringEnd(text, from: place + 1)
            let value = text[place + 1..<min(word, end)]
            place = min(end, word + 1)
            if value.elementsEqual("articleBody".utf8) {
                while place < end, text[place] == 0x3A || text[place].isHTMLWhitespace { place += 1 }
                guard place < end, text[place] == UInt8(ascii: "\"") else { continue }
                let close = stringEnd(text, from: place + 1)
                body.add(text[place + 1..<min(close, end)])
                place = min(end, close + 1)
            } else if value.count < 24 {
                for (name, kind) in Self.types where value.count == name.count && value.elementsEqual(name) {
                    kinds.insert(kind)
                }
            }
        }
    }

    private func stringEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
        var place = start
        while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
            place += text[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return place
    }

    /// Whether text can begin with the first of some letters: false for nearly every text that does not, without
    /// looking at more than its beginning. False if there are no letters.
    static func mayBegin(_ bytes: ArraySlice<UInt8>, like letters: [UInt8]) -> Bool {
        guard let first = letters.first else { return false }
        for byte in bytes {
            if byte >= 0x80 { return first >= 0x80 }
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if lower &- 0x61 < 26 || lower &- 0x30 < 10 { return lower == first }
        }
        return false
    }

    /// Letters and digits in lower case.
    static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        CaseFolding.fold(bytes).filter { $0 >= 0x80 || $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }

    /// Whether `bytes` say the same as the page's title (which may carry the site's name as well).
    func isTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 8, bytes.count <= 400, Self.mayBegin(bytes, like: title) else { return false }
        let letters = Self.letters(bytes)
        return letters.count >= 6 && (title.starts(with: letters) || letters.starts(with: title))
            && letters.count * 2 >= title.count
    }
}

/// The runs of sixteen letters of a text, to find out whether other text is part of it, whatever the mark-up.
struct TextWindows: Sendable {
    private static let length = 16
    /// Beyond this many letters a story is not looked at.
    private static let maximumLetters = 200_000

    private var hashes: Set<UInt64> = []

    var isEmpty: Bool { hashes.isEmpty }

    /// Adds a JSON string's text; escapes are skipped, which costs the windows they stand in.
    mutating func add(_ text: ArraySlice<UInt8>) {
        var letters: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex, letters.count < Self.maximumLetters {
            let byte = text[place]
            if byte == UInt8(ascii: "\\") {
                let isUnicode = place + 1 < text.endIndex && text[place + 1] == UInt8(ascii: "u")
                place += isUnicode ? 6 : 2
                continue
            }
            if byte < 0x80, let letter = Self.letter(byte) { letters.append(letter) }
            place += 1
        }
        guard letters.count >= Self.length else { return }
        for start in 0...letters.count - Self.length {
            hashes.insert(Self.hash(letters[start..<start + Self.length]))
        }
    }

    /// Which part of three probes (start, middle, end) of `text` occurs: 0 to 1; -1 if it is too short to tell.
    func share(of text: ArraySlice<UInt8>) -> Float {
        guard !hashes.isEmpty else { return -1 }
        var letters: [UInt8] = []
        for byte in text.prefix(600) {
            if byte < 0x80, let letter = Self.letter(byte) { letters.append(letter) }
        }
        guard letters.count >= Self.length else { return -1 }
        let last = letters.count - Self.length
        var found: Float = 0
        for start in [0, last / 2, last]
        where hashes.contains(Self.hash(letters[start..<start + Self.length])) { found += 1 }
        return found / 3
    }

    private static func letter(_ byte: UInt8) -> UInt8? {
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        return lower &- 0x61 < 26 || lower &- 0x30 < 10 ? lower : nil
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
