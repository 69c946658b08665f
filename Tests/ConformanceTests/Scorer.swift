import Foundation

/// Decides whether an answer is right, by the rules of the shared scorer: fields nobody asked for are ignored, a
/// missing field is null.
enum Scorer {
    static func isRight(_ answer: CaseValue, to expected: CaseValue, kind: String) -> Bool {
        switch kind {
        case "parse", "query_encoding": isSameURL(answer, expected)
        case "sitemap": isSitemap(answer, expected)
        case "html_encoding", "label": isEncoding(answer["encoding"], expected["encoding"])
        case "links": isLinks(answer["links"], expected["links"])
        case "meta_refresh": isRefresh(answer["refresh"], expected["refresh"])
        case "content_type": isContentType(answer, expected)
        case "http_payload": isPayload(answer, expected)
        case "warc_list": isArchive(answer, expected)
        case "tree": isTree(answer["tree"], expected["tree"])
        case "crawl_delay": isNumber(answer, expected, "crawl_delay")
        case "retry_after": isNumber(answer, expected, "seconds")
        case "http_date": isNumber(answer, expected, "epoch")
        default: fields[kind]?.allSatisfy { answer[$0] == expected[$0] } ?? false
        }
    }

    /// Kinds of which fields are compared as they are.
    private static let fields = [
        "allowed": ["allowed"], "sitemaps": ["sitemaps"], "status": ["access"], "canonical": ["url"],
        "decode": ["text"], "canonical_link": ["canonical"], "srcset": ["candidates"], "sniff": ["mime"],
        "robots_tags": ["index", "follow", "archive"], "link_canonical": ["canonical"], "redirect": ["url"],
        "text": ["text"],
    ]

    private static func isSameURL(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        if expected["failure"].isTrue { return answer["failure"].isTrue }
        return !answer["failure"].isTrue && answer["href"] == expected["href"]
    }

    private static func isSitemap(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        let refuses = answer["failure"].isTrue
        if expected["failure"].isTrue { return refuses || !answer["urls"].isTrue }
        if refuses { return expected["or_failure"].isTrue }
        if let limit = expected["max_url_length"].number {
            let urls = answer["urls"].list ?? []
            return urls.allSatisfy { Double($0.text?.unicodeScalars.count ?? .max) <= limit }
        }
        guard answer["urls"] == expected["urls"] else { return false }
        guard let type = answer["type"].text else { return answer["type"] == .null }
        return (type == "sitemapindex") == (expected["type"].text == "sitemapindex")
    }

    /// Names of encodings are the same in any case.
    private static func isEncoding(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        expected == .null ? answer == .null : answer.lowercased == expected.lowercased
    }

    /// A link that comes again does not count.
    private static func isLinks(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        guard let links = answer.list else { return false }
        var kept: [CaseValue] = []
        for link in links where !kept.contains(link) { kept.append(link) }
        return .list(kept) == expected
    }

    private static func isRefresh(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        guard answer != .null, expected != .null else { return answer == expected }
        return (answer["delay"].number ?? -1).rounded(.towardZero) == expected["delay"].number
            && answer["url"] == expected["url"]
    }

    private static func isContentType(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        if expected["failure"].isTrue { return answer["failure"].isTrue }
        return answer["essence"] == expected["essence"]
            && answer["charset"].lowercased == expected["charset"].lowercased
    }

    private static func isTree(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        guard let tree = answer.text else { return false }
        let end = tree.unicodeScalars.lastIndex { $0 != "\n" }
        return .text(end.map { String(tree.unicodeScalars[...$0]) } ?? "") == expected
    }

    /// The field is a number that is as good as equal, or null in both; an answer has to have it.
    private static func isNumber(_ answer: CaseValue, _ expected: CaseValue, _ name: String) -> Bool {
        answer.has(name) && isAsGoodAs(answer[name], expected[name])
    }

    static func isAsGoodAs(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        guard let one = answer.number, let other = expected.number else {
            return answer == .null && expected == .null
        }
        return abs(one - other) < 1e-6
    }
}
