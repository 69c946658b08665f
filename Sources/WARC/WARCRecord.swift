package import FoundationEssentials

/// One record: a header of named fields and a block (ISO 28500:2017 §4).
package struct WARCRecord: Sendable {
    package var version: WARCVersion
    package var fields: WARCFields
    /// The block; only its beginning if `block.count` is less than `blockLength`.
    ///
    /// A record that was read shares these bytes with its reader. Keeping them costs the reader its buffer, so keep
    /// few and copy what is to live long.
    package var block: ArraySlice<UInt8>
    /// Bytes of the whole block: `Content-Length`.
    package var blockLength: Int64

    package init(
        version: WARCVersion = .current, fields: WARCFields, block: ArraySlice<UInt8>,
        blockLength: Int64? = nil
    ) {
        self.version = version
        self.fields = fields
        self.block = block
        self.blockLength = blockLength ?? Int64(block.count)
    }

    /// False if the reader's limit cut the block.
    package var isWhole: Bool { Int64(block.count) == blockLength }

    package var type: WARCRecordType { WARCRecordType(fields[WARCField.type] ?? "") }

    /// Without brackets; nil if the header has none.
    package var recordID: String? { fields[WARCField.recordID].map(Self.unbracketed) }

    /// Nil if the header has none, or none that can be read.
    package var date: Date? { fields[WARCField.date].flatMap(WARCDate.parse) }

    /// Without the brackets that some tools put around it; nil if the header has none.
    package var targetURI: String? { fields[WARCField.targetURI].map(Self.unbracketed) }

    package var contentType: String? { fields[WARCField.contentType] }

    /// Records of the same capture, without brackets.
    package var concurrentTo: [String] { fields.all(WARCField.concurrentTo).map(Self.unbracketed) }

    /// Without brackets; nil if the header has none.
    package var refersTo: String? { fields[WARCField.refersTo].map(Self.unbracketed) }

    package var payloadDigest: String? { fields[WARCField.payloadDigest] }

    package static func unbracketed(_ value: String) -> String {
        guard value.utf8.first == 0x3C, value.utf8.last == 0x3E, value.utf8.count >= 2 else { return value }
        return String(value.dropFirst().dropLast())
    }
}
