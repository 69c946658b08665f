import Gzip

/// Inflates a file of gzip members, one after the other; small ones at once, huge ones piece by piece.
struct MemberStream {
    /// What one call of `more` did.
    enum Step: Sendable, Equatable {
        /// Content of the same member came.
        case more
        /// A member began, and content of it came, perhaps none.
        case began(offset: Int64)
        case end
        /// The member at that offset cannot be read on.
        case fault(GzipError, offset: Int64)
        /// Zero bytes stand where a member should begin.
        case zeros(offset: Int64)
    }

    /// Members with more content than this are read piece by piece.
    private static let maximumAtOnce = 16 << 20
    /// Content that one step brings of such a member.
    private static let pieceBytes = 256 << 10
    /// Compressed bytes that are at hand when a member is begun, if the file has them.
    private static let lookahead = 512 << 10
    /// The same for the second try.
    private static let furtherLookahead = 8 << 20

    /// Read directly only where the file is not compressed.
    var window: InputWindow
    private let inflater = MemberInflater()
    /// Reads the member that is open; nil between members.
    private var reader: GzipStreamReader?
    /// Where the member begins that was begun last.
    private(set) var memberOffset: Int64 = 0

    init(_ window: InputWindow) { self.window = window }

    /// Whether a member is read piece by piece and has not ended.
    var isOpen: Bool { reader != nil }

    /// Where the next compressed byte lies: behind the last member, if none is open.
    var offset: Int64 { window.offset }

    /// Appends content to `output`.
    mutating func more(into output: inout [UInt8]) throws(WARCError) -> Step {
        if reader != nil { return try readOn(into: &output) }
        guard try window.require(Self.lookahead) > 0 else { return .end }
        memberOffset = window.offset
        guard Gzip.isMember(window.bytes.span, at: window.position) else {
            if window.bytes[window.position] == 0 { return .zeros(offset: memberOffset) }
            let isCut = window.available < 3
            return .fault(isCut ? .truncated(offset: 0) : .notGzip(offset: 0), offset: memberOffset)
        }
        var outcome = attempt(into: &output)
        if outcome == .bad, !window.isAtEnd {
            _ = try window.require(Self.furtherLookahead)
            outcome = attempt(into: &output)
        }
        if case .whole(let consumed) = outcome {
            window.consume(consumed)
            return .began(offset: memberOffset)
        }
        reader = GzipStreamReader(limit: .max)
        let step = try readOn(into: &output)
        return step == .more ? .began(offset: memberOffset) : step
    }

    private mutating func attempt(into output: inout [UInt8]) -> MemberInflater.Outcome {
        inflater.inflate(window.bytes.span, at: window.position, limit: Self.maximumAtOnce, into: &output)
    }

    private mutating func readOn(into output: inout [UInt8]) throws(WARCError) -> Step {
        guard let reader else { return .end }
        let before = output.count
        while output.count == before {
            guard try window.require(1) > 0 else {
                self.reader = nil
                return .fault(.truncated(offset: 0), offset: memberOffset)
            }
            let step: GzipStreamReader.Step
            do throws(GzipError) {
                let start = window.position
                step = try reader.inflate(
                    window.bytes.span.extracting(start...), into: &output, maximum: Self.pieceBytes)
            } catch {
                self.reader = nil
                return .fault(error, offset: memberOffset)
            }
            window.consume(step.consumed)
            if step.isMemberEnd {
                self.reader = nil
                return .more
            }
        }
        return .more
    }

    /// Ends the open member and goes to the next place behind `offset` where a member with a record begins, or to the
    /// end.
    mutating func seek(behind offset: Int64) throws(WARCError) {
        reader = nil
        if offset < window.base || !window.move(to: offset) { _ = window.move(to: window.base) }
        window.consume(window.offset == offset ? 1 : 0)
        while try window.require(Self.lookahead) >= 3 {
            // A member whose first bytes stand at the window's end is found when more has come.
            let end = window.isAtEnd ? window.bytes.count : window.bytes.count - Self.probeBytes
            if let index = Self.memberWithRecord(in: window.bytes.span, from: window.position, to: end) {
                return window.consume(index - window.position)
            }
            window.consume(end - window.position)
        }
        window.consume(window.available)
    }

    /// Compressed bytes that are enough to see how a member's content begins.
    private static let probeBytes = 64 << 10

    /// Where in that part of the bytes the first member begins whose content begins with a record.
    ///
    /// The three bytes by which a member is known also occur inside compressed bytes, so a beginning is tried.
    static func memberWithRecord(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            if bytes[index] == 0x1F, Gzip.isMember(bytes, at: index), holdsRecord(bytes, at: index) {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func holdsRecord(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var content: [UInt8] = []
        let reader = GzipStreamReader(limit: .max)
        do throws(GzipError) {
            let probe = bytes.extracting(start..<min(bytes.count, start + probeBytes))
            _ = try reader.inflate(probe, into: &content, maximum: WARCVersion.probeBytes)
        } catch {
            return false
        }
        return WARCVersion.starts(content.span, at: 0)
    }
}
