import HTMLTree

/// Reads the marks of elements, each spelling of a class name once a page.
struct MetadataMarksReader {
    /// The name of an attribute that holds names as classes do; nil if it does not occur on the page.
    private let testName: HTMLAttributeName?
    /// The marks of class names and the like by their hash.
    private var known = HashMemo()

    init(testName: HTMLAttributeName?) { self.testName = testName }

    /// Reads the class, ID and the like of an element.
    mutating func read(_ node: HTMLNodeID, in document: HTMLDocument) -> MetadataMarks {
        let tag = document.tag(of: node)
        // Page-wide class names ("has-sidebar") say nothing of what is inside.
        if tag.rawValue < 256, Self.pageWide[Int(tag.rawValue)] { return [] }
        var marks: MetadataMarks = tag.rawValue < 256 ? Self.byTag[Int(tag.rawValue)] : []
        for place in document.attributePlaces(of: node) {
            let attribute = document.attribute(at: place)
            switch attribute.name.rawValue {
            case HTMLAttributeName.class.rawValue, HTMLAttributeName.id.rawValue, testName?.rawValue:
                marks.formUnion(words(of: attribute, in: document))
            case HTMLAttributeName.itemprop.rawValue:
                marks.formUnion(Self.property(document.value(of: attribute)))
            case HTMLAttributeName.rel.rawValue:
                if HTMLTokens(document.value(of: attribute)).contains(where: {
                    $0.elementsEqual("author".utf8)
                }) {
                    marks.formUnion([.author, .declared])
                }
            case HTMLAttributeName.href.rawValue:
                if Self.leadsToAuthor(document.value(of: attribute)) { marks.insert(.author) }
            default: break
            }
        }
        return marks
    }

    private mutating func words(of attribute: HTMLAttribute, in document: HTMLDocument) -> MetadataMarks {
        let hash = document.valueHash(of: attribute)
        if let found = known[hash] { return MetadataMarks(rawValue: UInt16(truncatingIfNeeded: found)) }
        let found = Self.words(document.value(of: attribute))
        known[hash] = UInt64(found.rawValue)
        return found
    }

    private static let byTag: [MetadataMarks] = {
        var table = [MetadataMarks](repeating: [], count: 256)
        for tag in [HTMLTag.nav, .footer] { table[Int(tag.rawValue)] = .elsewhere }
        table[Int(HTMLTag.time.rawValue)] = .time
        return table
    }()

    private static let pageWide: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for tag in [HTMLTag.html, .head, .body, .main, .article] { table[Int(tag.rawValue)] = true }
        return table
    }()

    /// Whether an address is that of a page about an author.
    private static func leadsToAuthor(_ address: ArraySlice<UInt8>) -> Bool {
        guard address.count < 200 else { return false }
        var place = address.startIndex
        while let slash = address[place...].firstIndex(of: UInt8(ascii: "/")) {
            place = slash + 1
            let rest = address[place...]
            guard rest.first == UInt8(ascii: "a") || rest.first == UInt8(ascii: "c") else { continue }
            for folder in authorFolders where rest.starts(with: folder) && rest.count > folder.count {
                return true
            }
        }
        return false
    }

    private static let authorFolders: [[UInt8]] = [
        "author/", "authors/", "autor/", "auteur/", "contributors/",
    ].map { Array($0.utf8) }

    private static func property(_ value: ArraySlice<UInt8>) -> MetadataMarks {
        var marks: MetadataMarks = []
        for name in HTMLTokens(value) {
            if name.equalsAny(["author", "creator"]) { marks.formUnion([.author, .declared]) }
            if name.elementsEqual("datePublished".utf8) { marks.formUnion([.date, .declared]) }
            if name.elementsEqual("dateModified".utf8) { marks.formUnion([.modified, .declared]) }
            if name.elementsEqual("comment".utf8) { marks.insert(.elsewhere) }
        }
        return marks
    }

    /// A part of a class name and what it says.
    private static let lexicon: [(word: [UInt8], marks: MetadataMarks)] = {
        let entries: [(String, MetadataMarks)] = [
            ("author", .author), ("byline", .author), ("by-line", .author), ("by_line", .author),
            ("writer", .author),
            ("contributor", .author), ("autor", .author), ("auteur", .author), ("verfasser", .author),
            ("authority", .elsewhere), ("authoriz", .elsewhere),
            ("bio", .biography), ("avatar", .biography), ("headshot", .biography), ("portrait", .biography),
            ("follow", .biography), ("date", .date), ("publish", .date), ("posted", .date),
            ("timestamp", .date),
            ("dateline", .date), ("datum", .date), ("fecha", .date), ("time-", .date), ("-time", .date),
            ("_time", .date),
            ("update", .modified), ("modif", .modified), ("comment", .elsewhere), ("related", .elsewhere),
            ("recommend", .elsewhere), ("sidebar", .elsewhere), ("popular", .elsewhere),
            ("trending", .elsewhere),
            ("newsletter", .elsewhere), ("promo", .elsewhere), ("more-from", .elsewhere),
            ("read-next", .elsewhere),
            ("up-next", .elsewhere), ("carousel", .elsewhere), ("testimonial", .elsewhere),
            ("cookie", .elsewhere),
            ("site-title", .siteName), ("site-name", .siteName), ("sitename", .siteName),
            ("site_title", .siteName),
            ("sitetitle", .siteName), ("menu-title", .siteName), ("logo", .siteName), ("brand", .siteName),
        ]
        return entries.map { (Array($0.0.utf8), $0.1) }
    }()

    /// The entries of the lexicon by their first two bytes (five bits of each), so that nearly every byte of a class
    /// name costs one look.
    private static let places: [[Int]] = {
        var places = [[Int]](repeating: [], count: 1_024)
        for (place, entry) in lexicon.enumerated() {
            places[pair(entry.word[0], entry.word[1])].append(place)
        }
        return places
    }()

    private static let begins: [Bool] = places.map { !$0.isEmpty }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first & 31) << 5 | Int(second & 31)
    }

    /// Longer values are lists of utility classes.
    private static let maximumBytes = 400

    private static func words(_ value: ArraySlice<UInt8>) -> MetadataMarks {
        var marks: MetadataMarks = []
        let value = value.prefix(maximumBytes)
        let begins = begins
        guard var previous = value.first else { return [] }
        for place in value.indices.dropFirst() {
            let byte = value[place]
            let pair = pair(previous, byte)
            previous = byte
            guard begins[pair] else { continue }
            for entry in places[pair] { marks.formUnion(read(lexicon[entry], in: value, at: place - 1)) }
        }
        return marks
    }

    /// The marks of an entry if its word stands at a place.
    private static func read(
        _ entry: (word: [UInt8], marks: MetadataMarks), in value: ArraySlice<UInt8>, at place: Int
    ) -> MetadataMarks {
        guard matches(value[place...], entry.word) else { return [] }
        // "update" and "candidate" have a date in them that is none.
        let isDate = entry.marks.rawValue == MetadataMarks.date.rawValue && entry.word.count == 4
        return isDate && place > value.startIndex && isPartOfWord(value, place) ? [] : entry.marks
    }

    private static func matches(_ value: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        guard value.count >= word.count else { return false }
        return zip(value, word).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
    }

    /// Whether "date" at a place goes on from "up", "candi", "vali", "manda".
    private static func isPartOfWord(_ value: ArraySlice<UInt8>, _ place: Int) -> Bool {
        let before = value[..<place].suffix(2).map { $0 | 0x20 }
        return [[0x75, 0x70], [0x64, 0x69], [0x6C, 0x69], [0x6E, 0x64]].contains(before)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func equalsAny(_ words: [String]) -> Bool { words.contains { elementsEqual($0.utf8) } }
}
