/// What a sitemap, an RSS or Atom feed, or a list of addresses names, in its order.
package struct Feed: Sendable, Equatable {
    /// What kind of file it is.
    package enum Kind: String, Sendable {
        /// A sitemap: its entries are pages.
        case urlset
        /// A list of sitemaps: its entries are sitemaps.
        case sitemapindex
        /// RSS of any version, the RDF ones included.
        case rss
        /// Atom 0.3 or 1.0.
        case atom
        /// A text file with one URL a line.
        case text
    }

    package let kind: Kind
    /// The entries, duplicates included; entries without a usable http(s) URL are left out.
    package let entries: [FeedEntry]
    /// Why there may be more in the file than `entries`; nil if it was read whole and without repair.
    package let damage: FeedDamage?

    package init(kind: Kind, entries: [FeedEntry], damage: FeedDamage? = nil) {
        self.kind = kind
        self.entries = entries
        self.damage = damage
    }
}
