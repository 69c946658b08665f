/// Text as it must stand in a YAML file to be read back as the same text.
enum YAMLText {
    /// As it is if that is safe, else in quotes.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// In double quotes, with YAML's escapes (YAML 1.2.2 §7.3.1).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Letters, digits and what cannot begin or end anything in YAML.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetterOrDigit(first) || first == 0x2F || first == 0x2E else {
            return false
        }
        return text.utf8.allSatisfy { isLetterOrDigit($0) || "-._/@+".utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
