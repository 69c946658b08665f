import FoundationEssentials
import Gzip
import WARC

/// A record that is to be written: its fields and its block.
struct RecordDraft {
    private(set) var fields: WARCFields
    let recordID: String
    /// The block is `head` and `body`, one behind the other, so that a page need not be copied to be joined.
    let head: [UInt8]
    let body: [UInt8]

    init(
        _ type: WARCRecordType, date: Date, head: [UInt8] = [], body: [UInt8] = [],
        recordID: String = RecordID.new()
    ) {
        self.recordID = recordID
        self.head = head
        self.body = body
        fields = WARCFields([
            (WARCField.type, type.name), (WARCField.recordID, "<\(recordID)>"),
            (WARCField.date, WARCDate.format(date)),
        ])
    }

    /// Adds a field; nil: it is left out.
    mutating func add(_ name: String, _ value: String?) {
        if let value { fields.append(name, value) }
    }

    /// Adds a field whose value is an identifier in brackets.
    mutating func add(_ name: String, id: String?) {
        if let id { fields.append(name, "<\(id)>") }
    }

    /// The record in a gzip member of its own.
    func member(level: Gzip.Level, algorithm: WARCDigest.Algorithm) -> [UInt8] {
        var fields = fields
        if !head.isEmpty || !body.isEmpty {
            let calculator = PayloadDigest.calculator(algorithm)
            calculator.update(head.span)
            calculator.update(body.span)
            fields.append(WARCField.blockDigest, calculator.finish().description)
        }
        return Gzip.member(WARCSerialiser.record(fields, head: head[...], body: body[...]), level: level)
    }
}
