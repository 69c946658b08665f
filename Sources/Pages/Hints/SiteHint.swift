import HTMLTree

/// What a user knows of the pages of one site: where text, related links and date stand.
///
/// A rule that finds nothing on a page changes nothing there: a site with a new layout is read as any other.
package struct SiteHint: Sendable {
    /// What the hint is called in remarks and messages: the file it came from.
    package let name: String
    private(set) var rules: [(rule: Rule, selector: Selector)] = []

    /// What a selector of a hint says of the elements it means.
    package enum Rule: String, Sendable, CaseIterable {
        /// Their text is the article. What stands outside is left out; what stands inside stays, but for lines that say of
        /// themselves that they are no text (copyright, prompts, the title again). Without this rule the page is judged as
        /// any other.
        case body
        /// Their links are the related ones, and the only ones; their text is no part of the article.
        case related
        /// They say when the story was published, by `datetime` or their text. A line of it is no part of the article.
        case dateline
        /// They are no part of the article, and none of their links is related. Wins over all others.
        case drop
    }

    /// Why a text is no selector: the text, the place in it, and what is wrong there.
    package struct BadSelector: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    package init(name: String) { self.name = name }

    /// Adds a selector; several of a rule mean what any of them means.
    package mutating func add(_ rule: Rule, _ selector: String) throws(BadSelector) {
        do { rules.append((rule, try Selector(parsing: selector))) } catch {
            throw BadSelector(description: "\(error)")
        }
    }

    package var isEmpty: Bool { rules.isEmpty }
}

/// The hints of all sites, found by host.
package struct SiteHints: Sendable {
    private var hints: [SiteHint] = []
    /// Places in `hints`, by host.
    private var exact: [String: Int] = [:]
    /// The same, by the host that all hosts meant stand below.
    private var below: [String: Int] = [:]

    package init() {}

    package var isEmpty: Bool { hints.isEmpty }
    package var hostCount: Int { exact.count + below.count }

    /// A host for which there is a hint already, with the name of that hint.
    package struct Repeated: Error, Sendable {
        package let host: String
        package let name: String
    }

    /// Takes in a hint for hosts as in URLs, lower case and ASCII. `*.example.org` means every host below example.org, not
    /// that one itself. Throws if there is a hint for one of them; then nothing has changed.
    package mutating func add(_ hint: SiteHint, hosts: [String]) throws(Repeated) {
        for host in hosts {
            if let place = place(ofPattern: host) { throw Repeated(host: host, name: hints[place].name) }
        }
        for host in hosts {
            if let parent = Self.parent(ofPattern: host) {
                below[parent] = hints.count
            } else {
                exact[host] = hints.count
            }
        }
        hints.append(hint)
    }

    /// Takes in the hints of another set for hosts that have none here.
    package mutating func fill(from other: SiteHints) {
        let first = hints.count
        hints += other.hints
        exact.merge(other.exact.mapValues { $0 + first }) { own, _ in own }
        below.merge(other.below.mapValues { $0 + first }) { own, _ in own }
    }

    /// The hint for the pages of a host: one for the host itself, else for the nearest domain above; nil if there is none.
    package func hint(for host: String) -> SiteHint? {
        guard !hints.isEmpty else { return nil }
        if let place = exact[host] { return hints[place] }
        var rest = host[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if let place = below[String(rest)] { return hints[place] }
        }
        return nil
    }

    private func place(ofPattern host: String) -> Int? {
        Self.parent(ofPattern: host).map { below[$0] } ?? exact[host]
    }

    private static func parent(ofPattern host: String) -> String? {
        host.hasPrefix("*.") ? String(host.dropFirst(2)) : nil
    }
}
