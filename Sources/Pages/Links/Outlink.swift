package import WebURLs

/// What a link of a page is for. The raw value stands in the output of `newshound links`.
package enum LinkRole: String, Sendable, Hashable, CaseIterable {
    /// Leads to a story that the page offers because it is about the same or a neighbouring one.
    case related
    /// Leads to what looks like an article, outside popular, navigation and advertisement blocks.
    case article
    /// Inside a sentence of the main content.
    case inline
    /// In a list that would be the same on any page of the site: most read, latest.
    case popular
    case navigation
    case advertisement
    case share
    case other
}

/// A link of a page that leads to an http(s) URL.
package struct Outlink: Sendable, Hashable {
    /// Resolved against the page's base; with its fragment.
    package let url: WebURL
    /// The link's text with white space collapsed; the picture's alt text in a link without text; may be empty.
    package let text: String
    package let role: LinkRole
    /// Where it stands, as in WARC metadata: `a/@href`, `area/@href`.
    package let context: String
    /// `rel` holds nofollow, ugc or sponsored.
    package let isNoFollow: Bool

    package init(url: WebURL, text: String, role: LinkRole, context: String, isNoFollow: Bool) {
        self.url = url
        self.text = text
        self.role = role
        self.context = context
        self.isNoFollow = isNoFollow
    }
}
