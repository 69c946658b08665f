import HTMLTree
import WebURLs

/// The numbers by which `RelatedModel` tells related links from the other links of a page: one row a candidate.
///
/// Only links whose addresses look like an article's are candidates; the others are section and topic pages, share
/// buttons and the like.
struct LinkFeatures {
    let segmentation: Segmentation
    let links: [CollectedLink]
    let addresses: [LinkAddress]
    /// By link: its place in `BlockList.anchors`; -1 if it stands outside of the text (in `head`, in a skipped element).
    let anchors: [Int]
    /// The links that there are rows of, in document order.
    let candidates: [Int]
    let page: LinkAddress?
    /// By candidate.
    private(set) var words: [TopicWords] = []
    private(set) var titleWords = TopicWords()
    let body: StoryExtent
    /// By candidate: how much of its words the story uses, words that few links have counting most; 0 to 1.
    private(set) var rarity: [Float] = []
    /// By candidate: how much newer (above 0) or older than the page its story is, by the date or number in the
    /// addresses, at most 30; 0 if they do not say.
    private(set) var age: [Float] = []
    /// By candidate: how often its address (without query and fragment) occurs on the page.
    private(set) var repeats: [Int] = []
    private(set) var sums = AnchorSums()
    private(set) var sections = SectionNames()
    /// The first anchor behind the story.
    private(set) var endOfStory = 0
    /// By block: a candidate stands in it.
    private var holdsCandidate: [Bool] = []
    /// By place in `BlockList.anchors`: the link; -1 if it leads to no page.
    private var linkOfAnchor: [Int] = []
    /// By block: what it says as the title of a list; 0 for what cannot be one.
    private var titleSigns: [UInt64] = []

    init(_ segmentation: Segmentation, links: [CollectedLink], page url: WebURL?) {
        self.segmentation = segmentation
        self.links = links
        body = StoryExtent(segmentation)
        let page = url.map { LinkAddress($0) }
        self.page = page
        addresses = links.map { LinkAddress($0.url) }
        var places = HashMemo()
        for (index, anchor) in segmentation.list.anchors.enumerated() {
            places[anchor.node.hash] = UInt64(index)
        }
        var anchors: [Int] = []
        anchors.reserveCapacity(links.count)
        var candidates: [Int] = []
        let hasText = !segmentation.list.blocks.isEmpty
        for (link, address) in zip(links, addresses) {
            let anchor = places[link.node.hash].map { Int($0) } ?? -1
            if hasText, anchor >= 0, address.looksLikeArticle, page?.key != address.key {
                candidates.append(anchors.count)
            }
            anchors.append(anchor)
        }
        self.anchors = anchors
        self.candidates = candidates
        if !candidates.isEmpty { readStory() }
    }

    private mutating func readStory() {
        let list = segmentation.list
        titleWords = TopicWords(segmentation.hints.titleText)
        var bodyWords = HashMemo()
        for (index, block) in list.blocks.enumerated() {
            if segmentation.roles[index] == .mainContent {
                TopicWords.visit(list.bytes(block)) { bodyWords[$0] = 1 }
            } else if block.kind == .heading, block.level == 1 {
                titleWords.add(list.bytes(block))
            }
        }
        words = candidates.map { TopicWords(Array(links[$0].text.utf8.prefix(Self.longestText))[...]) }
        var frequency = HashMemo()
        for one in words { for word in one.hashes { frequency[word] = (frequency[word] ?? 0) + 1 } }
        rarity = words.map { one in
            var rare: Float = 0
            for word in one.hashes where bodyWords[word] != nil { rare += 1 / Float(frequency[word] ?? 1) }
            return rare / Float(max(1, one.hashes.count))
        }
        var counts = HashMemo()
        for address in addresses { counts[address.key] = (counts[address.key] ?? 0) + 1 }
        repeats = candidates.map { Int(counts[addresses[$0].key] ?? 1) }
        age = candidates.map { age(of: addresses[$0]) }
        sums = AnchorSums(self)
        endOfStory = firstAnchor(from: body.last + 1)
        readSections()
        readTitles()
    }

    /// What a title says, by the bits of `PhraseEvidence`.
    func signs(ofTitle place: Int) -> UInt64 {
        segmentation.list.blocks[place].phrases | (place < titleSigns.count ? titleSigns[place] : 0)
    }

    private mutating func readTitles() {
        let list = segmentation.list
        titleSigns = list.blocks.map { block in
            let canBeTitle =
                block.kind == .heading && block.linkShare < 0.5
                || block.measure.words <= 8 && block.linkCount == 0 && block.kind != .button
                    && !block.measure.endsSentence
            return canBeTitle ? ListTitleLexicon.signs(of: list.bytes(block)) : 0
        }
    }

    private mutating func readSections() {
        let list = segmentation.list
        holdsCandidate = [Bool](repeating: false, count: list.blocks.count)
        var isCandidate = [Bool](repeating: false, count: links.count)
        for link in candidates {
            isCandidate[link] = true
            let block = list.anchors[anchors[link]].block
            if block < holdsCandidate.count { holdsCandidate[block] = true }
        }
        linkOfAnchor = [Int](repeating: -1, count: list.anchors.count)
        for (link, anchor) in anchors.enumerated() where anchor >= 0 { linkOfAnchor[anchor] = link }
        sections = SectionNames(links, addresses, page: page, isCandidate: isCandidate)
    }

    /// Whether a block can be the title of a list. A heading that is a link may be the headline of a story; where
    /// addresses tell stories, one that leads to a section is a title as well.
    func isTitle(_ place: Int) -> Bool {
        let block = segmentation.list.blocks[place]
        if Outline.isListTitle(block) { return true }
        if place < titleSigns.count, titleSigns[place] & Self.listSigns != 0, block.measure.words <= 8 {
            return true
        }
        return block.kind == .heading && page?.looksLikeArticle == true && place < holdsCandidate.count
            && !holdsCandidate[place]
    }

    private static let listSigns =
        PhraseEvidence.related.rawValue | PhraseEvidence.popular.rawValue | PhraseEvidence.latest.rawValue
        | PhraseEvidence.recommendation.rawValue | PhraseEvidence.moreFrom.rawValue

    /// Whether a link in a block leads to a folder of the page's own address.
    func leadsToOwnSection(_ block: Int) -> Bool {
        let list = segmentation.list.anchors
        var place = firstAnchor(from: block)
        while place < list.count, list[place].block == block {
            if linkOfAnchor[place] >= 0, sections.isOwn[linkOfAnchor[place]] { return true }
            place += 1
        }
        return false
    }

    /// The first anchor that stands in a block or behind it.
    private func firstAnchor(from block: Int) -> Int {
        let list = segmentation.list.anchors
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].block < block { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Bytes of a link's text that are read: headlines are shorter.
    private static let longestText = 300

    private func age(of address: LinkAddress) -> Float {
        guard let page else { return 0 }
        if page.day > 0, address.day > 0 { return max(-30, min(30, Float(address.day - page.day) + 0.5)) }
        guard page.longestNumber >= 5, page.longestNumber == address.longestNumber, page.number > 0 else {
            return 0
        }
        let part = (address.number - page.number) / page.number * 1000
        return part == 0 ? 0.1 : max(-30, min(30, part))
    }

    /// The title that an element begins with, or that stands right before it: among its first blocks, or the one
    /// before, and before the link.
    func title(of container: BlockList.Container, before own: Int) -> Int? {
        let list = segmentation.list
        let start = max(0, container.firstBlock - 1)
        let end = min(own, start + 4, list.blocks.count)
        guard start < end else { return nil }
        for place in start..<end where isTitle(place) { return place }
        return nil
    }

    /// The title of the nearest element around an anchor that begins with one; -1 if there is none.
    func nearestTitle(above anchor: BlockList.Anchor) -> Int {
        var place = anchor.container
        var level = 0
        while place >= 0, level < Self.titleLevels {
            if let title = title(of: segmentation.list.containers[place], before: anchor.block) {
                return title
            }
            place = wider(place)
            level += 1
        }
        return -1
    }

    /// How many elements around a link are looked at for its titles.
    static let titleLevels = 8

    /// The nearest element around that holds more links; -1 if there is none.
    func wider(_ container: Int) -> Int {
        let containers = segmentation.list.containers
        let first = containers[container].firstAnchor
        let end = containers[container].endAnchor
        var place = containers[container].parent
        while place >= 0 {
            if containers[place].endAnchor - containers[place].firstAnchor > end - first { return place }
            place = containers[place].parent
        }
        return -1
    }
}

/// Where the story of a page stands among its blocks.
struct StoryExtent: Sendable {
    /// The first and the last block of prose in the main content; -1 if there is none.
    private(set) var first = -1
    private(set) var last = -1
    /// Words of main content before each block; one more entry for the end.
    private(set) var wordsBefore: [Float] = [0]

    init(_ segmentation: Segmentation) {
        let blocks = segmentation.list.blocks
        wordsBefore.reserveCapacity(blocks.count + 1)
        var words: Float = 0
        for index in blocks.indices {
            if segmentation.roles[index] == .mainContent {
                words += blocks[index].measure.words
                if blocks[index].proseWords > 0 {
                    if first < 0 { first = index }
                    last = index
                }
            }
            wordsBefore.append(words)
        }
    }

    var words: Float { wordsBefore[wordsBefore.count - 1] }
}

/// Running sums over the anchors of a page, for sums over the candidates of an element.
struct AnchorSums: Sendable {
    enum Column: Int, CaseIterable {
        case articles, titleWords, section, words, sameHost, rarity, dated, newer, folders, onTopic
    }

    private static let width = Column.allCases.count
    /// `width` numbers for each place between anchors.
    private var values: [Float] = []
    /// Sums over the whole page, in the order of the columns.
    private var last = 0

    init() {}

    init(_ features: LinkFeatures) {
        let count = features.segmentation.list.anchors.count
        values = [Float](repeating: 0, count: (count + 1) * Self.width)
        last = count
        let page = features.page
        let depth = Float(max(1, (page?.depth ?? 0) - 1))
        for (number, link) in features.candidates.enumerated() {
            let address = features.addresses[link]
            let row = (features.anchors[link] + 1) * Self.width
            func set(_ column: Column, _ value: Float) { values[row + column.rawValue] = value }
            set(.articles, 1)
            let shared = features.titleWords.shared(with: features.words[number])
            set(.titleWords, Float(shared))
            set(.onTopic, shared > 0 ? 1 : 0)
            set(.words, Float(features.words[number].hashes.count))
            set(.rarity, features.rarity[number])
            set(.dated, features.age[number] == 0 ? 0 : 1)
            set(.newer, features.age[number] > 0 ? 1 : 0)
            guard let page, page.host == address.host else { continue }
            set(.sameHost, 1)
            set(.section, page.section == address.section ? 1 : 0)
            set(.folders, min(1, Float(page.commonFolders(with: address)) / depth))
        }
        for place in Self.width..<max(Self.width, values.count) {
            values[place] += values[place - Self.width]
        }
    }

    func sum(_ column: Column, in container: BlockList.Container) -> Float {
        values[container.endAnchor * Self.width + column.rawValue]
            - values[container.firstAnchor * Self.width + column.rawValue]
    }

    func before(_ anchor: Int, _ column: Column) -> Float { values[anchor * Self.width + column.rawValue] }
    func all(_ column: Column) -> Float { values[last * Self.width + column.rawValue] }
}
