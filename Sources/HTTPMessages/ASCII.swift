/// Classes of bytes that HTTP names (RFC 9110 §5.6).
extension UInt8 {
    /// Space or tab: the optional whitespace of HTTP (RFC 9110 §5.6.3).
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// Space, tab, CR or LF: HTTP whitespace of the Fetch standard.
    var isHTTPWhitespace: Bool { isBlank || self == 0x0A || self == 0x0D }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isLetter: Bool { asciiLowercased >= 0x61 && asciiLowercased <= 0x7A }

    /// One of the bytes a token is made of (RFC 9110 §5.6.2).
    var isTokenByte: Bool {
        if isDigit || isLetter { return true }
        switch self {
        case 0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E:
            return true
        default: return false
        }
    }

    var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// The value of a hexadecimal digit; nil for every other byte.
    var hexDigitValue: Int? {
        switch self {
        case 0x30...0x39: Int(self) - 0x30
        case 0x41...0x46: Int(self) - 0x41 + 10
        case 0x61...0x66: Int(self) - 0x61 + 10
        default: nil
        }
    }
}

extension BidirectionalCollection where Element == UInt8, SubSequence: BidirectionalCollection {
    /// Without the HTTP whitespace at both ends.
    var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isHTTPWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isHTTPWhitespace { rest = rest.dropLast() }
        return rest
    }

    /// Without the HTTP whitespace at the end.
    var trimmedAtEnd: SubSequence {
        var rest = self[...]
        while let last = rest.last, last.isHTTPWhitespace { rest = rest.dropLast() }
        return rest
    }
}

extension Sequence where Element == UInt8 {
    /// Whether these bytes are `other`, letters A-Z counting as a-z.
    func equalsIgnoringCase(_ other: some Sequence<UInt8>) -> Bool {
        elementsEqual(other) { $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension Collection where Element == UInt8 {
    /// Whether these bytes begin with `prefix`, letters A-Z counting as a-z.
    func startsIgnoringCase(with prefix: some Collection<UInt8>) -> Bool {
        starts(with: prefix) { $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension StringProtocol {
    /// Whether this is `other`, letters A-Z counting as a-z and all else as it is.
    func equalsIgnoringCase(_ other: some StringProtocol) -> Bool {
        utf8.equalsIgnoringCase(other.utf8)
    }

    /// A-Z as a-z, all else as it is.
    var asciiLowercased: String {
        String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self)
    }

    /// Without the HTTP whitespace at both ends.
    var trimmedText: String {
        String(decoding: Array(utf8).trimmed, as: UTF8.self)
    }
}
