/// What of this target reads memory as another type.
extension SIMD8<Float> {
    /// All ones in the lanes whose number is below 0 (or −0), zero in the others.
    @inline(__always)
    var signs: SIMD8<UInt32> {
        // Safety: both vectors are 32 bytes, of which every pattern is a value.
        let bits = unsafe unsafeBitCast(self, to: SIMD8<Int32>.self) &>> 31
        // Safety: as above.
        return unsafe unsafeBitCast(bits, to: SIMD8<UInt32>.self)
    }
}

extension Span<Float> {
    /// The eight numbers from a place on.
    @inline(__always)
    func eight(from place: Int) -> SIMD8<Float> {
        precondition(place >= 0 && place &+ 8 <= count, "all eight are in the span")
        // Safety: the precondition; a vector that is read need not be aligned, and every pattern of bits is a number.
        return unsafe withUnsafeBytes { bytes in
            unsafe bytes.loadUnaligned(fromByteOffset: place &* 4, as: SIMD8<Float>.self)
        }
    }
}
