/// The percent-encode sets of a URL's components, as the bytes that may stand as they are.
///
/// WHATWG URL §1.3 names what must be encoded; these are the complements within ASCII, so that one look-up
/// also catches every byte of a non-ASCII character. `LiteralBytesTests` derives them from the standard's
/// lists.
enum LiteralBytes {
    /// All but the fragment percent-encode set.
    static let fragment = ByteSet(low: 0xAFFF_FFFA_0000_0000, high: 0x7FFF_FFFE_FFFF_FFFF)
    /// All but the special-query percent-encode set: http and https are special.
    static let query = ByteSet(low: 0xAFFF_FF72_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)
    /// All but the userinfo percent-encode set.
    static let userinfo = ByteSet(low: 0x03FF_7FF2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    /// All but the path percent-encode set, and without slash and backslash, which end a segment (§4.4, path
    /// state).
    static let pathSegment = ByteSet(low: 0x2FFF_7FF2_0000_0000, high: 0x57FF_FFFE_AFFF_FFFF)
    /// Those of `pathSegment` and the slash, without what a dot segment may begin with: `.` and `%`.
    static let plainPath = ByteSet(low: 0x2FFF_BFD2_0000_0000, high: 0x57FF_FFFE_AFFF_FFFF)
}

/// The two upper-case hexadecimal digits of a byte.
@inline(__always)
func upperHexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? nibble &+ UInt8(ascii: "0") : nibble &+ (UInt8(ascii: "A") &- 10)
}

/// The value of a hexadecimal digit; nil if `byte` is none.
@inline(__always)
func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
}

/// The byte that the escape at `index` stands for; nil if there is no whole escape.
@inline(__always)
func escapedByte(in bytes: borrowing Span<UInt8>, at index: Int) -> UInt8? {
    guard index &+ 2 < bytes.count, bytes[index] == UInt8(ascii: "%"), let high = hexValue(bytes[index &+ 1]),
        let low = hexValue(bytes[index &+ 2])
    else { return nil }
    return high << 4 | low
}

extension OutputSpan<UInt8> {
    /// Appends `byte` as three characters.
    @inline(__always)
    mutating func appendEscape(of byte: UInt8) {
        append(UInt8(ascii: "%"))
        append(upperHexDigit(byte >> 4))
        append(upperHexDigit(byte & 15))
    }

    /// Appends `bytes[range]`, escaping what is not in `literals`.
    mutating func append(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, literals: ByteSet) {
        var index = range.lowerBound
        while true {
            let run = index
            while index < range.upperBound, literals.contains(bytes[index]) { index &+= 1 }
            append(copying: bytes.extracting(run..<index))
            guard index < range.upperBound else { return }
            appendEscape(of: bytes[index])
            index &+= 1
        }
    }
}
