/// Why a loopback server does not start.
package enum LoopbackError: Error, Sendable, Hashable {
    /// Neither 127.x.y.z nor ::1.
    case notLoopback(String)
    /// A call to the system, with its reason.
    case system(call: String, reason: String)
    /// OpenSSL cannot make a key or certificate, or the folder for it cannot be written.
    case certificate(name: String)
}

extension LoopbackError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notLoopback(let address): "\"\(address)\" is no loopback address; use 127.x.y.z or ::1"
        case .system(let call, let reason): "\(call): \(reason)"
        case .certificate(let name): "the certificate for \(name) cannot be made"
        }
    }
}
