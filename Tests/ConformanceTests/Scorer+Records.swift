import Foundation
import WARC

// How messages and archives are compared.
extension Scorer {
    static func isPayload(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        if expected["failure"].isTrue { return answer["failure"].isTrue }
        guard !answer["failure"].isTrue, answer["status"] == expected["status"] else { return false }
        if expected.has("body_base64") { return answer["body_base64"] == expected["body_base64"] }
        guard let body = answer["body_base64"].text.flatMap({ Data(base64Encoded: $0) }) else {
            return answer["body_sha256"] == expected["body_sha256"]
        }
        return Double(body.count) == expected["body_length"].number
            && .text(sha256([UInt8](body))) == expected["body_sha256"]
    }

    /// In lower-case hexadecimal.
    private static func sha256(_ bytes: [UInt8]) -> String {
        let calculator = PayloadDigest.calculator(.sha256)
        calculator.update(bytes.span)
        return String(calculator.finish().description.dropFirst("sha256:".count))
    }

    /// With `prefix` the file is damaged: the listed records come first, what follows is not compared.
    static func isArchive(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        let wanted = expected["records"].list ?? []
        guard let found = answer["records"].list, found.count >= wanted.count,
            expected["prefix"].isTrue || found.count == wanted.count,
            zip(found, wanted).allSatisfy({ isRecord($0, $1) })
        else { return false }
        return expected["complete"] == .null || answer["complete"] == .null
            || answer["complete"] == expected["complete"]
    }

    /// Only what is known of a record is compared. A digest need not be checked, but one that differs has to be seen.
    private static func isRecord(_ answer: CaseValue, _ expected: CaseValue) -> Bool {
        expected.fields.allSatisfy { name, wanted in
            let found = answer[name]
            return switch name {
            case "uri": bare(found) == bare(wanted)
            case "offset", "length": wanted == .null || isAsGoodAs(found, wanted)
            case "block_digest", "payload_digest":
                found == .null ? wanted != .text("fail") : found == wanted
            default: found == wanted
            }
        }
    }

    /// An address without the brackets around it, its spaces escaped.
    private static func bare(_ uri: CaseValue) -> CaseValue {
        guard let text = uri.text else { return uri }
        let inner = text.trimmingCharacters(in: CharacterSet(charactersIn: "<>"))
        return .text(inner.replacingOccurrences(of: " ", with: "%20"))
    }
}
