import Glibc

/// One connection of a browser: a head is read from it, an answer written, each within its time.
final class ClientConnection {
    enum Head {
        case bytes([UInt8])
        case tooLarge
        case late
        /// The client went away, or never asked.
        case none
    }

    /// Most bytes of a request's head; ours are a tenth of that.
    static let maximumHeadBytes = 16 << 10
    private static let headMilliseconds: Int64 = 5_000
    private static let answerMilliseconds: Int64 = 30_000

    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Reads up to the empty line that ends the head; what a client sends behind it is not looked at.
    func readHead() -> Head {
        let end = Self.now() + Self.headMilliseconds
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            guard waits(for: POLLIN, until: end) else { return bytes.isEmpty ? .none : .late }
            // Safety: the piece has as many bytes as are asked for.
            let count = piece.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .none }
            let searched = max(0, bytes.count - 3)
            bytes += piece.prefix(count)
            if bytes[searched...].firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]) != nil { return .bytes(bytes) }
            guard bytes.count < Self.maximumHeadBytes else { return .tooLarge }
        }
    }

    /// Writes all bytes, unless the client goes away or is too slow.
    func write(_ bytes: [UInt8]) {
        let end = Self.now() + Self.answerMilliseconds
        var sent = 0
        while sent < bytes.count, waits(for: POLLOUT, until: end) {
            let count = bytes.withUnsafeBytes { buffer in
                // Safety: `sent` is below the count, so the rest of the buffer is valid during the call.
                send(
                    descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return }
            sent += count
        }
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// False if the time is over first.
    private func waits(for event: Int32, until end: Int64) -> Bool {
        while true {
            let left = end - Self.now()
            guard left > 0 else { return false }
            var wanted = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            let result = poll(&wanted, 1, Int32(left))
            if result < 0, errno == EINTR { continue }
            return result > 0
        }
    }

    /// Of a clock that nobody sets.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
