/// An IPv4 or IPv6 address as a number: what a connection really has at its other end.
package struct IPAddress: Sendable, Hashable {
    package enum Family: Sendable, Hashable {
        case v4, v6
    }

    package let family: Family
    /// The first 64 bits of an IPv6 address; 0 for IPv4.
    package let high: UInt64
    /// The last 64 bits of an IPv6 address; the 32 bits of an IPv4 address.
    package let low: UInt64

    package init(v4 number: UInt32) {
        family = .v4
        high = 0
        low = UInt64(number)
    }

    package init(v6 high: UInt64, _ low: UInt64) {
        family = .v6
        self.high = high
        self.low = low
    }

    /// From 4 or 16 bytes in network order; nil for any other count.
    package init?(networkOrder bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.init(v4: UInt32(truncatingIfNeeded: Self.number(bytes[...])))
        case 16: self.init(v6: Self.number(bytes[..<8]), Self.number(bytes[8...]))
        default: return nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// From the bytes of a `sockaddr_in` or `sockaddr_in6` as Linux lays them out: family (2 bytes in the machine's
    /// order), port (2), then the IPv4 address (4), or flow label (4) and IPv6 address (16). Nil for other families
    /// and for too few bytes.
    package init?(socketAddress bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        let low = UInt16(bytes[0])
        let high = UInt16(bytes[1])
        switch UInt16(littleEndian: 1) == 1 ? high << 8 | low : low << 8 | high {
        case 2: self.init(networkOrder: Array(bytes[4..<8]))
        case 10 where bytes.count >= 24: self.init(networkOrder: Array(bytes[8..<24]))
        default: return nil
        }
    }
}

// MARK: - Text

extension IPAddress: CustomStringConvertible {
    /// Reads what `inet_ntop` and RFC 4291 §2.2 write: four decimal numbers, or IPv6 with `::`, with its last 32 bits as
    /// decimal numbers, in brackets, with a zone (`%eth0`, dropped). Nil for anything else; numbers in octal, in hexadecimal
    /// or left out are not addresses here, because no connected peer is ever written so.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            bytes = Array(bytes[1..<(bytes.count - 1)])
        }
        guard bytes.count <= 64 else { return nil }
        if bytes.contains(UInt8(ascii: ":")) {
            self.init(v6Text: bytes.prefix { $0 != UInt8(ascii: "%") })
        } else {
            guard let number = Self.v4Number(bytes[...]) else { return nil }
            self.init(v4: number)
        }
    }

    private static func v4Number(_ text: ArraySlice<UInt8>) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0") else {
                return nil
            }
            var value: UInt32 = 0
            for digit in part {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                value = value * 10 + UInt32(digit - UInt8(ascii: "0"))
            }
            guard value <= 255 else { return nil }
            number = number << 8 | value
        }
        return number
    }

    private init?(v6Text text: ArraySlice<UInt8>) {
        // The groups before and after "::"; without it all are in `front`.
        var front: [UInt16] = []
        var back: [UInt16] = []
        var isCompressed = false
        var rest = text
        if rest.starts(with: "::".utf8) {
            isCompressed = true
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            let group = rest.prefix { $0 != UInt8(ascii: ":") }
            var values: [UInt16] = []
            if group.contains(UInt8(ascii: ".")) {
                guard group.endIndex == rest.endIndex, let number = Self.v4Number(group) else { return nil }
                values = [UInt16(truncatingIfNeeded: number >> 16), UInt16(truncatingIfNeeded: number)]
            } else {
                guard let value = Self.hexadecimal(group) else { return nil }
                values = [value]
            }
            if isCompressed { back += values } else { front += values }
            rest = rest.dropFirst(group.count)
            guard !rest.isEmpty else { break }
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: ":") {
                guard !isCompressed else { return nil }
                isCompressed = true
                rest = rest.dropFirst()
            } else if rest.isEmpty {
                return nil
            }
        }
        let missing = 8 - front.count - back.count
        guard isCompressed ? missing >= 1 : missing == 0 else { return nil }
        let groups = front + [UInt16](repeating: 0, count: missing) + back
        self.init(
            v6: groups[..<4].reduce(0) { $0 << 16 | UInt64($1) },
            groups[4...].reduce(0) { $0 << 16 | UInt64($1) })
    }

    private static func hexadecimal(_ group: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(group.count), group.first != UInt8(ascii: "+"),
            group.first != UInt8(ascii: "-")
        else {
            return nil
        }
        return UInt16(String(decoding: group, as: UTF8.self), radix: 16)
    }

    /// The usual form: decimal numbers, or RFC 5952 §4 (with decimal numbers at the end of IPv4-mapped addresses, §5).
    package var description: String {
        guard family == .v6 else { return dotted(low) }
        if high == 0, low >> 32 == 0xffff { return "::ffff:" + dotted(low) }
        let groups = (0..<8).map { index in
            UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - 16 * (index % 4)))
        }
        guard let zeros = longestZeros(groups) else { return joined(groups[...]) }
        return joined(groups[..<zeros.lowerBound]) + "::" + joined(groups[zeros.upperBound...])
    }

    private func joined(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    private func dotted(_ number: UInt64) -> String {
        "\(number >> 24 & 255).\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
    }

    /// The first of the longest runs of at least two zero groups.
    private func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
        var best = 0..<1
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 {
                start = index + 1
            } else if index + 1 - start > best.count {
                best = start..<(index + 1)
            }
        }
        return best.count >= 2 ? best : nil
    }
}
