/// The numbers by which the forest tells main content from boilerplate: one row a block.
///
/// They fall into groups: the block's own text, wordings, hints of the elements around it, its neighbours, its place on the
/// page, sizes of the elements around, where it stands to the likeliest body, blocks of the same make, the page.
struct BlockFeatures {
    private let list: BlockList
    private let context: ContainerContext
    private let hints: PageHints
    private let groups: BlockGroups
    private let outline: Outline
    /// By block, what its neighbours are told of it.
    private let words: [Float]
    private let linkShares: [Float]
    private let levels: [Float]
    /// By container: words, share of links and of prose, blocks, pictures a block, fields.
    private let sizes: [SIMD8<Float>]

    init(_ list: BlockList, _ context: ContainerContext, _ hints: PageHints, _ groups: BlockGroups) {
        self.list = list
        self.context = context
        self.hints = hints
        self.groups = groups
        outline = Outline(list, hints)
        words = list.blocks.map(\.measure.words)
        linkShares = list.blocks.map(\.linkShare)
        levels = list.blocks.map { $0.kind == .paragraph ? 10 : Float($0.level) }
        sizes = list.containers.map { container in
            let blocks = container.endBlock - container.firstBlock
            return SIMD8(
                list.words(container), list.linkShare(container), list.proseShare(container), Float(blocks),
                Float(container.endPicture - container.firstPicture) / Float(max(1, blocks)),
                Float(container.endField - container.firstField), 0, 0)
        }
    }

    /// By block: the title it stands under; -1 if there is none.
    var titleBefore: [Int] { outline.titleBefore }

    /// Numbers a row.
    static let width = 229

    /// The rows of some of the blocks.
    func table(of blocks: Range<Int>) -> FeatureTable {
        var table = FeatureTable(width: Self.width, rowCount: blocks.count)
        table.fill(Columns.phrases, with: 0)
        table.fill(Columns.hints, with: 0)
        table.fill(Columns.titleEvidence, with: 0)
        for (column, value) in zip(Columns.page, pageNumbers) { table.fill(column..<column + 1, with: value) }
        table.putRows { row, rows, place in
            let index = blocks.lowerBound + row
            putText(index, &rows, &place)
            putHints(index, &rows, &place)
            putNeighbours(index, &rows, &place)
            putPlace(index, &rows, &place)
            putSurroundings(index, &rows, &place)
            putGroup(index, &rows, &place)
            place.skip(Columns.page.count)
        }
        return table
    }

    /// Columns that hold the same number in most rows: they are filled, and then the others put.
    private enum Columns {
        static let phrases = 26..<26 + PhraseEvidence.count
        static let hints =
            phrases.upperBound + 3..<phrases.upperBound + 3 + ClassEvidence.count + Landmarks.count
        static let titleEvidence =
            hints.upperBound + 39..<hints.upperBound + 39 + BlockFeatures.titleEvidence.count
        static let page = BlockFeatures.width - 10 - PageHints.Kinds.count..<BlockFeatures.width
    }

    private func putText(_ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor) {
        let block = list.blocks[index]
        let measure = block.measure
        let words = max(measure.words, 1)
        rows.put(measure.words, &place)
        rows.put(block.byteCount, &place)
        rows.put(block.linkShare, &place)
        rows.put(block.linkCount, &place)
        rows.put(measure.sentenceEnds, &place)
        rows.put(measure.commas, &place)
        rows.put(measure.sentenceEnds / words, &place)
        rows.put(measure.letters / words, &place)
        rows.put(measure.capitalised / words, &place)
        rows.put(measure.letters > 0 ? measure.capitals / measure.letters : 0, &place)
        rows.put(measure.digits / Float(max(block.byteCount, 1)), &place)
        rows.put(measure.separators, &place)
        rows.put(measure.endsSentence, &place)
        rows.put(measure.endsWithColon, &place)
        rows.put(measure.endsWithQuestion, &place)
        rows.put(measure.endsWithEllipsis, &place)
        rows.put(measure.beginsLower, &place)
        rows.put(block.boldShare, &place)
        rows.put(block.breaksBefore, &place)
        rows.put(block.isWrapped, &place)
        rows.put(block.picturesBefore, &place)
        rows.put(Int(block.kind.rawValue), &place)
        rows.put(block.kind == .paragraph, &place)
        rows.put(block.kind == .listItem, &place)
        rows.put(block.level, &place)
        rows.put(block.proseWords, &place)
        rows.putOnes(of: block.phrases, columns: PhraseEvidence.count, &place)
        rows.put(outline.titleLike[index], &place)
        rows.put(outline.described[index], &place)
        rows.put(outline.bodyShare[index], &place)
    }

    private func putHints(_ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor)
    {
        let inline = list.blocks[index].inlineEvidence
        let row = Int(context.rows[list.blocks[index].container])
        let hinted = context.hinted[row]
        var bits = hinted.evidence | inline
        while bits != 0 {
            let bit = bits.trailingZeroBitCount
            bits &= bits &- 1
            let own: Float = inline >> UInt64(bit) & 1 == 1 ? 1 + ContainerContext.floor : 0
            rows[place.place(of: bit)] = max(context.evidence[row * ClassEvidence.count + bit], own)
        }
        place.skip(ClassEvidence.count)
        bits = hinted.landmarks
        while bits != 0 {
            let bit = bits.trailingZeroBitCount
            bits &= bits &- 1
            rows[place.place(of: bit)] = context.landmarks[row * Landmarks.count + bit]
        }
        place.skip(Landmarks.count)
    }

    private func putNeighbours(
        _ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor
    ) {
        for neighbour in index - 2...index + 2 where neighbour != index {
            guard neighbour >= 0, neighbour < list.blocks.count else {
                for _ in 0..<5 { rows.put(Float(-1), &place) }
                continue
            }
            rows.put(words[neighbour], &place)
            rows.put(linkShares[neighbour], &place)
            rows.put(list.blocks[neighbour].measure.endsSentence, &place)
            rows.put(levels[neighbour], &place)
            rows.put(list.blocks[neighbour].container == list.blocks[index].container, &place)
        }
        for reach in Self.reaches {
            let low = max(0, index - reach)
            let high = min(list.blocks.count, index + reach + 1)
            let words = list.wordsBefore[high] - list.wordsBefore[low]
            rows.put(list.proseBefore[high] - list.proseBefore[low], &place)
            rows.put(words / Float(high - low), &place)
            rows.put(words > 0 ? (list.linkWordsBefore[high] - list.linkWordsBefore[low]) / words : 0, &place)
        }
    }

    /// How many blocks around a block are looked at together.
    private static let reaches = [3, 8, 20]

    private func putPlace(_ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor)
    {
        let count = Float(list.blocks.count)
        rows.put(Float(index) / count, &place)
        rows.put(index, &place)
        rows.put(list.blocks.count - index, &place)
        let words = max(list.totalWords, 1)
        rows.put(list.wordsBefore[index] / words, &place)
        let prose = list.totalProse
        rows.put(prose > 0 ? list.proseBefore[index] / prose : 0.5, &place)
        rows.put(prose - list.proseBefore[index + 1], &place)
        rows.put(index - outline.firstProse, &place)
        rows.put(index - outline.lastProse, &place)
        rows.put(outline.heading >= 0 ? index - outline.heading : -999, &place)
        let title = outline.titleBefore[index]
        rows.put(title >= 0 ? index - title : 999, &place)
        let signs: UInt64 = title >= 0 ? list.blocks[title].phrases : 0
        if signs != 0 {
            for (column, evidence) in Self.titleEvidence.enumerated() where signs & evidence != 0 {
                rows[place.place(of: column)] = 1
            }
        }
        place.skip(Self.titleEvidence.count)
        rows.put(title >= 0 ? list.blocks[title].level : -1, &place)
        rows.put(
            title >= 0 ? sharedSteps(list.blocks[index].container, list.blocks[title].container) : -1, &place)
    }

    /// What the title above a block can announce.
    private static let titleEvidence: [UInt64] = [
        PhraseEvidence.related.rawValue, PhraseEvidence.popular.rawValue | PhraseEvidence.latest.rawValue,
        PhraseEvidence.recommendation.rawValue | PhraseEvidence.moreFrom.rawValue,
        PhraseEvidence.newsletter.rawValue,
        PhraseEvidence.comments.rawValue, PhraseEvidence.author.rawValue | PhraseEvidence.note.rawValue,
        PhraseEvidence.contents.rawValue, PhraseEvidence.share.rawValue, PhraseEvidence.sources.rawValue,
        PhraseEvidence.questions.rawValue, PhraseEvidence.copyright.rawValue,
    ]

    private func sharedSteps(_ container: Int, _ other: Int) -> Int {
        context.steps(from: container, to: other, in: list) ?? 99
    }

    private func putSurroundings(
        _ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor
    ) {
        var around = list.blocks[index].container
        for _ in 0..<5 {
            guard around >= 0 else {
                for _ in 0..<6 { rows.put(Float(-1), &place) }
                continue
            }
            let size = sizes[around]
            for number in 0..<6 { rows.put(size[number], &place) }
            around = context.wider[around]
        }
        let container = list.blocks[index].container
        rows.put(list.containers[container].depth, &place)
        rows.put(context.steps(from: container, to: context.body, in: list) ?? -1, &place)
        rows.put(context.steps(from: container, to: context.half, in: list) ?? -1, &place)
        rows.put(context.steps(from: container, to: context.mostly, in: list) ?? -1, &place)
        rows.put(context.steps(from: container, to: context.nearlyAll, in: list) ?? -1, &place)
        guard context.body >= 0 else {
            for _ in 0..<4 { rows.put(Float(-1), &place) }
            return
        }
        let body = list.containers[context.body]
        rows.put(context.share[context.body], &place)
        rows.put(list.linkShare(body), &place)
        rows.put(
            index < body.firstBlock
                ? index - body.firstBlock : index >= body.endBlock ? index - body.endBlock + 1 : 0, &place)
        rows.put(list.containers[container].depth - body.depth, &place)
    }

    private func putGroup(_ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor)
    {
        let group = groups.groups[groups.member[index]]
        rows.put(group.blocks, &place)
        rows.put(group.words / Float(group.blocks), &place)
        rows.put(group.words > 0 ? group.linkWords / group.words : 0, &place)
        rows.put(list.totalProse > 0 ? group.prose / list.totalProse : 0, &place)
        rows.put(groups.earlierRepeats[index], &place)
        rows.put(groups.laterRepeats[index], &place)
    }

    /// What is the same in each row.
    private var pageNumbers: [Float] {
        let words = max(list.totalWords, 1)
        let mostly = context.mostly >= 0 ? list.words(list.containers[context.mostly]) / words : -1
        return [
            list.totalWords, list.totalProse, Float(list.blocks.count), list.totalProse / words,
            (list.linkWordsBefore.last ?? 0) / words,
        ]
            + (0..<PageHints.Kinds.count).map { Float(hints.kinds.rawValue >> UInt16($0) & 1) }
            + [
                mostly, Float(outline.headings), Float(outline.articles), outline.postShare,
                outline.offerShare,
            ]
    }
}
