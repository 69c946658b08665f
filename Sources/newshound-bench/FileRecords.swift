import Archiving
import Gzip
import WARC

/// The first records of files, taken apart as a crawl has them before it writes them: fields without digests, the head
/// of the message, its body.
struct FileRecords {
    private struct Piece {
        let fields: WARCFields
        /// Empty if the block is no HTTP message.
        let head: ArraySlice<UInt8>
        let body: ArraySlice<UInt8>
        let hasPayload: Bool
    }

    private var pieces: [Piece] = []
    /// Length of all blocks.
    private(set) var blockBytes = 0

    var count: Int { pieces.count }

    /// Takes records until their blocks have `maximumBytes`.
    init(_ files: [String], maximumBytes: Int) throws {
        for file in files {
            let reader = WARCReader(try FileSource(path: file), file: file)
            while blockBytes < maximumBytes, let item = try reader.next() {
                guard case .record(let found) = item else { continue }
                add(found.record)
            }
        }
    }

    private static let computed: Set<String> = [
        WARCField.blockDigest.lowercased(), WARCField.payloadDigest.lowercased(),
        WARCField.contentLength.lowercased(),
    ]

    private mutating func add(_ record: WARCRecord) {
        let fields = record.fields.all.filter { !Self.computed.contains($0.name.lowercased()) }
        let isMessage = record.type == .response || record.type == .request || record.type == .revisit
        let bodyStart = isMessage ? Self.endOfHead(record.block) : record.block.startIndex
        pieces.append(
            Piece(
                fields: WARCFields(fields.map { ($0.name, $0.value) }),
                head: record.block[..<bodyStart], body: record.block[bodyStart...],
                hasPayload: isMessage && record.type != .revisit))
        blockBytes += record.block.count
    }

    /// Behind the empty line; the block's end if there is none.
    private static func endOfHead(_ block: ArraySlice<UInt8>) -> Int {
        var lineStart = block.startIndex
        for index in block.indices where block[index] == 0x0A {
            if index - lineStart <= 1 { return index + 1 }
            lineStart = index + 1
        }
        return block.endIndex
    }

    /// Computes the digests of all records and makes a member of each; returns the length of the members.
    func written(level: Gzip.Level) -> Int {
        pieces.reduce(0) { sum, piece in
            var fields = piece.fields
            if piece.hasPayload {
                let payload = PayloadDigest.calculator(.sha1)
                payload.update(piece.body.span)
                fields.append(WARCField.payloadDigest, payload.finish().description)
            }
            let block = PayloadDigest.calculator(.sha1)
            block.update(piece.head.span)
            block.update(piece.body.span)
            fields.append(WARCField.blockDigest, block.finish().description)
            let record = WARCSerialiser.record(fields, head: piece.head, body: piece.body)
            return sum + Gzip.member(record, level: level).count
        }
    }
}
