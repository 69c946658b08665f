/// Which fields a record of each type must, may and must not have (ISO 28500:2017 §5, §6).
package enum WARCHeaderRules {
    /// A field and the types it concerns.
    struct Rule {
        let field: String
        /// Types that must have it.
        var mandatory: Set<WARCRecordType> = []
        /// Types that must not have it.
        var forbidden: Set<WARCRecordType> = []
        var isRepeatable = false
    }

    /// What a header does against the rules.
    package enum Violation: Sendable, Hashable {
        case missing(field: String)
        case forbidden(field: String)
        case repeated(field: String)
        /// The block has bytes, and nothing says what they are.
        case noContentType
        case badValue(field: String, value: String)
    }

    private static let all: Set<WARCRecordType> = [
        .warcinfo, .response, .resource, .request, .metadata, .revisit, .conversion, .continuation,
    ]

    static let rules: [Rule] = [
        Rule(field: WARCField.type, mandatory: all),
        Rule(field: WARCField.recordID, mandatory: all),
        Rule(field: WARCField.date, mandatory: all),
        Rule(field: WARCField.contentLength, mandatory: all),
        Rule(field: WARCField.contentType),
        Rule(
            field: WARCField.concurrentTo, forbidden: [.warcinfo, .conversion, .continuation],
            isRepeatable: true),
        Rule(field: WARCField.blockDigest),
        Rule(field: WARCField.payloadDigest),
        Rule(field: WARCField.address, forbidden: [.warcinfo, .conversion, .continuation]),
        Rule(
            field: WARCField.refersTo, forbidden: [.warcinfo, .response, .resource, .request, .continuation]),
        Rule(field: WARCField.refersToTargetURI, forbidden: all.subtracting([.revisit, .metadata])),
        Rule(field: WARCField.refersToDate, forbidden: all.subtracting([.revisit, .metadata])),
        Rule(
            field: WARCField.targetURI,
            mandatory: [.response, .resource, .request, .revisit, .conversion, .continuation],
            forbidden: [.warcinfo]),
        Rule(field: WARCField.truncated),
        Rule(field: WARCField.warcinfoID),
        Rule(field: WARCField.filename, forbidden: all.subtracting([.warcinfo])),
        Rule(field: WARCField.profile, mandatory: [.revisit]),
        Rule(field: WARCField.identifiedPayloadType),
        Rule(field: WARCField.segmentNumber, mandatory: [.continuation]),
        Rule(
            field: WARCField.segmentOriginID, mandatory: [.continuation],
            forbidden: all.subtracting([.continuation])),
        Rule(field: WARCField.segmentTotalLength, forbidden: all.subtracting([.continuation])),
        Rule(field: WARCField.protocolName, isRepeatable: true),
        Rule(field: WARCField.cipherSuite),
        Rule(field: WARCField.identifiedLanguage),
    ]

    /// All that is wrong with a record's header, in the order of the table; empty for a good one. Fields that the
    /// table does not name are allowed (§4); types that the standard does not name must have the four fields that all
    /// have.
    package static func violations(in record: WARCRecord) -> [Violation] {
        let type = record.type
        var found: [Violation] = []
        for rule in rules {
            let count = record.fields.count(of: rule.field)
            let isMandatory = rule.mandatory.contains(type) || (isUnknown(type) && rule.mandatory == all)
            if count == 0, isMandatory { found.append(.missing(field: rule.field)) }
            if count > 0, rule.forbidden.contains(type) { found.append(.forbidden(field: rule.field)) }
            if count > 1, !rule.isRepeatable { found.append(.repeated(field: rule.field)) }
        }
        let isContentTypeNeeded = record.blockLength > 0 && type != .continuation
        if isContentTypeNeeded, !record.fields.contains(WARCField.contentType) {
            found.append(.noContentType)
        }
        for (field, isGood) in valueRules {
            for value in record.fields.all(field) where !isGood(value) {
                found.append(.badValue(field: field, value: value))
            }
        }
        return found
    }

    private static func isUnknown(_ type: WARCRecordType) -> Bool {
        if case .other = type { true } else { false }
    }

    /// What the value of a field must look like.
    private static let valueRules: [(field: String, isGood: @Sendable (String) -> Bool)] = [
        (WARCField.recordID, isBracketed), (WARCField.concurrentTo, isBracketed),
        (WARCField.refersTo, isBracketed),
        (WARCField.warcinfoID, isBracketed), (WARCField.segmentOriginID, isBracketed),
        (WARCField.date, { WARCDate.parse($0) != nil }),
        (
            WARCField.targetURI,
            { !$0.utf8.isEmpty && $0.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != 0x3C && $0 != 0x3E } }
        ),
        (WARCField.truncated, { ["length", "time", "disconnect", "unspecified"].contains($0) }),
    ]

    /// A URI in angle brackets without white space (§5.2).
    @Sendable private static func isBracketed(_ value: String) -> Bool {
        guard value.hasPrefix("<"), value.hasSuffix(">"), value.utf8.count > 2 else { return false }
        return value.utf8.contains(0x3A) && !value.utf8.contains { $0.isBlank }
    }
}

extension WARCHeaderRules.Violation: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let field): "has no \(field)"
        case .forbidden(let field): "must not have \(field)"
        case .repeated(let field): "has more than one \(field)"
        case .noContentType: "has a block and no Content-Type"
        case .badValue(let field, let value): "\(field) \"\(value)\" is not as the standard wants it"
        }
    }
}
