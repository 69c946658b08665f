/// Writes records: WARC/1.1, UTF-8, CRLF, no folded lines, fields in a fixed order.
package enum WARCSerialiser {
    /// The order of fields: identity, relations, what the block is, length last. Others stand before the length, in
    /// the order in which they were added.
    static let order: [String] = [
        WARCField.type, WARCField.recordID, WARCField.date, WARCField.filename, WARCField.targetURI,
        WARCField.warcinfoID, WARCField.address, WARCField.concurrentTo, WARCField.profile,
        WARCField.refersTo,
        WARCField.refersToTargetURI, WARCField.refersToDate, WARCField.segmentNumber,
        WARCField.segmentOriginID,
        WARCField.segmentTotalLength, WARCField.contentType, WARCField.payloadDigest, WARCField.blockDigest,
        WARCField.protocolName, WARCField.cipherSuite, WARCField.truncated, WARCField.identifiedPayloadType,
        WARCField.identifiedLanguage,
    ]

    /// What stands behind the block.
    package static let tail: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

    /// The header up to and with its empty line. `Content-Length` is `blockLength`; a field of that name is left out.
    package static func header(_ fields: WARCFields, blockLength: Int64) -> [UInt8] {
        let all = fields.all.filter { !WARCFields.same($0.name, WARCField.contentLength) }
        let ranks = all.map { Self.ranks[$0.name] ?? rank(of: $0.name) }
        var bytes = Array("\(WARCVersion.current)\r\n".utf8)
        bytes.reserveCapacity(bytes.count + fields.bytes.count + 64)
        for index in all.indices.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
            append(all[index].name, all[index].value, to: &bytes)
        }
        append(WARCField.contentLength, String(blockLength), to: &bytes)
        bytes += [0x0D, 0x0A]
        return bytes
    }

    private static let ranks = Dictionary(uniqueKeysWithValues: zip(order, order.indices))

    /// Of a name in another spelling, or none of the table.
    private static func rank(of name: String) -> Int {
        order.firstIndex { WARCFields.same($0, name) } ?? order.count
    }

    private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes += name.utf8
        bytes += [0x3A, 0x20]
        bytes += value.utf8
        bytes += [0x0D, 0x0A]
    }

    /// The whole record without compression; the block is `head` and `body`, one behind the other.
    package static func record(
        _ fields: WARCFields, head: ArraySlice<UInt8> = [], body: ArraySlice<UInt8>
    ) -> [UInt8] {
        let header = header(fields, blockLength: Int64(head.count + body.count))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(header.count + head.count + body.count + tail.count)
        bytes += header
        bytes += head
        bytes += body
        bytes += tail
        return bytes
    }
}
