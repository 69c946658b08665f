/// Links of lists that say of themselves that they hold related stories, by a title ("Related stories") or a class name.
///
/// The forest learned from newspapers, where such lists hold many things, and trusts addresses and headlines more than
/// titles. On a site whose own story does not have an address like a newspaper's ("/story/2", "/?p=124",
/// "/news/articles/cx2p5yq9ddgo") those tell nothing: there a declared list is taken at its word, as far as its links
/// are made like the page's own address.
struct DeclaredLists {
    /// Links an element may hold for being a list of stories, and not half the page.
    private static let longestList = 40
    /// How many elements around a link are looked at.
    private static let levels = 6
    /// Which part of the page's main content stands in no list.
    private static let contentShare: Float = 0.3

    private let features: LinkFeatures
    private let page: LinkAddress

    /// Nil where addresses tell stories: on a page without an address, or with one like a newspaper's.
    init?(_ features: LinkFeatures) {
        guard let page = features.page, !page.looksLikeArticle else { return nil }
        self.features = features
        self.page = page
    }

    /// Whether a link stands in a declared list and can be a story of this site.
    func holds(_ link: Int) -> Bool {
        let address = features.addresses[link]
        guard features.anchors[link] >= 0, address.host == page.host, address.depth > 0 || address.hasQuery,
            address.looksLikeArticle || page.depth == 0 || hasShapeOfPage(address),
            isDeclared(features.segmentation.list.anchors[features.anchors[link]])
        else { return false }
        return !ListFolders.hold(address, includingLast: true)
    }

    /// Whether an address differs from the page's in its last part alone.
    private func hasShapeOfPage(_ address: LinkAddress) -> Bool {
        address.depth == page.depth && address.section == page.section
            && address.hasExtension == page.hasExtension && address.hasQuery == page.hasQuery
    }

    private func isDeclared(_ anchor: BlockList.Anchor) -> Bool {
        let list = features.segmentation.list
        guard anchor.block < list.blocks.count else { return false }
        if list.blocks[anchor.block].phrases & PhraseEvidence.readAlso.rawValue != 0 { return true }
        let content = features.body.wordsBefore
        var place = anchor.container
        for _ in 0..<Self.levels where place >= 0 {
            let element = list.containers[place]
            let held = content[element.endBlock] - content[element.firstBlock]
            guard element.endAnchor - element.firstAnchor <= Self.longestList,
                held <= Self.contentShare * (content.last ?? 0)
            else { return false }
            if let title = features.title(of: element, before: anchor.block) {
                return list.blocks[title].phrases & Self.declaring != 0
                    && list.blocks[title].phrases & Self.denying == 0
            }
            if element.evidence & Self.denyingNames != 0 { return false }
            if element.evidence & ClassEvidence.related.rawValue != 0 { return true }
            place = element.parent
        }
        return false
    }

    private static let declaring = PhraseEvidence.related.rawValue | PhraseEvidence.readAlso.rawValue
    private static let denying =
        PhraseEvidence.popular.rawValue | PhraseEvidence.latest.rawValue
        | PhraseEvidence.advertisement.rawValue
        | PhraseEvidence.sectionPages.rawValue | PhraseEvidence.newsletter.rawValue
    private static let denyingNames =
        ClassEvidence.popular.rawValue | ClassEvidence.latest.rawValue | ClassEvidence.advertisement.rawValue
        | ClassEvidence.navigation.rawValue | ClassEvidence.footer.rawValue | ClassEvidence.comments.rawValue
}
