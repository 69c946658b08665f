import Foundation
import HTTPMessages
import TextEncodings

/// Answers the family "encodings".
enum EncodingAnswers {
    static func answer(_ kind: String, _ input: CaseInput) -> [String: Any]? {
        switch kind {
        case "html_encoding":
            let type = input.text("content_type").flatMap { MediaType(extractedFrom: [$0]) }
            let found = EncodingDetection.detect(input.bytes("body_base64") ?? [], contentType: type?.charset)
            return ["encoding": found.encoding.name]
        case "label":
            return ["encoding": TextEncoding(label: input.text("label") ?? "").map(\.name).orNull]
        case "decode":
            guard let encoding = input.text("encoding").flatMap({ TextEncoding(label: $0) }) else {
                return [:]
            }
            return [
                "text": String(decoding: encoding.decode(input.bytes("body_base64") ?? []), as: UTF8.self)
            ]
        default: return nil
        }
    }
}
