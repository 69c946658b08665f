import HTMLTree
import WebURLs

/// Says what each link of a page is for.
struct LinkRoles {
    /// From this probability on a link counts as related, if the page has related links.
    static let threshold: Float = 0.4
    /// What the likeliest link must reach for the page to have any: pages with related links have some that are told
    /// surely, and what is half sure elsewhere is mostly wrong. Of the labelled pages without related links 95 % stay clean.
    static let surest: Float = 0.55
    /// What a line between the paragraphs must reach that is nothing but a link. Newspapers offer there what goes on with
    /// the story: of the labelled ones nine in ten are related, a third of which look unlikely by all other signs.
    static let surenessOfLine: Float = 0.05

    private let segmentation: Segmentation
    private let document: HTMLDocument
    private let features: LinkFeatures
    private let isOwnHostForShares: Bool

    /// `document`: what the segmentation is of.
    init(_ segmentation: Segmentation, of document: HTMLDocument, links: [CollectedLink], page: WebURL?) {
        self.segmentation = segmentation
        self.document = document
        isOwnHostForShares = page.map { Self.isShareHost($0.host) } ?? false
        features = LinkFeatures(segmentation, links: links, page: page)
    }

    /// The roles of the links, in their order. All links to one address get `related` if one of them has it.
    func roles() -> [LinkRole] {
        var related = HashMemo()
        if !features.candidates.isEmpty {
            let lists = LinkLists(features)
            let probabilities = RelatedModel(features, lists, in: document).probabilities()
            let areAlone = lists.areAlone()
            let isRelated = ListCompletion(features).related(probabilities, threshold: Self.threshold)
            let hasRelated = zip(features.candidates, probabilities).contains { link, probability in
                probability >= Self.surest && canBeStory(link)
            }
            for (number, link) in features.candidates.enumerated() where canBeStory(link) {
                let isLine =
                    areAlone[number] && probabilities[number] >= Self.surenessOfLine && isLine(number)
                guard hasRelated && isRelated[number] || isLine || isTeaser(link) else { continue }
                related[address(link)] = 1
            }
        }
        if let declared = DeclaredLists(features) {
            for index in features.links.indices where !isThisPage(index) && declared.holds(index) {
                related[address(index)] = 1
            }
        }
        return features.links.indices.map { index in
            if isThisPage(index) { return .other }
            if !related.isEmpty, related[address(index)] != nil { return .related }
            return role(index)
        }
    }

    /// False for what stands in the cards of related stories besides them: share buttons, which carry the address of the
    /// story, and the pages of tags and authors, unless the page's own address is like those.
    private func canBeStory(_ index: Int) -> Bool {
        let address = features.addresses[index]
        if isShareHost(address, index) { return false }
        return !ListFolders.hold(address) || features.page.map { ListFolders.hold($0) } == true
    }

    /// Whether a candidate is a line of its own between the paragraphs of the story, and leads to a page of the site.
    private func isLine(_ number: Int) -> Bool {
        guard let (anchor, block) = placeAmongParagraphs(features.candidates[number]) else { return false }
        return anchor.start <= block.start + 1 && anchor.end >= block.end
            && features.words[number].hashes.count >= Self.wordsOfLine
    }

    /// Telling words a headline has at least: fewer are a name or a request.
    private static let wordsOfLine = 3

    /// Whether a link is what a line between the paragraphs of the story offers: "Read also: …". To the model that looks
    /// like any link inside a sentence.
    private func isTeaser(_ index: Int) -> Bool {
        guard let (anchor, block) = placeAmongParagraphs(index) else { return false }
        return block.phrases & PhraseEvidence.readAlso.rawValue != 0 && block.linkCount == 1
            && block.linkShare >= 0.5 && anchor.start > block.start + 2
    }

    /// Where a link to a page of the site stands between the paragraphs of the story; nil for all other links.
    private func placeAmongParagraphs(_ index: Int) -> (BlockList.Anchor, BlockList.Block)? {
        let anchor = segmentation.list.anchors[features.anchors[index]]
        guard anchor.block > features.body.first, anchor.block < features.body.last,
            features.addresses[index].site == features.page?.site
        else { return nil }
        return (anchor, segmentation.list.blocks[anchor.block])
    }

    /// A link's address without the fragment, as a hash.
    private func address(_ index: Int) -> UInt64 {
        let bytes = features.links[index].url.href.utf8.span
        var end = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "#") { end += 1 }
        return bytes.bytesHash(0..<end)
    }

    private func isThisPage(_ index: Int) -> Bool { features.page?.key == features.addresses[index].key }

    private func role(_ index: Int) -> LinkRole {
        let address = features.addresses[index]
        if isShareHost(address, index) { return .share }
        let list = segmentation.list
        guard features.anchors[index] >= 0, !list.blocks.isEmpty else { return .other }
        let anchor = list.anchors[features.anchors[index]]
        let place = min(anchor.block, list.blocks.count - 1)
        let block = list.blocks[place]
        let role = segmentation.roles[place]
        let isWhole = anchor.start <= block.start && anchor.end >= block.end
        if role == .mainContent, !isWhole, anchor.end > anchor.start { return .inline }
        switch role {
        case .navigation, .copyrightFooter, .metaLine: return .navigation
        case .advertisement: return .advertisement
        case .shareButtons: return .share
        case .popular: return .popular
        case .newsletterPrompt, .form, .notice, .comments: return .other
        default: break
        }
        if address.looksLikeArticle { return .article }
        return isWhole && block.measure.words <= 3 ? .navigation : .other
    }

    /// Where share and follow buttons lead.
    private static let shareHosts: Set<String> = [
        "facebook.com", "twitter.com", "x.com", "linkedin.com", "pinterest.com", "reddit.com",
        "instagram.com",
        "youtube.com", "t.me", "telegram.me", "wa.me", "api.whatsapp.com", "web.whatsapp.com", "tiktok.com",
        "threads.net", "bsky.app", "flipboard.com", "vk.com", "ok.ru", "line.me", "xing.com", "tumblr.com",
        "getpocket.com", "mastodon.social", "share.flipboard.com", "news.google.com", "b.hatena.ne.jp",
    ]

    /// Most links lead to the page's own host, which need not be looked up.
    private func isShareHost(_ address: LinkAddress, _ index: Int) -> Bool {
        if address.host == features.page?.host { return isOwnHostForShares }
        return Self.isShareHost(features.links[index].url.host)
    }

    private static func isShareHost(_ host: String) -> Bool {
        if shareHosts.contains(host) { return true }
        guard let dot = host.firstIndex(of: ".") else { return false }
        let rest = String(host[host.index(after: dot)...])
        return shareHosts.contains(rest)
    }
}
