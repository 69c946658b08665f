/// Undoes the chunked transfer coding (RFC 9112 §7.1) piece by piece.
///
/// Chunk extensions are passed over, trailers are collected, bare LF and blanks around a size are accepted.
package struct ChunkedDecoder: Sendable {
    /// Why the coding cannot be read any further; what came before is with the caller.
    package enum Failure: Error, Sendable, Equatable {
        /// A chunk begins with something that is no hexadecimal size, or with one over 2⁶².
        case badSize(offset: Int)
        /// A chunk is not followed by a line end.
        case noLineEnd(offset: Int)
        /// A size line or the trailer section is longer than 64 KiB.
        case tooLong(offset: Int)
    }

    private enum State: Sendable {
        case size(digits: Int)
        case sizeLineRest
        case chunk(left: Int)
        case chunkEnd
        case trailer
        case end
    }

    private static let maximumLineBytes = 64 << 10

    private var state = State.size(digits: 0)
    private var size = 0
    private var lineBytes = 0
    private var trailerBytes: [UInt8] = []
    /// Encoded bytes read so far.
    package private(set) var consumed = 0

    package init() {}

    /// Whether the last chunk and the trailer section have been read.
    package var isComplete: Bool {
        if case .end = state { true } else { false }
    }

    /// The fields behind the last chunk; empty before the end.
    package var trailers: HTTPFields {
        HeadLines(([0x2D, 0x0A] + trailerBytes)[...]).fields
    }

    /// Reads `bytes`, which follow those of the call before, and appends the content to `body`.
    ///
    /// - Returns: How many bytes were read; less than all only when the end is reached.
    package mutating func decode(_ bytes: Span<UInt8>, into body: inout [UInt8]) throws(Failure) -> Int {
        var position = 0
        while position < bytes.count {
            switch state {
            case .end: return position
            case .chunk(let left):
                let count = min(left, bytes.count - position)
                body.append(bytes.extracting(position..<(position + count)))
                position += count
                consumed += count
                state = left == count ? .chunkEnd : .chunk(left: left - count)
            default:
                try step(bytes[position])
                position += 1
                consumed += 1
            }
        }
        return position
    }

    /// One byte of the framing.
    private mutating func step(_ byte: UInt8) throws(Failure) {
        lineBytes += 1
        guard lineBytes <= Self.maximumLineBytes else { throw .tooLong(offset: consumed) }
        switch state {
        case .size(let digits):
            if let value = byte.hexDigitValue {
                guard size >> 58 == 0 else { throw .badSize(offset: consumed) }
                size = size << 4 | value
                state = .size(digits: digits + 1)
            } else if digits == 0 {
                guard byte.isBlank else { throw .badSize(offset: consumed) }
            } else if byte == 0x0A {
                endSizeLine()
            } else {
                guard byte == 0x3B || byte == 0x0D || byte.isBlank else { throw .badSize(offset: consumed) }
                state = .sizeLineRest
            }
        case .sizeLineRest:
            if byte == 0x0A { endSizeLine() }
        case .chunkEnd:
            if byte == 0x0A {
                lineBytes = 0
                state = .size(digits: 0)
            } else if byte != 0x0D {
                throw .noLineEnd(offset: consumed)
            }
        case .trailer:
            if byte == 0x0A, trailerBytes.isEmpty || trailerBytes.last == 0x0A {
                state = .end
            } else if byte != 0x0D {
                trailerBytes.append(byte)
            }
        case .chunk, .end: break
        }
    }

    private mutating func endSizeLine() {
        lineBytes = 0
        state = size == 0 ? .trailer : .chunk(left: size)
        size = 0
    }

    /// The content of a whole body; `isComplete` is false if it breaks off or is malformed somewhere.
    ///
    /// A body that does not even begin with a chunk is returned as it is, with "chunked" among `passedOver`:
    /// archives hold many whose head says chunked though the coding has been undone.
    package static func decode(_ body: [UInt8]) -> DecodedBody {
        decode(body[...])
    }

    /// The content of a whole body.
    package static func decode(_ body: ArraySlice<UInt8>) -> DecodedBody {
        var decoder = ChunkedDecoder()
        var content: [UInt8] = []
        content.reserveCapacity(body.count)
        do throws(Failure) {
            _ = try decoder.decode(body.span, into: &content)
        } catch {
            let hasBegun = !content.isEmpty || decoder.hasReadSizeLine
            guard hasBegun else {
                return DecodedBody(bytes: Array(body), isComplete: true, passedOver: ["chunked"])
            }
        }
        return DecodedBody(bytes: content, isComplete: decoder.isComplete)
    }

    /// Whether a whole size line has been read.
    private var hasReadSizeLine: Bool {
        switch state {
        case .size, .sizeLineRest: false
        case .chunk, .chunkEnd, .trailer, .end: true
        }
    }
}
