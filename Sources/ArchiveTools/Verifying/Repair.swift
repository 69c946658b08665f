import Archiving
import Gzip
import WARC

/// Writes the sound part of a file of records into a new one; the original stays as it is.
///
/// Sound records are copied byte by byte. Those that share a gzip member with others get one of their own. What cannot
/// be read, and what differs from its own digest, is left out.
package struct Repair: Sendable {
    package let input: ArchiveInput

    package init(_ input: ArchiveInput) { self.input = input }

    package struct Totals: Sendable, Hashable {
        package var kept = 0
        package var leftOut = 0
        package var bytes: Int64 = 0
    }

    /// Records that share a member are taken out of it up to this size.
    private static let maximumBlockBytes = 256 << 20
    private static let pieceBytes = 256 << 10

    /// The new file appears under its name once it is whole.
    package func write(to path: String) throws -> Totals {
        var totals = Totals()
        let file = try ReplacedFile(path)
        let reader = try input.reader(
            options: WARCReader.Options(
                digests: .blocksAndPayloads, maximumBlockBytes: Self.maximumBlockBytes))
        while let item = try reader.next() {
            guard case .record(let read) = item, Self.isSound(read), try copy(read, to: file) else {
                totals.leftOut += 1
                continue
            }
            totals.kept += 1
        }
        try file.finish()
        totals.bytes = file.count
        return totals
    }

    /// False if a record differs from its block digest, or from its payload digest where it has no other.
    private static func isSound(_ read: ReadRecord) -> Bool {
        if case .differs = read.blockDigest { return false }
        if case .differs = read.payloadDigest, read.blockDigest == .absent { return false }
        return true
    }

    /// False if the record is too large to be taken out of its member.
    private func copy(_ read: ReadRecord, to file: ReplacedFile) throws -> Bool {
        guard let length = read.length else {
            guard read.record.isWhole else { return false }
            let record = read.record
            try file.append(Gzip.member(WARCSerialiser.record(record.fields, body: record.block)))
            return true
        }
        var source = try input.source(from: read.offset, to: read.offset + length)
        var piece: [UInt8] = []
        while try source.read(Self.pieceBytes, into: &piece) > 0 {
            try file.append(piece)
            piece.removeAll(keepingCapacity: true)
        }
        // A plain file may end without the line ends that must stand between two records.
        for case .tail(let lineEndBytes) in read.oddities where lineEndBytes < WARCSerialiser.tail.count {
            if !input.name.hasSuffix(".gz") {
                try file.append(Array(WARCSerialiser.tail.dropFirst(lineEndBytes)))
            }
        }
        return true
    }
}
