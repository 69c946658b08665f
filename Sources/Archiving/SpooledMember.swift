import Fetching
import Glibc
import Gzip
import WARC

/// A gzip member that is ready to be written.
enum MemberContent: Sendable {
    case bytes([UInt8])
    /// In a file of the spool folder.
    case spooled(SpoolFile)

    var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .spooled(let file): file.count
        }
    }
}

/// Makes members of bodies that are too large for memory: read from their spool file piece by piece, compressed into
/// another one. Costs twice the time of a member in memory and 1 MB of it.
struct SpooledMember {
    /// Bodies above this many bytes are never read as a whole: so that dozens of them, and their members that wait for a
    /// sync, take no memory together.
    static let threshold = SpoolFile.threshold

    /// Where the member's file is made.
    let folder: String
    let level: Gzip.Level
    let algorithm: WARCDigest.Algorithm

    /// The record whose block is the draft's head and then the file.
    ///
    /// The payload digest is computed on the way unless the draft has one.
    ///
    /// - Parameter hasPayload: False for a block that is no message: its digest says all, and readers take a payload
    ///   digest of such a record for wrong.
    func make(
        _ draft: RecordDraft, body: SpoolFile, hasPayload: Bool = true
    ) throws(ArchiveError) -> MemberContent {
        var fields = draft.fields
        let block = PayloadDigest.calculator(algorithm)
        let isComputed = hasPayload && !fields.contains(WARCField.payloadDigest)
        let payload = isComputed ? PayloadDigest.calculator(algorithm) : nil
        block.update(draft.head.span)
        try FileSystem.read(body.path, count: body.count) { piece in
            block.update(piece.span)
            payload?.update(piece.span)
        }
        fields.append(WARCField.blockDigest, block.finish().description)
        if let payload { fields.append(WARCField.payloadDigest, payload.finish().description) }

        let file = try SpoolOutput(folder: folder)
        let writer = GzipStreamWriter(level: level)
        var compressed: [UInt8] = []
        let header = WARCSerialiser.header(fields, blockLength: Int64(draft.head.count + body.count))
        writer.write(header.span, into: &compressed)
        writer.write(draft.head.span, into: &compressed)
        try FileSystem.read(body.path, count: body.count) { piece throws(ArchiveError) in
            writer.write(piece.span, into: &compressed)
            try file.append(compressed)
            compressed.removeAll(keepingCapacity: true)
        }
        let tail = WARCSerialiser.tail
        writer.write(tail.span, into: &compressed)
        writer.finish(into: &compressed)
        try file.append(compressed)
        return .spooled(file.finished())
    }
}

/// A file of the spool folder while it is written; it goes unless it is finished.
private final class SpoolOutput {
    private let path: String
    private let descriptor: Int32
    private var count = 0
    private var isFinished = false

    init(folder: String) throws(ArchiveError) {
        path = "\(folder)/\(RecordID.new().dropFirst(RecordID.prefix.count)).member"
        descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileSystem.error(path, "make the file") }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(path) }
    }

    func append(_ bytes: [UInt8]) throws(ArchiveError) {
        try FileSystem.write(bytes, to: descriptor, path: path)
        count += bytes.count
    }

    func finished() -> SpoolFile {
        isFinished = true
        return SpoolFile(path: path, count: count) { unlink($0) }
    }
}
