/// Takes single blocks out of the main content that are none, whatever stands around them.
///
/// The forest weighs where a block stands; these lines give themselves away by what they say. Measured on labelled
/// pages the rules change little either way; they are there for prompts inside a body that nothing else marks.
enum BoilerplateLines {
    /// Words a copyright notice may have and still be one line.
    private static let longestNotice: Float = 45
    private static let longestLabel: Float = 10
    private static let longestPrompt: Float = 16
    /// Words a notice to readers without scripts may have.
    private static let longestBrowserNotice: Float = 30
    /// Words a paragraph that offers one more story may have.
    private static let longestTeaser: Float = 30
    /// Words of main content before a title over links for it to be no part of it: other pages consist of links.
    private static let leastBody: Float = 40
    /// Words a line between such a title and its links may have ("These stories may be of interest").
    private static let longestIntroduction: Float = 20
    /// Words a repeated block must have to count as a copy for another screen.
    private static let shortestCopy: Float = 12

    static func remove(
        from roles: inout [BlockRole], of list: BlockList, _ context: ContainerContext, _ hints: PageHints
    ) {
        var seen: Set<UInt64> = []
        var body: Float = 0
        for index in list.blocks.indices where roles[index] == .mainContent {
            let block = list.blocks[index]
            if let role = role(of: block, in: list, context) {
                roles[index] = role
            } else if body < leastBody, block.kind == .heading, hints.isTitle(list.bytes(block)) {
                // Further down it is a heading that asks the title's question.
                roles[index] = .metaLine
            } else if block.measure.words >= shortestCopy, !seen.insert(block.fingerprint).inserted {
                roles[index] = .other
            }
            if roles[index] == .mainContent, block.kind != .heading { body += block.measure.words }
        }
        removeListTitles(from: &roles, of: list)
    }

    /// What a line is if it is no content; nil if it may be.
    private static func role(of block: BlockList.Block, in list: BlockList, _ context: ContainerContext)
        -> BlockRole?
    {
        let words = block.measure.words
        guard words <= longestNotice else { return nil }
        let phrases = PhraseEvidence(rawValue: block.phrases)
        if phrases.contains(.readAlso), words <= longestTeaser, block.linkShare >= 0.6 {
            return .relatedContent
        }
        let row = Int(context.rows[block.container]) * ClassEvidence.count
        let letter = ClassEvidence.newsletter.rawValue.trailingZeroBitCount
        if context.evidence[row + letter] > 0.9 { return .newsletterPrompt }
        guard block.byteCount <= 400 else { return nil }
        let signs = PromptLexicon.matcher.signs(in: CaseFolding.fold(list.bytes(block)))
        if signs & PromptLexicon.copyright != 0 { return .copyrightFooter }
        if signs & PromptLexicon.label != 0, words <= longestLabel { return .advertisement }
        if signs & PromptLexicon.prompt != 0, words <= longestPrompt { return .shareButtons }
        if signs & PromptLexicon.browser != 0, words <= longestBrowserNotice, block.kind != .heading {
            return .notice
        }
        return nil
    }

    /// Takes out titles of lists of links ("Related Links") of which nothing but links, or nothing, is left.
    private static func removeListTitles(from roles: inout [BlockRole], of list: BlockList) {
        let titles =
            PhraseEvidence.related.rawValue | PhraseEvidence.readAlso.rawValue
            | PhraseEvidence.recommendation.rawValue
            | PhraseEvidence.popular.rawValue | PhraseEvidence.latest.rawValue
        var index = 0
        var body: Float = 0
        while index < list.blocks.count {
            let block = list.blocks[index]
            guard block.phrases & titles != 0, block.measure.words <= 6, block.linkShare < 0.5,
                !block.measure.endsSentence, body >= leastBody
            else {
                if roles[index] == .mainContent { body += block.measure.words * (1 - block.linkShare) }
                index += 1
                continue
            }
            var end = index + 1
            if end + 1 < list.blocks.count, list.blocks[end].measure.words <= longestIntroduction,
                list.blocks[end].kind != .heading, list.blocks[end].linkShare < 0.5,
                roles[end + 1] != .mainContent || list.blocks[end + 1].linkShare > 0.8
            {
                end += 1
            }
            while end < list.blocks.count, roles[end] != .mainContent || list.blocks[end].linkShare > 0.8 {
                end += 1
            }
            let links = (index + 1..<end).contains { list.blocks[$0].linkShare > 0.8 }
            if links || end == list.blocks.count {
                for place in index..<end where roles[place] == .mainContent { roles[place] = .relatedContent }
            }
            index = max(end, index + 1)
        }
    }
}
