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

    init(_ list: BlockList, _ context: ContainerContext, _ hints: PageHints, _ groups: BlockGroups) {
        self.list = list
        self.context = context
        self.hints = hints
        self.groups = groups
        outline = Outline(list, hints)
    }

    /// By block: the title it stands under; -1 if there is none.
    var titleBefore: [Int] { outline.titleBefore }

    /// Numbers a row.
    static let width = 229

    /// The rows of some of the blocks.
    func table(of blocks: Range<Int>) -> FeatureTable {
        var table = FeatureTable(width: Self.width, rowCount: blocks.count)
        table.putRows { row, rows, place in
            let index = blocks.lowerBound + row
            putText(index, &rows, &place)
            putHints(index, &rows, &place)
            putNeighbours(index, &rows, &place)
            putPlace(index, &rows, &place)
            putSurroundings(index, &rows, &place)
            putGroup(index, &rows, &place)
            putPage(&rows, &place)
        }
        return table
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
        for bit in 0..<PhraseEvidence.count { rows.put(block.phrases >> UInt64(bit) & 1 == 1, &place) }
        rows.put(outline.titleLike[index], &place)
        rows.put(outline.described[index], &place)
        rows.put(outline.bodyShare[index], &place)
    }

    private func putHints(_ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor)
    {
        let block = list.blocks[index]
        let hints = Int(context.rows[block.container]) * ClassEvidence.count
        for bit in 0..<ClassEvidence.count {
            let inline: Float = block.inlineEvidence >> UInt64(bit) & 1 == 1 ? 1 + ContainerContext.floor : 0
            rows.put(max(context.evidence[hints + bit], inline), &place)
        }
        let marks = Int(context.rows[block.container]) * Landmarks.count
        for bit in 0..<Landmarks.count { rows.put(context.landmarks[marks + bit], &place) }
    }

    private func putNeighbours(
        _ index: Int, _ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor
    ) {
        for neighbour in index - 2...index + 2 where neighbour != index {
            guard neighbour >= 0, neighbour < list.blocks.count else {
                for _ in 0..<5 { rows.put(Float(-1), &place) }
                continue
            }
            let block = list.blocks[neighbour]
            rows.put(block.measure.words, &place)
            rows.put(block.linkShare, &place)
            rows.put(block.measure.endsSentence, &place)
            rows.put(block.kind == .paragraph ? 10 : block.level, &place)
            rows.put(block.container == list.blocks[index].container, &place)
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
        for evidence in Self.titleEvidence { rows.put(signs & evidence != 0, &place) }
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
            let container = list.containers[around]
            let blocks = container.endBlock - container.firstBlock
            rows.put(list.words(container), &place)
            rows.put(list.linkShare(container), &place)
            rows.put(list.proseShare(container), &place)
            rows.put(blocks, &place)
            rows.put(Float(container.endPicture - container.firstPicture) / Float(max(1, blocks)), &place)
            rows.put(container.endField - container.firstField, &place)
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

    private func putPage(_ rows: inout MutableSpan<Float>, _ place: inout FeatureTable.Cursor) {
        rows.put(list.totalWords, &place)
        rows.put(list.totalProse, &place)
        rows.put(list.blocks.count, &place)
        rows.put(list.totalProse / max(list.totalWords, 1), &place)
        rows.put((list.linkWordsBefore.last ?? 0) / max(list.totalWords, 1), &place)
        for bit in 0..<PageHints.Kinds.count {
            rows.put(hints.kinds.rawValue >> UInt16(bit) & 1 == 1, &place)
        }
        rows.put(
            context.mostly >= 0 ? list.words(list.containers[context.mostly]) / max(list.totalWords, 1) : -1,
            &place)
        rows.put(outline.headings, &place)
        rows.put(outline.articles, &place)
        rows.put(outline.postShare, &place)
        rows.put(outline.offerShare, &place)
    }
}
