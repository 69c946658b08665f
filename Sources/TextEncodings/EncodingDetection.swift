/// Finds out the encoding of a page.
///
/// There are two ways. `detect` is what the HTML standard prescribes (§13.2.3.2), where a declaration always
/// wins. `detectPage` is for reading news pages: bytes that are UTF-8 are UTF-8 whatever the page says, since
/// no other encoding produces them by chance, and declarations that the bytes refute are passed over.
package enum EncodingDetection {
    /// Bytes that the standard looks at for a meta element.
    private static let prescanBytes = 1024
    /// Bytes that are looked at if those hold no declaration; browsers start anew when they meet a late one.
    private static let latePrescanBytes = 64 << 10

    /// The encoding by the HTML standard: byte order mark, header, meta element in the first 1024 bytes, a
    /// later meta element, then the bytes themselves, then windows-1252.
    ///
    /// - Parameter charset: The charset parameter of `Content-Type`; nil if there is none. An unknown one is
    ///   ignored.
    package static func detect(_ bytes: [UInt8], contentType charset: String?) -> DetectedEncoding {
        if let found = byteOrderMark(bytes) { return found }
        if let found = header(charset) { return found }
        if let found = declaration(bytes) { return found }
        let survey = UTF8Survey(bytes.span)
        if survey.errors == 0, survey.characters > 0 { return DetectedEncoding(.utf8, by: .utf8Test) }
        return DetectedEncoding(.windows1252, by: .fallback)
    }

    /// The encoding in which the page makes sense: byte order mark, then UTF-8 if the bytes are UTF-8 and not
    /// all ASCII, then what is declared and not refuted, then windows-1252.
    ///
    /// A character cut off at the end of the bytes is no error, so a truncated body is judged like a whole
    /// one.
    package static func detectPage(_ bytes: [UInt8], contentType charset: String?) -> DetectedEncoding {
        if let found = byteOrderMark(bytes) { return found }
        let survey = UTF8Survey(bytes.span)
        if survey.errors == 0, survey.characters > 0 { return DetectedEncoding(.utf8, by: .utf8Test) }
        let declared = [header(charset), declaration(bytes)].compactMap { $0 }
            .first { !isRefuted($0.encoding, by: survey, bytes) }
        if let declared { return declared }
        if survey.isNearlyUTF8 || survey.errors == 0 { return DetectedEncoding(.utf8, by: .utf8Test) }
        return DetectedEncoding(.windows1252, by: .fallback)
    }

    /// Whether all bytes are UTF-8.
    package static func isUTF8(_ bytes: Span<UInt8>) -> Bool { UTF8Check.isValid(bytes) }

    private static func byteOrderMark(_ bytes: [UInt8]) -> DetectedEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return DetectedEncoding(.utf8, by: .byteOrderMark) }
        if bytes.starts(with: [0xFE, 0xFF]) { return DetectedEncoding(.utf16BE, by: .byteOrderMark) }
        if bytes.starts(with: [0xFF, 0xFE]) { return DetectedEncoding(.utf16LE, by: .byteOrderMark) }
        return nil
    }

    private static func header(_ charset: String?) -> DetectedEncoding? {
        charset.flatMap { TextEncoding(label: $0) }.map { DetectedEncoding($0, by: .header) }
    }

    /// What the page says of itself.
    private static func declaration(_ bytes: [UInt8]) -> DetectedEncoding? {
        if let found = MetaPrescan.run(Array(bytes.prefix(prescanBytes))) { return found }
        guard bytes.count > prescanBytes else { return nil }
        return MetaPrescan.run(Array(bytes.prefix(latePrescanBytes)))
    }

    /// Whether the bytes show that a declaration is wrong.
    private static func isRefuted(_ encoding: TextEncoding, by survey: UTF8Survey, _ bytes: [UInt8]) -> Bool {
        // Markup in UTF-16 is full of zero bytes.
        if encoding.isUTF16 { return !bytes.prefix(prescanBytes).contains(0) }
        if encoding == .utf8 { return survey.errors > 0 && survey.characters == 0 }
        // Servers add their default to pages they do not know.
        return encoding == .windows1252 && survey.isNearlyUTF8
    }
}
