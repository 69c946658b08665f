import HTTPMessages
package import WARC
import WebURLs

/// One line of an index by URL and time: `SURT 14-digit-time {json}`.
///
/// The values of the JSON object are strings, its members in the order in which other indexers write them.
package struct CDXJLine: Sendable, Hashable {
    /// The URL turned round, by which lines are sorted: `com,example)/path?q`.
    package let key: String
    package let time: String
    package let url: String
    /// `warc/revisit` for a revisit; `unk` if nobody knows.
    package let mediaType: String
    /// Nil for what has no HTTP status.
    package let status: Int?
    /// With its algorithm: `sha1:…`.
    package let digest: String?
    /// Of the gzip member; nil if the record shares it, and then no reader can use the line by itself.
    package let length: Int64?
    package let offset: Int64
    package let fileName: String

    init(
        key: String, time: String, url: String, mediaType: String, status: Int?, digest: String?,
        length: Int64?,
        offset: Int64, fileName: String
    ) {
        self.key = key
        self.time = time
        self.url = url
        self.mediaType = mediaType
        self.status = status
        self.digest = digest
        self.length = length
        self.offset = offset
        self.fileName = fileName
    }

    /// Nil for records that have no place in an index: only responses, revisits and resources do.
    ///
    /// - Parameter fileName: Without folders, as replay tools look for it.
    package init?(_ read: ReadRecord, fileName: String) {
        let record = read.record
        guard let target = record.targetURI, let date = record.date else { return nil }
        let head = Self.head(of: record)
        switch record.type {
        case .response:
            mediaType = head?.mediaType?.essence ?? (head == nil ? Self.blockType(of: record) : "unk")
        case .revisit: mediaType = "warc/revisit"
        case .resource: mediaType = Self.blockType(of: record)
        default: return nil
        }
        status = head?.status
        key = WebURL(target)?.surt ?? target.lowercased()
        time = WARCDate.digits(date)
        url = target
        digest =
            record.payloadDigest ?? (record.type == .resource ? record.fields[WARCField.blockDigest] : nil)
        length = read.length
        offset = read.offset
        self.fileName = fileName
    }

    /// Whether records of that type have a line: captures do, what is said of them does not.
    package static func isIndexed(_ type: WARCRecordType) -> Bool {
        switch type {
        case .response, .revisit, .resource: true
        default: false
        }
    }

    /// Bytes of a block that are enough for a head.
    package static let headBytes = 64 << 10

    private static func head(of record: WARCRecord) -> HTTPHead? {
        guard let type = record.contentType, type.lowercased().hasPrefix("application/http") else {
            return nil
        }
        return HTTPHead(startOf: record.block.prefix(headBytes))
    }

    private static func blockType(of record: WARCRecord) -> String {
        record.contentType.flatMap { MediaType($0) }?.essence ?? "unk"
    }

    /// Without a line end.
    package var text: String {
        var text =
            "\(Self.word(key)) \(time) {\"url\": \(Self.quoted(url)), \"mime\": \(Self.quoted(mediaType))"
        if let status { text += ", \"status\": \"\(status)\"" }
        if let digest { text += ", \"digest\": \(Self.quoted(digest))" }
        if let length { text += ", \"length\": \"\(length)\"" }
        text += ", \"offset\": \"\(offset)\", \"filename\": \(Self.quoted(fileName))}"
        return text
    }

    /// A key never holds a space or a control character, which would end it.
    private static func word(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return text }
        let hex = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte <= 0x20 || byte == 0x7F {
                bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As a JSON string (RFC 8259 §7).
    private static func quoted(_ text: String) -> String {
        let hex = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = [0x22]
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case ..<0x20, 0x7F: bytes += [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
        return String(decoding: bytes, as: UTF8.self)
    }
}
