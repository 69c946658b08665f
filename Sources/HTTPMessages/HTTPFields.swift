/// The fields of a head in the order they were received, duplicates included.
///
/// Names are compared without regard to case (RFC 9110 §5.1).
package struct HTTPFields: Sendable, Equatable {
    package private(set) var fields: [HTTPField]

    package init(_ fields: [HTTPField] = []) { self.fields = fields }

    /// The value of the first field of that name; nil if there is none.
    package subscript(_ name: String) -> String? {
        fields.first { $0.hasName(name) }?.value
    }

    /// The values of all fields of that name, in order.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.hasName(name) }.map(\.value)
    }

    /// The members of a comma-separated list field, over all its lines, trimmed, empty ones left out
    /// (RFC 9110 §5.6.1). Not for values with quoted commas or dates.
    package func list(_ name: String) -> [String] {
        all(name).flatMap { $0.split(separator: ",").map(\.trimmedText) }.filter { !$0.isEmpty }
    }

    package mutating func add(_ name: String, _ value: String) {
        fields.append(HTTPField(name: name, value: value))
    }

    package mutating func add(_ field: HTTPField) { fields.append(field) }

    /// Puts one field in the place of the first of that name, and drops the others; appends it if there is
    /// none.
    package mutating func set(_ name: String, _ value: String) {
        guard let index = fields.firstIndex(where: { $0.hasName(name) }) else { return add(name, value) }
        let field = HTTPField(name: fields[index].name, value: value)
        remove(name)
        fields.insert(field, at: index)
    }

    package mutating func remove(_ name: String) {
        fields.removeAll { $0.hasName(name) }
    }

    /// Field lines as they go over the wire, each ended by CRLF; the blank line is not among them.
    package var serialized: [UInt8] {
        var bytes: [UInt8] = []
        for field in fields {
            bytes += field.name.utf8
            bytes += [0x3A, 0x20]
            bytes += field.raw
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }
}
