// Character references: §13.2.5.72 to §13.2.5.80.
extension Tokenizer {
    /// Appends what the character reference at `place` (its `&`) stands for, or `&` alone if it is none; the
    /// result is where reading goes on.
    mutating func appendReference(_ input: Span<UInt8>, at place: Int, inAttribute: Bool) -> Int {
        let next = place &+ 1
        if next < input.count {
            if input[next] == UInt8(ascii: "#") {
                if let end = appendNumericReference(input, at: next &+ 1) { return end }
            } else if input[next].isASCIILetter {
                if let end = appendNamedReference(input, at: next, inAttribute: inAttribute) { return end }
            }
        }
        decoded.append(UInt8(ascii: "&"))
        return next
    }

    // MARK: Numbers

    private mutating func appendNumericReference(_ input: Span<UInt8>, at start: Int) -> Int? {
        guard start < input.count else { return nil }
        var place = start
        var number: UInt32 = 0
        if input[start] | 0x20 == UInt8(ascii: "x") {
            place &+= 1
            let first = place
            while place < input.count, let digit = input[place].hexadecimalDigit {
                number = min(number &* 16 &+ digit, 0x11_0000)
                place &+= 1
            }
            guard place > first else { return nil }
        } else {
            while place < input.count, input[place].isASCIIDigit {
                number = min(number &* 10 &+ UInt32(input[place] &- 0x30), 0x11_0000)
                place &+= 1
            }
            guard place > start else { return nil }
        }
        append(Tokenizer.scalar(numbered: number))
        return place < input.count && input[place] == UInt8(ascii: ";") ? place &+ 1 : place
    }

    /// The character a numeric reference stands for (§13.2.5.80): windows-1252 for the C1 controls, U+FFFD
    /// for what is no character.
    static func scalar(numbered number: UInt32) -> Unicode.Scalar {
        if number == 0 { return "\u{FFFD}" }
        if number >= 0x80, number < 0xA0 {
            let replacement = windows1252[Int(number &- 0x80)]
            return Unicode.Scalar(UInt32(replacement)) ?? "\u{FFFD}"
        }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }

    /// What 0x80 to 0x9F mean in windows-1252; themselves where it has no character.
    private static let windows1252: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
        0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            decoded.append(UInt8(truncatingIfNeeded: value))
        } else {
            decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    // MARK: Names

    /// The bytes `amp;`, the commonest reference, as the low half of a word.
    private static var ampersand: UInt64 { 0x3B70_6D61 }

    private mutating func appendNamedReference(_ input: Span<UInt8>, at start: Int, inAttribute: Bool) -> Int?
    {
        if input.word(at: start) & 0xFFFF_FFFF == Tokenizer.ampersand {
            decoded.append(UInt8(ascii: "&"))
            return start &+ 4
        }
        var place = start
        let limit = min(input.count, start &+ NamedReferences.maximumLength)
        while place < limit, input[place].isASCIILetter || input[place].isASCIIDigit {
            place &+= 1
        }
        let references = NamedReferences.shared
        if place < input.count, input[place] == UInt8(ascii: ";"),
            let scalars = references.scalars(input, start..<place)
        {
            append(scalars.0)
            if let second = scalars.1 { append(second) }
            return place &+ 1
        }
        guard let (length, scalar) = references.longestWithoutSemicolon(input, start..<place) else {
            return nil
        }
        let end = start &+ length
        if inAttribute, end < input.count {
            // What looks like a parameter of an address (`?a=1&copy=2`) is not meant as a reference.
            let following = input[end]
            if following == UInt8(ascii: "=") || following.isASCIILetter || following.isASCIIDigit {
                return nil
            }
        }
        append(scalar)
        return end
    }
}

/// The named character references (§13.5), ready for look-up.
final class NamedReferences: Sendable {
    static let shared = NamedReferences()
    /// No name, its semicolon left out, is longer.
    static let maximumLength = 32
    private static let lengthsWithoutSemicolon = 2...6

    private let names: NameTable
    /// By the name's number: what it stands for.
    private let scalars: [(Unicode.Scalar, Unicode.Scalar?)]
    /// By the name's number: whether it needs no semicolon.
    private let needsNoSemicolon: [Bool]

    private init() {
        var names = NameTable(known: "")
        var scalars: [(Unicode.Scalar, Unicode.Scalar?)] = [(" ", nil)]
        var name: [UInt8] = []
        var numbers: [UInt32] = []
        for byte in NamedEntities.table.utf8 {
            switch byte {
            case UInt8(ascii: " "): numbers.append(0)
            case UInt8(ascii: ";"):
                if let first = numbers.first.flatMap(Unicode.Scalar.init) {
                    _ = names.intern(name.span)
                    scalars.append((first, numbers.dropFirst().first.flatMap(Unicode.Scalar.init)))
                }
                name.removeAll(keepingCapacity: true)
                numbers.removeAll(keepingCapacity: true)
            default:
                if let last = numbers.indices.last {
                    numbers[last] = numbers[last] &* 16 &+ (byte.hexadecimalDigit ?? 0)
                } else {
                    name.append(byte)
                }
            }
        }
        var needsNoSemicolon = [Bool](repeating: false, count: scalars.count)
        for name in NamedEntities.withoutSemicolon.utf8.split(separator: UInt8(ascii: " ")) {
            if let number = names.find(Array(name)) { needsNoSemicolon[Int(number)] = true }
        }
        self.names = names
        self.scalars = scalars
        self.needsNoSemicolon = needsNoSemicolon
    }

    /// What the name in `range`, written with a semicolon, stands for; nil if there is no such name.
    func scalars(_ input: Span<UInt8>, _ range: Range<Int>) -> (Unicode.Scalar, Unicode.Scalar?)? {
        names.find(NameTable.Key(input, range), input, range).map { scalars[Int($0)] }
    }

    /// The longest name at the beginning of `range` that needs no semicolon, its length and what it stands
    /// for.
    func longestWithoutSemicolon(_ input: Span<UInt8>, _ range: Range<Int>) -> (Int, Unicode.Scalar)? {
        var longest: (Int, Unicode.Scalar)?
        for length in NamedReferences.lengthsWithoutSemicolon where length <= range.count {
            let name = range.lowerBound..<range.lowerBound &+ length
            guard let number = names.find(NameTable.Key(input, name), input, name),
                needsNoSemicolon[Int(number)]
            else { continue }
            longest = (length, scalars[Int(number)].0)
        }
        return longest
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit; nil for other bytes.
    @inline(__always)
    var hexadecimalDigit: UInt32? {
        if isASCIIDigit { return UInt32(self &- 0x30) }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? UInt32(letter &+ 10) : nil
    }
}
