import Glibc
import Synchronization

/// A web server on a loopback address, for tests and the demo: sites that behave and sites that do not.
///
/// Each connection has a thread, so scripts can block. A server runs until it is stopped, not until it is let go: a test
/// that has asked for its URL does not mention it again, and the compiler lets go of it then.
package final class LoopbackServer: Sendable {
    /// What a site answers. Called on the threads of connections, several at once.
    package typealias Responder = @Sendable (SiteRequest) -> SiteResponse

    package let address: String
    package let port: UInt16
    package var log: RequestLog { service.log }
    /// The PEM file that clients must trust; nil without TLS.
    package var caFile: String? { service.front?.caFile }
    private let service: SiteService

    /// Starts a server. `address` is 127.x.y.z or ::1; port 0 lets the system choose. `hosts` are virtual hosts by name,
    /// without port; `fallback` answers for all others. With a front every connection is TLS.
    package init(
        address: String = "127.0.0.1", port: UInt16 = 0, front: TLSFront? = nil,
        hosts: [String: Responder] = [:],
        fallback: @escaping Responder = { _ in .notFound() }
    ) throws(LoopbackError) {
        let listener = try Listener(address: address, port: port)
        self.address = address
        self.port = listener.port
        service = SiteService(listener: listener, front: front, hosts: hosts, fallback: fallback)
        service.start()
    }

    /// A server that listens to nobody: every connection gets these steps, whatever it says.
    package init(greeting: [SiteResponse.Step]) throws(LoopbackError) {
        let listener = try Listener(address: "127.0.0.1", port: 0)
        address = "127.0.0.1"
        port = listener.port
        service = SiteService(listener: listener, greeting: greeting, fallback: { _ in .notFound() })
        service.start()
    }

    /// A server with one site, whatever the host.
    package convenience init(front: TLSFront? = nil, _ respond: @escaping Responder) throws(LoopbackError) {
        try self.init(front: front, fallback: respond)
    }

    /// Closes all connections; returns when their threads have ended.
    package func stop() {
        service.stop()
        service.waitForThreads()
    }

    /// The text of a URL on this server.
    package func url(_ target: String = "/") -> String {
        let host = address.contains(":") ? "[\(address)]" : address
        return "\(service.front == nil ? "http" : "https")://\(host):\(port)\(target)"
    }

    /// What maps every host and port to this server, in the form of curl's `--connect-to`.
    package var connectTo: String { "::" + (address.contains(":") ? "[\(address)]" : address) + ":\(port)" }

    /// Connections accepted so far.
    package var connections: Int { service.connections }
}
