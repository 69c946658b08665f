import Fetching

/// The header fields of requests, as the lines that libcurl wants.
struct RequestFields: ~Copyable {
    /// Those of every request, in order.
    private let fields: [(name: String, value: String)]
    /// The same as lines, for the many requests that bring none of their own.
    let common: CurlList

    init(_ options: CurlOptions) {
        // gzip is the one coding that every reader of archives understands. Set by hand, because what libcurl offers it
        // also decodes.
        let usual = [
            ("User-Agent", options.userAgent), ("Accept", options.accept), ("Accept-Encoding", "gzip"),
        ]
        fields = Self.merge(usual, options.fields)
        common = CurlList(Self.lines(fields))
    }

    /// The lines for a request with fields of its own; nil: the common ones do.
    func list(for request: FetchRequest) -> CurlList? {
        var own = request.fields
        if let tag = request.ifNoneMatch { own.append(("If-None-Match", tag)) }
        if let date = request.ifModifiedSince { own.append(("If-Modified-Since", date)) }
        return own.isEmpty ? nil : CurlList(Self.lines(Self.merge(fields, own)))
    }

    /// `first`, with those replaced whose name `second` has too, then the rest of `second`.
    private static func merge(
        _ first: [(name: String, value: String)], _ second: [(name: String, value: String)]
    ) -> [(name: String, value: String)] {
        let names = Set(second.map { $0.name.lowercased() })
        return first.filter { !names.contains($0.name.lowercased()) } + second
    }

    private static func lines(_ fields: [(name: String, value: String)]) -> [String] {
        fields.compactMap { line(name: $0.name, value: $0.value) }
    }

    /// One line in libcurl's form; nil if name or value cannot stand in a head (RFC 9110 §5.1, §5.5). A validator that a
    /// server made up must not become a line of the next request.
    static func line(name: String, value: String) -> String? {
        let isToken = name.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";")
        }
        guard !name.isEmpty, isToken, !value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f })
        else {
            return nil
        }
        // libcurl takes "Name:" for the wish to leave a field out, and "Name;" for an empty one.
        return value.isEmpty ? name + ";" : name + ": " + value
    }
}
