import FoundationEssentials
import Politeness
import WebURLs

/// What an origin's robots.txt said, fetch after fetch.
struct AuditRobots: Sendable {
    /// One answer, or its absence.
    struct Word: Sendable {
        let at: Date
        let rules: RobotsRules
        /// False: unreachable, so that everything is forbidden.
        let isReachable: Bool
        /// False: a redirect on the way, which says nothing yet.
        let isFinal: Bool
    }

    private var words: [Word] = []
    /// Redirects since the last final answer: with the sixth the file counts as absent (RFC 9309 §2.3.1.2).
    private var redirects = 0

    private static let maximumRedirects = 5

    /// Takes in a fetch of the file; `text` is nil if the archive does not have it. A redirect that does not lead on has no
    /// file behind it.
    mutating func add(_ fetch: AuditFetch, text: RobotsText?, leadsOn: Bool, token: String) {
        let isRedirect = leadsOn && [301, 302, 303, 307, 308].contains(fetch.status)
        redirects = isRedirect ? redirects + 1 : 0
        if isRedirect, redirects <= Self.maximumRedirects {
            words.append(
                Word(at: fetch.finishedAt, rules: .disallowAll, isReachable: false, isFinal: false))
            return
        }
        redirects = 0
        var access = fetch.status > 0 ? RobotsAccess(status: fetch.status) : RobotsAccess.unanswered
        if access == .parse, text == .unreadable { access = .unanswered }
        let rules: RobotsRules =
            switch access {
            case .parse: text.map { $0.rules(token: token) } ?? .allowAll
            case .allowAll: .allowAll
            case .disallowAll: .disallowAll
            }
        words.append(
            Word(at: fetch.finishedAt, rules: rules, isReachable: access != .disallowAll, isFinal: true))
    }

    /// The last final word before a moment; nil: there was none.
    func word(before time: Date) -> Word? {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].at <= time { low = middle + 1 } else { high = middle }
        }
        return words[..<low].last { $0.isFinal }
    }

    mutating func sort() { words.sort { $0.at < $1.at } }
}
