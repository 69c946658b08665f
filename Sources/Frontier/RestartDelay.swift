package import WebURLs

/// How long hosts rest that were being asked when the process died: nobody knows when their last fetch ended.
package struct RestartDelay: Sendable {
    /// For a host, and the robots.txt of the origin that was asked, as last fetched; nil if it never was.
    package let pause: @Sendable (HostKey, RobotsSnapshot?) -> Duration

    package static let zero = RestartDelay(.zero)

    package init(_ pause: @escaping @Sendable (HostKey, RobotsSnapshot?) -> Duration) { self.pause = pause }

    /// The same for all hosts.
    package init(_ pause: Duration) { self.pause = { _, _ in pause } }

    package static func seconds(_ seconds: Int) -> RestartDelay { RestartDelay(.seconds(seconds)) }
}
