import CCodecs

/// Inflates a gzip member piece by piece: for members too large for memory, and for torn ones.
///
/// Not for use by two threads at once.
package final class GzipStreamReader {
    /// What one call of `inflate` did.
    package struct Step: Sendable, Equatable {
        /// Bytes taken from the input.
        package let consumed: Int
        /// Whether the member is complete and its checksum and length are right; feed no more before
        /// `startMember`.
        package let isMemberEnd: Bool
    }

    private static let pieceBytes = 64 << 10

    /// Most bytes the contents of all members together may have.
    private let limit: Int
    /// Where the current member starts.
    private var memberStart: Int
    /// Bytes taken from the input in the current member.
    package private(set) var consumed = 0
    /// Bytes of content given out, of all members.
    package private(set) var produced = 0
    private let stream: UnsafeMutablePointer<z_stream>
    private let piece: UnsafeMutableRawBufferPointer

    /// A reader at the start of a member.
    ///
    /// - Parameters:
    ///   - limit: Most bytes of content; beyond it `tooLarge` is thrown.
    ///   - offset: Where the member starts in its file; only errors name it.
    package init(limit: Int, offset: Int = 0) {
        self.limit = limit
        memberStart = offset
        // Safety: zlib keeps a pointer to the stream, so the stream lives at one address until `deinit`.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        piece = .allocate(byteCount: Self.pieceBytes, alignment: 16)
        // 15 bits of window, and 16 for "gzip, nothing else".
        let result = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib has memory for a stream")
    }

    /// Makes the reader ready for the member behind the one that ended.
    package func startMember() {
        memberStart += consumed
        consumed = 0
        _ = inflateReset(stream)
    }

    /// Appends to `output` what `input` inflates to, and stops at the member's end, at the end of `input`, or
    /// once `maximum` bytes have been appended (then call again with the rest of the input).
    ///
    /// What could be inflated before an error is in `output` when the error is thrown. `truncated` is never
    /// thrown: whoever has no more input and saw no end knows.
    package func inflate(
        _ input: Span<UInt8>, into output: inout [UInt8], maximum: Int = .max
    ) throws(GzipError) -> Step {
        var taken = 0
        var appended = 0
        while true {
            let offered = min(input.count - taken, Int(UInt32.max))
            let room = min(Self.pieceBytes, maximum - appended)
            guard room > 0 else { return Step(consumed: taken, isMemberEnd: false) }
            // Safety: both buffers outlive the call; the pointers are cleared behind it.
            let result = input.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.advanced(by: taken).assumingMemoryBound(to: UInt8.self)
                stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
                stream.pointee.avail_in = UInt32(offered)
                stream.pointee.next_out = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_out = UInt32(room)
                defer { stream.pointee.next_in = nil }
                return CCodecs.inflate(stream, Z_NO_FLUSH)
            }
            let used = offered - Int(stream.pointee.avail_in)
            let inflated = room - Int(stream.pointee.avail_out)
            taken += used
            consumed += used
            let allowed = min(inflated, max(limit - produced, 0))
            output.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<allowed]))
            produced += allowed
            appended += allowed
            guard allowed == inflated else { throw .tooLarge(limit: limit) }
            switch result {
            case Z_STREAM_END: return Step(consumed: taken, isMemberEnd: true)
            case Z_OK where used > 0 || inflated > 0: continue
            case Z_OK, Z_BUF_ERROR: return Step(consumed: taken, isMemberEnd: false)
            default: throw error()
            }
        }
    }

    /// What zlib's message says, as an error.
    private func error() -> GzipError {
        switch stream.pointee.msg.map({ String(cString: $0) }) {
        case "incorrect header check", "unknown compression method": .notGzip(offset: memberStart)
        case "incorrect data check": .badChecksum(offset: memberStart)
        case "incorrect length check": .badLength(offset: memberStart)
        default: .corrupt(offset: memberStart)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        piece.deallocate()
    }
}
