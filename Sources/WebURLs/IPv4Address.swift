/// The forms in which the web writes an IPv4 address (WHATWG URL §3.5).
enum IPv4Address {
    enum Parse: Equatable {
        case address(UInt32)
        /// The host does not end in a number: it is a domain.
        case notNumeric
        case invalid
    }

    /// - Parameter host: a lower-case or upper-case ASCII domain.
    static func parse(_ host: borrowing Span<UInt8>) -> Parse {
        guard endsInNumber(host) else { return .notNumeric }
        var end = host.count
        if end > 1, host[end &- 1] == UInt8(ascii: ".") { end &-= 1 }
        var numbers = [4 of UInt64](repeating: 0)
        var count = 0
        var start = 0
        while start <= end {
            var stop = start
            while stop < end, host[stop] != UInt8(ascii: ".") { stop &+= 1 }
            guard count < 4, let number = number(host, start..<stop) else { return .invalid }
            numbers[count] = number
            count &+= 1
            start = stop &+ 1
        }
        var address: UInt64 = 0
        for index in 0..<count {
            let isLast = index == count &- 1
            // The last number fills all the octets that are left.
            let limit: UInt64 = isLast ? 1 << UInt64(8 &* (5 &- count)) : 256
            guard numbers[index] < limit else { return .invalid }
            address |= isLast ? numbers[index] : numbers[index] << UInt64(8 &* (3 &- index))
        }
        return .address(UInt32(truncatingIfNeeded: address))
    }

    /// `192.168.0.1`.
    static func serialise(_ address: UInt32) -> [UInt8] {
        var text: [UInt8] = []
        for shift: UInt32 in [24, 16, 8, 0] {
            if !text.isEmpty { text.append(UInt8(ascii: ".")) }
            text.append(contentsOf: String((address >> shift) & 0xFF).utf8)
        }
        return text
    }

    private static func endsInNumber(_ host: borrowing Span<UInt8>) -> Bool {
        var end = host.count
        if end > 0, host[end &- 1] == UInt8(ascii: ".") { end &-= 1 }
        var start = end
        while start > 0, host[start &- 1] != UInt8(ascii: ".") { start &-= 1 }
        guard start < end, ByteSet.digits.contains(host[start]) else { return false }
        var allDigits = true
        for index in start..<end where !ByteSet.digits.contains(host[index]) { allDigits = false }
        return allDigits || number(host, start..<end) != nil
    }

    /// One number: decimal, octal after `0`, hexadecimal after `0x`; a value past 2³² stays at 2³².
    private static func number(_ host: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        var start = range.lowerBound
        guard !range.isEmpty else { return nil }
        var radix: UInt64 = 10
        if range.count >= 2, host[start] == UInt8(ascii: "0") {
            if host[start &+ 1] | 0x20 == UInt8(ascii: "x") {
                radix = 16
                start &+= 2
            } else {
                radix = 8
                start &+= 1
            }
        }
        var value: UInt64 = 0
        for index in start..<range.upperBound {
            guard let digit = hexValue(host[index]), digit < radix else { return nil }
            value = min(value &* radix &+ UInt64(digit), 1 << 32)
        }
        return value
    }
}
