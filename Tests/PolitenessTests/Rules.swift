import Politeness
import WebURLs

/// The rules of `text` for `token`, as they hold on `https://news.example`.
func rules(_ text: String, token: String = "newshound") -> RobotsRules {
    RobotsRules(parsing: Array(text.utf8), token: token, at: WebURL("https://news.example/robots.txt"))
}

extension RobotsRules {
    /// Whether the page with this path, and perhaps query, may be fetched.
    func allows(path: String) -> Bool {
        WebURL("https://news.example" + path).map { allows($0) } ?? false
    }
}
