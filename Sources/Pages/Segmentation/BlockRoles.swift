/// Names what each block is for: main content by the forest, boilerplate by wording and surroundings.
enum BlockRoles {
    static func roles(_ list: BlockList, _ context: ContainerContext, content: [Float], threshold: Float)
        -> [BlockRole]
    {
        var title = 0
        return list.blocks.indices.map { index in
            let block = list.blocks[index]
            if block.kind == .heading { title = index }
            if content[index] >= threshold { return .mainContent }
            return boilerplate(block, under: list.blocks[title], context)
        }
    }

    private static func boilerplate(
        _ block: BlockList.Block, under title: BlockList.Block, _ context: ContainerContext
    ) -> BlockRole {
        let phrases = PhraseEvidence(rawValue: block.phrases)
        let above = PhraseEvidence(rawValue: title.phrases)
        func hint(_ evidence: ClassEvidence) -> Bool {
            let bit = evidence.rawValue.trailingZeroBitCount
            return context.evidence[Int(context.rows[block.container]) * ClassEvidence.count + bit] > 0.6
                || block.inlineEvidence & evidence.rawValue != 0
        }
        func stands(in landmark: Landmarks) -> Bool {
            let bit = landmark.rawValue.trailingZeroBitCount
            return context.landmarks[Int(context.rows[block.container]) * Landmarks.count + bit] > 0.6
        }
        if phrases.contains(.copyright) || stands(in: .footer) { return .copyrightFooter }
        if stands(in: .navigation) || hint(.navigation) { return .navigation }
        if hint(.advertisement) || phrases.contains(.advertisement) && block.measure.words < 8 {
            return .advertisement
        }
        if hint(.notice) || stands(in: .dialog) { return .notice }
        if hint(.comments) || phrases.contains(.comments) && block.measure.words < 8 { return .comments }
        if hint(.newsletter) || phrases.contains(.newsletter) { return .newsletterPrompt }
        if hint(.popular) || hint(.latest) || above.contains(.popular) || above.contains(.latest) {
            return .popular
        }
        if hint(.related) || hint(.recommendation) || above.contains(.related)
            || above.contains(.recommendation)
        {
            return .relatedContent
        }
        if hint(.share) || phrases.contains(.share) && block.measure.words < 8 { return .shareButtons }
        if hint(.author) || phrases.contains(.author) && block.measure.words < 40 { return .authorBox }
        if stands(in: .form) || block.kind == .button || block.kind == .label { return .form }
        if block.kind == .caption || stands(in: .figure) || hint(.caption) { return .caption }
        if hint(.meta) || phrases.contains(.meta) && block.measure.words < 12 { return .metaLine }
        return .other
    }
}
