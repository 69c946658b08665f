import HTMLTree
import WebURLs

/// The numbers by which the forest tells related links from the other links of a page: one row a link.
struct LinkFeatures {
    let segmentation: Segmentation
    let links: [CollectedLink]
    let addresses: [LinkAddress]
    /// By link: its place in `BlockList.anchors`; -1 if it stands outside of the text (in `head`, in a skipped element).
    let anchors: [Int]
    let page: LinkAddress?
    private let pagePath: String
    private let words: TopicWordLists
    private let titleWords: TopicWords
    private let bodyWords: TopicWords
    /// How many links use a word of the story.
    private var frequency: [UInt64: Int] = [:]
    /// How often a link's address (without fragment) occurs on the page.
    private var repeats: [UInt64: Int] = [:]
    private let firstContent: Int
    private let lastContent: Int
    /// Running sums over the anchors of the page, for sums over an element: links with an address like an article's,
    /// words shared with the title, links in the page's section, words of text, links in content.
    private var sums: [[Float]] = []
    private(set) var contentBefore: [Float] = [0]

    init(_ segmentation: Segmentation, links: [CollectedLink], page url: WebURL?) {
        self.segmentation = segmentation
        self.links = links
        addresses = links.map { LinkAddress($0.url) }
        page = url.map { LinkAddress($0) }
        pagePath = url?.path ?? ""
        let list = segmentation.list
        anchors = Self.anchors(of: links, in: list)
        var words = TopicWordLists()
        for link in links { words.append(TopicWords(Array(link.text.utf8.prefix(300))[...])) }
        self.words = words
        var body = TopicWords()
        var title = TopicWords(segmentation.hints.titleText)
        var first = -1
        var last = -1
        for index in list.blocks.indices {
            let isContent = segmentation.roles[index] == .mainContent
            contentBefore.append(
                (contentBefore.last ?? 0) + (isContent ? list.blocks[index].measure.words : 0))
            guard isContent else {
                if list.blocks[index].kind == .heading, list.blocks[index].level == 1 {
                    title.add(list.bytes(list.blocks[index]))
                }
                continue
            }
            body.add(list.bytes(list.blocks[index]))
            if list.blocks[index].proseWords > 0 {
                if first < 0 { first = index }
                last = index
            }
        }
        titleWords = title
        bodyWords = body
        firstContent = first
        lastContent = last
        for word in words.all where body.hashes.contains(word) { frequency[word, default: 0] += 1 }
        for address in addresses { repeats[address.page, default: 0] += 1 }
        sumUp()
    }

    /// By link its anchor; -1 if it has none.
    private static func anchors(of links: [CollectedLink], in list: BlockList) -> [Int] {
        var places = [Int32](
            repeating: -1, count: (list.anchors.lazy.map(\.node.index).max() ?? -1) + 1)
        for (place, anchor) in list.anchors.enumerated() { places[anchor.node.index] = Int32(place) }
        return links.map { link in
            link.node.index < places.count ? Int(places[link.node.index]) : -1
        }
    }

    private mutating func sumUp() {
        let count = segmentation.list.anchors.count
        // Entry n is the sum over the first n anchors: their own numbers first, one place further on.
        var values = [[Float]](repeating: [Float](repeating: 0, count: count + 1), count: 9)
        for (link, place) in anchors.enumerated() where place >= 0 {
            let anchor = place + 1
            let address = addresses[link]
            values[0][anchor] = address.looksLikeArticle ? 1 : 0
            values[1][anchor] = Float(titleWords.shared(with: words[link]))
            values[2][anchor] =
                page.map { $0.section == address.section && $0.host == address.host } == true ? 1 : 0
            values[3][anchor] = Float(words[link].count)
            values[4][anchor] =
                address.looksLikeArticle && page.map { $0.host == address.host } == true ? 1 : 0
            values[5][anchor] = address.looksLikeArticle ? rarity(link) : 0
            let age = self.age(link)
            values[6][anchor] = age == 0 ? 0 : 1
            values[7][anchor] = age > 0 ? 1 : 0
            values[8][anchor] = address.looksLikeArticle ? values[2][anchor] : 0
        }
        for column in values.indices {
            var running: Float = 0
            for place in values[column].indices {
                running += values[column][place]
                values[column][place] = running
            }
        }
        sums = values
    }

    /// How much of a link's words the story uses, words few links of the page have counting most; 0 to 1.
    private func rarity(_ link: Int) -> Float {
        var rare: Float = 0
        for word in words[link] where bodyWords.hashes.contains(word) {
            rare += 1 / Float(frequency[word] ?? 1)
        }
        return rare / Float(max(1, words[link].count))
    }

    /// How much newer (above 0) or older than the page a link's story is, by the date or number in the addresses, at
    /// most 30; 0 if they do not say.
    private func age(_ link: Int) -> Float {
        guard let page else { return 0 }
        let address = addresses[link]
        if page.day > 0, address.day > 0 { return max(-30, min(30, Float(address.day - page.day) + 0.5)) }
        guard page.longestNumber >= 5, page.longestNumber == address.longestNumber, page.number > 0 else {
            return 0
        }
        let part = (address.number - page.number) / page.number * 1000
        return part == 0 ? 0.1 : max(-30, min(30, part))
    }

    /// Rows made at once: below a megabyte, as `BlockRows.windowRows`.
    static let rowsAtOnce = 512

    /// The rows of some of the links. `blocks` are the rows of the page's blocks, on whose window those of the links depend.
    func table(of range: Range<Int>, _ blocks: inout BlockRows) -> FeatureTable {
        var table = FeatureTable(width: RelatedForest.trees.width, rowCount: range.count)
        for index in range {
            putLink(index, &table)
            putPlace(index, &table)
            putSurroundings(index, &table)
            putTitles(index, &table)
            putList(index, &table)
            putBlock(index, &blocks, &table)
            table.endRow()
        }
        return table
    }

    private func putLink(_ index: Int, _ table: inout FeatureTable) {
        let address = addresses[index]
        let link = links[index]
        table.put(address.slugWords)
        table.put(address.longestNumber)
        table.put(address.hasDate)
        table.put(address.depth)
        table.put(address.lastLength)
        table.put(address.hasQuery)
        table.put(address.hasExtension)
        table.put(address.looksLikeArticle)
        table.put(page.map { $0.host == address.host } ?? false)
        table.put(page.map { $0.section == address.section && $0.section != 0 } ?? false)
        table.put(page.map { $0.site == address.site } ?? false)
        table.put(page.map { $0.host == address.host && $0.path == address.path } ?? false)
        table.put(page.map { abs($0.depth - address.depth) } ?? -1)
        table.put(page.map { abs($0.slugWords - address.slugWords) } ?? -1)
        table.put(page.map { abs($0.longestNumber - address.longestNumber) } ?? -1)
        table.put(page == nil ? -1 : Self.commonPrefix(pagePath, link.url.path))
        table.put(repeats[address.page] ?? 1)
        table.put(link.text.utf8.count)
        table.put(words[index].count)
        let shared = titleWords.shared(with: words[index])
        table.put(shared)
        table.put(Float(shared) / Float(max(1, words[index].count)))
        table.put(rarity(index))
        table.put(age(index))
        table.put(link.isNoFollow)
        table.put(link.context == "area/@href")
    }

    private static func commonPrefix(_ one: String, _ other: String) -> Int {
        var count = 0
        for (left, right) in zip(one.utf8, other.utf8) {
            guard left == right else { break }
            count += 1
        }
        return count
    }

    private func putPlace(_ index: Int, _ table: inout FeatureTable) {
        let list = segmentation.list
        guard anchors[index] >= 0, !list.blocks.isEmpty else {
            for _ in 0..<12 { table.put(Float(-1)) }
            return
        }
        let anchor = list.anchors[anchors[index]]
        let place = min(anchor.block, list.blocks.count - 1)
        let block = list.blocks[place]
        table.put(firstContent >= 0 ? place - firstContent : 0)
        table.put(lastContent >= 0 ? place - lastContent : 0)
        let all = contentBefore.last ?? 0
        table.put(all > 0 ? contentBefore[place] / all : 0)
        table.put(all)
        let bytes = max(0, min(anchor.end, list.text.count) - anchor.start)
        table.put(Float(bytes) / Float(max(1, block.byteCount)))
        table.put(anchor.start <= block.start + 1 && anchor.end >= block.end)
        table.put(anchor.start > block.start + 2 && anchor.start < block.end)
        table.put(anchor.pictures)
        table.put(segmentation.content[place])
        table.put(place > 0 ? segmentation.content[place - 1] : -1)
        table.put(place + 1 < list.blocks.count ? segmentation.content[place + 1] : -1)
        table.put(Float(anchors[index]) / Float(list.anchors.count))
    }

    private func putSurroundings(_ index: Int, _ table: inout FeatureTable) {
        let list = segmentation.list
        var place = anchors[index] >= 0 ? list.anchors[anchors[index]].container : -1
        for _ in 0..<6 {
            guard place >= 0 else {
                for _ in 0..<13 { table.put(Float(-1)) }
                continue
            }
            let container = list.containers[place]
            let count = container.endAnchor - container.firstAnchor
            func sum(_ column: Int) -> Float {
                sums[column][container.endAnchor] - sums[column][container.firstAnchor]
            }
            let links = Float(max(1, count))
            let articles = max(1, sum(0))
            table.put(count)
            table.put(sum(0) / links)
            table.put(sum(4))
            table.put(sum(1) / articles)
            table.put(sum(2) / links)
            table.put(sum(3) / links)
            table.put(list.words(container) / links)
            table.put(contentBefore[container.endBlock] - contentBefore[container.firstBlock])
            table.put(Float(container.endPicture - container.firstPicture) / links)
            table.put(sum(5) / articles)
            table.put(sum(6) > 0 ? sum(7) / sum(6) : -1)
            table.put(sum(8) / articles)
            table.put(articles)
            place = wider(place)
        }
    }

    /// The nearest element around that holds more links.
    func wider(_ container: Int) -> Int {
        let list = segmentation.list
        let inner = list.containers[container]
        var place = inner.parent
        while place >= 0 {
            let around = list.containers[place]
            if around.endAnchor - around.firstAnchor > inner.endAnchor - inner.firstAnchor { return place }
            place = around.parent
        }
        return -1
    }

    /// How the list a link stands in (the nearest element with three links that look like articles) compares with all
    /// such links of the page: a list chosen for this story is nearer to it than the lists on every page.
    private func putList(_ index: Int, _ table: inout FeatureTable) {
        let list = segmentation.list
        var place = anchors[index] >= 0 ? list.anchors[anchors[index]].container : -1
        while place >= 0 {
            let container = list.containers[place]
            if sums[0][container.endAnchor] - sums[0][container.firstAnchor] >= 3 { break }
            place = wider(place)
        }
        guard place >= 0, anchors[index] >= 0 else {
            for _ in 0..<12 { table.put(Float(-1)) }
            return
        }
        let container = list.containers[place]
        func inside(_ column: Int) -> Float {
            sums[column][container.endAnchor] - sums[column][container.firstAnchor]
        }
        func everywhere(_ column: Int) -> Float { sums[column].last ?? 0 }
        let articles = inside(0)
        let others = everywhere(0) - articles
        for column in [1, 5, 8, 7] {
            let own = inside(column) / articles
            let rest = others > 0 ? (everywhere(column) - inside(column)) / others : 0
            table.put(own)
            table.put(own - rest)
        }
        table.put(articles)
        table.put(articles / max(1, everywhere(0)))
        table.put(sums[0][container.firstAnchor])
        let end = lastContent >= 0 ? lastContent : 0
        table.put(container.firstBlock - end)
    }

    /// What the titles say under which a link stands: of the nearest element that begins with one, of the next such
    /// element around, and the last one before the link.
    private func putTitles(_ index: Int, _ table: inout FeatureTable) {
        let list = segmentation.list
        var titles: [Int] = []
        var levels: [Int] = []
        var place = anchors[index] >= 0 ? list.anchors[anchors[index]].container : -1
        let own = anchors[index] >= 0 ? list.anchors[anchors[index]].block : 0
        var level = 0
        while place >= 0, titles.count < 2, level < 8 {
            let container = list.containers[place]
            if let title = title(of: container, before: own), titles.last != title {
                titles.append(title)
                levels.append(container.endAnchor - container.firstAnchor)
            }
            place = wider(place)
            level += 1
        }
        for number in 0..<2 {
            guard number < titles.count else {
                for _ in 0..<Self.titleSigns.count + 5 { table.put(Float(-1)) }
                continue
            }
            let block = list.blocks[titles[number]]
            for signs in Self.titleSigns { table.put(block.phrases & signs != 0) }
            table.put(block.measure.words)
            table.put(block.level)
            table.put(own - titles[number])
            table.put(levels[number])
            table.put(TopicWords(list.bytes(block)).shared(with: titleWords))
        }
        let last =
            own > 0 && !list.blocks.isEmpty ? segmentation.titleBefore[min(own, list.blocks.count - 1)] : -1
        let signs: UInt64 = last >= 0 ? list.blocks[last].phrases : 0
        for title in Self.titleSigns { table.put(signs & title != 0) }
        table.put(last >= 0 ? own - last : 999)
    }

    /// The title that an element begins with, or that stands right before it: among its first blocks, or the one
    /// before, and before the link.
    func title(of container: BlockList.Container, before own: Int) -> Int? {
        let list = segmentation.list
        let start = max(0, container.firstBlock - 1)
        for place in start..<min(own, start + 4, list.blocks.count)
        where Outline.isListTitle(list.blocks[place]) {
            return place
        }
        return nil
    }

    private static let titleSigns: [UInt64] = [
        PhraseEvidence.related.rawValue, PhraseEvidence.readAlso.rawValue,
        PhraseEvidence.recommendation.rawValue,
        PhraseEvidence.popular.rawValue, PhraseEvidence.latest.rawValue, PhraseEvidence.moreFrom.rawValue,
        PhraseEvidence.sectionPages.rawValue | PhraseEvidence.neighbours.rawValue,
        PhraseEvidence.advertisement.rawValue | PhraseEvidence.newsletter.rawValue
            | PhraseEvidence.app.rawValue,
        PhraseEvidence.author.rawValue | PhraseEvidence.comments.rawValue, PhraseEvidence.sources.rawValue,
    ]

    private func putBlock(_ index: Int, _ blocks: inout BlockRows, _ table: inout FeatureTable) {
        let list = segmentation.list
        guard anchors[index] >= 0, blocks.count > 0 else {
            for _ in 0..<blocks.width { table.put(Float(-1)) }
            return
        }
        let place = min(list.anchors[anchors[index]].block, list.blocks.count - 1)
        let row = blocks.show(place)
        for column in 0..<blocks.width { table.put(blocks.table[row, column]) }
    }
}
