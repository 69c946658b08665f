import Glibc

/// A socket that takes connections on the loopback address, and on no other.
final class LoopbackListener: Sendable {
    private let descriptor: Int32
    let port: UInt16

    /// Connections that may wait to be taken.
    private static let backlog: Int32 = 64

    /// Listens on a port; 0: one that is free.
    init(port: UInt16) throws(DashboardError) {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard made >= 0 else { throw Self.failure(port) }
        var yes: Int32 = 1
        setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // Safety: the address outlives the calls, which read or fill as many bytes as `size` says.
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
                bind(made, general, size) == 0 && listen(made, Self.backlog) == 0
                    && getsockname(made, general, &size) == 0
            }
        }
        guard result else {
            let error = Self.failure(port)
            close(made)
            throw error
        }
        descriptor = made
        self.port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    /// The next connection, waiting for it; nil once the listener was stopped.
    func accept() -> Int32? {
        while true {
            let taken = Glibc.accept(descriptor, nil, nil)
            if taken >= 0 {
                _ = fcntl(taken, F_SETFD, FD_CLOEXEC)
                return taken
            }
            switch errno {
            case EINTR, ECONNABORTED: break
            // Others must end first; there is nothing to wait for but time.
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: usleep(20_000)
            default: return nil
            }
        }
    }

    /// Ends a wait for connections, now and later.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private static func failure(_ port: UInt16) -> DashboardError {
        .port(port, reason: String(cString: strerror(errno)))
    }
}
