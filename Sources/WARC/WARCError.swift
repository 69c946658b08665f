/// Why records could not be read at all; what is wrong with single records is a `WARCDamage`.
package enum WARCError: Error, Sendable, Equatable {
    /// The file system refused to give bytes.
    case unreadable(file: String, offset: Int64, reason: String)
    /// No record lies where one was said to be.
    case noRecord(file: String, offset: Int64, damage: WARCDamage.Reason)
}

extension WARCError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let file, let offset, let reason):
            "\(file), byte \(offset): cannot be read: \(reason)"
        case .noRecord(let file, let offset, let damage):
            "\(file), byte \(offset): \(damage); newshound verify lists the damage"
        }
    }
}
