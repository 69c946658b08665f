import HTMLTree
import WebURLs

/// What a site's hint says of one page: the nodes its rules found.
struct HintedPage: Sendable {
    /// What the hint is called.
    let name: String
    private let document: HTMLDocument
    /// In document order; empty where the rule is absent or found nothing.
    private let body: [HTMLNodeID]
    private let related: [HTMLNodeID]
    private let datelines: [HTMLNodeID]
    private let dropped: [HTMLNodeID]

    init(_ hint: SiteHint, _ document: HTMLDocument) {
        func found(_ rule: SiteHint.Rule) -> [HTMLNodeID] {
            let selectors = hint.rules.filter { $0.rule == rule }.map(\.selector)
            return selectors.isEmpty ? [] : document.elements(matching: Selector(anyOf: selectors))
        }
        name = hint.name
        self.document = document
        dropped = found(.drop)
        body = found(.body)
        related = found(.related)
        datelines = found(.dateline)
    }

    /// Whether a rule found something.
    var isHinted: Bool {
        !(body.isEmpty && related.isEmpty && datelines.isEmpty && dropped.isEmpty)
    }

    /// The first element of the body, by which the title is told from other headings; nil if no rule found one.
    var bodyNode: HTMLNodeID? { body.first }

    /// The page without what is dropped.
    var pruned: HTMLDocument { dropped.isEmpty ? document : document.removing(dropped) }

    // MARK: Blocks

    /// Makes blocks of the body likely, and all others unlikely.
    func weigh(_ content: inout [Float], of list: BlockList) {
        guard !body.isEmpty else { return }
        let inside = containers(of: list, inside: body, reachesOut: true)
        for index in content.indices { content[index] = inside[list.blocks[index].container] ? 1 : 0 }
    }

    /// Takes out of the text what stands outside of the body, the related block and the dateline. `content` is as `weigh`
    /// left it.
    func correct(_ roles: inout [BlockRole], of list: BlockList, content: [Float]) {
        if !body.isEmpty {
            for index in roles.indices where content[index] == 0 && roles[index] == .mainContent {
                roles[index] = .other
            }
        }
        for (nodes, role) in [(related, BlockRole.relatedContent), (datelines, .metaLine)]
        where !nodes.isEmpty {
            let inside = containers(of: list, inside: nodes, reachesOut: false)
            for index in roles.indices where inside[list.blocks[index].container] { roles[index] = role }
        }
    }

    /// By container: whether it is one of the nodes, or stands inside. With `reachesOut` the nearest element that makes
    /// blocks counts where a node makes none itself, as a `span` does.
    private func containers(of list: BlockList, inside nodes: [HTMLNodeID], reachesOut: Bool) -> [Bool] {
        let nodes = Set(nodes)
        var inside = [Bool](repeating: false, count: list.containers.count)
        var found: Set<HTMLNodeID> = []
        for (place, container) in list.containers.enumerated() {
            let around = container.parent
            if around >= 0, inside[around] {
                inside[place] = true
                continue
            }
            // Elements that make no blocks may stand between a container and the one around it.
            var node: HTMLNodeID? = container.node
            let end = around >= 0 ? list.containers[around].node : nil
            while let here = node, here != end {
                if nodes.contains(here) {
                    inside[place] = true
                    found.insert(here)
                    break
                }
                node = document.parent(of: here)
            }
        }
        guard reachesOut, found.count < nodes.count else { return inside }
        let places = Dictionary(
            list.containers.enumerated().map { ($1.node, $0) }, uniquingKeysWith: { first, _ in first })
        for node in nodes where !found.contains(node) {
            var above = document.parent(of: node)
            while let here = above, places[here] == nil { above = document.parent(of: here) }
            guard let place = above.flatMap({ places[$0] }) else { continue }
            inside[place] = true
        }
        return inside
    }

    // MARK: Links

    /// Makes the links of the related block the related ones of the page. `page` is its address, links to which are none.
    func correct(_ roles: inout [LinkRole], of links: [CollectedLink], page: WebURL?) {
        if !related.isEmpty {
            let own = page.map(Self.address)
            let block = Set(related)
            var meant: Set<String> = []
            for link in links where isInside(link.node, block) {
                let address = Self.address(link.url)
                if address != own { meant.insert(address) }
            }
            for index in roles.indices {
                if meant.contains(Self.address(links[index].url)) {
                    roles[index] = .related
                } else if roles[index] == .related {
                    roles[index] = .article
                }
            }
        }
        guard !dropped.isEmpty else { return }
        let out = Set(dropped)
        for index in roles.indices where roles[index] == .related && isInside(links[index].node, out) {
            roles[index] = .other
        }
    }

    private func isInside(_ node: HTMLNodeID, _ nodes: Set<HTMLNodeID>) -> Bool {
        var place: HTMLNodeID? = node
        while let here = place {
            if nodes.contains(here) { return true }
            place = document.parent(of: here)
        }
        return false
    }

    /// Without the fragment.
    private static func address(_ url: WebURL) -> String { url.withoutFragment.href }

    // MARK: Date

    /// Gives a page the dates of its dateline, if that has any.
    func correct(_ metadata: inout PageMetadata) {
        guard !datelines.isEmpty else { return }
        let found = dates(by: DateParser(language: metadata.language))
        if let published = found.published { metadata.published = published.text }
        if let modified = found.modified { metadata.modified = modified.text }
    }

    private func dates(by parser: DateParser) -> (published: DateStamp?, modified: DateStamp?) {
        var published: DateStamp?
        var modified: DateStamp?
        for node in datelines {
            for (date, isModified) in dates(of: node, by: parser) {
                if isModified { modified = modified ?? date } else { published = published ?? date }
            }
            if published != nil { break }
        }
        return (published, modified)
    }

    private func dates(of node: HTMLNodeID, by parser: DateParser) -> [(DateStamp, isModified: Bool)] {
        let text = Array(document.textContent(of: node).utf8)
        let visible = parser.all(in: text[...])
        let times = [node] + document.elements(.time, in: node)
        for time in times {
            guard
                let value = document.attributeText(.datetime, of: time)
                    ?? document.attributeText(.content, of: time),
                let date = parser.value(value)
            else { continue }
            // The words around tell whether it is the date of a change.
            return [(date, visible.first?.isModified ?? false)]
                + visible.dropFirst().map { ($0.match.date, $0.isModified) }
        }
        return visible.map { ($0.match.date, $0.isModified) }
    }
}
