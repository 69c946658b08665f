import Executors
import Glibc
import Synchronization

/// A SOCKS5 proxy (RFC 1928) on loopback that answers for the servers it is asked to connect, without connecting any.
final class SOCKSServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let asked = Mutex<[String]>([])

    /// Hosts and ports that it was asked for, as `host:port`.
    var targets: [String] { asked.withLock { $0 } }

    /// Each exchange is answered with `body`. Nil if there is no socket to listen on.
    init?(body: String) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        self.listener = listener
        port = UInt16(bigEndian: name.sin_port)
        guard isBound else { return nil }
        _ = DedicatedThread(name: "socks") { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                if let target = Self.target(of: client) {
                    self?.asked.withLock { $0.append(target) }
                    Self.answer(client, body)
                }
                close(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// The greeting and the wish to connect a name (RFC 1928 §3, §4); nil if the client wants something else.
    private static func target(of client: Int32) -> String? {
        guard let greeting = read(2, from: client), greeting[0] == 5,
            read(Int(greeting[1]), from: client) != nil
        else { return nil }
        write([5, 0], to: client)
        guard let wish = read(5, from: client), wish[1] == 1, wish[3] == 3,
            let rest = read(Int(wish[4]) + 2, from: client)
        else { return nil }
        write([5, 0, 0, 1, 0, 0, 0, 0, 0, 0], to: client)
        let port = Int(rest[rest.count - 2]) << 8 | Int(rest[rest.count - 1])
        return String(decoding: rest.dropLast(2), as: UTF8.self) + ":\(port)"
    }

    private static func answer(_ client: Int32, _ body: String) {
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
            guard let byte = read(1, from: client) else { return }
            head += byte
        }
        write(Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8), to: client)
    }

    private static func read(_ count: Int, from client: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return recv(client, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }

    private static func write(_ bytes: [UInt8], to client: Int32) {
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
