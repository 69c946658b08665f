/// Why bytes could not be read as a gzip member (RFC 1952).
///
/// Every `offset` is the index of the member's first byte in the bytes that were given, or, while streaming,
/// the number of bytes fed before the member began.
package enum GzipError: Error, Sendable, Equatable {
    /// No member starts there: the two magic bytes or the compression method are others (RFC 1952 §2.3.1).
    case notGzip(offset: Int)
    /// The bytes end inside the member: a torn tail, nothing before it contradicts the format.
    case truncated(offset: Int)
    /// The CRC-32 of the inflated bytes is not the one stored behind them.
    case badChecksum(offset: Int)
    /// The number of inflated bytes (modulo 2³²) is not the one stored behind them.
    case badLength(offset: Int)
    /// The member inflates to more than `limit` bytes.
    case tooLarge(limit: Int)
    /// The header or the compressed bytes contradict the format (RFC 1952, RFC 1951).
    case corrupt(offset: Int)
}

extension GzipError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notGzip(let offset): "byte \(offset): no gzip member starts here"
        case .truncated(let offset): "byte \(offset): the bytes end inside the gzip member that starts here"
        case .badChecksum(let offset): "byte \(offset): the gzip member's CRC-32 differs from its content"
        case .badLength(let offset): "byte \(offset): the gzip member's length field differs from its content"
        case .tooLarge(let limit): "a gzip member inflates to more than the limit of \(limit) bytes"
        case .corrupt(let offset): "byte \(offset): the gzip member that starts here is corrupt"
        }
    }
}
