import HTMLTree

/// A page's blocks with what each is for.
struct Segmentation: Sendable {
    let list: BlockList
    let context: ContainerContext
    /// By block: how likely it is main content, 0 to 1.
    let content: [Float]
    /// By block.
    let roles: [BlockRole]
    let hints: PageHints
    /// By block: the title it stands under; -1 if there is none.
    let titleBefore: [Int]

    /// Below this probability of the first look the second never made content of a block: it is not asked.
    static let clear: Float = 0.04

    /// `hinted`: what a user knows of this page; nil: nothing.
    init(_ document: HTMLDocument, hinted: HintedPage? = nil) {
        list = BlockBuilder.blocks(of: document)
        context = ContainerContext(list)
        hints = PageHints(document)
        let groups = BlockGroups(list)
        let builder = BlockFeatures(list, context, hints, groups)
        titleBefore = builder.titleBefore
        var rows = BlockRows(builder, count: list.blocks.count)
        var first: [Float] = []
        first.reserveCapacity(rows.count)
        for start in stride(from: 0, to: rows.count, by: BlockRows.windowRows) {
            rows.show(from: start)
            first.append(contentsOf: ContentForest.first.probabilities(of: rows.table))
        }
        let unclear = first.indices.filter { first[$0] >= Self.clear }
        let second = ContentContext(list, context, groups, first: first)
        var content = first
        var next = 0
        while next < unclear.count {
            // Some blocks of one window.
            let row = rows.show(unclear[next])
            let start = unclear[next] - row
            var end = next
            while end < unclear.count, end - next < ContentContext.rowsAtOnce,
                rows.window.contains(unclear[end])
            {
                end += 1
            }
            let some = unclear[next..<end]
            let wide = second.table(after: rows.table, from: start, of: some)
            for (index, probability) in zip(some, ContentForest.second.probabilities(of: wide)) {
                content[index] = probability
            }
            next = end
        }
        hinted?.weigh(&content, of: list)
        self.content = content
        let threshold = ContentThreshold.threshold(content: content, words: list.blocks.map(\.measure.words))
        var roles = BlockRoles.roles(list, context, content: content, threshold: threshold)
        WholeLists.settle(in: &roles, of: list)
        ContentsLists.remove(from: &roles, of: list, in: document)
        HeadingsBetween.include(in: &roles, of: list)
        BoilerplateLines.remove(from: &roles, of: list, context, hints)
        WireHead.include(in: &roles, of: list)
        hinted?.correct(&roles, of: list, content: content)
        self.roles = roles
    }
}
