/// Titles and landmarks of the page by block: where the story begins, and which title a block stands under.
struct Outline: Sendable {
    /// First and last block of prose; 0 and the last block on a page without prose.
    private(set) var firstProse = 0
    private(set) var lastProse = 0
    /// The h1 nearest to the first prose; -1 if there is none.
    private(set) var heading = -1
    /// By block: the title before it; -1 if there is none.
    private(set) var titleBefore: [Int] = []
    private(set) var titleLike: [Bool] = []
    /// By block: it is part of the page's description.
    private(set) var described: [Bool] = []
    /// By block: part of the story of the structured data, as in `TextWindows.share`.
    private(set) var bodyShare: [Float] = []
    private(set) var headings = 0
    private(set) var articles = 0
    /// Which part of the words stands in elements whose names speak of posts, and of offers.
    private(set) var postShare: Float = 0
    private(set) var offerShare: Float = 0

    init(_ list: BlockList, _ hints: PageHints) {
        firstProse = list.blocks.firstIndex { $0.proseWords > 0 } ?? 0
        lastProse = list.blocks.lastIndex { $0.proseWords > 0 } ?? max(0, list.blocks.count - 1)
        var distance = Int.max
        var title = -1
        for index in list.blocks.indices {
            let block = list.blocks[index]
            titleBefore.append(title)
            if Self.isListTitle(block) { title = index }
            let text = list.bytes(block)
            let isTitle = hints.isTitle(text)
            titleLike.append(isTitle)
            described.append(Self.isDescribed(text, hints))
            bodyShare.append(hints.body.share(of: text))
            if block.kind == .heading { headings += 1 }
            if block.kind == .heading, block.level == 1 || isTitle {
                let away = abs(firstProse - index) + (isTitle ? 0 : 1000)
                if away < distance { (distance, heading) = (away, index) }
            }
        }
        measure(list)
    }

    private mutating func measure(_ list: BlockList) {
        articles = list.containers.count { $0.landmarks.contains(.article) }
        guard list.totalWords > 0 else { return }
        var post: Float = 0
        var offer: Float = 0
        var postEnd = 0
        var offerEnd = 0
        for container in list.containers {
            if container.evidence & ClassEvidence.post.rawValue != 0, container.firstBlock >= postEnd {
                post += list.words(container)
                postEnd = container.endBlock
            }
            if container.evidence & ClassEvidence.offer.rawValue != 0, container.firstBlock >= offerEnd {
                offer += list.words(container)
                offerEnd = container.endBlock
            }
        }
        postShare = post / list.totalWords
        offerShare = offer / list.totalWords
    }

    /// What can stand above blocks and say what they are: a heading that is no link (headlines of teasers are), or a
    /// line worded like a title.
    static func isListTitle(_ block: BlockList.Block) -> Bool {
        block.kind == .heading && block.linkShare < 0.5 || isTitle(block)
    }

    /// A short line that is worded like the title of a list, and no link itself.
    private static func isTitle(_ block: BlockList.Block) -> Bool {
        let titles =
            PhraseEvidence.related.rawValue | PhraseEvidence.popular.rawValue | PhraseEvidence.latest.rawValue
            | PhraseEvidence.recommendation.rawValue | PhraseEvidence.moreFrom.rawValue
        return block.phrases & titles != 0 && block.measure.words <= 8 && block.kind != .button
            && !block.measure.endsSentence
    }

    private static func isDescribed(_ text: ArraySlice<UInt8>, _ hints: PageHints) -> Bool {
        guard text.count >= 40, PageHints.mayBegin(text, like: hints.description) else { return false }
        let letters = PageHints.letters(text.prefix(400))
        return letters.count >= 30
            && (hints.description.starts(with: letters) || letters.starts(with: hints.description))
    }
}
