/// Reads records from WARC files of any tool, version 0.17 to 1.1, gzip members or plain (ISO 28500:2017, Annex D).
///
/// It takes what is not quite right (`WARCOddity`), reports what is damaged (`WARCDamage`) and goes on at the next
/// gzip member or line that begins a record. Memory stays flat whatever the file holds: of a block larger than
/// `Options.maximumBlockBytes` only the beginning is kept, while its digests are computed over all of it.
///
/// Not for use by two threads at once; read several files with several readers.
package final class WARCReader {
    package struct Options: Sendable, Hashable {
        /// Which stated digests are computed and compared; each costs one pass over the bytes.
        package enum Digests: Sendable, Hashable {
            case none, blocks, blocksAndPayloads
        }

        package var digests = Digests.none
        /// Most bytes of a block that a record brings along.
        package var maximumBlockBytes = 32 << 20

        package init(digests: Digests = .none, maximumBlockBytes: Int = 32 << 20) {
            self.digests = digests
            self.maximumBlockBytes = max(maximumBlockBytes, 0)
        }
    }

    package enum Item: Sendable {
        case record(ReadRecord)
        /// A stretch of the file that holds no readable record.
        case damage(WARCDamage)
    }

    /// Name of the file in messages.
    package let file: String
    private let options: Options
    private var content: ContentStream
    private let verifier = BlockVerifier()

    package init(_ source: any ByteSource, file: String, options: Options = Options()) {
        self.file = file
        self.options = options
        content = ContentStream(source)
    }

    /// The next record or damaged place; nil at the end.
    package func next() throws(WARCError) -> Item? {
        _ = try content.consumeLineEnds()
        while content.available == 0 {
            guard try !content.more() else {
                _ = try content.consumeLineEnds()
                continue
            }
            guard let stop = content.stop else { return nil }
            try content.resynchronise(behind: nil)
            return .damage(WARCDamage(file: file, offset: stop.offset, reason: stop.reason))
        }
        let start = content.recordStart
        switch try readRecord(from: start) {
        case .success(let record):
            content.noteRecord(at: start)
            return .record(record)
        case .failure(let damage):
            try content.resynchronise(behind: start)
            return .damage(damage)
        }
    }

    /// The record that a source begins with: one gzip member, or plain.
    package static func record(
        from source: any ByteSource, file: String, options: Options = Options()
    ) throws(WARCError) -> ReadRecord {
        let start = source.start
        let reader = WARCReader(source, file: file, options: options)
        switch try reader.next() {
        case .record(let record): return record
        case .damage(let damage): throw .noRecord(file: file, offset: damage.offset, damage: damage.reason)
        case nil: throw .noRecord(file: file, offset: start, damage: .torn(stated: nil, found: 0))
        }
    }

    /// Reads the record that begins at the next byte of content.
    private func readRecord(
        from start: ContentStream.RecordStart
    ) throws(WARCError) -> Result<ReadRecord, WARCDamage> {
        _ = try content.require(WARCVersion.probeBytes)
        guard WARCVersion.starts(content.bytes.span, at: content.position) else {
            let beginning = RecordHeader.beginning(content.bytes.span, at: content.position)
            let isZero = content.bytes[content.position] == 0
            return damaged(start, isZero ? .zeros : .noRecord(beginning: beginning))
        }
        guard let headerLength = try lengthOfHeader() else {
            let isEndless = content.availableToRecord > RecordHeader.maximumBytes
            return damaged(
                start,
                isEndless
                    ? .endlessHeader(limit: RecordHeader.maximumBytes)
                    : .torn(stated: nil, found: Int64(content.availableToRecord)))
        }
        let header: RecordHeader
        do throws(RecordHeader.BadHeader) {
            header = try RecordHeader(content.bytes[content.position..<(content.position + headerLength)])
        } catch {
            return damaged(start, error.reason)
        }
        if let remaining = content.remaining, header.blockLength > remaining - Int64(headerLength) {
            return damaged(start, .torn(stated: header.blockLength, found: remaining - Int64(headerLength)))
        }
        let (block, check): (ArraySlice<UInt8>, (block: DigestCheck, payload: DigestCheck))
        if header.blockLength <= Int64(options.maximumBlockBytes) {
            let end = headerLength + Int(header.blockLength)
            _ = try content.require(end + Self.usualTailBytes)
            guard content.availableToRecord >= end else {
                let found = Int64(content.availableToRecord - headerLength)
                return damaged(start, .torn(stated: header.blockLength, found: found))
            }
            block = content.bytes[(content.position + headerLength)..<(content.position + end)]
            check = checked(block, of: header.fields)
            content.consume(end)
        } else {
            content.consume(headerLength)
            guard let found = try passLargeBlock(of: header, from: start) else {
                return damaged(
                    start, .torn(stated: header.blockLength, found: header.blockLength - bytesMissing))
            }
            (block, check) = found
        }
        let tail = try content.consumeLineEnds()
        // The member's checksum, or the rest of its content, comes behind the record.
        if let stop = content.stop, stop.offset == start.offset { return damaged(start, stop.reason) }
        let memberLength = content.memberLength(ofRecordAt: start)
        var oddities = header.oddities
        if tail != Self.usualTailBytes { oddities.append(.tail(lineEndBytes: tail)) }
        if content.isCompressed, memberLength == nil { oddities.append(.sharesMember) }
        let emptyMembers = content.takeEmptyMembers()
        if emptyMembers > 0 { oddities.append(.emptyMembers(emptyMembers)) }
        let plainLength = Int64(headerLength) + header.blockLength + Int64(min(tail, Self.usualTailBytes))
        let record = WARCRecord(
            version: header.version, fields: header.fields, block: block, blockLength: header.blockLength)
        return .success(
            ReadRecord(
                record: record, offset: start.offset,
                length: content.isCompressed ? memberLength : plainLength,
                blockDigest: check.block, payloadDigest: check.payload, oddities: oddities))
    }

    /// CRLF twice (ISO 28500:2017 §4).
    private static let usualTailBytes = 4

    /// Bytes of the block that were missing when `passLargeBlock` met the end.
    private var bytesMissing: Int64 = 0

    private func damaged(
        _ start: ContentStream.RecordStart, _ reason: WARCDamage.Reason
    ) -> Result<ReadRecord, WARCDamage> {
        .failure(WARCDamage(file: file, offset: start.offset, reason: content.stop?.reason ?? reason))
    }

    /// Nil if the content, or `RecordHeader.maximumBytes` of it, ends before the header does.
    private func lengthOfHeader() throws(WARCError) -> Int? {
        var search = RecordHeader.EndSearch()
        while true {
            let end = content.position + content.availableToRecord
            if let length = search.length(content.bytes.span, from: content.position, to: end) {
                return length
            }
            guard content.availableToRecord <= RecordHeader.maximumBytes else { return nil }
            guard try content.require(content.available + 1) else { return nil }
        }
    }

    private func checked(
        _ block: ArraySlice<UInt8>, of fields: WARCFields
    ) -> (block: DigestCheck, payload: DigestCheck) {
        guard options.digests != .none else { return (.absent, .absent) }
        verifier.begin(fields, beginning: block.span, options.digests)
        verifier.update(block.span)
        return verifier.finish(whole: block)
    }

    /// Reads over a block that is not kept; its beginning and what its digests say, or nil if it is torn.
    private func passLargeBlock(
        of header: RecordHeader, from start: ContentStream.RecordStart
    ) throws(WARCError) -> (ArraySlice<UInt8>, (block: DigestCheck, payload: DigestCheck))? {
        _ = try content.require(options.maximumBlockBytes)
        let kept = min(options.maximumBlockBytes, content.availableToRecord)
        let beginning = Array(content.bytes[content.position..<(content.position + kept)])
        if options.digests != .none {
            verifier.begin(header.fields, beginning: beginning.span, options.digests)
        }
        bytesMissing = header.blockLength
        while bytesMissing > 0 {
            let piece = Int(min(bytesMissing, Int64(content.availableToRecord)))
            if options.digests != .none {
                let bytes = content.bytes[content.position..<(content.position + piece)]
                verifier.update(bytes.span)
            }
            content.consume(piece)
            bytesMissing -= Int64(piece)
            guard bytesMissing > 0 else { break }
            if content.available == 0, try !content.more() { return nil }
            if content.isBehind(start) { return nil }
        }
        let check = options.digests != .none ? verifier.finish(whole: nil) : (.absent, .absent)
        return (beginning[...], check)
    }
}
