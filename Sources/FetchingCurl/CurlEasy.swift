import CCurl

/// Owns one easy handle and the buffer for its error text.
///
/// Not thread-safe. Pointers and lists given to it must live until they are replaced or the handle is freed.
final class CurlEasy {
    let handle: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    /// The share must not go before the handles that use it.
    private let cookies: CookieStore?

    /// Nil if memory is short.
    init?(cookies: CookieStore?) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.cookies = cookies
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errorText))
        if let cookies { _ = ccurl_set_share(handle, cookies.share) }
    }

    deinit {
        curl_easy_cleanup(handle)
        errorText.deallocate()
    }

    @discardableResult
    func set(_ option: CURLoption, _ value: Int) -> Bool { ccurl_set_long(handle, option, value) == CURLE_OK }

    @discardableResult
    func set(_ option: CURLoption, _ value: Bool) -> Bool { set(option, value ? 1 : 0) }

    /// nil takes a text back.
    @discardableResult
    func set(_ option: CURLoption, _ text: String?) -> Bool {
        // As an argument itself the text would be copied first.
        let code =
            if let text { text.withCString { ccurl_set_text(handle, option, $0) } } else {
                ccurl_set_text(handle, option, nil)
            }
        return code == CURLE_OK
    }

    @discardableResult
    func set(_ option: CURLoption, _ pointer: UnsafeMutableRawPointer?) -> Bool {
        ccurl_set_pointer(handle, option, pointer) == CURLE_OK
    }

    /// An empty list takes the option back.
    @discardableResult
    func set(_ option: CURLoption, _ list: borrowing CurlList) -> Bool {
        ccurl_set_list(handle, option, list.first) == CURLE_OK
    }

    func long(_ what: CURLINFO) -> Int {
        var value = 0
        return ccurl_get_long(handle, what, &value) == CURLE_OK ? value : 0
    }

    /// Bytes, or microseconds; 0 if libcurl does not know.
    func offset(_ what: CURLINFO) -> Int64 {
        var value: curl_off_t = 0
        return ccurl_get_offset(handle, what, &value) == CURLE_OK ? Int64(value) : 0
    }

    /// Ends a pause; libcurl calls back with the bytes that waited.
    func goOn() -> CURLcode { curl_easy_pause(handle, 0) }

    func forgetError() { errorText.pointee = 0 }

    /// What went wrong, in libcurl's words: what it said of this case, else what it says of the code.
    func reason(of code: CURLcode) -> String {
        let own = String(cString: errorText)
        return own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
    }
}

/// Owns a list of texts in libcurl's form, which libcurl does not copy.
struct CurlList: ~Copyable {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init(_ texts: [String]) {
        for text in texts { first = curl_slist_append(first, text) ?? first }
    }

    deinit { curl_slist_free_all(first) }
}
