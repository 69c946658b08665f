package import HTTPMessages
package import WebURLs

/// What was read from one HTML page.
package struct Page: Sendable {
    /// Its address: where it was fetched; from the page itself if nobody knows; nil if that has none either.
    package let url: WebURL?
    /// WHATWG name of the encoding by which it was read.
    package let encoding: String
    /// Every a[href] and area[href] that resolves to http(s), in document order. Without an address and `base`
    /// only absolute ones.
    package let outlinks: [Outlink]
    /// Nil if the page has no main content.
    package let article: Article?
    /// What the page says of itself (title, authors, dates) whether it has main content or not; has no blocks.
    package let facts: Article
    /// What its robots meta elements and X-Robots-Tag fields ask for.
    package let directives: RobotsDirectives
    /// `link[rel=canonical]`; nil if absent or not http(s).
    package let canonical: WebURL?
    /// Target of an immediate meta refresh; nil if there is none.
    package let refresh: WebURL?
    /// Pictures, style sheets and the like that the page needs, in document order.
    package let requisites: [WebURL]
    /// Facts for the record: limits that were hit, damage in the content coding. Empty: nothing to say.
    package let remarks: [String]
    /// Why nothing was read of it: it is too long, or its codings cannot be undone; nil: it was read.
    package let unreadReason: String?

    package init(
        url: WebURL?, encoding: String, outlinks: [Outlink], article: Article?, directives: RobotsDirectives,
        canonical: WebURL?, refresh: WebURL?, requisites: [WebURL] = [], remarks: [String] = [],
        facts: Article = Article(), unreadReason: String? = nil
    ) {
        self.url = url
        self.encoding = encoding
        self.outlinks = outlinks
        self.article = article
        self.directives = directives
        self.canonical = canonical
        self.refresh = refresh
        self.requisites = requisites
        self.remarks = remarks
        self.facts = facts
        self.unreadReason = unreadReason
    }
}
