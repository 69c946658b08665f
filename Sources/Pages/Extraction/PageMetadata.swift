package import HTMLTree
package import WebURLs

/// What a page says about its own story.
package struct PageMetadata: Sendable, Hashable {
    /// Nil if the page has neither heading nor title.
    package var title: String?
    /// The `h1` that is the title; nil if the title stands in the head only.
    package var titleNode: HTMLNodeID?
    /// Names as the page gives them; empty if it names nobody.
    package var authors: [String] = []
    /// RFC 3339: a date alone where no time is known; nil if no date was found.
    package var published: String?
    package var modified: String?
    /// Name of the site.
    package var site: String?
    /// BCP 47, as declared, else detected; nil if neither.
    package var language: String?
    package var section: String?
    /// Absolute URL: the canonical link, else `og:url`.
    package var canonical: String?
    /// Absolute URL of the lead image.
    package var image: String?

    package init() {}
}

extension PageMetadata {
    /// Weighs what the page says about itself. Same input, same output; no clock, no network.
    ///
    /// - Parameters:
    ///   - links: What `OutlinkCollector` found on the page.
    ///   - bodyHint: The element that holds the main content; nil if nobody knows.
    ///   - url: The page's address; nil if nobody knows.
    package static func read(
        document: HTMLDocument, links: CollectedLinks, bodyHint: HTMLNodeID? = nil, url: WebURL? = nil
    ) -> PageMetadata {
        let evidence = MetadataCollector.collect(from: document, bodyHint: bodyHint)
        let linked = LinkedDataEvidence(evidence.linkedData)
        var metadata = PageMetadata()
        let canonical =
            links.canonical ?? evidence.meta("og:url").flatMap { WebURL($0, base: links.base ?? url) }
        metadata.canonical = canonical?.href
        let site =
            evidence.meta("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher")
            ?? linked.site
        metadata.site = site.map(MetadataText.decoded)
        metadata.language = MetadataLanguage.language(evidence, linked: linked)
        metadata.section =
            (evidence.meta("article:section", "og:article:section", "parsely-section", "section")
            ?? linked.section)
            .map(MetadataText.decoded)
        metadata.image =
            [
                evidence.meta(
                    "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"),
                linked.image,
            ]
            .lazy.compactMap { $0 }.compactMap {
                WebURL(MetadataText.decoded($0), base: links.base ?? url)?.href
            }.first

        let title = MetadataTitle(evidence, site: metadata.site).choice()
        metadata.title = title?.text
        metadata.titleNode = title?.line.flatMap { line in evidence.headings.first { $0.line == line }?.node }
        let titleLine = title?.line ?? title.flatMap { evidence.line(saying: $0.text) }
        metadata.authors = MetadataAuthors(
            evidence, linked: linked, titleLine: titleLine, site: metadata.site
        ).authors()
        let dates = MetadataDates(
            evidence, linked: linked, titleLine: titleLine, address: url ?? canonical,
            parser: DateParser(language: metadata.language))
        metadata.published = dates.published?.text
        metadata.modified = dates.modified?.text
        return metadata
    }
}

extension MetadataEvidence {
    /// The first line that says the same as a title.
    func line(saying title: String) -> Int? {
        let words = MetadataWords(title)
        guard !words.isEmpty else { return nil }
        let length = title.utf8.count
        return lines.firstIndex {
            $0.range.count >= length / 2 && $0.range.count <= length * 2
                && MetadataWords(string($0.range)) == words
        }
    }
}
