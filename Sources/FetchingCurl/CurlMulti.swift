import CCurl
import Glibc

/// Owns a multi handle: the transfers under way and the connections that are kept open.
///
/// libcurl has simpler ways to wait (`curl_multi_poll` and `curl_multi_perform`), but they look at every transfer each
/// time. A polite crawl has hundreds under way of which one or two have news: with 300 that took 900 µs of processor time
/// a fetch, and this takes 250 (`curl_multi_socket_action`).
///
/// Only the thread of `CurlLoop` calls it.
final class CurlMulti: @unchecked Sendable {
    // Safety: every method is called on the loop's thread alone. The handle is freed by `close`, or by whoever lets it go
    // last, when the loop has gone and nobody calls any more.
    /// Nil once it is closed.
    private var handle: UnsafeMutableRawPointer?
    private let sockets: SocketWatch
    /// When libcurl wants to be called whatever the sockets do; nil: never.
    private var due: ContinuousClock.Instant?
    /// How long news may wait for each other, which depends on how many transfers are under way; zero: they do not.
    var newsInterval: Duration = .zero
    private var rhythm = LookRhythm()

    /// `keptConnections` is how many may stay open, used and idle ones together. Throws if memory is short.
    init(keptConnections: Int, sockets: SocketWatch) throws(CurlSetupError) {
        guard let handle = curl_multi_init() else { throw .engine(reason: "no memory for its handles") }
        self.handle = handle
        self.sockets = sockets
        _ = ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, keptConnections)
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_multi_on_socket(
            handle,
            { _, socket, wish, context, _ in
                if let context { CurlMulti.at(context).sockets.watch(socket, wish) }
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

    deinit { close() }

    /// Closes all connections and frees what libcurl keeps for them. No transfer may be under way; none can be added
    /// afterwards, and the other calls do nothing.
    func close() {
        guard let handle else { return }
        self.handle = nil
        due = nil
        // Closing the connections would call back, from `deinit` an object that is no longer there.
        _ = ccurl_multi_on_socket(handle, nil, nil)
        _ = ccurl_multi_on_timer(handle, nil, nil)
        curl_multi_cleanup(handle)
    }

    private static func at(_ address: UnsafeMutableRawPointer) -> CurlMulti {
        Unmanaged<CurlMulti>.fromOpaque(address).takeUnretainedValue()
    }

    /// Lets the transfer begin with the next `advance`; false if libcurl refuses the handle.
    func add(_ easy: CurlEasy) -> Bool {
        guard let handle else { return false }
        return curl_multi_add_handle(handle, easy.handle) == CURLM_OK
    }

    /// Takes a transfer out, ended or not. The connection of an unfinished one is closed.
    func remove(_ easy: CurlEasy) {
        if let handle { curl_multi_remove_handle(handle, easy.handle) }
    }

    /// Does whatever can be done without waiting; libcurl calls back from in here.
    func advance() {
        guard let handle else { return }
        var running: Int32 = 0
        sockets.forEachNews { socket, actions in curl_multi_socket_action(handle, socket, actions, &running) }
        if let due, due <= .now {
            // libcurl sets the next one in this call, the same again if it finds that it is too early.
            self.due = nil
            curl_multi_socket_action(handle, CURL_SOCKET_BAD, 0, &running)
        }
    }

    /// The next transfer that has ended, by its private pointer, and how; nil: none.
    func nextEnded() -> (context: UnsafeMutableRawPointer?, code: CURLcode)? {
        guard let handle else { return nil }
        var left: Int32 = 0
        while let message = curl_multi_info_read(handle, &left) {
            guard message.pointee.msg == CURLMSG_DONE else { continue }
            return (ccurl_get_private(message.pointee.easy_handle), ccurl_result(message))
        }
        return nil
    }

    /// Lets news gather for a moment, if many transfers are under way and news come one close upon the other.
    func gather() {
        let pause = newsInterval > .zero ? rhythm.pause(at: .now, interval: newsInterval) : .zero
        guard pause > .zero else { return rhythm.goOn() }
        var time = timespec(tv_sec: 0, tv_nsec: Int(pause / .nanoseconds(1)))
        nanosleep(&time, nil)
    }

    /// Sleeps until a socket has news, libcurl's timer is due, the doorbell rings or the time has passed.
    func wait(atMost pause: Duration) {
        var milliseconds = pause > .zero ? pause.wholeMilliseconds : 0
        if let due, milliseconds > 0 {
            let rest = ContinuousClock.now.duration(to: due)
            milliseconds = rest > .zero ? min(milliseconds, rest.wholeMilliseconds) : 0
        }
        let news = sockets.wait(milliseconds: milliseconds)
        if newsInterval > .zero { rhythm.look(at: .now, news: news) }
    }
}
