/// A media type with its parameters (WHATWG MIME Sniffing §4).
package struct MediaType: Sendable, Hashable {
    /// Before the slash, lower case.
    package let type: String
    /// Behind the slash, lower case.
    package let subtype: String
    /// In the order of the text; names in lower case, each once (the first holds), values as they are; at most
    /// `maximumParameters`.
    package private(set) var parameters: [Parameter]

    /// Parameters beyond are not read: each name is compared with those before it, and types have two or three.
    static let maximumParameters = 64

    /// One parameter of a media type.
    package struct Parameter: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    /// Parses text by WHATWG MIME Sniffing §4.4; nil if it has no type and subtype made of token characters.
    package init?(_ text: String) {
        let bytes = Array(text.utf8).trimmed
        guard let slash = bytes.firstIndex(of: 0x2F) else { return nil }
        let type = bytes[..<slash]
        let semicolon = bytes[slash...].firstIndex(of: 0x3B) ?? bytes.endIndex
        let subtype = bytes[(slash + 1)..<semicolon].trimmedAtEnd
        guard !type.isEmpty, !subtype.isEmpty, type.allSatisfy(\.isTokenByte),
            subtype.allSatisfy(\.isTokenByte)
        else { return nil }
        self.type = String(decoding: type, as: UTF8.self).asciiLowercased
        self.subtype = String(decoding: subtype, as: UTF8.self).asciiLowercased
        parameters = []
        var scanner = ParameterScanner(bytes: bytes[semicolon...])
        while parameters.count < Self.maximumParameters, let found = scanner.next() {
            guard parameter(found.name) == nil else { continue }
            parameters.append(found)
        }
    }

    /// Type and subtype, such as "text/html".
    package var essence: String { "\(type)/\(subtype)" }

    /// The value of a parameter, its name in lower case; nil if it is absent.
    package func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The value of the charset parameter as written; nil if there is none.
    package var charset: String? { parameter("charset") }

    /// HTML in either syntax: text/html or application/xhtml+xml.
    package var isHTML: Bool { essence == "text/html" || essence == "application/xhtml+xml" }

    /// An XML media type (WHATWG MIME Sniffing §4.6): text/xml, application/xml, or a subtype that ends in
    /// "+xml".
    package var isXML: Bool {
        essence == "text/xml" || essence == "application/xml" || subtype.hasSuffix("+xml")
    }

    /// A type by which servers say that they do not know it (WHATWG MIME Sniffing §7).
    package var isUnknown: Bool {
        ["unknown/unknown", "application/unknown", "*/*"].contains(essence)
    }

    package var isText: Bool { type == "text" }

    /// A media type out of all Content-Type lines of a head (Fetch §2.2.2, "extract a MIME type"): the last
    /// that can be parsed holds, and it inherits the charset of an earlier one of the same essence; nil if
    /// there is none.
    package init?(extractedFrom values: [String]) {
        var result: MediaType?
        var charset: String?
        for value in values.flatMap(Self.splitAtCommas) {
            guard var candidate = MediaType(value), candidate.essence != "*/*" else { continue }
            if candidate.essence != result?.essence {
                charset = candidate.charset
            } else if candidate.charset == nil, let inherited = charset {
                candidate.parameters.append(Parameter(name: "charset", value: inherited))
            }
            result = candidate
        }
        guard let result else { return nil }
        self = result
    }

    /// The members of a list, commas within quotes left alone (Fetch §2.2, "get, decode, and split").
    private static func splitAtCommas(_ value: String) -> [String] {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in value.utf8 {
            if byte == 0x2C, !isQuoted {
                parts.append([])
                continue
            }
            if byte == 0x22, !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == 0x5C && !isEscaped
            parts[parts.count - 1].append(byte)
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension MediaType: CustomStringConvertible {
    /// The type as text (WHATWG MIME Sniffing §4.5).
    package var description: String {
        parameters.reduce(into: essence) { text, parameter in
            text += ";\(parameter.name)="
            if !parameter.value.isEmpty, parameter.value.utf8.allSatisfy(\.isTokenByte) {
                text += parameter.value
            } else {
                let escaped = parameter.value.utf8.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] }
                text += "\"\(String(decoding: escaped, as: UTF8.self))\""
            }
        }
    }
}

/// Walks over the parameters of a media type, the first byte being a semicolon; malformed ones are left out.
private struct ParameterScanner {
    var bytes: ArraySlice<UInt8>

    mutating func next() -> MediaType.Parameter? {
        while bytes.first == 0x3B {
            bytes = bytes.dropFirst().drop(while: \.isHTTPWhitespace)
            let name = bytes.prefix { $0 != 0x3B && $0 != 0x3D }
            bytes = bytes.dropFirst(name.count)
            guard bytes.first == 0x3D else { continue }
            bytes = bytes.dropFirst()
            let value: String
            if bytes.first == 0x22 {
                value = quotedString()
            } else {
                let raw = bytes.prefix { $0 != 0x3B }
                bytes = bytes.dropFirst(raw.count)
                value = String(decoding: raw.trimmedAtEnd, as: UTF8.self)
                if value.isEmpty { continue }
            }
            guard !name.isEmpty, name.allSatisfy(\.isTokenByte), Self.isQuotable(value) else { continue }
            return MediaType.Parameter(
                name: String(decoding: name, as: UTF8.self).asciiLowercased, value: value)
        }
        return nil
    }

    /// Takes a quoted string and all up to the next semicolon (Fetch, "collect an HTTP quoted string").
    private mutating func quotedString() -> String {
        var value: [UInt8] = []
        bytes = bytes.dropFirst()
        while let byte = bytes.popFirst(), byte != 0x22 {
            // A backslash at the very end stands for itself.
            value.append(byte == 0x5C ? bytes.popFirst() ?? byte : byte)
        }
        bytes = bytes.drop { $0 != 0x3B }
        return String(decoding: value, as: UTF8.self)
    }

    /// Tab and U+0020 to U+00FF but U+007F: HTTP quoted-string token code points.
    private static func isQuotable(_ value: String) -> Bool {
        value.unicodeScalars.allSatisfy { scalar in
            scalar == "\t" || (scalar.value >= 0x20 && scalar.value <= 0xFF && scalar.value != 0x7F)
        }
    }
}
