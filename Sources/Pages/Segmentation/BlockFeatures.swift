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

    func table() -> FeatureTable {
        var table = FeatureTable(capacity: list.blocks.count * 220)
        for index in list.blocks.indices {
            putText(index, &table)
            putHints(index, &table)
            putNeighbours(index, &table)
            putPlace(index, &table)
            putSurroundings(index, &table)
            putGroup(index, &table)
            putPage(&table)
            table.endRow()
        }
        return table
    }

    private func putText(_ index: Int, _ table: inout FeatureTable) {
        let block = list.blocks[index]
        let measure = block.measure
        let words = max(measure.words, 1)
        table.put(measure.words)
        table.put(block.byteCount)
        table.put(block.linkShare)
        table.put(block.linkCount)
        table.put(measure.sentenceEnds)
        table.put(measure.commas)
        table.put(measure.sentenceEnds / words)
        table.put(measure.letters / words)
        table.put(measure.capitalised / words)
        table.put(measure.letters > 0 ? measure.capitals / measure.letters : 0)
        table.put(measure.digits / Float(max(block.byteCount, 1)))
        table.put(measure.separators)
        table.put(measure.endsSentence)
        table.put(measure.endsWithColon)
        table.put(measure.endsWithQuestion)
        table.put(measure.endsWithEllipsis)
        table.put(measure.beginsLower)
        table.put(block.boldShare)
        table.put(block.breaksBefore)
        table.put(block.isWrapped)
        table.put(block.picturesBefore)
        table.put(Int(block.kind.rawValue))
        table.put(block.kind == .paragraph)
        table.put(block.kind == .listItem)
        table.put(block.level)
        table.put(block.proseWords)
        for bit in 0..<PhraseEvidence.count { table.put(block.phrases >> UInt64(bit) & 1 == 1) }
        table.put(outline.titleLike[index])
        table.put(outline.described[index])
        table.put(outline.bodyShare[index])
    }

    private func putHints(_ index: Int, _ table: inout FeatureTable) {
        let block = list.blocks[index]
        let row = block.container * ClassEvidence.count
        for bit in 0..<ClassEvidence.count {
            let inline: Float = block.inlineEvidence >> UInt64(bit) & 1 == 1 ? 1 + ContainerContext.floor : 0
            table.put(max(context.evidence[row + bit], inline))
        }
        let marks = block.container * Landmarks.count
        for bit in 0..<Landmarks.count { table.put(context.landmarks[marks + bit]) }
    }

    private func putNeighbours(_ index: Int, _ table: inout FeatureTable) {
        for offset in [-2, -1, 1, 2] {
            let place = index + offset
            guard list.blocks.indices.contains(place) else {
                for _ in 0..<5 { table.put(Float(-1)) }
                continue
            }
            let block = list.blocks[place]
            table.put(block.measure.words)
            table.put(block.linkShare)
            table.put(block.measure.endsSentence)
            table.put(block.kind == .paragraph ? 10 : block.level)
            table.put(block.container == list.blocks[index].container)
        }
        for reach in [3, 8, 20] {
            let low = max(0, index - reach)
            let high = min(list.blocks.count, index + reach + 1)
            let words = list.wordsBefore[high] - list.wordsBefore[low]
            table.put(list.proseBefore[high] - list.proseBefore[low])
            table.put(words / Float(high - low))
            table.put(words > 0 ? (list.linkWordsBefore[high] - list.linkWordsBefore[low]) / words : 0)
        }
    }

    private func putPlace(_ index: Int, _ table: inout FeatureTable) {
        let count = Float(list.blocks.count)
        table.put(Float(index) / count)
        table.put(index)
        table.put(list.blocks.count - index)
        let words = max(list.totalWords, 1)
        table.put(list.wordsBefore[index] / words)
        let prose = list.totalProse
        table.put(prose > 0 ? list.proseBefore[index] / prose : 0.5)
        table.put(prose - list.proseBefore[index + 1])
        table.put(index - outline.firstProse)
        table.put(index - outline.lastProse)
        table.put(outline.heading >= 0 ? index - outline.heading : -999)
        let title = outline.titleBefore[index]
        table.put(title >= 0 ? index - title : 999)
        let signs: UInt64 = title >= 0 ? list.blocks[title].phrases : 0
        for evidence in Self.titleEvidence { table.put(signs & evidence != 0) }
        table.put(title >= 0 ? list.blocks[title].level : -1)
        table.put(title >= 0 ? sharedSteps(list.blocks[index].container, list.blocks[title].container) : -1)
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

    private func putSurroundings(_ index: Int, _ table: inout FeatureTable) {
        var place = list.blocks[index].container
        for _ in 0..<5 {
            guard place >= 0 else {
                for _ in 0..<6 { table.put(Float(-1)) }
                continue
            }
            let container = list.containers[place]
            let blocks = container.endBlock - container.firstBlock
            table.put(list.words(container))
            table.put(list.linkShare(container))
            table.put(list.proseShare(container))
            table.put(blocks)
            table.put(Float(container.endPicture - container.firstPicture) / Float(max(1, blocks)))
            table.put(container.endField - container.firstField)
            place = context.wider[place]
        }
        let container = list.blocks[index].container
        table.put(list.containers[container].depth)
        for candidate in [context.body, context.half, context.mostly, context.nearlyAll] {
            table.put(context.steps(from: container, to: candidate, in: list) ?? -1)
        }
        guard context.body >= 0 else {
            for _ in 0..<4 { table.put(Float(-1)) }
            return
        }
        let body = list.containers[context.body]
        table.put(context.share[context.body])
        table.put(list.linkShare(body))
        table.put(
            index < body.firstBlock
                ? index - body.firstBlock : index >= body.endBlock ? index - body.endBlock + 1 : 0)
        table.put(list.containers[container].depth - body.depth)
    }

    private func putGroup(_ index: Int, _ table: inout FeatureTable) {
        let group = groups.groups[groups.member[index]]
        table.put(group.blocks)
        table.put(group.words / Float(group.blocks))
        table.put(group.words > 0 ? group.linkWords / group.words : 0)
        table.put(list.totalProse > 0 ? group.prose / list.totalProse : 0)
        table.put(groups.earlierRepeats[index])
        table.put(groups.laterRepeats[index])
    }

    private func putPage(_ table: inout FeatureTable) {
        table.put(list.totalWords)
        table.put(list.totalProse)
        table.put(list.blocks.count)
        table.put(list.totalProse / max(list.totalWords, 1))
        table.put((list.linkWordsBefore.last ?? 0) / max(list.totalWords, 1))
        for bit in 0..<PageHints.Kinds.count { table.put(hints.kinds.rawValue >> UInt16(bit) & 1 == 1) }
        table.put(
            context.mostly >= 0 ? list.words(list.containers[context.mostly]) / max(list.totalWords, 1) : -1)
        table.put(outline.headings)
        table.put(outline.articles)
        table.put(outline.postShare)
        table.put(outline.offerShare)
    }
}
