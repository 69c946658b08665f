import HTMLTree

/// One image candidate of a `srcset` attribute (WHATWG HTML §4.8.4.3.11, parsing a srcset attribute).
package struct SrcsetCandidate: Equatable {
    /// The URL as written; a slice of the attribute's value.
    package let url: ArraySlice<UInt8>
    /// Width descriptor in pixels; nil if it has none.
    package let width: Int?
    /// Density descriptor; nil if it has none.
    package let density: Double?
}

extension SrcsetCandidate {
    /// More candidates than this are not read; pages have a dozen.
    package static let maximumCount = 1_000

    /// The candidates of a value, in order; those with a descriptor the standard calls an error are left out.
    package static func parse(_ value: ArraySlice<UInt8>) -> [SrcsetCandidate] {
        var candidates: [SrcsetCandidate] = []
        var place = value.startIndex
        while candidates.count < maximumCount {
            while place < value.endIndex, value[place].isHTMLWhitespace || value[place] == comma {
                place += 1
            }
            guard place < value.endIndex else { break }
            let start = place
            while place < value.endIndex, !value[place].isHTMLWhitespace { place += 1 }
            var url = value[start..<place]
            if url.last == comma {
                while url.last == comma { url.removeLast() }
                candidates.append(SrcsetCandidate(url: url, width: nil, density: nil))
                continue
            }
            let descriptors = descriptors(of: value, from: &place)
            if let candidate = SrcsetCandidate(url: url, descriptors: descriptors) {
                candidates.append(candidate)
            }
        }
        return candidates
    }

    private static var comma: UInt8 { UInt8(ascii: ",") }

    /// The words up to the comma that ends the candidate; commas and spaces in parentheses end nothing.
    private static func descriptors(of value: ArraySlice<UInt8>, from place: inout Int) -> [ArraySlice<UInt8>]
    {
        var words: [ArraySlice<UInt8>] = []
        var start: Int?
        var inParentheses = false
        while place < value.endIndex {
            let byte = value[place]
            if inParentheses {
                if byte == UInt8(ascii: ")") { inParentheses = false }
            } else if byte.isHTMLWhitespace || byte == comma {
                if let begun = start { words.append(value[begun..<place]) }
                start = nil
                if byte == comma {
                    place += 1
                    return words
                }
            } else {
                if start == nil { start = place }
                // A parenthesis that begins a word does not nest either.
                if byte == UInt8(ascii: "(") { inParentheses = true }
            }
            place += 1
        }
        if let begun = start { words.append(value[begun..<place]) }
        return words
    }

    /// Nil if the descriptors are an error.
    private init?(url: ArraySlice<UInt8>, descriptors: [ArraySlice<UInt8>]) {
        var width: Int?
        var density: Double?
        var height: Int?
        for descriptor in descriptors {
            let number = descriptor.dropLast()
            switch descriptor.last {
            case UInt8(ascii: "w"):
                guard width == nil, density == nil, let value = Self.positiveInteger(number) else {
                    return nil
                }
                width = value
            case UInt8(ascii: "x"):
                guard width == nil, density == nil, height == nil, let value = Self.density(number) else {
                    return nil
                }
                density = value
            case UInt8(ascii: "h"):
                guard height == nil, density == nil, let value = Self.positiveInteger(number) else {
                    return nil
                }
                height = value
            default: return nil
            }
        }
        if height != nil, width == nil { return nil }
        self.init(url: url, width: width, density: density)
    }

    /// A valid non-negative integer (§2.3.4.2) above zero; larger than fits counts as the largest.
    private static func positiveInteger(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let value = Int(String(decoding: digits, as: UTF8.self)) ?? Int.max
        return value > 0 ? value : nil
    }

    /// A valid floating-point number (§2.3.4.3) that is not below zero.
    private static func density(_ number: ArraySlice<UInt8>) -> Double? {
        var rest = number
        func digits() -> Int {
            let count = rest.prefix { $0 &- 0x30 < 10 }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = digits()
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = digits()
            guard fraction > 0 else { return nil }
        }
        guard whole + fraction > 0 else { return nil }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            guard digits() > 0 else { return nil }
        }
        guard rest.isEmpty, number.count <= 64, let value = Double(String(decoding: number, as: UTF8.self))
        else {
            return nil
        }
        return value < 0 ? nil : value
    }
}
