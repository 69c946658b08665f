package import Archiving
import Gzip
import WARC

/// Writes a ZIP file entry by entry, with flat memory (APPNOTE 6.3 §4.3), beside the file whose place it takes.
///
/// Sizes and checksums stand in the local headers, not behind the entries, so that readers that go forward need no
/// central directory. Entries and files of any size: ZIP64 where it is needed (§4.5.3), and only there.
package struct ZIPWriter {
    package enum Method: Sendable, Hashable {
        /// As it is: what is compressed already, and what must be read by ranges.
        case stored
        case deflated
    }

    /// What was written of an entry, as a list of contents needs it.
    package struct Contents: Sendable, Hashable {
        package let name: String
        /// Before compression.
        package let bytes: Int64
        /// `sha256:…`, of the bytes before compression.
        package let digest: String
    }

    struct Entry {
        let name: String
        let method: Method
        let offset: Int64
        /// Whether the local header has room for sizes of 64 bits.
        let isLarge: Bool
        var checksum: UInt32 = 0
        var size: Int64 = 0
        var compressedSize: Int64 = 0
    }

    private let file: ReplacedFile
    private let stamp: ZIPRecords.Stamp
    private var entries: [Entry] = []

    /// `stamp` is the time of all entries: 14 digits of a date, in UTC.
    package init(_ path: String, stamp: String) throws(ArchiveError) {
        file = try ReplacedFile(path)
        self.stamp = ZIPRecords.Stamp(digits: stamp)
    }

    package var count: Int64 { file.count }

    /// Adds an entry; `fill` hands its bytes to the function it is given.
    ///
    /// - Parameter maximumBytes: Most bytes it can have, compressed or not; if it has more than 4 GiB nevertheless, the
    ///   writer's user is wrong.
    package mutating func add(
        _ name: String, _ method: Method, maximumBytes: Int64,
        fill: (_ append: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> Contents {
        var entry = Entry(
            name: name, method: method, offset: file.count,
            isLarge: maximumBytes >= ZIPRecords.maximum32 - Self.deflateMargin)
        try file.append(ZIPRecords.localHeader(entry, stamp))
        let start = file.count
        var checksum = CRC32()
        let digest = PayloadDigest.calculator(.sha256)
        var size: Int64 = 0
        let deflater = method == .deflated ? RawDeflater() : nil
        try fill { bytes in
            checksum.update(bytes.span)
            digest.update(bytes.span)
            size += Int64(bytes.count)
            if let deflater { try file.append(deflater.write(bytes)) } else { try file.append(bytes) }
        }
        if let deflater { try file.append(deflater.finish()) }
        entry.checksum = checksum.value
        entry.size = size
        entry.compressedSize = file.count - start
        precondition(entry.isLarge || !entry.exceeds32, "an entry has no more bytes than was said")
        try file.overwrite(ZIPRecords.localHeader(entry, stamp), at: entry.offset)
        entries.append(entry)
        return Contents(name: name, bytes: size, digest: digest.finish().description)
    }

    /// Adds an entry that is at hand as a whole.
    package mutating func add(_ name: String, _ method: Method, _ bytes: [UInt8]) throws -> Contents {
        try add(name, method, maximumBytes: Int64(bytes.count)) { try $0(bytes) }
    }

    /// Ends the file and gives it its name.
    package mutating func finish() throws(ArchiveError) {
        let start = file.count
        for entry in entries { try file.append(ZIPRecords.centralHeader(entry, stamp)) }
        try file.append(ZIPRecords.end(entries: entries.count, directory: start..<file.count))
        try file.finish()
    }

    /// Deflated bytes may be a little more than they were: 5 bytes for each 16 KiB at most.
    private static let deflateMargin: Int64 = 2 << 20
}

extension ZIPWriter.Entry {
    var exceeds32: Bool { size >= ZIPRecords.maximum32 || compressedSize >= ZIPRecords.maximum32 }
}

/// A deflate stream without the header and the trailer of a gzip member (RFC 1952 §2.3), which ZIP has not.
private final class RawDeflater {
    private static let headerBytes = 10
    private static let trailerBytes = 8

    private let member = GzipStreamWriter()
    private var pending: [UInt8] = []
    private var skipped = 0

    func write(_ bytes: [UInt8]) -> [UInt8] {
        member.write(bytes.span, into: &pending)
        return take(keeping: Self.trailerBytes)
    }

    func finish() -> [UInt8] {
        member.finish(into: &pending)
        return take(keeping: Self.trailerBytes)
    }

    /// All but the last bytes, which may be the trailer.
    private func take(keeping kept: Int) -> [UInt8] {
        if skipped < Self.headerBytes {
            let now = min(Self.headerBytes - skipped, pending.count)
            pending.removeFirst(now)
            skipped += now
        }
        guard pending.count > kept else { return [] }
        let ready = Array(pending.dropLast(kept))
        pending.removeFirst(ready.count)
        return ready
    }
}
