import Foundation
import WARC

/// Answers the family `warc`.
enum WARCAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        switch kind {
        case "warc_list": list(input)
        default: nil
        }
    }

    /// The records of a file, and whether nothing of it had to be skipped.
    private static func list(_ input: CaseInput) -> [String: Any]? {
        guard let path = input.text("path"), let bytes = FileManager.default.contents(atPath: path) else {
            return nil
        }
        let reader = WARCReader(
            ArraySource([UInt8](bytes)), file: path, options: WARCReader.Options(digests: .blocksAndPayloads))
        var records: [[String: Any]] = []
        var isComplete = true
        do {
            while let item = try reader.next() {
                switch item {
                case .record(let found): records.append(row(found))
                case .damage: isComplete = false
                }
            }
        } catch {
            isComplete = false
        }
        return ["records": records, "complete": isComplete]
    }

    private static func row(_ found: ReadRecord) -> [String: Any] {
        let fields = found.record.fields
        var row: [String: Any] = [
            "offset": found.offset, "length": found.record.blockLength,
            "type": fields[WARCField.type].orNull, "uri": found.record.targetURI.orNull,
            "id": fields[WARCField.recordID].orNull,
        ]
        row["block_digest"] = verdict(found.blockDigest)
        row["payload_digest"] = verdict(found.payloadDigest)
        return row
    }

    /// Nil where nothing could be compared.
    private static func verdict(_ check: DigestCheck) -> String? {
        switch check {
        case .absent, .unverifiable: nil
        case .matches: "pass"
        case .differs: "fail"
        }
    }
}
