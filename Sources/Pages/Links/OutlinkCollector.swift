package import HTMLTree
package import HTTPMessages
package import WebURLs

/// One walk over a page that finds everything that refers to another resource.
///
/// Comments, scripts, templates and SVG links do not count. References are noted first and resolved at the end: a
/// `base` element counts for those before it too.
package struct OutlinkCollector {
    /// Longer link texts are cut: a link around a whole page is no label.
    package static let maximumTextBytes = 2_048
    /// Further links are left out: no page of people has a tenth as many.
    package static let maximumLinks = 120_000
    /// Bytes that all addresses of a page may have together, whatever its size.
    package static let maximumAddressBytes = 12 << 20

    /// Bytes that the addresses of a page of so many bytes may have together. A base of sixty thousand bytes in front of each
    /// of a hundred thousand short references would make gigabytes of addresses out of a megabyte.
    package static func maximumAddressBytes(ofPageBytes count: Int) -> Int {
        min(maximumAddressBytes, (1 << 20) + 4 * count)
    }

    private let document: HTMLDocument
    private let agent: [UInt8]
    private var found = CollectedLinks()
    private var base: ArraySlice<UInt8>?
    private var canonicals: [ArraySlice<UInt8>] = []
    private var refreshes: [RefreshDirective] = []
    private var references: [ArraySlice<UInt8>] = []
    private var anchors: [Anchor] = []
    /// Numbers of the anchors the walk is in, outermost first.
    private var open: [Int] = []
    private var text = LinkText(maximumBytes: maximumTextBytes)

    private struct Anchor {
        let node: HTMLNodeID
        let reference: ArraySlice<UInt8>
        let isArea: Bool
        var text = ""
    }

    private init(_ document: HTMLDocument, agent: String) {
        self.document = document
        self.agent = Array(agent.utf8)
    }

    /// Collects the links of a page.
    ///
    /// - Parameters:
    ///   - url: The page's address; nil: only absolute references are resolved.
    ///   - queryEncoding: How a query is encoded in the page's encoding (WHATWG URL §4.4); nil for UTF-8.
    ///   - agent: Our product token: meta elements of that name count like `robots`.
    ///   - directives: What the head of the answer asked for already.
    package static func collect(
        from document: HTMLDocument, url: WebURL?, queryEncoding: ((String) -> [UInt8])? = nil,
        agent: String = "newshound", directives: RobotsDirectives = RobotsDirectives()
    ) -> CollectedLinks {
        var collector = OutlinkCollector(document, agent: agent)
        collector.found.directives = directives
        collector.walk()
        let resolver = ReferenceResolver(
            page: url, baseReference: collector.base, queryEncoding: queryEncoding)
        return collector.resolved(by: resolver, page: url)
    }

    private mutating func walk() {
        var walk = document.walk()
        while let step = walk.next() {
            switch step {
            case .enter(let node):
                switch document.kind(of: node) {
                case .text: if !open.isEmpty { text.append(document.text(of: node)) }
                case .element: if !enter(node) { walk.skipChildren() }
                default: break
                }
            case .leave(let node):
                guard let number = open.last else { continue }
                if anchors[number].node == node {
                    close(number)
                } else if document.kind(of: node) == .element, LinkText.isBoundary(document.tag(of: node)) {
                    text.space()
                }
            }
        }
    }

    /// False if nothing below the element counts.
    private mutating func enter(_ node: HTMLNodeID) -> Bool {
        let tag = document.tag(of: node)
        guard document.namespace(of: node) == .html else {
            if tag == .image {
                note(document.attribute(.href, of: node) ?? document.attribute(.xlinkHref, of: node))
            }
            return tag != .script && tag != .style && !(tag == .title && !open.isEmpty)
        }
        switch LinkElement.of(tag) {
        case .anchor, .area:
            if let reference = document.attribute(.href, of: node) {
                begin(node, reference, isArea: LinkElement.of(tag) == .area)
            }
        case .base: if base == nil { base = document.attribute(.href, of: node) }
        case .link: read(link: node)
        case .meta: read(meta: node)
        case .picture:
            note(document.attribute(.src, of: node))
            note(srcset: node)
        case .source:
            if document.parent(of: node).map({ document.isHTML($0, .picture) }) == true { note(srcset: node) }
        case .video: note(document.attribute(.poster, of: node))
        case .input:
            if document.attribute(.type, of: node).map({ matches($0, "image") }) == true {
                note(document.attribute(.src, of: node))
            }
        case .skipped: return false
        case .other: if !open.isEmpty, LinkText.isBoundary(tag) { text.space() }
        }
        return true
    }

    // MARK: - Links

    private mutating func begin(_ node: HTMLNodeID, _ reference: ArraySlice<UInt8>, isArea: Bool) {
        guard anchors.count < Self.maximumLinks else {
            found.isCut = true
            return
        }
        if open.isEmpty { text.clear() }
        open.append(anchors.count)
        text.begin()
        anchors.append(Anchor(node: node, reference: reference, isArea: isArea))
    }

    private mutating func close(_ number: Int) {
        open.removeLast()
        anchors[number].text = text.end()
        if anchors[number].text.isEmpty { anchors[number].text = label(of: anchors[number].node) }
    }

    /// What names a link without text: its label, its pictures' alternative text, its title, a picture's title.
    private func label(of anchor: HTMLNodeID) -> String {
        if let label = collapsed(document.attribute(.ariaLabel, of: anchor)) { return label }
        if let alternative = collapsed(document.attribute(.alt, of: anchor)) { return alternative }
        var titles: [HTMLNodeID] = [anchor]
        // Enough for a picture in its wrappers; a link around thousands of empty elements has no label.
        for node in document.descendants(of: anchor).prefix(64) where document.kind(of: node) == .element {
            if let alternative = collapsed(document.attribute(.alt, of: node)) { return alternative }
            if let label = collapsed(document.attribute(.ariaLabel, of: node)) { return label }
            if document.tag(of: node) == .title, document.namespace(of: node) == .svg,
                let child = document.firstChild(of: node), let title = collapsed(document.text(of: child))
            {
                return title
            }
            titles.append(node)
        }
        return titles.lazy.compactMap { collapsed(document.attribute(.title, of: $0)) }.first ?? ""
    }

    private func collapsed(_ value: ArraySlice<UInt8>?) -> String? {
        guard let value, !value.isEmpty else { return nil }
        let text = LinkText.collapse(value, maximumBytes: Self.maximumTextBytes)
        return text.isEmpty ? nil : text
    }

    private func isNoFollow(_ node: HTMLNodeID) -> Bool {
        guard let rel = document.attribute(.rel, of: node) else { return false }
        return HTMLTokens(rel).contains {
            matches($0, "nofollow") || matches($0, "ugc") || matches($0, "sponsored")
        }
    }

    // MARK: - Head and pictures

    private mutating func read(link node: HTMLNodeID) {
        guard let rel = document.attribute(.rel, of: node), let href = document.attribute(.href, of: node)
        else { return }
        for token in HTMLTokens(rel) {
            if matches(token, "canonical"), !href.allSatisfy(\.isHTMLWhitespace) { canonicals.append(href) }
            if matches(token, "stylesheet") || matches(token, "icon") || matches(token, "apple-touch-icon") {
                note(href)
            }
        }
    }

    private mutating func read(meta node: HTMLNodeID) {
        guard let content = document.attribute(.content, of: node) else { return }
        if let name = document.attribute(.name, of: node),
            matches(name, "robots") || Self.matches(name, agent[...])
        {
            found.directives.add(metaContent: String(decoding: content, as: UTF8.self))
        } else if let name = document.attribute(.name, of: node), matches(name, "tdm-reservation") {
            found.directives.add(tdmReservation: String(decoding: content.prefix(64), as: UTF8.self))
        }
        if let equivalent = document.attribute(.httpEquiv, of: node), matches(equivalent, "refresh"),
            content.count <= 65_536, let refresh = RefreshDirective(String(decoding: content, as: UTF8.self))
        {
            refreshes.append(refresh)
        }
    }

    private mutating func note(_ reference: ArraySlice<UInt8>?) {
        guard let reference, let first = reference.first else { return }
        if first == UInt8(ascii: "d"), reference.starts(with: "data:".utf8) { return }
        guard references.count < Self.maximumLinks else {
            found.isCut = true
            return
        }
        references.append(reference)
    }

    private mutating func note(srcset node: HTMLNodeID) {
        guard let value = document.attribute(.srcset, of: node) else { return }
        for candidate in SrcsetCandidate.parse(value) { note(candidate.url) }
    }

    // MARK: - Resolving

    private mutating func resolved(by resolver: ReferenceResolver, page: WebURL?) -> CollectedLinks {
        found.base = resolver.base
        found.links.reserveCapacity(anchors.count)
        var room = Self.maximumAddressBytes(ofPageBytes: document.source.count)
        for anchor in anchors {
            guard let url = resolver.resolve(anchor.reference) else { continue }
            guard takes(url, &room) else { break }
            found.links.append(
                CollectedLink(
                    node: anchor.node, url: url, text: anchor.text, isNoFollow: isNoFollow(anchor.node),
                    context: anchor.isArea ? "area/@href" : "a/@href"))
        }
        found.canonical = canonicals.lazy.compactMap { resolver.resolve($0) }.first
        found.refresh =
            refreshes.lazy.compactMap { refresh in
                let url = refresh.url.map { resolver.resolve(Array($0.utf8)[...]) } ?? page
                return url.map { CollectedLinks.Refresh(delay: refresh.delay, url: $0) }
            }.first
        // Repeats of one address cost time, if not memory.
        room = Self.maximumAddressBytes(ofPageBytes: document.source.count)
        var seen: Set<WebURL> = []
        for reference in references {
            guard let url = resolver.resolve(reference)?.withoutFragment else { continue }
            guard takes(url, &room) else { break }
            if seen.insert(url).inserted { found.requisites.append(url) }
        }
        return found
    }

    /// False, and noted, if an address has no more room.
    private mutating func takes(_ url: WebURL, _ room: inout Int) -> Bool {
        room -= url.href.utf8.count
        if room < 0 { found.isCut = true }
        return room >= 0
    }

    private func matches(_ value: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        guard value.count == word.utf8CodeUnitCount else { return false }
        return Self.matches(value, Array(word.description.utf8)[...])
    }

    /// Equal but for ASCII case; `word` is in lower case.
    private static func matches(_ value: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
        value.count == word.count && zip(value, word).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
    }
}

/// What the collector does at an HTML element.
private enum LinkElement: UInt8 {
    case other, anchor, area, base, link, meta, picture, source, video, input
    /// Nothing below it counts.
    case skipped

    static func of(_ tag: HTMLTag) -> LinkElement { tag.rawValue < 256 ? table[Int(tag.rawValue)] : .other }

    /// By tag number: comparing with constants one after the other costs more than the rest of the walk.
    private static let table: [LinkElement] = {
        let elements: [(HTMLTag, LinkElement)] = [
            (.a, .anchor), (.area, .area), (.base, .base), (.link, .link), (.meta, .meta), (.img, .picture),
            (.source, .source), (.video, .video), (.input, .input), (.script, .skipped), (.style, .skipped),
            (.template, .skipped), (.textarea, .skipped), (.title, .skipped),
        ]
        var table = [LinkElement](repeating: .other, count: 256)
        for (tag, element) in elements { table[Int(tag.rawValue)] = element }
        return table
    }()
}
