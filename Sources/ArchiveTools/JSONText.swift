/// Writes one JSON object in one line, its fields in the order in which they are added (RFC 8259).
///
/// Control characters and the two line separators of Unicode are escaped, so that a line stays a line everywhere.
package struct JSONText: Sendable {
    private var text = "{"

    package init() {}

    package mutating func add(_ name: String, _ value: String?) {
        begin(name)
        if let value { Self.append(value, to: &text) } else { text += "null" }
    }

    package mutating func add(_ name: String, _ value: Int64) {
        begin(name)
        text += String(value)
    }

    package mutating func add(_ name: String, _ value: Bool) {
        begin(name)
        text += value ? "true" : "false"
    }

    package mutating func add(_ name: String, _ values: [String]) {
        begin(name)
        text += "["
        for (index, value) in values.enumerated() {
            if index > 0 { text += "," }
            Self.append(value, to: &text)
        }
        text += "]"
    }

    package mutating func add(_ name: String, _ value: JSONText) {
        begin(name)
        text += value.finished
    }

    package mutating func add(_ name: String, _ values: [JSONText]) {
        begin(name)
        text += "[" + values.map(\.finished).joined(separator: ",") + "]"
    }

    /// The object, without a line end.
    package var finished: String { text + "}" }

    private mutating func begin(_ name: String) {
        if text.utf8.count > 1 { text += "," }
        Self.append(name, to: &text)
        text += ":"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        var plain = value.unicodeScalars.startIndex
        let scalars = value.unicodeScalars
        var index = plain
        while index < scalars.endIndex {
            if let escape = escape(scalars[index]) {
                text.unicodeScalars.append(contentsOf: scalars[plain..<index])
                text += escape
                plain = scalars.index(after: index)
            }
            index = scalars.index(after: index)
        }
        text.unicodeScalars.append(contentsOf: scalars[plain...])
        text += "\""
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
