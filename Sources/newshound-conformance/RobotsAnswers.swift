import Politeness
import WebURLs

/// Answers the family `robots`.
enum RobotsAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        switch kind {
        case "allowed": allowed(input)
        case "crawl_delay": ["crawl_delay": rules(input).crawlDelay.map(seconds).orNull]
        case "sitemaps": ["sitemaps": rules(input).sitemaps]
        case "status": ["access": access(input)]
        default: nil
        }
    }

    /// What is no http(s) URL is nothing that a robots.txt forbids.
    private static func allowed(_ input: CaseInput) -> [String: Any] {
        guard let url = input.text("url").flatMap({ WebURL($0) }) else { return ["allowed": true] }
        return ["allowed": rules(input).allows(url)]
    }

    private static func rules(_ input: CaseInput) -> RobotsRules {
        let bytes = input.bytes("robots_txt_base64") ?? Array((input.text("robots_txt") ?? "").utf8)
        return RobotsRules(
            parsing: bytes, token: input.text("user_agent") ?? "newshound",
            at: input.text("robots_url").flatMap { WebURL($0) })
    }

    private static func access(_ input: CaseInput) -> String {
        switch input.number("status").map({ RobotsAccess(status: Int($0)) }) ?? .unanswered {
        case .parse: "parse"
        case .allowAll: "allow_all"
        case .disallowAll: "disallow_all"
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }
}
