package import FoundationEssentials
package import WebURLs

/// A page, or in a list of sitemaps a sitemap, that a feed names.
package struct FeedEntry: Sendable, Equatable {
    package let url: WebURL
    /// When the feed says it was changed, else published; nil if it does not say or no date can be read from
    /// it.
    package let lastModified: Date?
    /// The headline as it stands in the feed, trimmed; nil if there is none. It may hold markup.
    package let title: String?

    package init(url: WebURL, lastModified: Date? = nil, title: String? = nil) {
        self.url = url
        self.lastModified = lastModified
        self.title = title
    }
}
