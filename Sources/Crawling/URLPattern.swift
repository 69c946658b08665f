import Synchronization

/// A regular expression that is searched for in URLs: `--include`, `--exclude`.
package final class URLPattern: Sendable {
    /// As it was given.
    package let source: String
    // Matching compiles lazily inside `Regex`, so one task at a time.
    private let regex: Mutex<Regex<AnyRegexOutput>>

    /// Throws what is wrong with the expression.
    package init(_ source: String) throws {
        self.source = source
        regex = Mutex(try Regex(source))
    }

    /// True if it is found anywhere in the URL.
    package func matches(_ url: String) -> Bool {
        regex.withLock { (try? $0.firstMatch(in: url)) != nil }
    }
}
