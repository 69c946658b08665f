import CCurl
import Glibc

/// Owns a multi handle: the transfers under way and the connections that are kept open, with the `epoll` that watches
/// their sockets.
///
/// libcurl has simpler ways to wait (`curl_multi_poll` and `curl_multi_perform`), but they look at every transfer each
/// time. A polite crawl has hundreds under way of which one or two have news: with 300 that took 900 µs of processor time
/// a fetch, and this takes 250 (`curl_multi_socket_action`).
///
/// Only the thread of `CurlLoop` calls it, but for `wake`, which any thread may call.
final class CurlMulti: @unchecked Sendable {
    // Safety: every method but `wake` is called on the loop's thread alone, and `wake` writes to a descriptor that never
    // changes. The handle is freed when the loop's thread and the fetcher have both let it go.
    private let handle: UnsafeMutableRawPointer
    private let poll: Int32
    /// An eventfd: readable once `wake` was called.
    private let bell: Int32
    /// When libcurl wants to be called whatever the sockets do; nil: never.
    private var due: ContinuousClock.Instant?
    /// The sockets with news since the last `advance`.
    private var ready: [epoll_event] = []

    /// As many sockets with news are taken in one go; the others are next.
    private static let maximumReady = 256

    /// Nil if memory or file descriptors are short. `keptConnections` is how many may stay open, used and idle ones
    /// together.
    init?(keptConnections: Int) {
        guard let handle = curl_multi_init() else { return nil }
        self.handle = handle
        poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.fd = bell
        guard poll >= 0, bell >= 0, epoll_ctl(poll, EPOLL_CTL_ADD, bell, &event) == 0 else { return nil }
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
        close(bell)
    }

    private static func at(_ address: UnsafeMutableRawPointer) -> CurlMulti {
        Unmanaged<CurlMulti>.fromOpaque(address).takeUnretainedValue()
    }

    /// Lets the transfer begin with the next `advance`; false if libcurl refuses the handle.
    func add(_ easy: CurlEasy) -> Bool { curl_multi_add_handle(handle, easy.handle) == CURLM_OK }

    /// Takes a transfer out, ended or not. The connection of an unfinished one is closed.
    func remove(_ easy: CurlEasy) { curl_multi_remove_handle(handle, easy.handle) }

    /// Does whatever can be done without waiting; libcurl calls back from in here.
    func advance() {
        var running: Int32 = 0
        for event in ready {
            if event.data.fd == bell {
                var count: UInt64 = 0
                _ = read(bell, &count, MemoryLayout<UInt64>.size)
                continue
            }
            let failed = event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
            let actions =
                (event.events & EPOLLIN.rawValue != 0 || failed ? CURL_CSELECT_IN : 0)
                | (event.events & EPOLLOUT.rawValue != 0 ? CURL_CSELECT_OUT : 0)
                | (event.events & EPOLLERR.rawValue != 0 ? CURL_CSELECT_ERR : 0)
            curl_multi_socket_action(handle, event.data.fd, actions, &running)
        }
        ready.removeAll(keepingCapacity: true)
        if let due, due <= .now {
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

    /// Sleeps until a socket has news, libcurl's timer is due, `wake` is called or the time has passed.
    func wait(atMost pause: Duration) {
        let pause = due.map { min(pause, ContinuousClock.now.duration(to: $0)) } ?? pause
        ready.append(contentsOf: repeatElement(epoll_event(), count: Self.maximumReady))
        let count = epoll_wait(
            poll, &ready, Int32(Self.maximumReady), Int32(clamping: pause.wholeMilliseconds))
        ready.removeLast(Self.maximumReady - Int(max(0, count)))
    }

    /// Ends the current `wait`, or the next one.
    func wake() {
        var one: UInt64 = 1
        _ = write(bell, &one, MemoryLayout<UInt64>.size)
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
