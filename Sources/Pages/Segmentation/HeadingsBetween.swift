/// Keeps a heading that stands between two blocks of main content, as their neighbour.
///
/// The forest drops some for a copy elsewhere on the page, or for their few words. On labelled pages a heading that was
/// dropped between two kept blocks is text twice in three times; what its words give away is left out here.
enum HeadingsBetween {
    /// Words a heading may have.
    private static let longest: Float = 20

    /// What the words of a heading may be about that is no text.
    private static let others: PhraseEvidence = [
        .related, .recommendation, .popular, .latest, .readAlso, .newsletter, .share, .advertisement,
        .comments,
        .author, .callToAction, .consent, .account, .app, .neighbours, .contents,
    ]

    static func include(in roles: inout [BlockRole], of list: BlockList) {
        for index in list.blocks.indices.dropFirst().dropLast()
        where roles[index] != .mainContent && list.blocks[index].kind == .heading
            && roles[index - 1] == .mainContent && roles[index + 1] == .mainContent
        {
            let block = list.blocks[index]
            let next = list.blocks[index + 1]
            guard block.level >= 2, block.measure.words <= longest, block.linkShare < 0.5,
                next.linkShare < 0.5,
                PhraseEvidence(rawValue: block.phrases).isDisjoint(with: others),
                isSibling(block, of: next, in: list) || isSibling(block, of: list.blocks[index - 1], in: list)
            else { continue }
            roles[index] = .mainContent
        }
    }

    /// Whether the elements of two blocks stand in one element.
    private static func isSibling(
        _ block: BlockList.Block, of other: BlockList.Block, in list: BlockList
    ) -> Bool {
        list.containers[block.container].parent == list.containers[other.container].parent
    }
}
