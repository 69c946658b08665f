/// Mends what is often wrong in the XML of feeds: ampersands that begin no reference, references to entities of HTML,
/// less-than signs that begin nothing, control characters, and comments with hyphens.
enum XMLRepair {
    /// Longest name of a reference that is looked for.
    private static let maximumName = 32

    /// The text with `&amp;` for ampersands that begin no reference of XML, `&lt;` for what begins no markup, and blanks
    /// for control characters; nil if there is nothing of that kind. Of text in CDATA and processing instructions only
    /// control characters are mended; comments are left out, since two hyphens in one are an error too.
    static func repaired(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 16)
        var isChanged = false
        var position = text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            if byte == 0x3C, let end = endOfLiteral(text, position) {
                let literal = text[position..<end]
                let isComment = literal.starts(with: "<!--".utf8)
                isChanged = isChanged || isComment || literal.contains(where: isForbidden)
                if !isComment { output += literal.map { isForbidden($0) ? 0x20 : $0 } }
                position = end
                continue
            }
            if byte == 0x3C, !beginsMarkup(text, position) {
                output += Array("&lt;".utf8)
                isChanged = true
            } else if byte == 0x26, !isReference(text, position) {
                output += Array("&amp;".utf8)
                isChanged = true
            } else if isForbidden(byte) {
                output.append(0x20)
                isChanged = true
            } else {
                output.append(byte)
            }
            position += 1
        }
        return isChanged ? output : nil
    }

    /// A control character that XML does not have (XML 1.0 §2.2).
    private static func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && !byte.isWhitespace }

    /// Whether the less-than sign here may begin a tag or a declaration (XML 1.0 §2.3, §3.1). Letters beyond ASCII may.
    private static func beginsMarkup(_ text: ArraySlice<UInt8>, _ start: Int) -> Bool {
        guard start + 1 < text.endIndex else { return true }
        return switch text[start + 1] {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x2F, 0x21, 0x3F, 0x80...: true
        default: false
        }
    }

    /// Behind the CDATA section, comment or processing instruction that begins here; nil if none does.
    static func endOfLiteral(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
        let literals: [(String, String)] = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")]
        for (opening, closing) in literals where text[start...].starts(with: opening.utf8) {
            let close = Array(closing.utf8)
            var position = start + opening.utf8.count
            while position + close.count <= text.endIndex {
                if text[position] == close[0], text[position...].starts(with: close) {
                    return position + close.count
                }
                position += 1
            }
            return text.endIndex
        }
        return nil
    }

    /// Whether a character reference or one of the five entities of XML begins here (XML 1.0 §4.1, §4.6).
    private static func isReference(_ text: ArraySlice<UInt8>, _ start: Int) -> Bool {
        let rest = text[(start + 1)...].prefix(maximumName)
        guard let end = rest.firstIndex(of: 0x3B) else { return false }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
        guard name.hasPrefix("#") else { return false }
        let digits = name.dropFirst()
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, let scalar = Unicode.Scalar(code) else { return false }
        // Characters that XML has (§2.2).
        return scalar.value >= 0x20 || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
}
