import HTMLTree
import WebURLs

/// Says what each link of a page is for.
struct LinkRoles {
    /// From this probability on a link counts as related: nine in ten labelled pages without related links stay clean.
    static let threshold: Float = 0.55

    /// From this probability on even an address that does not look like an article's: section and topic pages stand in
    /// lists of stories too.
    static let certainty: Float = 0.7

    private let segmentation: Segmentation
    private let features: LinkFeatures
    private let page: LinkAddress?

    init(_ segmentation: Segmentation, links: [CollectedLink], page: WebURL?) {
        self.segmentation = segmentation
        self.page = page.map { LinkAddress($0) }
        features = LinkFeatures(segmentation, links: links, page: page)
    }

    /// The roles of the links, in their order. All links to one address get `related` if one of them has it.
    func roles() -> [LinkRole] {
        var blocks = segmentation.rows
        var probabilities: [Float] = []
        probabilities.reserveCapacity(features.links.count)
        for start in stride(from: 0, to: features.links.count, by: LinkFeatures.rowsAtOnce) {
            let end = min(features.links.count, start + LinkFeatures.rowsAtOnce)
            let table = features.table(of: start..<end, &blocks)
            probabilities.append(contentsOf: RelatedForest.trees.probabilities(of: table))
        }
        let isRelated = ListCompletion(features).related(probabilities, threshold: Self.threshold)
        var related: Set<String> = []
        for index in features.links.indices where isRelated[index] && !isThisPage(index) {
            guard features.addresses[index].looksLikeArticle || probabilities[index] >= Self.certainty else {
                continue
            }
            related.insert(features.links[index].url.withoutFragment.href)
        }
        if let declared = DeclaredLists(features) {
            for index in features.links.indices where !isThisPage(index) && declared.holds(index) {
                related.insert(features.links[index].url.withoutFragment.href)
            }
        }
        return features.links.indices.map { index in
            if isThisPage(index) { return .other }
            if related.contains(features.links[index].url.withoutFragment.href) { return .related }
            return role(index)
        }
    }

    private func isThisPage(_ index: Int) -> Bool {
        guard let page else { return false }
        let address = features.addresses[index]
        return address.page == page.page
    }

    private func role(_ index: Int) -> LinkRole {
        let address = features.addresses[index]
        if Self.isShareHost(features.links[index].url.host) { return .share }
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

    private static func isShareHost(_ host: String) -> Bool {
        if shareHosts.contains(host) { return true }
        guard let dot = host.firstIndex(of: ".") else { return false }
        let rest = String(host[host.index(after: dot)...])
        return shareHosts.contains(rest)
    }
}
