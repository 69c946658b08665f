import HTTPMessages
import TextEncodings
package import WebURLs

/// Reads sitemaps (sitemaps.org 0.9 with its extensions), lists of sitemaps, RSS 0.9x, 1.0 and 2.0, Atom, and
/// text files of URLs.
///
/// The kind is told by the content, since servers declare feeds as anything. Nothing is ever fetched:
/// external entities are left out. What is readable of a broken file is kept, and the break is named.
package enum FeedReader {
    /// How often a file may be packed; some servers pack a packed file once more.
    private static let maximumPacking = 3

    /// The feed that `bytes` hold; nil if they are none.
    ///
    /// - Parameters:
    ///   - bytes: The body without its content codings; a gzip file is unpacked here.
    ///   - url: Where it was fetched; relative links are resolved against it.
    ///   - contentType: The value of `Content-Type`; nil if there is none. Only its charset is heeded, and
    ///     that HTML is no list of URLs.
    package static func read(
        _ bytes: [UInt8], url: WebURL, contentType: String?, limits: FeedLimits = FeedLimits()
    ) -> Feed? {
        var file = bytes
        var damage: FeedDamage?
        for _ in 0..<maximumPacking {
            let unpacked = ContentCoding.unpack(file, limit: limits.bytes)
            guard unpacked.passedOver.isEmpty else { break }
            file = unpacked.bytes
            if !unpacked.isComplete {
                damage = file.count < limits.bytes ? .cutOff : .tooLarge(limit: limits.bytes)
            }
        }
        if file.count > limits.bytes {
            file.removeLast(file.count - limits.bytes)
            damage = .tooLarge(limit: limits.bytes)
        }
        let type = contentType.flatMap { MediaType(extractedFrom: [$0]) }
        let found = EncodingDetection.detectPage(file, contentType: type?.charset)
        // Without a declaration XML is UTF-8 (XML 1.0 §4.3.3).
        let encoding = found.source == .fallback ? TextEncoding.utf8 : found.encoding
        let text = encoding.decode(file)
        guard let first = text.firstIndex(where: { !$0.isWhitespace }) else { return nil }
        let feed =
            (text[first] == 0x3C ? readXML(text, from: first, url: url, limits: limits) : nil)
            ?? readBehindOtherText(text, from: first, url: url, limits: limits)
            ?? (text[first] == 0x3C
                ? nil : URLList.read(text, url: url, isHTML: type?.isHTML == true, limits: limits))
        guard let feed else { return nil }
        return Feed(kind: feed.kind, entries: feed.entries, damage: damage ?? feed.damage)
    }

    /// Reads XML that warnings of a server's programs, or a second byte order mark, stand before.
    private static func readBehindOtherText(
        _ text: [UInt8], from first: Int, url: WebURL, limits: FeedLimits
    ) -> Feed? {
        guard let start = XMLTags.start(in: text[first...]), start > first,
            let feed = readXML(text, from: start, url: url, limits: limits)
        else { return nil }
        let damage = FeedDamage.malformed(line: 1, reason: "other text stands before the XML")
        return Feed(kind: feed.kind, entries: feed.entries, damage: feed.damage ?? damage)
    }

    /// Reads XML as it is, and if it is broken once more with what can be repaired, over all errors that are left.
    private static func readXML(_ text: [UInt8], from start: Int, url: WebURL, limits: FeedLimits) -> Feed? {
        let first = FeedBuilder.read(text[start...], url: url, limits: limits)
        guard case .malformed = first.damage else { return first.feed }
        let repaired = XMLRepair.repaired(text[start...])
        let second = FeedBuilder.read(
            repaired.map { $0[...] } ?? text[start...], goesOn: true, url: url, limits: limits)
        let isBetter =
            second.entryCount > first.entryCount || first.feed == nil
            || (second.entryCount == first.entryCount && second.damage == nil)
        guard isBetter, let feed = second.feed else { return first.feed }
        return Feed(kind: feed.kind, entries: feed.entries, damage: first.damage)
    }
}

extension UInt8 {
    /// Whitespace of XML, which is that of text files too.
    var isWhitespace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
