import CCurl
import Glibc

/// Owns a multi handle: the transfers under way and the connections that are kept open, with the `epoll` that watches
/// their sockets.
///
/// libcurl has simpler ways to wait (`curl_multi_poll` and `curl_multi_perform`), but they look at every transfer each
/// time. A polite crawl has hundreds under way of which one or two have news: with 300 that took 900 µs of processor time
/// a fetch, and this takes 250 (`curl_multi_socket_action`).
///
/// Only the thread of `CurlLoop` calls it.
final class CurlMulti: @unchecked Sendable {
    // Safety: every method is called on the loop's thread alone. The handle is freed by whoever lets it go last, when the
    // loop has gone and nobody calls any more.
    private let handle: UnsafeMutableRawPointer
    private let poll: Int32
    private let doorbell: Doorbell
    /// When libcurl wants to be called whatever the sockets do; nil: never.
    private var due: ContinuousClock.Instant?
    /// Where `epoll_wait` puts the sockets with news; the first `readyCount` are those since the last `advance`.
    private let ready: UnsafeMutablePointer<epoll_event>
    private var readyCount = 0

    /// As many sockets with news are taken in one go; the others are next.
    private static let maximumReady = 256

    /// `keptConnections` is how many may stay open, used and idle ones together; a ring of `doorbell` ends a wait. Throws
    /// if memory or file descriptors are short.
    init(keptConnections: Int, doorbell: Doorbell) throws(CurlSetupError) {
        let poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard poll >= 0 else { throw .engine(reason: "no epoll: \(SystemError.text(errno))") }
        var event = epoll_event()
        event.events = EPOLLIN.rawValue | EPOLLET.rawValue
        event.data.fd = doorbell.descriptor
        guard epoll_ctl(poll, EPOLL_CTL_ADD, doorbell.descriptor, &event) == 0 else {
            let reason = SystemError.text(errno)
            close(poll)
            throw .engine(reason: "its wake-ups cannot be watched: \(reason)")
        }
        guard let handle = curl_multi_init() else {
            close(poll)
            throw .engine(reason: "no memory for its handles")
        }
        self.handle = handle
        self.poll = poll
        self.doorbell = doorbell
        ready = .allocate(capacity: Self.maximumReady)
        ready.initialize(repeating: epoll_event(), count: Self.maximumReady)
        _ = ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, keptConnections)
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_multi_on_socket(
            handle,
            { _, socket, wish, context, known in
                if let context { CurlMulti.at(context).watch(socket, wish, isKnown: known != nil) }
                return 0
            }, me)
        _ = ccurl_multi_on_timer(
            handle,
            { _, milliseconds, context in
                if let context {
                    CurlMulti.at(context).due = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
                }
                return 0
            }, me)
    }

    deinit {
        // Closing the connections would call back an object that is no longer there.
        _ = ccurl_multi_on_socket(handle, nil, nil)
        _ = ccurl_multi_on_timer(handle, nil, nil)
        curl_multi_cleanup(handle)
        close(poll)
        ready.deallocate()
    }

    private static func at(_ address: UnsafeMutableRawPointer) -> CurlMulti {
        Unmanaged<CurlMulti>.fromOpaque(address).takeUnretainedValue()
    }

    /// Lets the transfer begin with the next `advance`; false if libcurl refuses the handle.
    func add(_ easy: CurlEasy) -> Bool { curl_multi_add_handle(handle, easy.handle) == CURLM_OK }

    /// Takes a transfer out, ended or not. The connection of an unfinished one is closed.
    func remove(_ easy: CurlEasy) { curl_multi_remove_handle(handle, easy.handle) }

    /// Does whatever can be done without waiting; libcurl calls back from in here.
    ///
    /// What one socket's news leads to may close another that has news, too, and its number may be in use again. libcurl
    /// takes news of a socket it does not know for none, and finds that a new one has nothing to read.
    func advance() {
        var running: Int32 = 0
        for index in 0..<readyCount {
            let event = ready[index]
            if event.data.fd == doorbell.descriptor { continue }
            let failed = event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
            let actions =
                (event.events & EPOLLIN.rawValue != 0 || failed ? CURL_CSELECT_IN : 0)
                | (event.events & EPOLLOUT.rawValue != 0 ? CURL_CSELECT_OUT : 0)
                | (event.events & EPOLLERR.rawValue != 0 ? CURL_CSELECT_ERR : 0)
            curl_multi_socket_action(handle, event.data.fd, actions, &running)
        }
        readyCount = 0
        if let due, due <= .now {
            // libcurl sets the next one in this call, the same again if it finds that it is too early.
            self.due = nil
            curl_multi_socket_action(handle, CURL_SOCKET_BAD, 0, &running)
        }
    }

    /// The next transfer that has ended, by its private pointer, and how; nil: none.
    func nextEnded() -> (context: UnsafeMutableRawPointer?, code: CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(handle, &left) {
            guard message.pointee.msg == CURLMSG_DONE else { continue }
            return (ccurl_get_private(message.pointee.easy_handle), ccurl_result(message))
        }
        return nil
    }

    /// Sleeps until a socket has news, libcurl's timer is due, the doorbell rings or the time has passed.
    func wait(atMost pause: Duration) {
        var milliseconds = pause > .zero ? pause.wholeMilliseconds : 0
        if let due, milliseconds > 0 {
            let rest = ContinuousClock.now.duration(to: due)
            milliseconds = rest > .zero ? min(milliseconds, rest.wholeMilliseconds) : 0
        }
        readyCount = max(
            0, Int(epoll_wait(poll, ready, Int32(Self.maximumReady), Int32(clamping: milliseconds))))
    }

    /// What libcurl wants to know of a socket from now on.
    private func watch(_ socket: curl_socket_t, _ wish: Int32, isKnown: Bool) {
        if wish == CURL_POLL_REMOVE {
            epoll_ctl(poll, EPOLL_CTL_DEL, socket, nil)
            curl_multi_assign(handle, socket, nil)
            return
        }
        var event = epoll_event()
        event.data.fd = socket
        event.events =
            (wish & CURL_POLL_IN != 0 ? EPOLLIN.rawValue : 0)
            | (wish & CURL_POLL_OUT != 0 ? EPOLLOUT.rawValue : 0)
        // A socket that was closed without a word has left the set, and its number may be in use again.
        let (usual, other) = isKnown ? (EPOLL_CTL_MOD, EPOLL_CTL_ADD) : (EPOLL_CTL_ADD, EPOLL_CTL_MOD)
        if epoll_ctl(poll, usual, socket, &event) != 0 { epoll_ctl(poll, other, socket, &event) }
        if !isKnown { curl_multi_assign(handle, socket, handle) }
    }
}
