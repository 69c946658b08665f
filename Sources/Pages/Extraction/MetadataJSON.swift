/// A JSON value as structured data of pages holds it (schema.org in `script` elements).
enum MetadataJSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([MetadataJSON])
    /// Members in the order of the text, repeats included.
    case object([Member])

    struct Member: Sendable, Equatable {
        let name: String
        let value: MetadataJSON
    }
}

extension MetadataJSON {
    /// The first member of that name; nil if it is no object or has none.
    subscript(name: String) -> MetadataJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string or number; nil for anything else and for empty text.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        default: nil
        }
    }

    /// The elements of an array; anything else is a list of one, null of none.
    var list: [MetadataJSON] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}
