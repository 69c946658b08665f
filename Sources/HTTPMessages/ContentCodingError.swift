/// Why a body is not decoded (RFC 9110 §8.4).
package enum ContentCodingError: Error, Sendable, Equatable {
    /// More codings on top of each other than any honest server applies.
    case tooManyCodings(Int, limit: Int)
    /// The decoded body would have more than `limit` bytes.
    case tooLarge(limit: Int)
    /// The decoded body would have more than `ratio` times the bytes of the encoded one: a decompression
    /// bomb.
    case suspiciousRatio(limit: Int)
}

extension ContentCodingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooManyCodings(let count, let limit):
            "\(count) content codings on one body, at most \(limit) are undone"
        case .tooLarge(let limit): "the body decodes to more than the limit of \(limit) bytes"
        case .suspiciousRatio(let limit):
            "the body decodes to more than \(limit) times its size, which only decompression bombs do"
        }
    }
}
