/// An encoding of the WHATWG Encoding standard, and how to decode and encode with it.
package struct TextEncoding: Hashable, Sendable {
    /// The name of the standard in lower case, such as "windows-1252".
    package let name: String

    private init(name: String) { self.name = name }

    /// The encoding of a label, whitespace around it and case ignored (Encoding §4.2, "get an encoding"); nil
    /// if it is none of the 228 labels.
    package init?(label: String) {
        guard let name = EncodingLabels.name(of: label) else { return nil }
        self.name = name
    }

    package static let utf8 = TextEncoding(name: "utf-8")
    package static let utf16LE = TextEncoding(name: "utf-16le")
    package static let utf16BE = TextEncoding(name: "utf-16be")
    package static let windows1252 = TextEncoding(name: "windows-1252")
    /// The encoding whose text is never decoded, since its bytes are dangerous as any other.
    package static let replacement = TextEncoding(name: "replacement")

    /// Whether this is UTF-16 of either byte order.
    package var isUTF16: Bool { self == .utf16LE || self == .utf16BE }

    /// The text of `bytes` as UTF-8, each error as U+FFFD; a byte order mark of this very encoding is
    /// dropped.
    package func decode(_ bytes: [UInt8]) -> [UInt8] {
        if self == .utf8 {
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            // Nearly every page: valid already, so it is the very same array that is handed on.
            if !hasMark, UTF8Check.isValid(bytes.span) { return bytes }
        }
        return decode(bytes.span)
    }

    /// The text of `bytes` as UTF-8, each error as U+FFFD; a byte order mark of this very encoding is
    /// dropped.
    package func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        switch name {
        case "utf-8": UTF8Decoder.decode(bytes)
        case "utf-16le": UTF16Decoder.decode(bytes, isBigEndian: false)
        case "utf-16be": UTF16Decoder.decode(bytes, isBigEndian: true)
        case "gbk", "gb18030": GB18030Decoder.decode(bytes)
        case "big5": Big5Decoder.decode(bytes)
        case "euc-jp": EUCJPDecoder.decode(bytes)
        case "iso-2022-jp": ISO2022JPDecoder.decode(bytes)
        case "shift_jis": ShiftJISDecoder.decode(bytes)
        case "euc-kr": EUCKRDecoder.decode(bytes)
        case "replacement": bytes.isEmpty ? [] : Array("\u{FFFD}".utf8)
        default: SingleByteTable.named(name)?.decode(bytes) ?? UTF8Decoder.decode(bytes)
        }
    }

    /// The bytes of `text`; a character this encoding has not becomes `&#n;`, as browsers send it in forms
    /// and in the query of a link (WHATWG URL §4.4, Encoding §4.1 "encode or fail" with HTML references). For
    /// UTF-16 and replacement the bytes are UTF-8 (Encoding §4.3, "get an output encoding").
    package func encode(_ text: String) -> [UInt8] {
        switch name {
        case "utf-8", "utf-16le", "utf-16be", "replacement": Array(text.utf8)
        case "gbk": encode(text, with: GB18030Encoder(isGBK: true))
        case "gb18030": encode(text, with: GB18030Encoder(isGBK: false))
        case "big5": encode(text, with: Big5Encoder())
        case "euc-jp": encode(text, with: EUCJPEncoder())
        case "iso-2022-jp": ISO2022JPEncoder.encode(text)
        case "shift_jis": encode(text, with: ShiftJISEncoder())
        case "euc-kr": encode(text, with: EUCKREncoder())
        default: SingleByteTable.named(name).map { encode(text, with: $0) } ?? Array(text.utf8)
        }
    }

    private func encode(_ text: String, with encoder: some ScalarEncoder) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars where !encoder.append(scalar.value, to: &bytes) {
            bytes += "&#\(scalar.value);".utf8
        }
        return bytes
    }
}

extension TextEncoding: CustomStringConvertible {
    package var description: String { name }
}
