import Glibc

/// How many file descriptors this process may have open at once, and how many exchanges that allows.
package struct DescriptorLimit: Sendable, Hashable {
    let count: Int

    /// For everything that is no exchange: frontier, archive, logs, standard streams.
    private static let reserve = 64
    /// An exchange has its socket, and either a second one, while it connects to two addresses in turn or looks up a
    /// name, or a file for its body.
    private static let perExchange = 2
    /// Idle connections that are worth keeping, if descriptors are plenty: a host is asked again within seconds.
    private static let maximumKept = 1000

    /// Raises the soft limit to the hard one, and tells what holds afterwards.
    static func raised() -> DescriptorLimit {
        var limits = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else {
            // What POSIX promises to every process (_POSIX_OPEN_MAX).
            return DescriptorLimit(count: 20)
        }
        if limits.rlim_cur < limits.rlim_max {
            var raised = limits
            raised.rlim_cur = limits.rlim_max
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limits = raised }
        }
        return DescriptorLimit(count: Int(clamping: limits.rlim_cur))
    }

    /// The most exchanges that can be under way at once.
    package var maximumExchanges: Int { max(0, (count - Self.reserve) / Self.perExchange) }

    /// How many connections may stay open, used and idle ones together, if `exchanges` may be under way.
    func keptConnections(besides exchanges: Int) -> Int {
        // Those under way may need their second descriptor all at once.
        max(exchanges, min(max(exchanges, Self.maximumKept), count - Self.reserve - exchanges))
    }
}
