/// What a record is (ISO 28500:2017 §6).
package enum WARCRecordType: Sendable, Hashable {
    case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
    /// A type that the standard does not name; readers skip it (§5.5). The empty string: no `WARC-Type`.
    case other(String)

    private static let standard: [WARCRecordType] = [
        .warcinfo, .response, .resource, .request, .metadata, .revisit, .conversion, .continuation,
    ]

    /// The type of that name; the standard's names in any case.
    package init(_ name: String) {
        let lower = name.lowercased()
        self = Self.standard.first { $0.name == lower } ?? .other(name)
    }

    /// As it stands in `WARC-Type`.
    package var name: String {
        switch self {
        case .warcinfo: "warcinfo"
        case .response: "response"
        case .resource: "resource"
        case .request: "request"
        case .metadata: "metadata"
        case .revisit: "revisit"
        case .conversion: "conversion"
        case .continuation: "continuation"
        case .other(let name): name
        }
    }
}

extension WARCRecordType: CustomStringConvertible {
    package var description: String { name }
}
