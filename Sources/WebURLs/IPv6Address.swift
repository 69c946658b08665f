/// An IPv6 address: eight pieces of 16 bits.
struct IPv6Address: Equatable {
    private(set) var pieces = [8 of UInt16](repeating: 0)

    static func == (one: IPv6Address, other: IPv6Address) -> Bool {
        (0..<8).allSatisfy { one.pieces[$0] == other.pieces[$0] }
    }

    /// Parses what stands between the brackets (WHATWG URL §3.5, IPv6 parser); nil if it is no address.
    init?(_ text: borrowing Span<UInt8>) {
        let colon = UInt8(ascii: ":")
        var piece = 0
        var compress: Int?
        var index = 0
        if text.count > 0, text[0] == colon {
            guard text.count > 1, text[1] == colon else { return nil }
            index = 2
            piece = 1
            compress = 1
        }
        while index < text.count {
            guard piece < 8 else { return nil }
            if text[index] == colon {
                guard compress == nil else { return nil }
                index &+= 1
                piece &+= 1
                compress = piece
                continue
            }
            var value: UInt16 = 0
            var length = 0
            while length < 4, index < text.count, let digit = hexValue(text[index]) {
                value = value << 4 | UInt16(digit)
                index &+= 1
                length &+= 1
            }
            if index < text.count, text[index] == UInt8(ascii: ".") {
                guard length > 0, piece <= 6, let octets = Self.embeddedIPv4(text, from: index &- length)
                else {
                    return nil
                }
                pieces[piece] = UInt16(truncatingIfNeeded: octets >> 16)
                pieces[piece &+ 1] = UInt16(truncatingIfNeeded: octets)
                piece &+= 2
                index = text.count
                break
            }
            if index < text.count {
                guard text[index] == colon, index &+ 1 < text.count else { return nil }
                index &+= 1
            }
            pieces[piece] = value
            piece &+= 1
        }
        if let compress {
            // The pieces behind `::` move to the end.
            let moved = piece &- compress
            var target = 7
            for offset in 0..<moved {
                let source = piece &- 1 &- offset
                guard source != target else { break }
                pieces[target] = pieces[source]
                pieces[source] = 0
                target &-= 1
            }
        } else if piece != 8 {
            return nil
        }
    }

    /// In brackets, lower case, the longest run of zero pieces compressed, the first of equal ones (RFC 5952
    /// §4).
    var serialised: [UInt8] {
        let run = longestZeroRun
        var text: [UInt8] = [UInt8(ascii: "[")]
        var index = 0
        while index < 8 {
            if index == run.lowerBound, !run.isEmpty {
                text.append(contentsOf: (index == 0 ? "::" : ":").utf8)
                index = run.upperBound
                continue
            }
            text.append(contentsOf: String(pieces[index], radix: 16).utf8)
            if index < 7 { text.append(UInt8(ascii: ":")) }
            index += 1
        }
        text.append(UInt8(ascii: "]"))
        return text
    }

    /// At least two pieces long, or empty.
    private var longestZeroRun: Range<Int> {
        var longest = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, pieces[end] == 0 { end += 1 }
            if end - start > max(longest.count, 1) { longest = start..<end }
            start = end + 1
        }
        return longest
    }

    /// Four decimal numbers up to the end of `text`.
    private static func embeddedIPv4(_ text: borrowing Span<UInt8>, from start: Int) -> UInt32? {
        var address: UInt32 = 0
        var index = start
        for part in 0..<4 {
            if part > 0 {
                guard index < text.count, text[index] == UInt8(ascii: ".") else { return nil }
                index &+= 1
            }
            var value: UInt32?
            while index < text.count, ByteSet.digits.contains(text[index]) {
                let digit = UInt32(text[index] &- UInt8(ascii: "0"))
                // A leading zero is not allowed here.
                if value == 0 { return nil }
                let next = (value ?? 0) &* 10 &+ digit
                guard next <= 255 else { return nil }
                value = next
                index &+= 1
            }
            guard let value else { return nil }
            address = address << 8 | value
        }
        return index == text.count ? address : nil
    }
}
