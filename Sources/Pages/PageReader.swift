import HTMLTree
package import HTTPMessages
import TextEncodings
package import WebURLs

/// Reads a page once: payload, text, tree, labelled blocks; then links and article off the labels.
///
/// Has no state: any number of tasks may read at once. Same input, same output.
package struct PageReader: Sendable {
    /// The product token by which pages may address this crawler in robots meta elements.
    private let agent: String
    private let parts: Parts
    /// What users know of single sites; nil: of none.
    private let hints: SiteHints?

    /// What not every reader of a page wants, and costs time.
    package struct Parts: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// What each link is for; without it every link's role is `other`. A third of the time.
        package static let linkRoles = Parts(rawValue: 1)
        /// The blocks of the article as Markdown; without it their `markdown` is nil.
        package static let markdown = Parts(rawValue: 2)
        package static let all: Parts = [.linkRoles, .markdown]
    }

    package init(agent: String = "newshound", parts: Parts = .all, hints: SiteHints = SiteHints()) {
        self.agent = agent
        self.parts = parts
        self.hints = hints.isEmpty ? nil : hints
    }

    /// - Parameters:
    ///   - payload: Without transfer codings, still in its content codings.
    ///   - head: The answer's head; nil for a file.
    ///   - url: Where it was fetched; nil: the page's own address is looked for in the page.
    package func read(payload: [UInt8], head: HTTPHead?, at url: WebURL?) -> Page {
        read(DecodedPage(payload: payload, head: head), head: head, at: url)
    }

    /// Reads a page whose content codings are undone; `head` is that of the answer it came with.
    package func read(_ decoded: consuming DecodedPage, head: HTTPHead?, at url: WebURL?) -> Page {
        let unreadReason = decoded.unreadReason
        let document = HTMLDocument(parsing: decoded.bytes)
        var directives = RobotsDirectives()
        for value in head?.fields.all("X-Robots-Tag") ?? [] {
            directives.add(xRobotsTag: value, agent: agent)
        }
        let links = OutlinkCollector.collect(
            from: document, url: url, queryEncoding: decoded.queryEncoding, agent: agent,
            directives: directives)
        var hinted = hinted(document, at: url ?? links.canonical)
        var metadata = PageMetadata.read(
            document: document, links: links, bodyHint: hinted?.bodyNode, url: url)
        let address = url ?? links.canonical ?? metadata.canonical.flatMap { WebURL($0) }
        if url ?? links.canonical == nil { hinted = self.hinted(document, at: address) }
        let segmented = hinted?.pruned ?? document
        let segmentation = Segmentation(segmented, hinted: hinted)
        var roles =
            parts.contains(.linkRoles)
            ? LinkRoles(segmentation, of: segmented, links: links.links, page: address).roles()
            : [LinkRole](repeating: .other, count: links.links.count)
        let blocks = blocks(of: segmentation, in: segmented, links: links.links)
        var remarks = decoded.remarks
        if let hinted {
            if parts.contains(.linkRoles) { hinted.correct(&roles, of: links.links, page: address) }
            hinted.correct(&metadata)
            remarks.append("read with the site hints of \(hinted.name)")
        }
        if links.isCut {
            remarks.append(
                "links beyond \(OutlinkCollector.maximumLinks), or with more than "
                    + "\(OutlinkCollector.maximumAddressBytes(ofPageBytes: document.source.count)) bytes together, are left out"
            )
        }
        var facts = Article()
        facts.title = metadata.title
        facts.authors = metadata.authors
        facts.published = metadata.published
        facts.modified = metadata.modified
        facts.site = metadata.site
        facts.language = metadata.language
        facts.section = metadata.section
        facts.canonical = metadata.canonical
        facts.image = metadata.image
        var article = facts
        article.blocks = blocks
        return Page(
            url: address, encoding: decoded.encoding.name,
            outlinks: zip(links.links, roles).map { link, role in
                Outlink(
                    url: link.url, text: link.text, role: role, context: link.context,
                    isNoFollow: link.isNoFollow)
            },
            article: blocks.isEmpty ? nil : article, directives: links.directives, canonical: links.canonical,
            refresh: links.refresh.flatMap { $0.delay <= Self.immediateRefresh ? $0.url : nil },
            requisites: links.requisites, remarks: remarks, facts: facts, unreadReason: unreadReason)
    }

    /// What a user knows of a page at that address; nil: nothing.
    private func hinted(_ document: HTMLDocument, at address: WebURL?) -> HintedPage? {
        guard let hints, let address, let hint = hints.hint(for: address.host) else { return nil }
        let page = HintedPage(hint, document)
        return page.isHinted ? page : nil
    }

    private func blocks(
        of segmentation: Segmentation, in document: HTMLDocument, links: [CollectedLink]
    ) -> [ArticleBlock] {
        guard parts.contains(.markdown) else {
            var reader = ArticleReader(segmentation, of: document, inline: nil)
            return reader.blocks()
        }
        // Of the hundreds of links of a page an article has a few.
        var places = HashMemo()
        for (place, link) in links.enumerated() where places[link.node.hash] == nil {
            places[link.node.hash] = UInt64(place)
        }
        let inline = MarkdownInline(segmentation.list) { node in
            places[node.hash].map { links[Int($0)].url.href }
        }
        var reader = ArticleReader(segmentation, of: document, inline: inline)
        return reader.blocks()
    }

    /// Seconds up to which a meta refresh is a redirect; longer ones reload a page that is meant to be read.
    private static let immediateRefresh = 5
}
