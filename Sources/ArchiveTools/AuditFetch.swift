import FoundationEssentials
import WARC
import WebURLs

/// One request that a crawl made, as its log or its archive tells it.
struct AuditFetch: Sendable {
    let url: WebURL
    let startedAt: Date
    let finishedAt: Date
    /// HTTP status, or a negative code where no answer came.
    let status: Int
    /// Letters; empty for a seed.
    let hopPath: String
    let via: WebURL?

    /// The origin whose robots.txt this fetch was for, redirects of it included; nil if it was for a page.
    var robotsOrigin: Origin? {
        let path = hopPath.utf8.reversed().drop { $0 == UInt8(ascii: "R") }
        guard path.first == UInt8(ascii: "P") else { return nil }
        return via?.origin ?? url.origin
    }

    /// What tells the same fetch in the log and in the archive: both have the start to the millisecond.
    var key: String { Self.key(url.withoutFragment.withoutCredentials.href, startedAt) }

    static func key(_ url: String, _ startedAt: Date) -> String { WARCDate.digits(startedAt, 17) + url }

    init(url: WebURL, startedAt: Date, finishedAt: Date, status: Int, hopPath: String, via: WebURL?) {
        self.url = url
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.status = status
        self.hopPath = hopPath
        self.via = via
    }

    /// Codes of fetches that reached a server although no answer came; the others in the log asked nobody.
    private static let attempts: Set<Int> = [-2, -3, -4, -404]

    /// Reads a line of crawl.log; nil if it tells of no request.
    init?(logLine: some StringProtocol) {
        let columns = logLine.split(separator: " ", omittingEmptySubsequences: true)
        guard columns.count >= 9, let status = Int(columns[1]), status > 0 || Self.attempts.contains(status),
            let finishedAt = WARCDate.parse(String(columns[0])), let url = WebURL(String(columns[3])),
            let start = Self.start(String(columns[8]))
        else { return nil }
        self.init(
            url: url, startedAt: start, finishedAt: finishedAt, status: status,
            hopPath: columns[4] == "-" ? "" : String(columns[4]), via: WebURL(String(columns[5])))
    }

    /// Reads the metadata record of a capture; `status` is that of the record it stands beside.
    init?(metadata record: WARCRecord, status: Int) {
        guard record.type == .metadata, let target = record.targetURI, let url = WebURL(target),
            let startedAt = record.date
        else { return nil }
        var fields: [Substring: Substring] = [:]
        for line in String(decoding: record.block.prefix(Self.maximumFacts), as: UTF8.self).split(
            whereSeparator: \.isNewline)
        {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, fields[parts[0]] == nil { fields[parts[0]] = parts[1].dropFirst() }
        }
        guard let milliseconds = fields["fetchTimeMs"].flatMap({ Double($0) }) else { return nil }
        self.init(
            url: url, startedAt: startedAt, finishedAt: startedAt.addingTimeInterval(milliseconds / 1_000),
            status: status, hopPath: fields["hopsFromSeed"].map(String.init) ?? "",
            via: fields["via"].flatMap { WebURL(String($0)) })
    }

    /// The facts of an exchange stand before the outlinks.
    private static let maximumFacts = 4_096

    /// `20260102030405678+12`: the digits of the time, and milliseconds that need not be read.
    private static func start(_ column: String) -> Date? {
        let digits = Array(column.utf8.prefix { (0x30...0x39).contains($0) })
        guard digits.count == 17 else { return nil }
        func text(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        return WARCDate.parse(
            "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))T\(text(8..<10)):\(text(10..<12)):\(text(12..<14))."
                + "\(text(14..<17))Z")
    }
}
