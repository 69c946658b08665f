/// One step from a seed.
package enum Hop: UInt8, Sendable, Hashable, CaseIterable {
    /// A link that stands in a related-content block.
    case related = 0x4B  // K
    /// Any other link of a page.
    case link = 0x4C  // L
    /// The target of a redirect.
    case redirect = 0x52  // R
    /// Needed before a page may be fetched: robots.txt.
    case prerequisite = 0x50  // P
    /// Listed by a sitemap or a feed.
    case manifest = 0x4D  // M
    /// A picture or style sheet that belongs to a page.
    case requisite = 0x45  // E

    /// The letter in hop paths, WARC metadata and crawl.log.
    package var letter: Character { Character(UnicodeScalar(rawValue)) }
}

/// All steps from a seed to a URL, in letters; empty for a seed.
package struct HopPath: Sendable, Hashable, CustomStringConvertible {
    /// `K` related, `L` link, `R` redirect, `P` prerequisite, `M` manifest, `E` requisite.
    package let letters: String

    /// The path of a seed.
    package static let seed = HopPath(letters: "")

    private init(letters: String) { self.letters = letters }

    /// Nil if `text` has a letter that is no hop, or more than 255 letters.
    package init?(_ text: String) {
        guard text.utf8.count <= 255, text.utf8.allSatisfy({ Hop(rawValue: $0) != nil }) else { return nil }
        letters = text
    }

    /// How many K and L hops: redirects, robots, manifests and requisites cost nothing.
    package var depth: Int {
        letters.utf8.reduce(0) { $0 + ($1 == Hop.related.rawValue || $1 == Hop.link.rawValue ? 1 : 0) }
    }

    /// How many of the steps are entries of a feed or sitemap.
    package var manifests: Int { letters.utf8.count { $0 == Hop.manifest.rawValue } }

    /// The last step; nil for a seed.
    package var last: Hop? { letters.utf8.last.flatMap(Hop.init(rawValue:)) }

    /// How many redirects in a row end this path.
    package var trailingRedirects: Int {
        letters.utf8.reversed().prefix { $0 == Hop.redirect.rawValue }.count
    }

    /// The last step that was no redirect; nil for a seed and what its redirects led to.
    package var lastButRedirects: Hop? {
        letters.utf8.last { $0 != Hop.redirect.rawValue }.flatMap(Hop.init(rawValue:))
    }

    /// True where a sitemap or a feed may be met: at a seed, and at what one names.
    package var mayBeManifest: Bool {
        letters.utf8.allSatisfy { $0 == Hop.redirect.rawValue || $0 == Hop.manifest.rawValue }
    }

    /// True for a seed, and for what a seed's redirects led to.
    package var isSeedOrItsRedirect: Bool { letters.utf8.allSatisfy { $0 == Hop.redirect.rawValue } }

    /// This path and one more step. At 255 letters the path stays as it is.
    package func adding(_ hop: Hop) -> HopPath {
        guard letters.utf8.count < 255 else { return self }
        return HopPath(letters: letters + String(hop.letter))
    }

    package var description: String { letters }
}
