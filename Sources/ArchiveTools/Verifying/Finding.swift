/// Something wrong in an archive: where, and what.
package struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// Damage makes `verify` end with status 8; a notice and a remark do not.
    package enum Weight: String, Sendable, Hashable {
        /// Something is lost, wrong or against the standard's "must".
        case damage
        /// Something the user should know of a sound archive.
        case notice
        /// Something unusual.
        case remark
    }

    package let file: String
    /// Nil: it concerns the file as a whole, or none.
    package let offset: Int64?
    package let weight: Weight
    package let reason: String

    package var description: String {
        (offset.map { "\(file), byte \($0): " } ?? "\(file): ") + reason
    }

    /// The finding as one line of JSON, without a line end.
    package var json: String {
        var object = JSONText()
        object.add("file", file)
        if let offset { object.add("offset", offset) }
        object.add("weight", weight.rawValue)
        object.add("reason", reason)
        return object.finished
    }
}
