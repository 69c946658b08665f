import WebURLs

/// Builds a feed from the elements of its XML as they come.
///
/// Names are compared without their namespace: prefixes that are not declared are common, and so are wrong
/// namespaces. Elements of extensions are told apart by their prefix, which is another than that of the root.
final class FeedBuilder {
    private struct Element {
        let prefix: Substring
        let name: Substring
        /// What relative links in it are resolved against (`xml:base`).
        let base: WebURL

        var qualifiedName: String { prefix.isEmpty ? String(name) : "\(prefix):\(name)" }
    }

    private let limits: FeedLimits
    private let url: WebURL
    private var kind: Feed.Kind?
    private var entries: [FeedEntry] = []
    private var elements: [Element] = []
    /// Those around the last item; before the first the root alone.
    private var parents: [Element] = []
    /// Elements that are opened once more by `reopen`, and are open already here.
    private var reopened = 0
    private var item: FeedItem?
    /// How many elements are open at the start of the item.
    private var itemDepth = 0
    private var field: FeedItem.Field?
    /// How many elements are open at the start of the field; its text is that of all elements within.
    private var fieldDepth = 0
    private var text = ""
    /// Why reading must stop; nil as long as it goes on.
    private(set) var stop: FeedDamage?
    /// Whether the root is none that a feed has.
    private(set) var isForeign = false

    private init(url: WebURL, limits: FeedLimits) {
        self.url = url
        self.limits = limits
    }

    /// What a reading gave.
    struct Result {
        /// nil if the root element is none of a feed.
        let feed: Feed?
        let damage: FeedDamage?
        var entryCount: Int { feed?.entries.count ?? 0 }
    }

    /// Reads a feed from XML in UTF-8.
    ///
    /// - Parameter goesOn: Whether reading goes on behind an error, at the next item.
    static func read(_ xml: ArraySlice<UInt8>, goesOn: Bool = false, url: WebURL, limits: FeedLimits)
        -> Result
    {
        let builder = FeedBuilder(url: url, limits: limits)
        var reading = FeedRecovery(xml, builder: builder, limits: limits)
        let broken = goesOn ? reading.readAll() : reading.readOnce()
        let damage = builder.stop ?? broken
        let feed = builder.kind.map { Feed(kind: $0, entries: builder.entries, damage: damage) }
        return Result(feed: feed, damage: damage)
    }

    // MARK: Events

    /// Whether text is of any use at present.
    var wantsText: Bool { field != nil && text.utf8.count < limits.textBytes }

    func start(_ qualifiedName: String, _ attributes: [String: String]) {
        guard reopened == 0 else { return reopened -= 1 }
        let (prefix, name) = Self.split(qualifiedName)
        let outer = elements.last?.base ?? url
        let base = attributes["xml:base"].flatMap { outer.resolve($0) } ?? outer
        elements.append(Element(prefix: prefix, name: name, base: base))
        guard elements.count <= limits.depth else { return stop = .tooDeep(limit: limits.depth) }
        if elements.count == 1 {
            kind = Self.kind(ofRoot: name)
            isForeign = kind == nil
            parents = elements
            return
        }
        guard let kind else { return }
        if item == nil {
            guard isItem(prefix, name, of: kind) else { return }
            item = FeedItem()
            itemDepth = elements.count
            parents = elements.dropLast()
            if let about = attributes["rdf:about"] { item?.set(.identifier, about) }
            if kind == .urlset || kind == .sitemapindex { beginField(.loose) }
        } else if field == nil || field == .loose, let found = wanted(prefix, name, attributes, in: kind) {
            beginField(found)
        }
    }

    func append(_ more: String) { text += more }

    func end() {
        if field != nil, fieldDepth == elements.count { endField() }
        if item != nil, itemDepth == elements.count { endItem() }
        _ = elements.popLast()
    }

    private func beginField(_ found: FeedItem.Field) {
        // Loose text counts only if no element stands in its place.
        field = found
        fieldDepth = elements.count
        text = ""
    }

    private func endField() {
        guard let field else { return }
        let trimmed = text.utf8.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        let value = end.map { String(Substring(trimmed[...$0])) } ?? ""
        item?.set(field, value)
        self.field = nil
    }

    private func endItem() {
        guard let item else { return }
        self.item = nil
        field = nil
        let base = elements.prefix(itemDepth).last?.base ?? url
        for entry in item.entries(base: base, longestURL: limits.urlBytes) {
            guard entries.count < limits.entries else { return stop = .tooManyEntries(limit: limits.entries) }
            entries.append(entry)
        }
    }

    /// Ends what is open where the XML breaks off.
    func closeAll(textIsWhole: Bool) {
        if textIsWhole { endField() } else { field = nil }
        endItem()
    }

    // MARK: Going on behind an error

    /// Whether no element has come yet.
    var isEmpty: Bool { kind == nil && elements.isEmpty }

    /// What the tags of items may be called.
    var itemNames: [[UInt8]] {
        let name: String? =
            switch kind {
            case .urlset: "url"
            case .sitemapindex: "sitemap"
            case .rss: "item"
            case .atom: "entry"
            case .text, nil: nil
            }
        guard let name else { return [] }
        let prefix = parents.first?.prefix ?? ""
        return (prefix.isEmpty ? [name] : [name, "\(prefix):\(name)"]).map { Array($0.utf8) }
    }

    /// Makes ready for an item, as if the elements around items had just been opened.
    ///
    /// - Returns: Their tags, to be read before the item.
    func reopen() -> [UInt8] {
        elements = parents
        reopened = parents.count
        return parents.flatMap { Array("<\($0.qualifiedName)>".utf8) }
    }

    // MARK: Vocabulary

    private static func split(_ qualifiedName: String) -> (prefix: Substring, name: Substring) {
        guard let colon = qualifiedName.utf8.firstIndex(of: 0x3A) else { return ("", qualifiedName[...]) }
        return (qualifiedName[..<colon], qualifiedName[colon...].dropFirst())
    }

    private static func kind(ofRoot name: Substring) -> Feed.Kind? {
        switch name {
        case "urlset": .urlset
        case "sitemapindex": .sitemapindex
        case "rss", "RSS", "RDF": .rss
        case "feed": .atom
        default: nil
        }
    }

    /// Whether an element belongs to the feed's own vocabulary, not to an extension.
    private func isOwn(_ prefix: Substring) -> Bool {
        prefix.isEmpty || prefix == elements.first?.prefix || prefix == "rss"
    }

    private func isItem(_ prefix: Substring, _ name: Substring, of kind: Feed.Kind) -> Bool {
        guard isOwn(prefix) else { return false }
        return switch kind {
        case .urlset: name == "url"
        case .sitemapindex: name == "sitemap"
        case .rss: name == "item"
        case .atom: name == "entry"
        case .text: false
        }
    }

    /// The field that an element within an item fills; nil if it is of no use. Links in attributes are taken
    /// at once.
    private func wanted(
        _ prefix: Substring, _ name: Substring, _ attributes: [String: String], in kind: Feed.Kind
    ) -> FeedItem.Field? {
        let isChild = elements.count == itemDepth + 1
        switch kind {
        case .urlset, .sitemapindex:
            if isChild, isOwn(prefix) {
                return name == "loc" ? .location : name == "lastmod" ? .modified : nil
            }
            // Google's extension for news.
            guard elements.dropLast().last?.name == "news" else { return nil }
            return name == "title" ? .title : name == "publication_date" ? .published : nil
        case .rss: return isChild ? wantedOfRSS(prefix, name, attributes) : nil
        case .atom: return isChild && isOwn(prefix) ? wantedOfAtom(name, attributes) : nil
        case .text: return nil
        }
    }

    private func wantedOfRSS(
        _ prefix: Substring, _ name: Substring, _ attributes: [String: String]
    ) -> FeedItem.Field? {
        switch (name, isOwn(prefix)) {
        case ("link", true):
            if let reference = attributes["href"] { offer(reference, rank: .page) }
            return .link
        case ("link", false):
            if Self.isAlternate(attributes), let reference = attributes["href"] {
                offer(reference, rank: .other)
            }
            return nil
        case ("guid", true): return attributes["isPermaLink"] == "false" ? nil : .identifier
        case ("title", true): return .title
        case ("pubDate", true), ("date", _): return .published
        case ("modified", false), ("updated", false): return .modified
        default: return nil
        }
    }

    private func wantedOfAtom(_ name: Substring, _ attributes: [String: String]) -> FeedItem.Field? {
        switch name {
        case "link":
            guard Self.isAlternate(attributes), let reference = attributes["href"] else {
                return nil
            }
            let isPage = attributes["type"].map { $0.hasPrefix("text/html") || $0.contains("xhtml") } ?? true
            offer(reference, rank: isPage ? .page : .other)
            return nil
        case "content":
            if let reference = attributes["src"] { offer(reference, rank: .content) }
            return nil
        case "id": return .identifier
        case "title": return .title
        case "updated", "modified": return .modified
        case "published", "issued": return .published
        default: return nil
        }
    }

    /// Whether a link of Atom is the page's: a name stands for the address that IANA gives it (RFC 4287 §4.2.7.2).
    private static func isAlternate(_ attributes: [String: String]) -> Bool {
        guard let relation = attributes["rel"] else { return true }
        return relation == "alternate" || relation == "http://www.iana.org/assignments/relation/alternate"
    }

    /// Takes a link of an attribute, resolved against the base of its own element.
    private func offer(_ reference: String, rank: FeedItem.LinkRank) {
        guard let resolved = elements.last?.base.resolve(reference) else { return }
        item?.offerLink(resolved.href, rank: rank)
    }
}
