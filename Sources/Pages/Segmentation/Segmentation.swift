import HTMLTree

/// A page's blocks with what each is for.
struct Segmentation: Sendable {
    let list: BlockList
    let context: ContainerContext
    /// By block: how likely it is main content, 0 to 1.
    let content: [Float]
    /// By block.
    let roles: [BlockRole]
    /// The rows of the first look, for the labelling of links.
    let features: FeatureTable
    let hints: PageHints
    /// By block: the title it stands under; -1 if there is none.
    let titleBefore: [Int]

    /// Below this probability of the first look the second never made content of a block: it is not asked.
    static let clear: Float = 0.04

    init(_ document: HTMLDocument) {
        list = BlockBuilder.blocks(of: document)
        context = ContainerContext(list)
        hints = PageHints(document)
        let groups = BlockGroups(list)
        let builder = BlockFeatures(list, context, hints, groups)
        features = builder.table()
        titleBefore = builder.titleBefore
        let first = ContentForest.first.probabilities(of: features)
        let unclear = first.indices.filter { first[$0] >= Self.clear }
        let wide = ContentContext(list, context, groups, first: first).table(after: features, of: unclear)
        var content = first
        for (index, second) in zip(unclear, ContentForest.second.probabilities(of: wide)) {
            content[index] = second
        }
        self.content = content
        let threshold = ContentThreshold.threshold(content: content, words: list.blocks.map(\.measure.words))
        var roles = BlockRoles.roles(list, context, content: content, threshold: threshold)
        BoilerplateLines.remove(from: &roles, of: list, context, hints)
        WireHead.include(in: &roles, of: list)
        self.roles = roles
    }
}
