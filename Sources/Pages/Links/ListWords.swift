import HTMLTree

/// Which words of `ListVocabulary` stand around a link: in the names that its list and the elements around bear, and in
/// the title above.
///
/// `ClassEvidence` knows the words whose meaning is plain. These are all words that many sites use, whatever they mean:
/// that a list stands in a `grid`, a `rail` or a `widget` says little for one site and something over many.
struct ListWords {
    /// The sets of words around a link, as places in `sets`.
    struct Around: Equatable {
        let names: Int
        /// 0 if there is no title.
        let title: Int
    }

    /// Numbers of the vocabulary.
    private struct WordSet {
        private var has = [Bool](repeating: false, count: ListVocabulary.count)
        var words: [Int32] { has.indices.filter { has[$0] }.map { Int32($0) } }

        mutating func insert(_ word: UInt64?) {
            if let word { has[Int(word)] = true }
        }
    }

    /// Names longer than that are read to here.
    private static let longestName = 160
    private static let longestIdentifier = 60
    private static let longestData = 40
    /// Words of one element's names that are read: no site has more, and a page may have a hundred thousand attributes.
    private static let mostWords = 100
    /// Elements whose names count, from that of the list outwards; the first of them are near.
    private static let levels = 5
    private static let nearLevels = 2
    /// Links a list has at least.
    private static let shortestList = 3
    private static let longestTitle = 90
    /// Sets of words a page may have; pages have tens, and beyond this no more are looked for.
    static let mostSets = 4096

    private let features: LinkFeatures
    private let document: HTMLDocument
    private let containers: [BlockList.Container]
    private let anchors: [BlockList.Anchor]
    /// By element: the list that its links belong to; -1 if it is not looked for yet.
    private var lists: [Int]
    /// By element: the words of its names, as hashes; nil if they are not read yet.
    private var names: [[UInt64]?]
    /// By list: the place of its words in `sets`; -1 if they are not looked for yet.
    private var setsOfLists: [Int]
    /// By block: the same for titles.
    private var setsOfTitles: [Int]
    /// Sets of words, by their number in the vocabulary, in ascending order; the first is empty.
    private(set) var sets: [[Int32]] = [[]]

    init(_ features: LinkFeatures, in document: HTMLDocument) {
        self.features = features
        self.document = document
        containers = features.segmentation.list.containers
        anchors = features.segmentation.list.anchors
        lists = [Int](repeating: -1, count: containers.count)
        names = [[UInt64]?](repeating: nil, count: containers.count)
        setsOfLists = [Int](repeating: -1, count: containers.count)
        setsOfTitles = [Int](repeating: -1, count: features.segmentation.list.blocks.count)
    }

    /// The words around a candidate.
    mutating func words(around candidate: Int) -> Around {
        let anchor = anchors[features.anchors[features.candidates[candidate]]]
        let list = list(around: anchor.container)
        if setsOfLists[list] < 0 { setsOfLists[list] = add(words(ofList: list)) }
        let title = features.nearestTitle(above: anchor)
        guard title >= 0 else { return Around(names: setsOfLists[list], title: 0) }
        if setsOfTitles[title] < 0 { setsOfTitles[title] = add(words(ofTitle: title)) }
        return Around(names: setsOfLists[list], title: setsOfTitles[title])
    }

    /// The place of a set; that of the empty one if there are too many.
    private mutating func add(_ words: [Int32]) -> Int {
        guard !words.isEmpty, sets.count < Self.mostSets else { return 0 }
        sets.append(words)
        return sets.count - 1
    }

    /// The nearest element with enough candidates for a list; the link's own if there is none.
    private mutating func list(around container: Int) -> Int {
        if lists[container] >= 0 { return lists[container] }
        var place = container
        while place >= 0, features.sums.sum(.articles, in: containers[place]) < Float(Self.shortestList) {
            place = features.wider(place)
        }
        lists[container] = place >= 0 ? place : container
        return lists[container]
    }

    private mutating func words(ofList list: Int) -> [Int32] {
        guard sets.count < Self.mostSets else { return [] }
        var found = WordSet()
        var place = list
        var level = 0
        while place >= 0, level < Self.levels {
            let known = level < Self.nearLevels ? ListVocabulary.near : ListVocabulary.far
            for hash in names(of: place) { found.insert(known[hash]) }
            place = containers[place].parent
            level += 1
        }
        return found.words
    }

    private func words(ofTitle title: Int) -> [Int32] {
        let list = features.segmentation.list
        guard sets.count < Self.mostSets, list.blocks[title].byteCount <= Self.longestTitle else { return [] }
        var found = WordSet()
        Self.visitWords(ofTitle: list.bytes(list.blocks[title])) { found.insert(ListVocabulary.title[$0]) }
        return found.words
    }

    private mutating func names(of container: Int) -> [UInt64] {
        if let known = names[container] { return known }
        var found: [UInt64] = []
        func read(_ bytes: ArraySlice<UInt8>, upTo length: Int) {
            Self.visitWords(ofName: bytes.prefix(length)) { if !found.contains($0) { found.append($0) } }
        }
        let node = containers[container].node
        for place in document.attributePlaces(of: node) where found.count < Self.mostWords {
            let attribute = document.attribute(at: place)
            switch attribute.name {
            case .class: read(document.value(of: attribute), upTo: Self.longestName)
            case .id: read(document.value(of: attribute), upTo: Self.longestIdentifier)
            default:
                let name = document.nameBytes(of: attribute.name)
                guard
                    attribute.name == .role || attribute.name == .ariaLabel || name.starts(with: "data-".utf8)
                else { continue }
                read(name, upTo: Self.longestName)
                read(document.value(of: attribute), upTo: Self.longestData)
            }
        }
        names[container] = found
        return found
    }

    /// Visits the words of a name, however it is spelled (`post-body`, `postBody`, `post__body`): three letters and more.
    static func visitWords(ofName name: ArraySlice<UInt8>, _ visit: (UInt64) -> Void) {
        var word: [UInt8] = []
        var previous: UInt8 = 0
        func end() {
            if word.count >= 3 { visit(ClassReader.hash(word[...])) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name {
            let lower = byte | 0x20
            if lower &- 0x61 < 26 {
                if byte &- 0x41 < 26, previous &- 0x61 < 26 { end() }
                word.append(lower)
            } else {
                end()
            }
            previous = byte
        }
        end()
    }

    /// Visits the first six bytes of each word of a title, which are letters in the vocabulary.
    static func visitWords(ofTitle title: ArraySlice<UInt8>, _ visit: (UInt64) -> Void) {
        var word: [UInt8] = []
        func end() {
            if word.count >= 3 { visit(ClassReader.hash(word.prefix(6))) }
            word.removeAll(keepingCapacity: true)
        }
        let folded = CaseFolding.fold(title)
        var place = 0
        while place < folded.count {
            let byte = folded[place]
            let isMark = byte == 0xE2 || byte == 0xC2
            let isLetter = byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80 && !isMark
            if isLetter { word.append(byte) } else { end() }
            // All of a mark of several bytes: quotation marks, dashes.
            place += byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1
        }
        end()
    }
}
