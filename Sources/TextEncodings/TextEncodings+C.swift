import Glibc

/// The character sets of the C library (iconv).
enum CLibraryConverter {
    /// The characters of byte sequences in an encoding of the C library; 0 for a sequence that is no single
    /// character.
    static func characters(of sequences: [[UInt8]], in encoding: String) -> [UInt32] {
        var characters = [UInt32](repeating: 0, count: sequences.count)
        // Safety: both names are text that ends with a zero byte; the descriptor is closed once.
        let descriptor = unsafe iconv_open("UTF-32LE", encoding)
        guard Int(bitPattern: descriptor) != -1 else { return characters }
        defer { unsafe _ = iconv_close(descriptor) }
        // A line feed behind each sequence flushes characters that the library holds back to combine them.
        var input: [CChar] = []
        var output = [CChar](repeating: 0, count: 32)
        for (index, sequence) in sequences.enumerated() {
            input = sequence.map { CChar(bitPattern: $0) } + [0x0A]
            let count = unsafe convert(&input, &output, with: descriptor)
            // The character and the line feed, four bytes each.
            guard count == 8 else { continue }
            characters[index] = output[..<4].reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
        }
        return characters
    }

    /// How many bytes all of `input` became; nil if some of it is no text.
    private static func convert(
        _ input: inout [CChar], _ output: inout [CChar], with descriptor: iconv_t?
    ) -> Int? {
        // Safety: the pointers are used within the closures only, and the library is told how long the
        // buffers are.
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var sourceStart = source.baseAddress
                var sourceLeft = source.count
                var targetStart = target.baseAddress
                var targetLeft = target.count
                unsafe _ = iconv(descriptor, nil, nil, nil, nil)
                let result = unsafe iconv(descriptor, &sourceStart, &sourceLeft, &targetStart, &targetLeft)
                return result == -1 || sourceLeft > 0 ? nil : target.count - targetLeft
            }
        }
    }
}

/// Finds where ASCII ends, 64 bytes at a time.
enum ASCIIRun {
    /// The bit of each byte of a word that ASCII has not.
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The index of the first byte over 0x7F at or behind `start`; the count if there is none.
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int {
        // Safety: every load lies within the buffer, which the closure does not outlive.
        unsafe bytes.withUnsafeBytes { buffer in
            var position = start
            while position &+ 64 <= buffer.count {
                let block = unsafe buffer.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt64>.self)
                if (block & highBits) != SIMD8() { break }
                position &+= 64
            }
            while position &+ 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                let found = word.littleEndian & highBits
                if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
                position &+= 8
            }
            while position < buffer.count, unsafe buffer[position] < 0x80 { position &+= 1 }
            return position
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
