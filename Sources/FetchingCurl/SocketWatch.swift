import CCurl
import Glibc

/// The `epoll` that watches libcurl's sockets.
///
/// libcurl wants a kept connection watched anew for each exchange and forgotten after it: two calls of the system, a
/// twentieth of what a fetch costs. Here such a socket stays in the set until there is news of it that nobody wants.
/// That is only sound for sockets whose opening and closing pass through here, as a number that was closed is out of the
/// set and soon in use again; libcurl has others, which leave the set at once.
///
/// Not thread-safe: the loop's thread alone calls it. libcurl has its address for the closing of sockets, so it must live
/// longer than the multi handle.
final class SocketWatch {
    private let poll: Int32
    private let doorbell: Doorbell
    /// By descriptor. Accesses are unchecked because each ends before libcurl is called.
    @exclusivity(unchecked) private var sockets: [Socket] = []
    /// Where `epoll_wait` puts the sockets with news; the first `readyCount` are those of the last wait.
    private let ready: UnsafeMutablePointer<epoll_event>
    private var readyCount = 0

    private struct Socket {
        /// Whether it was opened by `open` and not closed yet.
        var isOurs = false
        /// What the set has of it and what libcurl wants, as bits of epoll; 0: nothing.
        var registered: UInt32 = 0
        var wanted: UInt32 = 0
    }

    /// As many sockets with news are taken in one go; the others are next.
    private static let maximumReady = 256

    /// A ring of `doorbell` ends a wait. Throws if file descriptors are short.
    init(doorbell: Doorbell) throws(CurlSetupError) {
        let poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard poll >= 0 else { throw .engine(reason: "no epoll: \(SystemError.text(errno))") }
        var event = epoll_event()
        event.events = EPOLLIN.rawValue | EPOLLET.rawValue
        event.data.fd = doorbell.descriptor
        guard epoll_ctl(poll, EPOLL_CTL_ADD, doorbell.descriptor, &event) == 0 else {
            let reason = SystemError.text(errno)
            Glibc.close(poll)
            throw .engine(reason: "its wake-ups cannot be watched: \(reason)")
        }
        self.poll = poll
        self.doorbell = doorbell
        ready = .allocate(capacity: Self.maximumReady)
        ready.initialize(repeating: epoll_event(), count: Self.maximumReady)
    }

    deinit {
        Glibc.close(poll)
        ready.deallocate()
    }

    static func at(_ address: UnsafeMutableRawPointer) -> SocketWatch {
        Unmanaged<SocketWatch>.fromOpaque(address).takeUnretainedValue()
    }

    /// Opens a socket; negative if the system gives none, and then `errno` says why.
    func open(_ family: Int32, _ type: Int32, _ protocolNumber: Int32) -> Int32 {
        let descriptor = socket(family, type | Int32(SOCK_CLOEXEC.rawValue), protocolNumber)
        if descriptor >= 0 {
            makeRoom(for: descriptor)
            sockets[Int(descriptor)] = Socket(isOurs: true)
        }
        return descriptor
    }

    /// Closes a socket of libcurl's, whoever opened it.
    func close(_ descriptor: Int32) {
        if sockets.indices.contains(Int(descriptor)) { sockets[Int(descriptor)] = Socket() }
        Glibc.close(descriptor)
    }

    /// What libcurl wants to know of a socket from now on: `CURL_POLL_IN` and its like.
    func watch(_ descriptor: Int32, _ wish: Int32) {
        guard descriptor >= 0 else { return }
        makeRoom(for: descriptor)
        let wanted =
            wish == CURL_POLL_REMOVE
            ? 0
            : (wish & CURL_POLL_IN != 0 ? EPOLLIN.rawValue : 0)
                | (wish & CURL_POLL_OUT != 0 ? EPOLLOUT.rawValue : 0)
        sockets[Int(descriptor)].wanted = wanted
        let (isOurs, registered) = (sockets[Int(descriptor)].isOurs, sockets[Int(descriptor)].registered)
        if wanted == 0 {
            if !isOurs { leave(descriptor) }
        } else if wanted != registered || !isOurs {
            register(descriptor, wanted, isKnown: registered != 0)
        }
    }

    /// Sleeps until a socket has news, the doorbell rings or the time has passed; returns how many have.
    func wait(milliseconds: Int) -> Int {
        let count = epoll_wait(poll, ready, Int32(Self.maximumReady), Int32(clamping: milliseconds))
        readyCount = max(0, Int(count))
        return readyCount
    }

    /// Calls `tell` with each socket that had news at the last wait, and what they are (`CURL_CSELECT_IN` and its like).
    ///
    /// What one socket's news leads to may close another that has news, too, and its number may be in use again. libcurl
    /// takes news of a socket it does not know for none, and finds that a new one has nothing to read.
    func forEachNews(_ tell: (_ descriptor: Int32, _ actions: Int32) -> Void) {
        for index in 0..<readyCount {
            let event = ready[index]
            let descriptor = event.data.fd
            if descriptor == doorbell.descriptor { continue }
            guard sockets.indices.contains(Int(descriptor)), sockets[Int(descriptor)].wanted != 0 else {
                leave(descriptor)
                continue
            }
            let failed = event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
            tell(
                descriptor,
                (event.events & EPOLLIN.rawValue != 0 || failed ? CURL_CSELECT_IN : 0)
                    | (event.events & EPOLLOUT.rawValue != 0 ? CURL_CSELECT_OUT : 0)
                    | (event.events & EPOLLERR.rawValue != 0 ? CURL_CSELECT_ERR : 0))
        }
        readyCount = 0
    }

    private func register(_ descriptor: Int32, _ events: UInt32, isKnown: Bool) {
        var event = epoll_event()
        event.data.fd = descriptor
        event.events = events
        // One of libcurl's own that was closed without a word has left the set.
        let (usual, other) = isKnown ? (EPOLL_CTL_MOD, EPOLL_CTL_ADD) : (EPOLL_CTL_ADD, EPOLL_CTL_MOD)
        if epoll_ctl(poll, usual, descriptor, &event) != 0 { epoll_ctl(poll, other, descriptor, &event) }
        sockets[Int(descriptor)].registered = events
    }

    private func leave(_ descriptor: Int32) {
        epoll_ctl(poll, EPOLL_CTL_DEL, descriptor, nil)
        if sockets.indices.contains(Int(descriptor)) { sockets[Int(descriptor)].registered = 0 }
    }

    private func makeRoom(for descriptor: Int32) {
        let missing = Int(descriptor) + 1 - sockets.count
        if missing > 0 { sockets.append(contentsOf: repeatElement(Socket(), count: max(missing, 64))) }
    }
}
