import CCurl

/// Owns a multi handle: the transfers under way and the connections that are kept open.
///
/// Only the thread of `CurlLoop` calls it, but for `wake`, which any thread may call.
final class CurlMulti: @unchecked Sendable {
    // Safety: every method but `wake` is called on the loop's thread alone, and curl_multi_wakeup is thread-safe by its
    // documentation. The handle is freed when the loop's thread and the fetcher have both let it go.
    private let handle: UnsafeMutableRawPointer

    /// Nil if memory is short. `keptConnections` is how many may stay open, used and idle ones together.
    init?(keptConnections: Int) {
        guard let handle = curl_multi_init() else { return nil }
        self.handle = handle
        _ = ccurl_multi_set_long(handle, CURLMOPT_MAXCONNECTS, keptConnections)
    }

    deinit { curl_multi_cleanup(handle) }

    /// Lets the transfer begin with the next `advance`; false if libcurl refuses the handle.
    func add(_ easy: CurlEasy) -> Bool { curl_multi_add_handle(handle, easy.handle) == CURLM_OK }

    /// Takes a transfer out, ended or not. The connection of an unfinished one is closed.
    func remove(_ easy: CurlEasy) { curl_multi_remove_handle(handle, easy.handle) }

    /// Does whatever can be done without waiting; libcurl calls back from in here.
    func advance() {
        var running: Int32 = 0
        curl_multi_perform(handle, &running)
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

    /// Sleeps until a socket is ready, a timer of libcurl's is due, `wake` is called or the time has passed.
    func wait(milliseconds: Int32) { curl_multi_poll(handle, nil, 0, milliseconds, nil) }

    /// Ends the current `wait`, or the next one.
    func wake() { curl_multi_wakeup(handle) }
}
