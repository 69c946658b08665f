import CCodecs

/// The decoders of zlib, brotli and zstd, run over a whole body.
enum StreamDecoding {
    /// Bytes of decoded output taken at a time.
    private static let pieceBytes = 64 << 10
    /// Largest window a zstd frame may ask for: 8 MiB, the limit of RFC 9659 §2 for this content coding.
    private static let largestWindowLog: Int32 = 23

    /// Where a decoder stands after a step.
    private enum Step {
        case goesOn
        case ends(DecodedStage.End)
    }

    /// Deflate, in zlib's wrapper (RFC 1950) or bare (RFC 1951).
    static func deflate(_ bytes: [UInt8], isWrapped: Bool, limit: Int) -> DecodedStage {
        // Safety: zlib keeps a pointer to its stream, so the stream lives at one address until the end.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        defer { unsafe stream.deallocate() }
        // Safety: the version and the size are those this was compiled with.
        let ready = unsafe inflateInit2_(
            stream, isWrapped ? 15 : -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard ready == Z_OK else { return DecodedStage(bytes: [], end: .corrupt) }
        // Safety: the stream was made ready above and is ended once.
        defer { unsafe _ = inflateEnd(stream) }
        return unsafe run(bytes, limit: limit) { input, position, output in
            let offered = min(input.count - position, Int(UInt32.max))
            // Safety: both buffers outlive the call, and zlib is told how long they are.
            unsafe stream.pointee.next_in = UnsafeMutablePointer(
                mutating: input.baseAddress?.advanced(by: position))
            unsafe stream.pointee.avail_in = UInt32(offered)
            unsafe stream.pointee.next_out = output.baseAddress
            unsafe stream.pointee.avail_out = UInt32(output.count)
            let result = unsafe inflate(stream, Z_NO_FLUSH)
            unsafe position += offered - Int(stream.pointee.avail_in)
            let made = unsafe output.count - Int(stream.pointee.avail_out)
            switch result {
            case Z_STREAM_END: return (made, .ends(.complete))
            case Z_OK where made > 0 || position < input.count: return (made, .goesOn)
            case Z_OK, Z_BUF_ERROR: return (made, .ends(.cutOff))
            default: return (made, .ends(.corrupt))
            }
        }
    }

    /// Brotli (RFC 7932).
    static func brotli(_ bytes: [UInt8], limit: Int) -> DecodedStage {
        // Safety: no allocator of our own; the state is freed once.
        guard let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else {
            return DecodedStage(bytes: [], end: .corrupt)
        }
        defer { unsafe BrotliDecoderDestroyInstance(state) }
        return unsafe run(bytes, limit: limit) { input, position, output in
            var availableIn = input.count - position
            // Safety: both buffers outlive the call, and brotli is told how long they are.
            var nextIn = unsafe input.baseAddress?.advanced(by: position)
            var availableOut = output.count
            var nextOut = output.baseAddress
            let result = unsafe BrotliDecoderDecompressStream(
                state, &availableIn, &nextIn, &availableOut, &nextOut, nil)
            position = input.count - availableIn
            let made = output.count - availableOut
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS: return (made, .ends(.complete))
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return (made, .goesOn)
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return (made, .ends(.cutOff))
            default: return (made, .ends(.corrupt))
            }
        }
    }

    /// Zstandard frames, one after the other (RFC 8878 §3); rubbish behind the last is left alone.
    static func zstandard(_ bytes: [UInt8], limit: Int) -> DecodedStage {
        // Safety: the context is freed once.
        guard let context = unsafe ZSTD_createDCtx() else { return DecodedStage(bytes: [], end: .corrupt) }
        defer { unsafe _ = ZSTD_freeDCtx(context) }
        unsafe _ = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, largestWindowLog)
        var hasEndedFrame = false
        return unsafe run(bytes, limit: limit) { input, position, output in
            // Safety: both buffers outlive the call, and zstd is told how long they are.
            var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: position)
            var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
            let result = unsafe ZSTD_decompressStream(context, &target, &source)
            unsafe position = source.pos
            let made = unsafe target.pos
            if ZSTD_isError(result) != 0 {
                return (made, .ends(hasEndedFrame && made == 0 ? .complete : .corrupt))
            }
            hasEndedFrame = result == 0
            guard position >= input.count else { return (made, .goesOn) }
            if result == 0 { return (made, .ends(.complete)) }
            return (made, made == output.count ? .goesOn : .ends(.cutOff))
        }
    }

    /// Calls `step` until it ends, with the input, where to read on, and a piece of memory to write to.
    private static func run(
        _ bytes: [UInt8], limit: Int,
        _ step: (UnsafeBufferPointer<UInt8>, inout Int, UnsafeMutableBufferPointer<UInt8>) -> (Int, Step)
    ) -> DecodedStage {
        var decoded: [UInt8] = []
        var position = 0
        // Safety: the pointers are used within the two closures only.
        return unsafe bytes.withUnsafeBufferPointer { input in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pieceBytes) { piece in
                while true {
                    let before = position
                    let (made, outcome) = unsafe step(input, &position, piece)
                    let allowed = min(made, max(limit - decoded.count, 0))
                    unsafe decoded.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<allowed]))
                    guard allowed == made else { return DecodedStage(bytes: decoded, end: .tooLarge) }
                    if case .ends(let end) = outcome { return DecodedStage(bytes: decoded, end: end) }
                    // No progress would be a loop without end.
                    guard made > 0 || position > before else {
                        return DecodedStage(bytes: decoded, end: .cutOff)
                    }
                }
            }
        }
    }
}

extension [UInt8] {
    /// Appends the bytes of a span at once.
    mutating func append(_ bytes: Span<UInt8>) {
        // Safety: the buffer is used within the closure only.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
