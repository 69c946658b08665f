#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Searching and copying whole stretches of bytes: the only place of this target that uses memory without
/// checks.
///
/// Every function takes its bounds from the span it is called on, and answers `count` if there is nothing to
/// find.
extension Span where Element == UInt8 {
    /// The first index of `byte` at or behind `start` and below `end`; `end` if there is none.
    @inline(__always)
    func index(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start >= 0, start < end, end <= count else { return end }
        // Safety: memchr reads within `start..<end` of a live span, and the distance is of two pointers into
        // it.
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let hit = unsafe memchr(base + start, Int32(byte), end &- start)
            else { return end }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }

    /// The first index of `byte` at or behind `start`; `count` if there is none.
    @inline(__always)
    func index(of byte: UInt8, from start: Int) -> Int { index(of: byte, from: start, to: count) }

    /// The first index of one of three bytes at or behind `start`; `count` if there is none.
    @inline(__always)
    func index(ofAny first: UInt8, _ second: UInt8, _ third: UInt8, from start: Int) -> Int {
        guard start >= 0, start < count else { return count }
        // Safety: a load of 16 bytes happens only where 16 bytes are left; the rest is read byte by byte
        // below `count`.
        return unsafe withUnsafeBytes { bytes in
            var place = start
            let end = bytes.count
            let (one, two, three) = (
                SIMD16(repeating: first), SIMD16(repeating: second), SIMD16(repeating: third)
            )
            while end &- place >= 16 {
                let block = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
                let hits = (block .== one) .| (block .== two) .| (block .== three)
                // Safety: a mask is 16 bytes of 0 or 255, the same size as two words.
                let words = unsafe unsafeBitCast(hits, to: SIMD2<UInt64>.self)
                if words[0] != 0 { return place &+ words[0].trailingZeroBitCount >> 3 }
                if words[1] != 0 { return place &+ 8 &+ words[1].trailingZeroBitCount >> 3 }
                place &+= 16
            }
            while place < end {
                let byte = unsafe bytes[place]
                if byte == first || byte == second || byte == third { return place }
                place &+= 1
            }
            return end
        }
    }

    /// Eight bytes from `start`, the first in the lowest place; bytes behind the end are 0.
    @inline(__always)
    func word(at start: Int) -> UInt64 {
        if start >= 0, start <= count &- 8 {
            // Safety: the eight bytes lie within the span.
            return unsafe withUnsafeBytes {
                unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            }
        }
        return lastWord(at: start)
    }

    /// A hash of the bytes of `range`, cut to what the span has: for tables that live no longer than a page. It is not
    /// keyed; who must not be deceived compares the bytes.
    package func bytesHash(_ range: Range<Int>) -> UInt64 {
        let range = range.clamped(to: 0..<count)
        var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
        var place = range.lowerBound
        while place < range.upperBound {
            let left = range.upperBound &- place
            let word = left >= 8 ? word(at: place) : word(at: place) & (1 << UInt64(left &* 8) &- 1)
            let product = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            hash = product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
            place &+= 8
        }
        return hash
    }

    private func lastWord(at start: Int) -> UInt64 {
        var word: UInt64 = 0
        var place = Swift.max(start, 0)
        while place < count {
            word |= UInt64(self[place]) << UInt64((place &- start) &* 8)
            place &+= 1
        }
        return word
    }

    /// How many `<` and `=` there are, and whether there is a carriage return or U+0000 anywhere.
    func census() -> (tags: Int, values: Int, hasControls: Bool) {
        // Safety: a load of 16 bytes happens only where 16 bytes are left; the rest is read byte by byte
        // below the end.
        unsafe withUnsafeBytes { bytes in
            let end = bytes.count
            var (tags, values, place) = (0, 0, 0)
            var controls = SIMD16<UInt8>()
            let equalSign = SIMD16<UInt8>(repeating: 0x3D)
            let (opening, carriageReturn) = (SIMD16<UInt8>(repeating: 0x3C), SIMD16<UInt8>(repeating: 0x0D))
            while end &- place >= 16 {
                // No lane counts beyond 255 blocks.
                let stop = Swift.min(end &- 15, place &+ 255 &* 16)
                var counts = SIMD16<UInt8>()
                var signs = SIMD16<UInt8>()
                while place < stop {
                    let block = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
                    // Safety: a mask is 16 bytes of 0 or 255, as is the vector it is read as, here and below.
                    counts &-= unsafe unsafeBitCast(block .== opening, to: SIMD16<UInt8>.self)
                    signs &-= unsafe unsafeBitCast(block .== equalSign, to: SIMD16<UInt8>.self)
                    let hits = (block .== carriageReturn) .| (block .== SIMD16<UInt8>())
                    controls |= unsafe unsafeBitCast(hits, to: SIMD16<UInt8>.self)
                    place &+= 16
                }
                for lane in 0..<16 {
                    tags &+= Int(counts[lane])
                    values &+= Int(signs[lane])
                }
            }
            var hasControls = controls != SIMD16<UInt8>()
            while place < end {
                let byte = unsafe bytes[place]
                if byte == 0x3C { tags &+= 1 }
                if byte == 0x3D { values &+= 1 }
                if byte == 0x0D || byte == 0 { hasControls = true }
                place &+= 1
            }
            return (tags, values, hasControls)
        }
    }

    /// Appends the bytes of `range`, cut to what the span has.
    package func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        let range = range.clamped(to: 0..<count)
        // Safety: the range lies within the span, and the array copies it before the call returns.
        unsafe withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0[range]) }
    }
}
