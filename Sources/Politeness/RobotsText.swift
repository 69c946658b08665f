import HTTPMessages

/// What the body of a robots.txt gives to be parsed.
///
/// A file that came only in part is none to go by: the line that forbids may be among those that did not come. Until it
/// comes whole it counts as unreachable (RFC 9309 §2.3.1.4), unless the part is as much as would be parsed anyway (§2.5).
package enum RobotsText: Sendable, Hashable {
    /// The file without its codings; of one that is larger than `RobotsRules.maximumBytes` that much and a byte more.
    case readable([UInt8])
    /// It broke off, or cannot be decoded.
    case unreadable

    /// Bytes of the body, as received, that are worth waiting for: what is parsed, and a little so that it is seen to be
    /// more.
    package static let maximumBodyBytes = RobotsRules.maximumBytes + 4_096

    /// - Parameters:
    ///   - body: In its content codings, without transfer codings.
    ///   - codings: In the order they were applied. Those that nobody knows (`utf-8`, `none`) are passed over.
    ///   - truncation: Value of `WARC-Truncated`; `length` means that we wanted no more, anything else that more was to
    ///     come; nil: the body is whole.
    package init(body: [UInt8], codings: [String], truncation: String?) {
        let limit = RobotsRules.maximumBytes + 1
        guard let text = try? ContentCoding.decodePrefix(of: body, codings: codings, limit: limit),
            text.passedOver.isEmpty || !Self.isBinary(text.bytes)
        else {
            self = .unreadable
            return
        }
        let isWhole = truncation == nil && text.isComplete
        let isEnough = truncation == "length" || text.bytes.count >= RobotsRules.maximumBytes
        self = isWhole || isEnough ? .readable(text.bytes) : .unreadable
    }

    /// What it asks of a crawler; everything is forbidden by a file that cannot be read.
    package func rules(token: String) -> RobotsRules {
        switch self {
        case .readable(let text): RobotsRules(parsing: text, token: token)
        case .unreadable: .disallowAll
        }
    }

    /// Whether bytes that are not in the coding they declare are no text either. UTF-16 is.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        !bytes.starts(with: [0xFE, 0xFF]) && !bytes.starts(with: [0xFF, 0xFE])
            && MIMESniffer.hasBinaryBytes(bytes.prefix(512))
    }
}
