/// The ASCII form of a domain (WHATWG URL §3.3), by libidn2 and what it lacks.
///
/// An ASCII domain is only lower-cased, `xn--` labels and all, as the standard says for compatibility. Others
/// go through libidn2 label by label. libidn2 2.3.3 also asks what IDNA 2008 asks, which the standard does
/// not: `symbolLabel` makes up for symbols, punctuation, hyphens at the edges and labels of more than 63
/// octets. What still differs: letters newer than libidn2's tables (Unicode 12) and compatibility forms that
/// map to symbols, old Hangul or number letters are refused, so is the Arabic tatweel outside of words of Arabic letters,
/// and the bidi rule is applied to each label by itself, not to the whole domain.
enum DomainToASCII {
    /// Code points no domain may have in its ASCII form (WHATWG URL §3.2, forbidden domain code point).
    static let allowed = ByteSet((0...0x20).map { UInt8($0) } + [0x7F]).union(ByteSet("#/:<>?@[\\]^|%"))
        .inverted

    /// - Parameter domain: UTF-8, percent-decoded.
    /// - Returns: nil if it has no ASCII form, or one with a code point that is forbidden, or an empty one.
    static func convert(_ domain: [UInt8]) -> [UInt8]? {
        let domain = composed(domain)
        var ascii: [UInt8] = []
        if domain.allSatisfy({ $0 < 128 }) {
            ascii = domain.map(lowercased)
        } else {
            guard domain.allSatisfy({ $0 >= 128 || allowed.contains($0) }) else { return nil }
            var isFirst = true
            for label in labels(of: domain) {
                if !isFirst { ascii.append(UInt8(ascii: ".")) }
                isFirst = false
                guard let converted = convertLabel(label) else { return nil }
                ascii.append(contentsOf: converted)
            }
        }
        guard !ascii.isEmpty, ascii.allSatisfy(allowed.contains) else { return nil }
        return ascii
    }

    /// With `<`, `=` and `>` and the stroke U+0338 behind them as the one character that normalisation makes of them: alone
    /// the signs are forbidden.
    private static func composed(_ domain: [UInt8]) -> [UInt8] {
        guard domain.contains(0xCC) else { return domain }
        var result: [UInt8] = []
        for byte in domain {
            result.append(byte)
            guard byte == 0xB8, result.count >= 3, result[result.count - 2] == 0xCC else { continue }
            let last: UInt8
            switch result[result.count - 3] {
            case UInt8(ascii: "<"): last = 0xAE
            case UInt8(ascii: "="): last = 0xA0
            case UInt8(ascii: ">"): last = 0xAF
            default: continue
            }
            // U+226E, U+2260 and U+226F differ in their last byte.
            result.replaceSubrange((result.count - 3)..., with: [0xE2, 0x89, last])
        }
        return result
    }

    /// Split at full stops and at the three code points that are mapped to one.
    private static func labels(of domain: [UInt8]) -> [[UInt8]] {
        var labels: [[UInt8]] = [[]]
        var index = 0
        while index < domain.count {
            let three = domain[index..<min(index + 3, domain.count)]
            if domain[index] == UInt8(ascii: ".") {
                labels.append([])
                index += 1
            } else if three.elementsEqual([0xE3, 0x80, 0x82]) || three.elementsEqual([0xEF, 0xBC, 0x8E])
                || three.elementsEqual([0xEF, 0xBD, 0xA1])
            {
                labels.append([])
                index += 3
            } else {
                labels[labels.count - 1].append(domain[index])
                index += 1
            }
        }
        return labels
    }

    private static func convertLabel(_ label: [UInt8]) -> [UInt8]? {
        let isASCII = label.allSatisfy { $0 < 128 }
        if isASCII, !label.map(lowercased).starts(with: "xn--".utf8) { return label.map(lowercased) }
        guard label.count <= Punycode.maximumScalars else { return nil }
        let scalars = String(decoding: label, as: UTF8.self).unicodeScalars.compactMap(mappedAhead)
        switch asciiLabel(idn2: utf8(scalars)) {
        case .ascii(let ascii): return ascii
        case .stricterThanUTS46: return isASCII ? encodedSymbols(label.map(lowercased)) : symbolLabel(scalars)
        case .invalid: return nil
        }
    }

    /// What Unicode maps otherwise since libidn2's tables: capitals that had no lower case there (Georgian,
    /// sharp s), five ideographs for compatibility, and format characters and fillers that are ignored now. Nil for those.
    private static func mappedAhead(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0..<128: return scalar
        case 0x180E, 0x2061...0x2063, 0x206A...0x206F, 0x1D173...0x1D17A: return nil
        case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: return nil
        case 0x2F868: return "\u{36FC}"
        case 0x2F874: return "\u{5F53}"
        case 0x2F91F: return "\u{243AB}"
        case 0x2F95F: return "\u{7AEE}"
        case 0x2F9BF: return "\u{45D7}"
        default: break
        }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard lower.count == 1, let only = lower.first else { return scalar }
        return only
    }

    /// An `xn--` label that is what `symbolLabel` makes of its own text; nil for any other.
    private static func encodedSymbols(_ label: [UInt8]) -> [UInt8]? {
        guard let text = Punycode.decode(label.dropFirst(4)), !text.allSatisfy(\.isASCII) else { return nil }
        return symbolLabel(text) == label ? label : nil
    }

    /// A label of which libidn2 refuses no more than symbols, punctuation, edge hyphens or the length.
    private static func symbolLabel(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        var label: [Unicode.Scalar] = []
        var run: [Unicode.Scalar] = []
        let isArabic = scalars.allSatisfy(isArabicLetter)
        for (index, scalar) in scalars.enumerated() {
            let isMark = scalar.properties.canonicalCombiningClass != .notReordered
            if standsAsItIs(scalar) || (isArabic && scalar == tatweel) {
                guard flush(&run, into: &label) else { return nil }
                // A mark begins no label (UTS #46 §4.1).
                if scalar.properties.generalCategory == .enclosingMark, label.isEmpty { return nil }
                label.append(scalar)
                continue
            }
            // Runs stay below the length at which libidn2 gives up; a mark never begins one.
            if run.count >= 12, !isMark, index > 0 {
                guard flush(&run, into: &label) else { return nil }
            }
            run.append(scalar)
        }
        guard flush(&run, into: &label) else { return nil }
        if label.allSatisfy(\.isASCII) { return utf8(label) }
        return Punycode.encode(label).map { Array("xn--".utf8) + $0 }
    }

    /// Maps and checks `run` by libidn2, and appends what it stands for to `label`.
    private static func flush(_ run: inout [Unicode.Scalar], into label: inout [Unicode.Scalar]) -> Bool {
        defer { run = [] }
        guard !run.isEmpty else { return true }
        guard case .ascii(let ascii) = asciiLabel(idn2: utf8(run)) else { return false }
        if ascii.starts(with: "xn--".utf8) {
            guard let decoded = Punycode.decode(ascii.dropFirst(4)) else { return false }
            label.append(contentsOf: decoded)
        } else {
            label.append(contentsOf: ascii.map { Unicode.Scalar($0) })
        }
        return true
    }

    /// The stroke that makes an Arabic word longer.
    private static let tatweel: Unicode.Scalar = "\u{640}"

    /// In a label of these alone no part changes the direction of another.
    private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
        guard 0x620...0x6D5 ~= scalar.value else { return false }
        switch scalar.properties.generalCategory {
        case .otherLetter, .modifierLetter, .nonspacingMark: return true
        default: return false
        }
    }

    /// Whether UTS #46 takes `scalar` unmapped though IDNA 2008 does not: symbols and punctuation, letters that are
    /// numbers, marks that enclose, and the repeat marks of vertical kana.
    private static func standsAsItIs(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return !ByteSet.letters.contains(byte) && !ByteSet.digits.contains(byte)
        }
        guard !scalar.properties.changesWhenNFKCCaseFolded else { return false }
        switch scalar.value {
        case 0x2FF0...0x2FFF, 0x31EF, 0xFFFC, 0xFFFD: return false
        case 0x3031...0x3035: return true
        // Written from right to left: the bidi rule would have to be applied to the label as a whole.
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .otherSymbol, .mathSymbol, .currencySymbol, .modifierSymbol, .otherPunctuation, .dashPunctuation,
            .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .connectorPunctuation,
            .otherNumber, .letterNumber, .enclosingMark:
            return true
        default:
            return false
        }
    }

    private static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        scalars.flatMap { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
    }
}

/// The lower-case form of an ASCII letter, any other byte as it is.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}
