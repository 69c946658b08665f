import CSSL
import Glibc

/// One accepted connection, plain or with TLS. Used by the one thread that serves it.
final class Wire {
    private let descriptor: Int32
    private let tls: OpaquePointer?

    /// Does the TLS handshake if there is a front; nil if the peer breaks it off.
    init?(descriptor: Int32, front: TLSFront?) {
        self.descriptor = descriptor
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard let front else {
            tls = nil
            return
        }
        guard let tls = SSL_new(front.context) else { return nil }
        SSL_set_fd(tls, descriptor)
        guard SSL_accept(tls) == 1 else {
            SSL_free(tls)
            ERR_clear_error()
            return nil
        }
        self.tls = tls
    }

    deinit { SSL_free(tls) }

    /// Up to `count` bytes; empty at the end, and if the connection is broken.
    func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            guard let base = buffer.baseAddress else { return }
            if let tls {
                used = max(0, Int(SSL_read(tls, base, Int32(count))))
                ERR_clear_error()
            } else {
                repeat { used = max(0, recv(descriptor, base, count, 0)) } while used < 0 && errno == EINTR
            }
        }
    }

    /// False if the peer has left.
    func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
                let written: Int
                if let tls {
                    written = Int(SSL_write(tls, base, Int32(min(rest.count, 1 << 20))))
                    ERR_clear_error()
                } else {
                    written = send(descriptor, base, rest.count, Int32(MSG_NOSIGNAL))
                }
                if written <= 0 {
                    if written < 0, errno == EINTR { continue }
                    return false
                }
                rest = rest.dropFirst(written)
            }
            return true
        }
    }

    /// Waits; false if the peer has left before the time was up. nil waits for that.
    func wait(_ duration: Duration?) -> Bool {
        let end = duration.map { ContinuousClock.now + $0 }
        var events = Int16(POLLIN)
        while true {
            let left = end.map { ContinuousClock.now.duration(to: $0) }
            if let left, left <= .zero { return true }
            var entry = pollfd(fd: descriptor, events: events, revents: 0)
            let milliseconds = left.map {
                $0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000 + 1
            }
            guard poll(&entry, 1, milliseconds.map { Int32(clamping: $0) } ?? -1) > 0 else { continue }
            if Int32(entry.revents) & (Int32(POLLHUP) | Int32(POLLERR)) != 0 { return false }
            // TLS clients say nothing more after their request but goodbye.
            if tls != nil { return false }
            var byte: UInt8 = 0
            if recv(descriptor, &byte, 1, Int32(MSG_PEEK)) <= 0 { return false }
            // A further request; from now on only the end counts.
            events = 0
        }
    }

    /// Lets the close that follows send RST.
    func reset() {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }

    /// An orderly end: says goodbye, then reads what is still on its way, so that the system does not send RST for it.
    func finish() {
        if let tls {
            SSL_shutdown(tls)
            ERR_clear_error()
        }
        shutdown(descriptor, Int32(SHUT_WR))
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var byte = [UInt8](repeating: 0, count: 4096)
        while recv(descriptor, &byte, byte.count, 0) > 0 {}
    }
}
