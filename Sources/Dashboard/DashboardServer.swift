import Executors
import Synchronization

/// Serves an archive browser over HTTP/1.1 on the loopback address: one request a connection, reading only.
package final class DashboardServer: Sendable {
    private let listener: LoopbackListener
    private let workers: [ConnectionWorker]
    /// Connections that were taken and have not ended.
    private let open = Mutex(0)

    /// Connections that are read and written at once.
    private static let workerCount = 4
    /// With so many connections open further ones are closed at once.
    private static let maximumConnections = 64

    package var port: UInt16 { listener.port }

    /// Listens on a port of the loopback address; 0: one that is free.
    package init(port: UInt16, browser: ArchiveBrowser) throws(DashboardError) {
        let listener = try LoopbackListener(port: port)
        self.listener = listener
        workers = (0..<Self.workerCount).map {
            ConnectionWorker(number: $0, browser: browser, port: listener.port)
        }
    }

    /// Takes connections until `stop`.
    package func run() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            _ = DedicatedThread(name: "dashboard") { [self] in
                var turn = 0
                while let descriptor = listener.accept() {
                    let connection = Descriptor(descriptor)
                    guard open.withLock({ $0 }) < Self.maximumConnections else { continue }
                    open.withLock { $0 += 1 }
                    turn = (turn + 1) % workers.count
                    let worker = workers[turn]
                    Task {
                        await worker.serve(connection)
                        open.withLock { $0 -= 1 }
                    }
                }
                continuation.resume()
            }
        }
    }

    /// Takes no more connections; `run` returns.
    package func stop() { listener.stop() }
}

/// A connection on its way to the worker that reads it; closed if it never gets there.
final class Descriptor: Sendable {
    private let state: Mutex<Int32?>

    init(_ descriptor: Int32) { state = Mutex(descriptor) }

    deinit { if let left = take() { _ = ClientConnection(left) } }

    func take() -> Int32? {
        state.withLock { descriptor in
            defer { descriptor = nil }
            return descriptor
        }
    }
}

/// Reads requests and writes answers, both on a thread of its own, since both may have to wait for a client.
///
/// Owns nothing but that thread. While the browser looks for an answer other connections may be read.
actor ConnectionWorker {
    private let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let browser: ArchiveBrowser
    private let port: UInt16

    init(number: Int, browser: ArchiveBrowser, port: UInt16) {
        executor = ThreadExecutor(name: "dashboard \(number)")
        self.browser = browser
        self.port = port
    }

    func serve(_ descriptor: Descriptor) async {
        guard let connection = descriptor.take().map(ClientConnection.init) else { return }
        switch connection.readHead() {
        case .none: return
        case .late: connection.write(DashboardResponse.plain(408, "Request Timeout").bytes(isHead: false))
        case .tooLarge:
            let refusal = DashboardResponse.plain(431, "Request Header Fields Too Large")
            connection.write(refusal.bytes(isHead: false))
        case .bytes(let head):
            switch DashboardRequest.read(head, port: port) {
            case .failure(let refusal): connection.write(refusal.response.bytes(isHead: false))
            case .success(let request):
                let response = await browser.respond(to: request)
                connection.write(response.bytes(isHead: request.method == "HEAD"))
            }
        }
    }
}
