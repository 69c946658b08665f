package import HTMLTree
package import HTTPMessages
package import WebURLs

/// A link as it stands in the page, before anybody knows what it is for.
package struct CollectedLink: Sendable, Hashable {
    /// The `a` or `area` element.
    package let node: HTMLNodeID
    /// Resolved against the page's base; with its fragment.
    package let url: WebURL
    /// Its text with white space collapsed; without text the label, the picture's alternative text or the title; may
    /// be empty. At most `OutlinkCollector.maximumTextBytes` long.
    package let text: String
    /// `rel` holds nofollow, ugc or sponsored.
    package let isNoFollow: Bool
    /// `a/@href` or `area/@href`.
    package let context: String
}

/// Everything on a page that refers to another resource.
package struct CollectedLinks: Sendable {
    /// A meta refresh (WHATWG HTML §4.2.5.3).
    package struct Refresh: Sendable, Hashable {
        /// Whole seconds.
        package let delay: Int
        /// Where it leads; the page's own address if it names none.
        package let url: WebURL
    }

    /// Every a[href] and area[href] that leads to http(s), in document order, repeats included.
    package var links: [CollectedLink] = []
    /// What references are resolved against; nil: absolute ones only.
    package var base: WebURL?
    /// The first `link[rel=canonical]` that can be resolved.
    package var canonical: WebURL?
    /// The first meta refresh that leads to http(s).
    package var refresh: Refresh?
    /// What the robots meta elements ask for, on top of what was known before.
    package var directives = RobotsDirectives()
    /// Pictures and style sheets, in document order, each once, without fragments.
    package var requisites: [WebURL] = []
    /// True if the page has more links, or longer addresses, than `OutlinkCollector` takes: the last ones are left out.
    package var isCut = false

    package init() {}
}
