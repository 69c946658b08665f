/// Something in a record that the standard does not allow and that the reader forgave.
package enum WARCOddity: Sendable, Hashable {
    /// Neither 0.17, 0.18, 1.0 nor 1.1.
    case unknownVersion
    /// A value goes on in a line that begins with white space; WARC/1.1 allows it, readers differ.
    case foldedLine
    /// LF without CR in the header.
    case bareLineFeed
    /// A line of the header that is no field; it was left out.
    case lineWithoutColon(String)
    /// The two line ends behind the block are missing or others; how many CR and LF there are.
    case tail(lineEndBytes: Int)
    /// The gzip member holds more than this record, or the record lies in more than one member.
    case sharesMember
    /// Gzip members without content stand before the record, or between its members; how many.
    case emptyMembers(Int)
}

extension WARCOddity: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownVersion: "the version is none that the standard has"
        case .foldedLine: "a header line is folded"
        case .bareLineFeed: "a header line ends without CR"
        case .lineWithoutColon(let line): "header line \"\(line)\" has no colon"
        case .tail(let bytes): "\(bytes) bytes of line ends stand behind the block, not 4"
        case .emptyMembers(let count): "\(count) gzip members without content stand before its end"
        case .sharesMember: "record and gzip member do not begin and end together"
        }
    }
}
