/// Why a feed was not read as it should be.
package enum FeedDamage: Error, Sendable, Equatable {
    /// The file ends in the middle.
    case cutOff
    /// The XML is not well-formed from some line on; what could be repaired or came before is read.
    case malformed(line: Int, reason: String)
    /// More entries than are read.
    case tooManyEntries(limit: Int)
    /// A longer file than is read.
    case tooLarge(limit: Int)
    /// Entities that multiply the text, as attacks on XML parsers do.
    case entityExpansion
    /// Elements nested deeper than any feed has them.
    case tooDeep(limit: Int)
}

extension FeedDamage: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cutOff: "the feed ends in the middle; the entries before it are used"
        case .malformed(let line, let reason):
            "the feed's XML is broken at line \(line) (\(reason)); what is readable of it is used"
        case .tooManyEntries(let limit):
            "the feed has more than \(limit) entries; the first \(limit) are used"
        case .tooLarge(let limit): "the feed has more than \(limit) bytes; the entries up to there are used"
        case .entityExpansion: "the feed's entities multiply its text; the entries before it are used"
        case .tooDeep(let limit): "the feed nests more than \(limit) elements; the entries before it are used"
        }
    }
}
