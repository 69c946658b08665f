import Glibc

/// Owns a listening socket on a loopback address.
final class Listener: Sendable {
    let descriptor: Int32
    let port: UInt16

    /// Port 0 lets the system choose one.
    init(address: String, port: UInt16) throws(LoopbackError) {
        guard address.hasPrefix("127.") || address == "::1" else { throw .notLoopback(address) }
        let isV6 = address == "::1"
        let descriptor = socket(
            isV6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Self.error("socket") }
        self.descriptor = descriptor
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let length = socklen_t(isV6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        var storage = sockaddr_storage()
        var boundLength = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isBound = withUnsafeMutableBytes(of: &storage) { bytes -> Bool in
            guard let base = bytes.baseAddress else { return false }
            if isV6 {
                let name = base.assumingMemoryBound(to: sockaddr_in6.self)
                name.pointee.sin6_family = sa_family_t(AF_INET6)
                name.pointee.sin6_port = port.bigEndian
                guard inet_pton(AF_INET6, address, &name.pointee.sin6_addr) == 1 else { return false }
            } else {
                let name = base.assumingMemoryBound(to: sockaddr_in.self)
                name.pointee.sin_family = sa_family_t(AF_INET)
                name.pointee.sin_port = port.bigEndian
                guard inet_pton(AF_INET, address, &name.pointee.sin_addr) == 1 else { return false }
            }
            let name = base.assumingMemoryBound(to: sockaddr.self)
            return bind(descriptor, name, length) == 0 && listen(descriptor, 4096) == 0
                && getsockname(descriptor, name, &boundLength) == 0
        }
        guard isBound else {
            let error = Self.error("bind \(address) port \(port)")
            Glibc.close(descriptor)
            throw error
        }
        // The port stands at the same place in both forms.
        self.port = withUnsafeBytes(of: &storage) { UInt16($0[2]) << 8 | UInt16($0[3]) }
    }

    deinit { Glibc.close(descriptor) }

    /// The next connection; nil once the listener was stopped.
    func accept() -> Int32? {
        while true {
            let connection = Glibc.accept(descriptor, nil, nil)
            if connection >= 0 {
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                return connection
            }
            // A peer that has left again, or too many open files for a moment.
            if errno == ECONNABORTED || errno == EINTR { continue }
            if errno == EMFILE || errno == ENFILE {
                usleep(1000)
                continue
            }
            return nil
        }
    }

    /// Ends the current `accept` and all later ones.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private static func error(_ call: String) -> LoopbackError {
        .system(call: call, reason: String(cString: strerror(errno)))
    }
}
