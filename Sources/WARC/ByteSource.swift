/// Bytes that come one after the other: a file, standard input, an array.
package protocol ByteSource {
    /// Appends at most `count` bytes, at least one unless the end is reached, to `buffer`; returns how many.
    mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(WARCError) -> Int

    /// All bytes there are from the source's first on; nil if nobody knows.
    var size: Int64? { get }

    /// Where the source's first byte lies in its file; record offsets and messages count from the file's start.
    var start: Int64 { get }
}

/// Bytes in memory as a source.
package struct ArraySource: ByteSource {
    private var rest: ArraySlice<UInt8>
    package let size: Int64?
    package let start: Int64

    package init(_ bytes: [UInt8], start: Int64 = 0) {
        rest = bytes[...]
        size = Int64(bytes.count)
        self.start = start
    }

    package mutating func read(_ count: Int, into buffer: inout [UInt8]) -> Int {
        let piece = rest.prefix(count)
        buffer.append(contentsOf: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}
