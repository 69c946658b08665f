/// The `Link` field (RFC 8288 §3).
package enum LinkHeader {
    /// One link of a `Link` field.
    package struct Link: Sendable, Equatable {
        /// The reference between the angle brackets, not resolved.
        package let target: String
        /// The relation types, lower case.
        package let relations: [String]
        /// What the link is about if not the page; nil for the page itself.
        package let anchor: String?
        /// All parameters, names in lower case, the first of a name.
        package let parameters: [String: String]
    }

    /// Most links read of one page; preload lists of a hundred exist.
    private static let maximumLinks = 1000

    /// The links of all `Link` fields; a field is read up to the first thing that is no link.
    package static func links(_ values: [String]) -> [Link] {
        var links: [Link] = []
        for value in values {
            var scanner = LinkScanner(bytes: Array(value.utf8)[...])
            while links.count < maximumLinks, let link = scanner.next() { links.append(link) }
        }
        return links
    }

    /// The target of the first link of relation "canonical" (RFC 6596) that is about the page itself; nil if
    /// there is none. Not resolved.
    ///
    /// - Parameter isPage: Whether an anchor, a reference that is to be resolved, names the page itself.
    package static func canonical(
        _ values: [String], isPage: (_ anchor: String) -> Bool = { _ in false }
    ) -> String? {
        links(values).first { link in
            link.relations.contains("canonical") && (link.anchor.map(isPage) ?? true)
        }?.target
    }
}

/// Walks over the links of one field.
private struct LinkScanner {
    var bytes: ArraySlice<UInt8>

    mutating func next() -> LinkHeader.Link? {
        bytes = bytes.drop { $0.isHTTPWhitespace || $0 == 0x2C }
        guard bytes.first == 0x3C, let end = bytes.firstIndex(of: 0x3E) else { return nil }
        let target = String(decoding: bytes[(bytes.startIndex + 1)..<end].trimmed, as: UTF8.self)
        bytes = bytes[(end + 1)...]
        var parameters: [String: String] = [:]
        while let (name, value) = parameter() {
            if parameters[name] == nil { parameters[name] = value }
        }
        let relations = (parameters["rel"] ?? "").asciiLowercased.utf8.split(whereSeparator: \.isBlank)
            .map { String(decoding: $0, as: UTF8.self) }
        // An empty reference is the page itself (RFC 8288 §3.2, RFC 3986 §4.4).
        let anchor = parameters["anchor"].flatMap { $0.isEmpty ? nil : $0 }
        return LinkHeader.Link(target: target, relations: relations, anchor: anchor, parameters: parameters)
    }

    /// The parameter behind a semicolon; nil at the end of the link.
    private mutating func parameter() -> (String, String)? {
        bytes = bytes.drop(while: \.isHTTPWhitespace)
        guard bytes.first == 0x3B else { return nil }
        bytes = bytes.drop { $0.isHTTPWhitespace || $0 == 0x3B }
        let name = bytes.prefix { $0 != 0x3D && $0 != 0x3B && $0 != 0x2C }
        bytes = bytes.dropFirst(name.count)
        let key = String(decoding: name.trimmed, as: UTF8.self).asciiLowercased
        guard bytes.first == 0x3D else { return (key, "") }
        bytes = bytes.dropFirst().drop(while: \.isHTTPWhitespace)
        guard bytes.first == 0x22 else {
            let raw = bytes.prefix { $0 != 0x3B && $0 != 0x2C }
            bytes = bytes.dropFirst(raw.count)
            return (key, String(decoding: raw.trimmed, as: UTF8.self))
        }
        bytes = bytes.dropFirst()
        var value: [UInt8] = []
        while let byte = bytes.popFirst(), byte != 0x22 {
            value.append(byte == 0x5C ? bytes.popFirst() ?? byte : byte)
        }
        return (key, String(decoding: value, as: UTF8.self))
    }
}
