/// The media type of a resource by its first bytes (WHATWG MIME Sniffing §7).
package enum MIMESniffer {
    /// Bytes of a resource that are looked at (§5.2).
    package static let headerBytes = 1445

    /// Scriptable types, which are not looked for with nosniff (§7.1, first table).
    private static let scriptable: [BytePattern] =
        [
            "<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A",
            "<STYLE", "<TITLE", "<B", "<BODY", "<BR", "<P", "<!--",
        ].map(BytePattern.init(tag:)) + [
            BytePattern("<?xml", "text/xml", afterWhitespace: true),
            BytePattern("%PDF-", "application/pdf"),
        ]

    /// §7.1, second table.
    private static let plain: [BytePattern] = [
        BytePattern("%!PS-Adobe-", "application/postscript"),
        BytePattern([0xFE, 0xFF, nil, nil], "text/plain"),
        BytePattern([0xFF, 0xFE, nil, nil], "text/plain"),
        BytePattern([0xEF, 0xBB, 0xBF, nil], "text/plain"),
    ]

    /// §6.1.
    private static let images: [BytePattern] = [
        BytePattern([0x00, 0x00, 0x01, 0x00], "image/x-icon"),
        BytePattern([0x00, 0x00, 0x02, 0x00], "image/x-icon"),
        BytePattern("BM", "image/bmp"),
        BytePattern("GIF87a", "image/gif"),
        BytePattern("GIF89a", "image/gif"),
        BytePattern("RIFF....WEBPVP", "image/webp"),
        BytePattern([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        BytePattern([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ]

    /// §6.2, without the formats that take more than a pattern.
    private static let audioAndVideo: [BytePattern] = [
        BytePattern("FORM....AIFF", "audio/aiff"),
        BytePattern("ID3", "audio/mpeg"),
        BytePattern("OggS\0", "application/ogg"),
        BytePattern("MThd\0\0\0\u{6}", "audio/midi"),
        BytePattern("RIFF....AVI ", "video/avi"),
        BytePattern("RIFF....WAVE", "audio/wave"),
    ]

    /// §6.4.
    private static let archives: [BytePattern] = [
        BytePattern([0x1F, 0x8B, 0x08], "application/x-gzip"),
        BytePattern([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        BytePattern([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00], "application/x-rar-compressed"),
    ]

    /// The values an old Apache sends for what it does not know; binary files come so too (§5.1).
    private static let apacheDefaults: Set<String> = [
        "text/plain", "text/plain; charset=ISO-8859-1", "text/plain; charset=iso-8859-1",
        "text/plain; charset=UTF-8",
    ]

    /// The essence of the computed media type.
    ///
    /// - Parameters:
    ///   - bytes: The beginning of the resource, without codings.
    ///   - declared: The value of `Content-Type`; nil if there is none.
    ///   - nosniff: Whether `X-Content-Type-Options: nosniff` was sent.
    package static func sniff(_ bytes: some Collection<UInt8>, declared: String?, nosniff: Bool) -> String {
        let header = Array(bytes.prefix(headerBytes))
        let supplied = declared.flatMap { MediaType($0) }
        if let supplied, supplied.isXML || supplied.essence == "text/html" { return supplied.essence }
        guard let supplied, !supplied.isUnknown else { return unknown(header, sniffsScriptable: !nosniff) }
        if nosniff { return supplied.essence }
        if let declared, apacheDefaults.contains(declared) { return textOrBinary(header) }
        if supplied.type == "image", let type = images.type(of: header) { return type }
        if supplied.type == "audio" || supplied.type == "video" || supplied.essence == "application/ogg",
            let type = audioOrVideo(header)
        {
            return type
        }
        return supplied.essence
    }

    /// §7.1.
    private static func unknown(_ header: [UInt8], sniffsScriptable: Bool) -> String {
        if sniffsScriptable, let type = scriptable.type(of: header) { return type }
        if let type = plain.type(of: header) ?? images.type(of: header) ?? audioOrVideo(header)
            ?? archives.type(of: header)
        {
            return type
        }
        return hasBinaryBytes(header) ? "application/octet-stream" : "text/plain"
    }

    /// §7.2.
    private static func textOrBinary(_ header: [UInt8]) -> String {
        let marks: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF]]
        if marks.contains(where: { header.starts(with: $0) }) { return "text/plain" }
        return hasBinaryBytes(header) ? "application/octet-stream" : "text/plain"
    }

    private static func audioOrVideo(_ header: [UInt8]) -> String? {
        if let type = audioAndVideo.type(of: header) { return type }
        if MediaSignature.isMP4(header) { return "video/mp4" }
        if MediaSignature.isWebM(header) { return "video/webm" }
        if MediaSignature.isMP3(header) { return "audio/mpeg" }
        return nil
    }

    /// Whether there are control bytes that no text has (§3, "binary data byte").
    package static func hasBinaryBytes(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.contains {
            $0 <= 0x08 || $0 == 0x0B || ($0 >= 0x0E && $0 <= 0x1A) || ($0 >= 0x1C && $0 <= 0x1F)
        }
    }
}
