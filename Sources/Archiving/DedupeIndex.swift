package import FoundationEssentials
import Glibc
import WARC
package import WebURLs

/// The payloads of an earlier crawl, by digest: what `--dedupe` compares new captures with.
///
/// Of each line of the index 16 bytes stay in memory; the line itself is read again when a digest seems to be in it. May
/// be asked by any number of tasks at once; an answer costs one short read of the file.
package final class DedupeIndex: Sendable {
    /// The first bytes of a digest, and where its line begins.
    private struct Entry {
        let prefix: UInt64
        let offset: Int64
    }

    /// The capture that has a payload.
    package struct Capture: Sendable, Hashable {
        package let url: WebURL
        /// To the second, as the index has it.
        package let date: Date
    }

    private let path: String
    private let descriptor: Int32
    /// Sorted by prefix, then by place.
    private let entries: [Entry]

    /// Reads a CDXJ index of any tool. Lines that are none are passed over; so are revisits, since they have no payload,
    /// and answers without success.
    package init(path: String) throws(ArchiveError) {
        let lines = try LineReader(path)
        var entries: [Entry] = []
        while true {
            let offset = lines.offset
            guard let bytes = try lines.next() else { break }
            guard let line = CDXJLine(parsing: bytes), let digest = Self.digest(of: line) else { continue }
            entries.append(Entry(prefix: Self.prefix(of: digest), offset: offset))
        }
        entries.sort { ($0.prefix, $0.offset) < ($1.prefix, $1.offset) }
        self.entries = entries
        self.path = path
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystem.error(path, "open the file") }
    }

    deinit { close(descriptor) }

    /// Captures whose payload can be found.
    package var count: Int { entries.count }

    /// The first capture of the index with that payload digest; nil if there is none.
    ///
    /// - Parameter digest: As in `WARC-Payload-Digest`.
    package func capture(withPayloadDigest digest: String) -> Capture? {
        guard let wanted = WARCDigest(digest) else { return nil }
        let prefix = Self.prefix(of: wanted)
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].prefix < prefix { low = middle + 1 } else { high = middle }
        }
        while low < entries.count, entries[low].prefix == prefix {
            if let line = line(at: entries[low].offset), Self.digest(of: line) == wanted,
                let url = WebURL(line.url), let date = Self.date(line.time)
            {
                return Capture(url: url, date: date)
            }
            low += 1
        }
        return nil
    }

    /// Of the payload of a successful answer; nil for every other line.
    private static func digest(of line: CDXJLine) -> WARCDigest? {
        guard line.mediaType != "warc/revisit", let status = line.status, (200..<300).contains(status) else {
            return nil
        }
        return line.digest.flatMap { WARCDigest($0) }
    }

    private static func prefix(of digest: WARCDigest) -> UInt64 {
        digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Longest line that is read again; URLs are shorter.
    private static let maximumLineBytes = 16 << 10

    private func line(at offset: Int64) -> CDXJLine? {
        var bytes = [UInt8](repeating: 0, count: Self.maximumLineBytes)
        let count = bytes.withUnsafeMutableBytes { buffer in
            // Safety: the buffer has as many bytes as are asked for.
            pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        }
        guard count > 0 else { return nil }
        return CDXJLine(parsing: bytes.prefix(count).prefix { $0 != 0x0A })
    }

    /// 14 digits, or more of which the rest are fractions.
    private static func date(_ digits: String) -> Date? {
        let all = Array(digits)
        guard all.count >= 14 else { return nil }
        func part(_ range: Range<Int>) -> String { String(all[range]) }
        return WARCDate.parse(
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
    }
}
