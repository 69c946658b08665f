/// One header or trailer field as it was received.
package struct HTTPField: Sendable, Equatable {
    /// The name in the spelling of the server, without the whitespace some put before the colon.
    package let name: String
    /// The bytes of the value, trimmed; a folded line is joined by one space (RFC 9112 §5.2).
    package let raw: [UInt8]

    package init(name: String, raw: [UInt8]) {
        self.name = name
        self.raw = raw
    }

    package init(name: String, value: String) {
        self.init(name: name, raw: Array(value.utf8))
    }

    /// The value as text: UTF-8 where the bytes are valid UTF-8, else each byte as the character of ISO
    /// 8859-1.
    package var value: String {
        if let text = String(validating: raw, as: UTF8.self) { return text }
        var text = ""
        for byte in raw { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    package func hasName(_ other: String) -> Bool { name.equalsIgnoringCase(other) }
}
