import Gzip

/// The content of a WARC file, compressed or not, as one run of bytes of which a part is in memory.
///
/// Content that was used up goes when more comes; until then indices into `bytes` hold.
struct ContentStream {
    /// Why no content comes any more although the file goes on.
    struct Stop: Sendable, Equatable {
        let reason: WARCDamage.Reason
        let offset: Int64
    }

    /// A gzip member that content in `bytes` came from.
    private struct Member {
        /// Where its content begins in `bytes`; negative if that part is gone.
        var index: Int
        let offset: Int64
        /// Behind its last byte; nil while it is read.
        var end: Int64?
        var hasRecord = false
    }

    private static let pieceBytes = 256 << 10
    /// Most room that is kept from one record to the next.
    private static let maximumKept = 8 << 20
    /// Members that are known apart; with more, those within a record are taken as one. Tools write one record a member,
    /// some a large record in a few.
    private static let maximumMembers = 64

    private(set) var bytes: [UInt8] = []
    /// Index of the first byte that is not used up.
    private(set) var position = 0
    /// Set when `more` found damage; cleared by `resynchronise`.
    private(set) var stop: Stop?
    private var source: MemberStream
    private var isStarted = false
    private var isGzip = false
    /// True if nothing of what follows can be read.
    private var isEnded = false
    /// Where `bytes[0]` lies in a file without compression.
    private var base: Int64
    private var members: [Member] = []
    /// Members without content that came since `takeEmptyMembers`.
    private var emptyMembers = 0

    init(_ source: any ByteSource) {
        base = source.start
        self.source = MemberStream(InputWindow(source))
    }

    var available: Int { bytes.count - position }

    /// Where the next byte lies in the file: the byte itself, or the member it came from.
    var offset: Int64 {
        guard isGzip else { return base + Int64(position) }
        guard available > 0 || source.isOpen, let current = currentMember else { return source.offset }
        return members[current].offset
    }

    /// Bytes the file has from the next one on; nil if nobody knows, and of compressed files.
    var remaining: Int64? { isGzip ? nil : source.window.end.map { $0 - offset } }

    /// Brings more content; false at the end and where damage was found (then `stop` is set).
    mutating func more() throws(WARCError) -> Bool {
        if !isStarted { try start() }
        forgetUsed()
        guard stop == nil, !isEnded else { return false }
        let before = bytes.count
        if !isGzip {
            if source.window.available > 0 {
                source.window.take(Self.pieceBytes, into: &bytes)
            } else {
                _ = try source.window.readThrough(Self.pieceBytes, into: &bytes)
            }
            return bytes.count > before
        }
        while bytes.count == before {
            switch try source.more(into: &bytes) {
            case .more: break
            case .began(let offset):
                if members.count >= Self.maximumMembers { joinMembers() }
                members.append(Member(index: before, offset: offset))
            case .end: return false
            case .fault(let error, let offset):
                stop = Stop(reason: .member(error), offset: offset)
                return false
            case .zeros(let offset):
                stop = Stop(reason: .zeros, offset: offset)
                return false
            }
            if !source.isOpen, let last = members.indices.last { endMember(last) }
        }
        return true
    }

    /// Notes the end of a member; one without content is counted and forgotten.
    private mutating func endMember(_ last: Int) {
        members[last].end = source.offset
        guard members[last].index == bytes.count else { return }
        members.removeLast()
        emptyMembers += 1
    }

    /// Joins each member that does not begin with a record to the one before.
    private mutating func joinMembers() {
        var joined: [Member] = []
        for member in members {
            let isWithin =
                member.index != position && bytes.count - member.index >= WARCVersion.probeBytes
                && !WARCVersion.starts(bytes.span, at: member.index)
            if isWithin, let last = joined.indices.last {
                joined[last].end = member.end
            } else {
                joined.append(member)
            }
        }
        members = joined
    }

    /// How many members without content came since the last call.
    mutating func takeEmptyMembers() -> Int {
        defer { emptyMembers = 0 }
        return emptyMembers
    }

    /// Brings content of the record that begins at `position` until `count` bytes are available; false if the file,
    /// or the gzip member before one that begins with a record, has not so many.
    mutating func require(_ count: Int) throws(WARCError) -> Bool {
        while available < count {
            guard try more() else { return false }
            if let last = members.last, last.index > position, WARCVersion.starts(bytes.span, at: last.index)
            {
                return last.index - position >= count
            }
        }
        return true
    }

    /// Content that can be used before a member with a record of its own begins.
    var availableToRecord: Int {
        for member in members
        where member.index > position && WARCVersion.starts(bytes.span, at: member.index) {
            return member.index - position
        }
        return available
    }

    /// Whether the next byte begins a member with a record of its own.
    func isBehind(_ start: RecordStart) -> Bool {
        members.contains {
            $0.index == position && $0.offset > start.offset && WARCVersion.starts(bytes.span, at: position)
        }
    }

    mutating func consume(_ count: Int) { position += min(count, available) }

    /// Uses up line ends, in the member of the next byte only; returns how many.
    mutating func consumeLineEnds() throws(WARCError) -> Int {
        var consumed = 0
        while true {
            let end = position + availableToRecord
            while position < end, bytes[position].isLineEnd {
                position += 1
                consumed += 1
            }
            guard available == 0, !isGzip || source.isOpen else { return consumed }
            guard try more() else { return consumed }
        }
    }

    /// The compressed length of a record that ends at `position`, if members and records begin and end together; nil
    /// if they do not, and in a file without compression.
    func memberLength(ofRecordAt start: RecordStart) -> Int64? {
        guard isGzip, start.isFirstOfMember else { return nil }
        let last: Int?
        if available == 0 {
            last = source.isOpen ? nil : members.indices.last
        } else {
            last = members.firstIndex { $0.index == position }.map { $0 - 1 }
        }
        guard let last, members.indices.contains(last) else { return nil }
        return members[last].end.map { $0 - start.offset }
    }

    /// Where a record begins, for `memberLength`.
    struct RecordStart: Sendable {
        let offset: Int64
        let isFirstOfMember: Bool
    }

    /// Where the record begins whose first byte is the next one.
    var recordStart: RecordStart {
        guard isGzip, let current = currentMember else {
            return RecordStart(offset: offset, isFirstOfMember: true)
        }
        return RecordStart(offset: members[current].offset, isFirstOfMember: !members[current].hasRecord)
    }

    /// Notes that a sound record began there.
    mutating func noteRecord(at start: RecordStart) {
        if let index = members.lastIndex(where: { $0.offset == start.offset }) {
            members[index].hasRecord = true
        }
    }

    /// Whether the file consists of gzip members.
    var isCompressed: Bool { isGzip }

    /// Goes to the next place where a record may begin, behind the one that cannot be read; nil: the stop came between
    /// records. In a member that holds one record the rest is left out, so that nothing inside a payload is taken for
    /// a record.
    mutating func resynchronise(behind start: RecordStart?) throws(WARCError) {
        guard isGzip else {
            isEnded = stop != nil
            stop = nil
            return try seekLine()
        }
        // An empty member before the one that cannot be read begins at the same index.
        for member in members where member.index >= position && member.offset > start?.offset ?? -1 {
            guard WARCVersion.starts(bytes.span, at: member.index) else { continue }
            position = member.index
            return
        }
        if let start, !start.isFirstOfMember, stop == nil, try seekLineInMember() { return }
        while stop == nil, source.isOpen {
            position = bytes.count
            _ = try more()
        }
        position = bytes.count
        guard let stop else { return }
        self.stop = nil
        members.removeAll(keepingCapacity: true)
        try source.seek(behind: stop.offset)
    }

    private var currentMember: Int? { members.lastIndex { $0.index <= position } }

    /// Tells a compressed file from one that is not.
    private mutating func start() throws(WARCError) {
        isStarted = true
        guard try source.window.require(Self.pieceBytes) > 0 else { return }
        switch Self.form(source.window.bytes.span) {
        case .plain: break
        case .gzip: isGzip = true
        case .zstandard: stop = Stop(reason: .zstandard, offset: base)
        }
    }

    private enum Form { case plain, gzip, zstandard }

    private static func form(_ beginning: Span<UInt8>) -> Form {
        if Gzip.isMember(beginning) { return .gzip }
        if isZstandard(beginning) { return .zstandard }
        // Without a line that begins a record: perhaps members behind a damaged beginning.
        guard lineWithRecord(beginning, from: 0, to: beginning.count) == nil else { return .plain }
        return MemberStream.memberWithRecord(in: beginning, from: 0, to: beginning.count) == nil
            ? .plain : .gzip
    }

    /// The magic number of a frame, or of the skippable frame that holds a dictionary (RFC 8878 §3.1).
    private static func isZstandard(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        let magic = (bytes[0], bytes[1], bytes[2], bytes[3])
        return magic == (0x28, 0xB5, 0x2F, 0xFD)
            || (magic == (magic.0, 0x2A, 0x4D, 0x18) && magic.0 & 0xF0 == 0x50)
    }

    /// The first line in that part of the bytes that begins like a record.
    private static func lineWithRecord(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            if bytes[index].lowercased == 0x77, index == 0 || bytes[index - 1].isLineEnd,
                WARCVersion.starts(bytes, at: index)
            {
                return index
            }
            index += 1
        }
        return nil
    }

    private mutating func seekLine() throws(WARCError) {
        position += min(1, available)
        while true {
            if let index = Self.lineWithRecord(bytes.span, from: position, to: bytes.count) {
                position = index
                return
            }
            // The line may begin in what is here and go on in what comes.
            position = max(position, bytes.count - WARCVersion.probeBytes)
            guard try more() else {
                position = bytes.count
                return
            }
        }
    }

    /// The same inside the member of `position`; false if it ends before, which is where `position` is then.
    private mutating func seekLineInMember() throws(WARCError) -> Bool {
        position += min(1, available)
        while true {
            let end = members.first { $0.index > position }?.index ?? bytes.count
            if let index = Self.lineWithRecord(bytes.span, from: position, to: end) {
                position = index
                return true
            }
            guard end == bytes.count, source.isOpen else {
                position = end
                return false
            }
            position = max(position, bytes.count - WARCVersion.probeBytes)
            guard try more() else { return false }
        }
    }

    /// Lets go of the content that was used up.
    private mutating func forgetUsed() {
        guard position > 0 else { return }
        let rest = available
        if rest > 0 {
            bytes.removeSubrange(..<position)
        } else if bytes.capacity > Self.maximumKept {
            bytes = []
        } else {
            // Readers may hold these bytes: then this makes a new buffer instead of copying.
            bytes.removeAll(keepingCapacity: true)
        }
        base += Int64(position)
        // The member of the next byte stays known.
        let gone = rest > 0 || source.isOpen ? currentMember ?? 0 : members.count
        members.removeSubrange(..<gone)
        for index in members.indices { members[index].index -= position }
        position = 0
    }
}
