import Foundation

/// The input of one case: JSON fields by name.
struct CaseInput {
    let fields: [String: Any]

    /// The text under `name`; nil if it is absent, null or no text.
    func text(_ name: String) -> String? { fields[name] as? String }

    /// The number under `name`; nil if it is absent, null or no number.
    func number(_ name: String) -> Double? { (fields[name] as? NSNumber)?.doubleValue }

    /// The bytes under `name`, given in Base64; nil if absent.
    func bytes(_ name: String) -> [UInt8]? {
        text(name).flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
    }

    /// The list under `name`; empty if absent.
    func list(_ name: String) -> [Any] { fields[name] as? [Any] ?? [] }
}

/// What answers a case of a family: fields of the answer, or nil for a kind the family does not have.
/// Null is `NSNull()`.
typealias CaseAnswer = @Sendable (_ kind: String, _ input: CaseInput) -> [String: Any]?

extension Optional {
    /// The value, or JSON's null.
    var orNull: Any { map { $0 as Any } ?? NSNull() }
}
