import HTMLTree
import WebURLs

/// Resolves the references of one page: against its base, the query in its encoding.
struct ReferenceResolver {
    /// What relative references are resolved against; nil takes absolute ones only.
    let base: WebURL?
    /// How a query is encoded in the page's encoding; nil for UTF-8.
    let queryEncoding: ((String) -> [UInt8])?

    /// - Parameter baseReference: `href` of the first `base` element; nil if there is none.
    init(page: WebURL?, baseReference: ArraySlice<UInt8>?, queryEncoding: ((String) -> [UInt8])?) {
        base = baseReference.map { Self.base(of: page, reference: $0) } ?? page
        self.queryEncoding = queryEncoding
    }

    /// The URL that a reference names; nil if it cannot be parsed or is not http(s).
    func resolve(_ reference: ArraySlice<UInt8>) -> WebURL? {
        // Same in every encoding: nothing but printable ASCII.
        if let queryEncoding, reference.contains(where: { $0 >= 0x80 || $0 < 0x20 }) {
            let text = String(decoding: reference, as: UTF8.self)
            return base?.resolve(text, queryEncoding: queryEncoding) ?? WebURL(text)
        }
        if let base { return base.resolve(reference.span) }
        return WebURL(String(decoding: reference, as: UTF8.self))
    }

    /// The page's base URL (WHATWG HTML §4.2.3): the page's address if the reference is no URL or a data: or javascript:
    /// one. A base of another scheme makes every relative reference one of that scheme, so that none is http(s).
    private static func base(of page: WebURL?, reference: ArraySlice<UInt8>) -> WebURL? {
        let text = String(decoding: reference, as: UTF8.self)
        if let url = WebURL(text, base: page) { return url }
        switch scheme(of: reference) {
        case nil, "http", "https", "data", "javascript": return page
        default: return nil
        }
    }

    /// The scheme a reference begins with, lower case; nil if it is relative.
    private static func scheme(of reference: ArraySlice<UInt8>) -> String? {
        var name: [UInt8] = []
        for byte in reference.drop(while: { $0 <= 0x20 }) {
            switch byte {
            case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
            case 0x09, 0x0A, 0x0D: continue
            case 0x41...0x5A, 0x61...0x7A: name.append(byte | 0x20)
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard !name.isEmpty else { return nil }
                name.append(byte)
            default: return nil
            }
        }
        return nil
    }
}
