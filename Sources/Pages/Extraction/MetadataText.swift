import HTMLTree

/// Text of meta elements and structured data as readers should see it.
enum MetadataText {
    /// Character references that were escaped twice resolved, white space collapsed.
    static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(of: UInt8(ascii: "&")) else { return collapsed(bytes) }
        var result = Array(bytes[..<first])
        var place = first
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "&"), let (character, length) = reference(bytes, at: place) {
                result.append(contentsOf: character)
                place += length
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return collapsed(result)
    }

    private static func collapsed(_ bytes: [UInt8]) -> String {
        LinkText.collapse(bytes[...], maximumBytes: 4_000)
    }

    /// What the reference at an ampersand stands for and its length; nil if there is none. The names are those that
    /// templates escape; longer references than ten bytes do not occur.
    private static func reference(_ bytes: [UInt8], at start: Int) -> ([UInt8], Int)? {
        guard let end = bytes[start...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = bytes[(start + 1)..<end]
        let length = end + 1 - start
        if name.first == UInt8(ascii: "#") {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
            return (Array(String(scalar).utf8), length)
        }
        let names = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
            "mdash": "—",
            "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…",
        ]
        return names[String(decoding: name, as: UTF8.self)].map { (Array($0.utf8), length) }
    }
}
