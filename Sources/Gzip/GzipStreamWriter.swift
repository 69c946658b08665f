import CCodecs

/// Writes one gzip member piece by piece, with zlib: for bodies that lie in files.
///
/// The header is the one `Gzip.member` writes: no time, no name, operating system "unknown". Not for use by
/// two threads at once.
package final class GzipStreamWriter {
    private static let pieceBytes = 64 << 10
    /// "Unknown" among the operating systems of RFC 1952 §2.3.1, as libdeflate writes.
    private static let unknownSystem: Int32 = 255

    private let stream: UnsafeMutablePointer<z_stream>
    private let header: UnsafeMutablePointer<gz_header>
    private let piece: UnsafeMutableRawBufferPointer
    private var isFinished = false

    package init(level: Gzip.Level = .archive) {
        // Safety: zlib keeps pointers to stream and header, so both live at one address until `deinit`.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        header = .allocate(capacity: 1)
        header.initialize(to: gz_header())
        header.pointee.os = Self.unknownSystem
        piece = .allocate(byteCount: Self.pieceBytes, alignment: 16)
        // 15 bits of window, and 16 for "gzip"; memory level 8 is zlib's default.
        let result = deflateInit2_(
            stream, level.rawValue, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib has memory for a stream")
        deflateSetHeader(stream, header)
    }

    /// Takes `bytes` and appends to `output` what is ready of the member.
    package func write(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
        precondition(!isFinished, "nothing is written behind the end of a member")
        var taken = 0
        while taken < bytes.count {
            taken += deflate(bytes.extracting(taken...), flush: Z_NO_FLUSH, into: &output).used
        }
    }

    /// Appends the rest of the member, checksum and length included; the writer is of no use afterwards.
    package func finish(into output: inout [UInt8]) {
        guard !isFinished else { return }
        isFinished = true
        let nothing: [UInt8] = []
        while !deflate(nothing.span, flush: Z_FINISH, into: &output).isEnd {}
    }

    private func deflate(
        _ bytes: Span<UInt8>, flush: Int32, into output: inout [UInt8]
    ) -> (used: Int, isEnd: Bool) {
        let offered = min(bytes.count, Int(UInt32.max))
        // Safety: both buffers outlive the call; the pointer to the input is cleared behind it.
        let result = bytes.withUnsafeBytes { input in
            let start = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
            stream.pointee.avail_in = UInt32(offered)
            stream.pointee.next_out = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(Self.pieceBytes)
            defer { stream.pointee.next_in = nil }
            return CCodecs.deflate(stream, flush)
        }
        precondition(result != Z_STREAM_ERROR, "the stream is only changed by zlib")
        let ready = Self.pieceBytes - Int(stream.pointee.avail_out)
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<ready]))
        return (offered - Int(stream.pointee.avail_in), result == Z_STREAM_END)
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        header.deallocate()
        piece.deallocate()
    }
}
