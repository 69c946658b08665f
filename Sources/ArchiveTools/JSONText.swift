/// Writes one JSON object in one line, its fields in the order in which they are added (RFC 8259).
///
/// Control characters and the two line separators of Unicode are escaped, so that a line stays a line everywhere.
package struct JSONText: Sendable {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    package init() {}

    package mutating func add(_ name: String, _ value: String?) {
        begin(name)
        if let value { append(value) } else { append(plain: "null") }
    }

    package mutating func add(_ name: String, _ value: Int64) {
        begin(name)
        append(plain: String(value))
    }

    package mutating func add(_ name: String, _ value: Bool) {
        begin(name)
        append(plain: value ? "true" : "false")
    }

    package mutating func add(_ name: String, _ values: [String]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func add(_ name: String, _ value: JSONText) {
        begin(name)
        append(value)
    }

    package mutating func add(_ name: String, _ values: [JSONText]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The object, without a line end.
    package var finished: String { String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self) }

    /// The object and a line end, in UTF-8.
    package var line: [UInt8] { bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")] }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        append(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func append(_ object: JSONText) {
        bytes += object.bytes
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func append(plain text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func append(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        if value.utf8.contains(where: Self.mayNeedEscape) {
            for scalar in value.unicodeScalars {
                if let escape = Self.escape(scalar) {
                    append(plain: escape)
                } else {
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
        } else {
            append(plain: value)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// True of the bytes of what is escaped and of a few others: 0xE2 begins the line separators, and dashes.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
            || byte == 0xE2
    }

    private static func escape(_ scalar: UnicodeScalar) -> String? {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{2028}": return "\\u2028"
        case "\u{2029}": return "\\u2029"
        default:
            guard scalar.value < 0x20 || scalar.value == 0x7F else { return nil }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
