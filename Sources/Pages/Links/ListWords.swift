import HTMLTree

/// Which words of `ListVocabulary` stand around a link: in the names that its list and the elements around bear, and in
/// the title above.
///
/// `ClassEvidence` knows the words whose meaning is plain. These are all words that many sites use, whatever they mean:
/// that a list stands in a `grid`, a `rail` or a `widget` says little for one site and something over many.
struct ListWords {
    /// Names longer than that are read to here.
    private static let longestName = 160
    private static let longestIdentifier = 60
    private static let longestData = 40
    /// Elements whose names count, from that of the list outwards; the first of them are near.
    private static let levels = 5
    private static let nearLevels = 2
    /// Links a list has at least.
    private static let shortestList = 3
    private static let longestTitle = 90

    private let features: LinkFeatures
    private let document: HTMLDocument
    private let containers: [BlockList.Container]
    private let anchors: [BlockList.Anchor]
    /// By element: the list that its links belong to; -1 if it is not looked for yet.
    private var lists: [Int]
    /// By element: the words of its names, as hashes; nil if they are not read yet.
    private var names: [[UInt64]?]
    /// By list and title: the place of its words in `sets`.
    private var known = HashMemo()
    /// Sets of words, by their number in the vocabulary, in ascending order.
    private(set) var sets: [[Int32]] = []

    init(_ features: LinkFeatures, in document: HTMLDocument) {
        self.features = features
        self.document = document
        containers = features.segmentation.list.containers
        anchors = features.segmentation.list.anchors
        lists = [Int](repeating: -1, count: containers.count)
        names = [[UInt64]?](repeating: nil, count: containers.count)
    }

    /// The words around a candidate, as a place in `sets`.
    mutating func set(of candidate: Int) -> Int {
        let anchor = anchors[features.anchors[features.candidates[candidate]]]
        let list = list(around: anchor.container)
        let title = features.nearestTitle(above: anchor)
        let key =
            UInt64(UInt32(truncatingIfNeeded: list)) << 32 | UInt64(UInt32(truncatingIfNeeded: title + 1))
        // Anything but 0, which is no key of its own in a memo.
        let hash = (key &+ 1) &* 0x9E37_79B9_7F4A_7C15
        if let found = known[hash] { return Int(found) }
        sets.append(words(list: list, title: title))
        known[hash] = UInt64(sets.count - 1)
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

    private mutating func words(list: Int, title: Int) -> [Int32] {
        var found: [Int32] = []
        var place = list
        var level = 0
        while place >= 0, level < Self.levels {
            let known = level < Self.nearLevels ? ListVocabulary.near : ListVocabulary.far
            for hash in names(of: place) {
                if let word = known[hash], !found.contains(Int32(word)) { found.append(Int32(word)) }
            }
            place = containers[place].parent
            level += 1
        }
        let blocks = features.segmentation.list
        if title >= 0, blocks.blocks[title].byteCount <= Self.longestTitle {
            Self.visitWords(ofTitle: blocks.bytes(blocks.blocks[title])) { hash in
                if let word = ListVocabulary.title[hash], !found.contains(Int32(word)) {
                    found.append(Int32(word))
                }
            }
        }
        return found.sorted()
    }

    private mutating func names(of container: Int) -> [UInt64] {
        if let known = names[container] { return known }
        var found: [UInt64] = []
        func read(_ bytes: ArraySlice<UInt8>, upTo length: Int) {
            Self.visitWords(ofName: bytes.prefix(length)) { if !found.contains($0) { found.append($0) } }
        }
        let node = containers[container].node
        for place in document.attributePlaces(of: node) {
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

    /// Visits the first six letters of each word of a title.
    static func visitWords(ofTitle title: ArraySlice<UInt8>, _ visit: (UInt64) -> Void) {
        var word: [UInt8] = []
        func end() {
            if word.count >= 3 { visit(ClassReader.hash(word.prefix(6))) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in CaseFolding.fold(title) {
            let isLetter =
                byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
                || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
            if isLetter { word.append(byte) } else { end() }
        }
        end()
    }
}
