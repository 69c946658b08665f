import TextEncodings
import WebURLs

/// Answers the family `urls`.
enum URLAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        switch kind {
        case "parse": parsed(input)
        case "query_encoding": queryEncoded(input)
        case "canonical": canonical(input)
        default: nil
        }
    }

    private static func parsed(_ input: CaseInput) -> [String: Any] {
        guard let text = input.text("input") else { return ["failure": true] }
        var base: WebURL?
        if let baseText = input.text("base") {
            base = WebURL(baseText)
            guard base != nil else { return ["failure": true] }
        }
        return href(WebURL(text, base: base))
    }

    private static func queryEncoded(_ input: CaseInput) -> [String: Any] {
        guard let text = input.text("input"), let base = input.text("base").flatMap({ WebURL($0) }),
            let encoding = input.text("encoding").flatMap({ TextEncoding(label: $0) })
        else { return ["failure": true] }
        return href(base.resolve(text) { encoding.encode($0) })
    }

    /// Rules that are no rule of a crawl's identity (`whatwg`, `add-scheme`) change nothing beyond the parse.
    private static func canonical(_ input: CaseInput) -> [String: Any] {
        guard let url = input.text("url").flatMap({ WebURL($0) }) else {
            return ["url": Optional<String>.none.orNull]
        }
        let rules = input.list("rules").compactMap { $0 as? String }.compactMap { IdentityRule(rawValue: $0) }
        return ["url": CrawlIdentity(rules).key(of: url)]
    }

    private static func href(_ url: WebURL?) -> [String: Any] {
        url.map { ["href": $0.href] } ?? ["failure": true]
    }
}
