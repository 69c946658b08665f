/// Why the dashboard cannot be served.
package enum DashboardError: Error, Sendable, Hashable {
    /// The port cannot be had.
    case port(UInt16, reason: String)
}

extension DashboardError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .port(let port, let reason):
            "127.0.0.1:\(port): cannot be listened on: \(reason); name another port with --port"
        }
    }
}
