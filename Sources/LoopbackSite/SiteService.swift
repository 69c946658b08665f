import Glibc
import Synchronization

/// The working part of a `LoopbackServer`: what its threads share.
final class SiteService: Sendable {
    let log = RequestLog()
    let front: TLSFront?
    private let listener: Listener
    /// What every connection gets instead of answers; nil: it is asked first.
    private let greeting: [SiteResponse.Step]?
    private let hosts: [String: LoopbackServer.Responder]
    private let fallback: LoopbackServer.Responder
    private let state = Mutex(State())

    private struct State {
        var isStopping = false
        /// Descriptors of open connections by the connection's number.
        var open: [Int: Int32] = [:]
        var accepted = 0
        var threads = 0
        var waiters: [Gate] = []
    }

    /// Longest request head that is read: a URL of a megabyte must fit.
    private static let maximumHeadBytes = 4_000_000

    init(
        listener: Listener, front: TLSFront? = nil, greeting: [SiteResponse.Step]? = nil,
        hosts: [String: LoopbackServer.Responder] = [:], fallback: @escaping LoopbackServer.Responder
    ) {
        self.listener = listener
        self.greeting = greeting
        self.front = front
        self.hosts = hosts
        self.fallback = fallback
    }

    var connections: Int { state.withLock { $0.accepted } }

    func start() {
        thread { [self] in
            while let descriptor = listener.accept() {
                let number = state.withLock { state -> Int? in
                    guard !state.isStopping else { return nil }
                    state.accepted += 1
                    state.open[state.accepted] = descriptor
                    return state.accepted
                }
                guard let number else {
                    close(descriptor)
                    continue
                }
                thread { [self] in serve(descriptor, number) }
            }
        }
    }

    func stop() {
        state.withLock { state in
            state.isStopping = true
            // Under the lock, because a number must not be closed and given out again meanwhile.
            for descriptor in state.open.values { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
        listener.stop()
    }

    func waitForThreads() {
        let gate = Gate()
        let hasThreads = state.withLock { state in
            if state.threads > 0 { state.waiters.append(gate) }
            return state.threads > 0
        }
        if hasThreads { gate.wait() }
    }

    private func thread(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.threads += 1 }
        SiteThread.start { [self] in
            body()
            let waiters = state.withLock { state in
                state.threads -= 1
                guard state.threads == 0 else { return [Gate]() }
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in waiters { waiter.signal() }
        }
    }

    // MARK: - One connection

    private func serve(_ descriptor: Int32, _ number: Int) {
        if let wire = Wire(descriptor: descriptor, front: front) {
            if let greeting {
                if perform(greeting, on: wire) == .closed { wire.finish() }
                return leave(descriptor, number)
            }
            var pending: [UInt8] = []
            while let head = nextHead(wire, &pending),
                let request = SiteRequest(head: head, connection: number)
            {
                let index = log.begin(request)
                let ending = answer(request, on: wire)
                log.end(index, peerLeft: ending == .peerLeft)
                if ending == .kept { continue }
                if ending == .closed { wire.finish() }
                break
            }
        }
        leave(descriptor, number)
    }

    private func leave(_ descriptor: Int32, _ number: Int) {
        state.withLock { state in
            state.open[number] = nil
            close(descriptor)
        }
    }

    /// The bytes up to the next blank line; nil at the end.
    private func nextHead(_ wire: Wire, _ pending: inout [UInt8]) -> [UInt8]? {
        let end = [UInt8]("\r\n\r\n".utf8)
        var searched = 0
        while pending.count < Self.maximumHeadBytes {
            var index = max(0, searched - 3)
            while index + 4 <= pending.count {
                if pending[index] == 13, pending[index..<(index + 4)].elementsEqual(end) {
                    defer { pending.removeFirst(index + 4) }
                    return Array(pending[..<(index + 4)])
                }
                index += 1
            }
            searched = pending.count
            let more = wire.read(65_536)
            if more.isEmpty { return nil }
            pending += more
        }
        return nil
    }

    /// What becomes of a connection after an answer.
    private enum Ending {
        case kept, closed, reset, peerLeft
    }

    private func answer(_ request: SiteRequest, on wire: Wire) -> Ending {
        switch (hosts[request.host] ?? fallback)(request) {
        case .answer(let answer):
            let closes = answer.closes || request["Connection"]?.lowercased() == "close"
            let isOut = wire.write(answer.serialised(withBody: request.method != "HEAD", closes: closes))
            return isOut ? closes ? .closed : .kept : .peerLeft
        case .script(let steps): return perform(steps, on: wire)
        }
    }

    private func perform(_ steps: [SiteResponse.Step], on wire: Wire) -> Ending {
        for step in steps {
            if let ending = perform(step, on: wire) { return ending }
        }
        return .closed
    }

    /// Nil: the next step follows.
    private func perform(_ step: SiteResponse.Step, on wire: Wire) -> Ending? {
        switch step {
        case .bytes(let bytes): return wire.write(bytes) ? nil : .peerLeft
        case .repeat(let bytes, let times):
            for _ in 0..<times { guard wire.write(bytes) else { return .peerLeft } }
            return nil
        case .pause(let duration): return wire.wait(duration) ? nil : .peerLeft
        case .hold:
            _ = wire.wait(nil)
            return .peerLeft
        case .reset:
            wire.reset()
            return .reset
        case .close: return .closed
        case .repeatForever(let bytes, let every):
            while wire.write(bytes) {
                if every > .zero, !wire.wait(every) { break }
            }
            return .peerLeft
        }
    }
}

/// Threads for connections: small stacks, because there may be a thousand.
private enum SiteThread {
    private final class Start {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    static func start(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, 512 * 1024)
        var thread = pthread_t()
        let start = Unmanaged.passRetained(Start(body))
        let code = pthread_create(
            &thread, &attributes,
            { argument in
                // OpenSSL writes without MSG_NOSIGNAL.
                var signals = sigset_t()
                sigemptyset(&signals)
                sigaddset(&signals, SIGPIPE)
                pthread_sigmask(SIG_BLOCK, &signals, nil)
                // Safety: the pointer is the one retained above, and only this thread takes it.
                if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, start.toOpaque())
        pthread_attr_destroy(&attributes)
        precondition(
            code == 0, "the system refused a thread for a connection: \(String(cString: strerror(code)))")
    }
}

/// Lets one thread wait for others.
private final class Gate: @unchecked Sendable {
    // Safety: semaphores are made to be used by several threads; the pointer never changes and is freed in deinit.
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(semaphore, 0, 0) }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func signal() { sem_post(semaphore) }

    func wait() {
        // A signal may end the wait early.
        while sem_wait(semaphore) != 0 {}
    }
}
