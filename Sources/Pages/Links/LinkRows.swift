import HTMLTree

/// Puts the numbers of `LinkFeatures` into rows.
struct LinkRows {
    private let features: LinkFeatures
    private let list: BlockList
    private let page: LinkAddress?
    /// By block: what is known of it as a title.
    private var titles: [Title?]
    private var sections: SectionTitles

    private struct Title {
        /// Words it shares with the page's title.
        let shared: Float
        /// It names a folder of the page's address.
        let namesSection: Bool
    }

    init(_ features: LinkFeatures) {
        self.features = features
        list = features.segmentation.list
        page = features.page
        sections = SectionTitles(features)
        titles = [Title?](repeating: nil, count: list.blocks.count)
    }

    /// Candidates whose rows are made at once: half a megabyte.
    static let rowsAtOnce = 512

    /// The rows of some of the candidates.
    mutating func table(of candidates: Range<Int>) -> FeatureTable {
        var table = FeatureTable(width: RelatedForest.trees.width, rowCount: candidates.count)
        for number in candidates {
            putLink(number, &table)
            putPlace(number, &table)
            putSurroundings(number, &table)
            putTitles(number, &table)
            putList(number, &table)
            putHints(number, &table)
            sections.put(anchor(number).container, &table)
            table.endRow()
        }
        return table
    }

    private func anchor(_ number: Int) -> BlockList.Anchor {
        list.anchors[features.anchors[features.candidates[number]]]
    }

    /// The block a candidate stands in.
    private func block(_ number: Int) -> Int { min(anchor(number).block, list.blocks.count - 1) }

    private func putLink(_ number: Int, _ table: inout FeatureTable) {
        let link = features.candidates[number]
        let address = features.addresses[link]
        let words = features.words[number].hashes.count
        table.put(address.slugWords)
        table.put(address.longestNumber)
        table.put(address.hasDate)
        table.put(address.depth)
        table.put(address.lastLength)
        table.put(address.hasQuery)
        table.put(address.hasExtension)
        table.put(page?.host == address.host)
        table.put(page.map { $0.section == address.section && $0.section != 0 } ?? false)
        table.put(page?.site == address.site)
        table.put(page.map { abs($0.depth - address.depth) } ?? -1)
        table.put(page.map { abs($0.slugWords - address.slugWords) } ?? -1)
        table.put(page.map { abs($0.longestNumber - address.longestNumber) } ?? -1)
        table.put(page?.commonPrefix(with: address) ?? -1)
        table.put(page?.commonFolders(with: address) ?? -1)
        table.put(features.repeats[number])
        table.put(features.links[link].text.utf8.count)
        table.put(words)
        let shared = features.titleWords.shared(with: features.words[number])
        table.put(shared)
        table.put(Float(shared) / Float(max(1, words)))
        table.put(features.rarity[number])
        table.put(features.age[number])
        table.put(features.links[link].isNoFollow)
    }

    private func putPlace(_ number: Int, _ table: inout FeatureTable) {
        let anchor = anchor(number)
        let place = block(number)
        let block = list.blocks[place]
        let body = features.body
        let content = features.segmentation.content
        table.put(body.first >= 0 ? place - body.first : 0)
        table.put(body.last >= 0 ? place - body.last : 0)
        table.put(body.words > 0 ? body.wordsBefore[place] / body.words : 0)
        table.put(body.words)
        let bytes = max(0, min(anchor.end, list.text.count) - anchor.start)
        table.put(Float(bytes) / Float(max(1, block.byteCount)))
        table.put(anchor.start <= block.start + 1 && anchor.end >= block.end)
        table.put(anchor.start > block.start + 2 && anchor.start < block.end)
        table.put(anchor.pictures)
        table.put(content[place])
        table.put(place > 0 ? content[place - 1] : -1)
        table.put(place + 1 < list.blocks.count ? content[place + 1] : -1)
        table.put(Float(features.anchors[features.candidates[number]]) / Float(list.anchors.count))
    }

    /// Sums over the elements around that hold more and more links.
    private func putSurroundings(_ number: Int, _ table: inout FeatureTable) {
        let sums = features.sums
        let before = features.body.wordsBefore
        var place = anchor(number).container
        for _ in 0..<6 {
            guard place >= 0 else {
                for _ in 0..<14 { table.put(Float(-1)) }
                continue
            }
            let container = list.containers[place]
            let links = Float(max(1, container.endAnchor - container.firstAnchor))
            let articles = max(1, sums.sum(.articles, in: container))
            let dated = sums.sum(.dated, in: container)
            table.put(links)
            table.put(sums.sum(.articles, in: container) / links)
            table.put(sums.sum(.sameHost, in: container))
            table.put(sums.sum(.titleWords, in: container) / articles)
            table.put(sums.sum(.section, in: container) / articles)
            table.put(sums.sum(.words, in: container) / articles)
            table.put(list.words(container) / links)
            table.put(before[container.endBlock] - before[container.firstBlock])
            table.put(Float(container.endPicture - container.firstPicture) / links)
            table.put(sums.sum(.rarity, in: container) / articles)
            table.put(dated > 0 ? sums.sum(.newer, in: container) / dated : -1)
            table.put(sums.sum(.folders, in: container) / articles)
            table.put(articles)
            table.put(Float(container.endBlock - container.firstBlock) / articles)
            place = features.wider(place)
        }
    }

    /// How the list a link stands in (the nearest element with three candidates) compares with all candidates of the
    /// page: a list chosen for this story is nearer to it than the lists on every page.
    private func putList(_ number: Int, _ table: inout FeatureTable) {
        let sums = features.sums
        var place = anchor(number).container
        while place >= 0, sums.sum(.articles, in: list.containers[place]) < 3 {
            place = features.wider(place)
        }
        guard place >= 0 else {
            for _ in 0..<17 { table.put(Float(-1)) }
            return
        }
        let container = list.containers[place]
        let articles = sums.sum(.articles, in: container)
        let others = sums.all(.articles) - articles
        for column in [AnchorSums.Column.titleWords, .rarity, .section, .newer, .folders, .onTopic] {
            let own = sums.sum(column, in: container) / articles
            let rest = others > 0 ? (sums.all(column) - own * articles) / others : 0
            table.put(own)
            table.put(own - rest)
        }
        table.put(articles)
        table.put(articles / sums.all(.articles))
        table.put(sums.before(container.firstAnchor, .articles))
        table.put(container.firstBlock - max(0, features.body.last))
        table.put(
            sums.before(container.firstAnchor, .articles) - sums.before(features.endOfStory, .articles))
    }

    /// What the titles say under which a link stands: of the nearest element that begins with one, of the next such
    /// element around, and the last one before the link.
    private mutating func putTitles(_ number: Int, _ table: inout FeatureTable) {
        let own = anchor(number).block
        var place = anchor(number).container
        var found = 0
        var previous = -1
        var level = 0
        while place >= 0, found < 2, level < LinkFeatures.titleLevels {
            let container = list.containers[place]
            if let title = features.title(of: container, before: own), title != previous {
                let block = list.blocks[title]
                let said = features.signs(ofTitle: title)
                for signs in Self.titleSigns { table.put(said & signs != 0) }
                table.put(block.measure.words)
                table.put(block.level)
                table.put(own - title)
                table.put(container.endAnchor - container.firstAnchor)
                let known = known(title)
                table.put(known.shared)
                table.put(known.namesSection)
                previous = title
                found += 1
            }
            place = features.wider(place)
            level += 1
        }
        for _ in found..<2 { for _ in 0..<Self.titleSigns.count + 6 { table.put(Float(-1)) } }
        let last = own > 0 ? features.segmentation.titleBefore[block(number)] : -1
        let signs: UInt64 = last >= 0 ? features.signs(ofTitle: last) : 0
        for title in Self.titleSigns { table.put(signs & title != 0) }
        table.put(last >= 0 ? own - last : 999)
        table.put(last >= 0 && known(last).namesSection)
    }

    private mutating func known(_ title: Int) -> Title {
        if let known = titles[title] { return known }
        let text = list.bytes(list.blocks[title])
        let known = Title(
            shared: Float(TopicWords(text).shared(with: features.titleWords)),
            namesSection: text.count <= 80 && page?.hasFolder(in: text) == true)
        titles[title] = known
        return known
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

    /// How the block itself can be worded ("Read also: …").
    private static let ownSigns: [PhraseEvidence] = [
        .related, .readAlso, .recommendation, .popular, .latest, .moreFrom,
    ]

    /// What names and landmarks of the elements around hint at, and the wording of the block.
    private func putHints(_ number: Int, _ table: inout FeatureTable) {
        let block = list.blocks[block(number)]
        let context = features.segmentation.context
        let row = Int(context.rows[block.container])
        let hints = row * ClassEvidence.count
        for bit in 0..<ClassEvidence.count {
            let inline: Float = block.inlineEvidence >> UInt64(bit) & 1 == 1 ? 1 + ContainerContext.floor : 0
            table.put(max(context.evidence[hints + bit], inline))
        }
        let marks = row * Landmarks.count
        for bit in 0..<Landmarks.count { table.put(context.landmarks[marks + bit]) }
        for evidence in Self.ownSigns { table.put(block.phrases & evidence.rawValue != 0) }
    }
}
