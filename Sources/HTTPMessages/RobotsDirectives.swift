package import FoundationEssentials

/// What a page asks robots to do with it, in `X-Robots-Tag` fields and in meta elements.
///
/// Rules for all robots and for our own add up and negative ones win, whatever the order. There is no
/// standard; the words are those that search engines document.
package struct RobotsDirectives: Sendable, Equatable {
    /// May be listed in a search index; `noindex` and `none` say no.
    package private(set) var index = true
    /// Links may be followed; `nofollow` and `none` say no.
    package private(set) var follow = true
    /// May be shown from an archive; `noarchive` and `nocache` say no.
    package private(set) var archive = true
    /// May be quoted; `nosnippet` and `max-snippet:0` say no.
    package private(set) var snippet = true
    /// Images may be indexed; `noimageindex` says no.
    package private(set) var imageIndex = true
    /// May be used for machine learning; `noai` says no.
    package private(set) var ai = true
    /// Images may be used for machine learning; `noimageai` and `noai` say no.
    package private(set) var imageAI = true
    /// May be mined for text and data; `tdm-reservation` says no where it is 1.
    package private(set) var tdm = true
    /// From when on the page wants to be treated as `noindex`; nil if it names no readable date.
    package private(set) var unavailableAfter: Date?

    /// 2020-01-01: two-digit years of `unavailable_after` mean 1970 to 2069, whenever the page is read.
    private static let pivot = Date(timeIntervalSince1970: 1_577_836_800)

    package init() {}

    /// Adds the value of one `X-Robots-Tag` field.
    ///
    /// A value may begin with, or go on with, the name of a robot and a colon; rules behind it are for that
    /// robot.
    ///
    /// - Parameter agent: Our product token; rules for others are passed over.
    package mutating func add(xRobotsTag value: String, agent: String) {
        var applies = true
        for rule in Self.rules(of: value) {
            var text = rule[...]
            if let colon = text.firstIndex(of: ":"), !Self.hasArgument(text[..<colon].trimmedText) {
                let name = text[..<colon].trimmedText
                applies = name.equalsIgnoringCase(agent) || name == "*"
                text = text[text.index(after: colon)...]
            }
            if applies { add(rule: text.trimmedText) }
        }
    }

    /// Adds the content of one meta element whose name is "robots" or our product token.
    package mutating func add(metaContent content: String) {
        for rule in Self.rules(of: content) { add(rule: rule) }
    }

    /// Adds the value of a `tdm-reservation` field or meta element (TDM Reservation Protocol, W3C Community Group 2024, §5).
    package mutating func add(tdmReservation value: String) {
        if value.trimmedText == "1" { tdm = false }
    }

    private mutating func add(rule: String) {
        let parts = rule.split(separator: ":", maxSplits: 1)
        guard let first = parts.first else { return }
        let name = first.trimmedText.asciiLowercased
        if parts.count == 2, Self.hasArgument(name) {
            let argument = parts[1].trimmedText
            if name == "max-snippet", argument == "0" { snippet = false }
            if name == "unavailable_after" {
                unavailableAfter = HTTPDate.parse(argument, now: Self.pivot) ?? W3CDateTime.parse(argument)
            }
            return
        }
        // Some sites leave the commas out.
        for word in name.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) { add(word: word) }
    }

    private mutating func add(word: Substring) {
        switch word {
        case "noindex": index = false
        case "nofollow": follow = false
        case "none": (index, follow) = (false, false)
        case "noarchive", "nocache": archive = false
        case "nosnippet": snippet = false
        case "noimageindex": imageIndex = false
        case "noai": (ai, imageAI) = (false, false)
        case "noimageai": imageAI = false
        default: break
        }
    }

    /// The comma-separated rules; the commas of a date within `unavailable_after` do not separate.
    private static func rules(of value: String) -> [String] {
        var rules: [String] = []
        for piece in value.split(separator: ",").map(\.trimmedText) where !piece.isEmpty {
            if let last = rules.last, last.asciiLowercased.contains("unavailable_after"), !last.contains(","),
                piece.utf8.first?.isDigit == true
            {
                rules[rules.count - 1] = last + ", " + piece
            } else {
                rules.append(piece)
            }
        }
        return rules
    }

    /// Rules that bring a value behind a colon; every other word before a colon is the name of a robot.
    private static func hasArgument(_ name: String) -> Bool {
        ["unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"].contains(
            name.asciiLowercased)
    }
}
