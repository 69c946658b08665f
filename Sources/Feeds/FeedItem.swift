import FoundationEssentials
import HTTPMessages
import WebURLs

/// What has been read of one entry so far.
struct FeedItem {
    /// A part of an entry whose text is wanted.
    enum Field {
        /// `loc` of a sitemap.
        case location
        /// `link` of RSS with its text.
        case link
        /// `guid` of RSS when it is a permanent link, `id` of Atom.
        case identifier
        case title
        /// The moment of the last change.
        case modified
        /// The moment of publication.
        case published
        /// Text that stands where the elements should be.
        case loose
    }

    /// The locations of a sitemap's entry; one unless the file is broken.
    private var locations: [(text: String, modified: Date?)] = []
    private var link: String?
    private var identifier: String?
    private var looseText: String?
    private var title: String?
    private var modified: Date?
    private var published: Date?
    private var linkRank: LinkRank?

    /// How good a link is; the first of the best is taken.
    enum LinkRank: Int {
        /// Where the content of an Atom entry lies, which is its page if it has no link (RFC 4287 §4.1.3.2).
        case content
        /// An alternate link to another medium than HTML, or one of Atom in RSS.
        case other
        /// An alternate link to a page, or an attribute where RSS has text.
        case page
        /// The text of RSS.
        case text
    }

    mutating func set(_ field: Field, _ value: String) {
        guard !value.isEmpty else { return }
        switch field {
        case .location: locations.append((value, nil))
        case .link: offerLink(value, rank: .text)
        case .identifier: identifier = identifier ?? value
        case .title: title = title ?? value
        case .loose: looseText = value
        case .published: published = published ?? Self.date(value)
        case .modified:
            let date = Self.date(value)
            modified = modified ?? date
            if let last = locations.indices.last, locations[last].modified == nil {
                locations[last].modified = date
            }
        }
    }

    /// Takes a link unless there is one as good.
    mutating func offerLink(_ reference: String, rank: LinkRank) {
        guard rank.rawValue > linkRank?.rawValue ?? -1, !reference.isEmpty else { return }
        link = reference
        linkRank = rank
    }

    /// The entries this makes: one, none if there is no usable URL, several if a sitemap's entry has several
    /// locations.
    func entries(base: WebURL, longestURL: Int) -> [FeedEntry] {
        let date = modified ?? published
        let url = { (reference: String) -> WebURL? in
            guard reference.utf8.count <= longestURL, let url = base.resolve(reference) else { return nil }
            return url.href.utf8.count <= longestURL ? url : nil
        }
        if !locations.isEmpty {
            return locations.compactMap { location in
                url(location.text).map {
                    FeedEntry(url: $0, lastModified: location.modified ?? date, title: title)
                }
            }
        }
        // Identifiers and loose text are taken for an address only if they are one by themselves.
        let found =
            link.flatMap(url)
            ?? [identifier, looseText].lazy.compactMap { $0 }.first { WebURL($0) != nil }.flatMap(url)
        return found.map { [FeedEntry(url: $0, lastModified: date, title: title)] } ?? []
    }

    /// The moment of a feed's date: RFC 822 in RSS, the W3C's profile of ISO 8601 elsewhere, and each in
    /// place of the other. A zone of letters that is not known is UTC (RFC 5322 §4.3): hours off, but the day.
    private static func date(_ text: String) -> Date? {
        W3CDateTime.parse(text) ?? HTTPDate.parse(text, now: pivot, takesUnknownZones: true)
    }

    /// 2020-01-01: two-digit years mean 1970 to 2069, whenever the feed is read.
    private static let pivot = Date(timeIntervalSince1970: 1_577_836_800)
}
