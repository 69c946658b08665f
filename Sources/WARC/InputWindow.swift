/// The part of a source that is being looked at: bytes come in at the end and leave at the front.
struct InputWindow {
    /// How much is read at once.
    private static let pieceBytes = 1 << 20

    private var source: any ByteSource
    private(set) var bytes: [UInt8] = []
    /// Index of the first byte that is not used up.
    private(set) var position = 0
    /// Where `bytes[0]` lies in the file.
    private(set) var base: Int64
    private(set) var isAtEnd = false

    init(_ source: any ByteSource) {
        self.source = source
        base = source.start
    }

    /// Bytes that are here and not used up.
    var available: Int { bytes.count - position }

    /// Where the next byte lies in the file.
    var offset: Int64 { base + Int64(position) }

    /// Where the source ends in the file; nil if nobody knows.
    var end: Int64? { source.size.map { source.start + $0 } }

    /// Reads on until `count` bytes are available or the source ends; returns how many are available.
    mutating func require(_ count: Int) throws(WARCError) -> Int {
        while available < count, !isAtEnd { try readMore(max(count - available, Self.pieceBytes)) }
        return available
    }

    mutating func consume(_ count: Int) { position += min(count, available) }

    /// Goes to a place that is still in the window; false, and nothing happens, if it is not.
    mutating func move(to offset: Int64) -> Bool {
        guard offset >= base, offset <= base + Int64(bytes.count) else { return false }
        position = Int(offset - base)
        return true
    }

    /// Appends at most `count` of the available bytes to `output` and uses them up.
    mutating func take(_ count: Int, into output: inout [UInt8]) {
        let piece = bytes[position..<(position + min(count, available))]
        output.append(contentsOf: piece)
        position += piece.count
    }

    /// Appends the next bytes of the source to `output` without keeping them; the window must be empty.
    mutating func readThrough(_ count: Int, into output: inout [UInt8]) throws(WARCError) -> Int {
        let read = try source.read(count, into: &output)
        base += Int64(bytes.count + read)
        bytes.removeAll(keepingCapacity: true)
        position = 0
        if read == 0 { isAtEnd = true }
        return read
    }

    private mutating func readMore(_ count: Int) throws(WARCError) {
        if position > 0 {
            base += Int64(position)
            bytes.removeSubrange(..<position)
            position = 0
        }
        bytes.reserveCapacity(bytes.count + count)
        if try source.read(count, into: &bytes) == 0 { isAtEnd = true }
    }
}
