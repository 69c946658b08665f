import CCurl
import Glibc

/// The cookies of all transfers of a fetcher, in libcurl's share.
///
/// Not thread-safe: libcurl is given no locks, because all transfers run on one thread.
final class CookieStore {
    let share: UnsafeMutableRawPointer

    /// `file` in the Netscape format; nil begins without cookies. Throws if it cannot be read.
    init(reading file: String?) throws(CurlSetupError) {
        if let file, access(file, R_OK) != 0 { throw .cookies(path: file, reason: SystemError.text(errno)) }
        guard let share = curl_share_init() else { throw .engine(reason: "no memory for a share") }
        self.share = share
        _ = ccurl_share_data(share, CURL_LOCK_DATA_COOKIE)
        // An empty name switches the cookies on.
        use { easy in
            easy.set(CURLOPT_COOKIEFILE, file ?? "")
            easy.set(CURLOPT_COOKIELIST, "RELOAD")
        }
    }

    deinit { curl_share_cleanup(share) }

    /// Writes all cookies to `file`, by way of a file beside it; false if that cannot be done.
    func write(to file: String) -> Bool {
        use { easy in
            easy.set(CURLOPT_COOKIEJAR, file)
            easy.set(CURLOPT_COOKIELIST, "FLUSH")
        }
        return access(file, R_OK) == 0
    }

    private func use(_ body: (CurlEasy) -> Void) {
        guard let easy = CurlEasy(cookies: nil) else { return }
        _ = ccurl_set_share(easy.handle, share)
        body(easy)
    }
}
