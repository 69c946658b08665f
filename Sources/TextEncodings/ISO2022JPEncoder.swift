/// Encodes ISO-2022-JP (Encoding §12.2.2).
struct ISO2022JPEncoder {
    private enum CodeSet: Equatable {
        case ascii, roman, jis0208

        /// What follows the escape byte to choose the set.
        var escape: [UInt8] {
            switch self {
            case .ascii: [0x1B, 0x28, 0x42]
            case .roman: [0x1B, 0x28, 0x4A]
            case .jis0208: [0x1B, 0x24, 0x42]
            }
        }
    }

    /// Katakana of full width for those of half width, from U+FF61 on (index ISO-2022-JP katakana).
    private static let katakana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
            .unicodeScalars.map(\.value))

    private var set = CodeSet.ascii
    private var bytes: [UInt8] = []

    /// The bytes of a text, which end in the ASCII set again.
    static func encode(_ text: String) -> [UInt8] {
        var encoder = ISO2022JPEncoder()
        for scalar in text.unicodeScalars where !encoder.append(scalar.value) {
            // A reference is ASCII; in the Roman set all its characters are the same.
            if encoder.set == .jis0208 { encoder.choose(.ascii) }
            encoder.bytes += "&#\(encoder.named(scalar.value));".utf8
        }
        encoder.choose(.ascii)
        return encoder.bytes
    }

    /// The three control characters that would be read as switches are named U+FFFD.
    private func named(_ scalar: UInt32) -> UInt32 { scalar < 0x80 ? 0xFFFD : scalar }

    private mutating func choose(_ other: CodeSet) {
        guard set != other else { return }
        bytes += other.escape
        set = other
    }

    private mutating func append(_ scalar: UInt32) -> Bool {
        if scalar == 0x0E || scalar == 0x0F || scalar == 0x1B {
            return false
        }
        if scalar < 0x80 {
            let isSameInRoman = scalar != 0x5C && scalar != 0x7E
            if set == .jis0208 || set == .roman && !isSameInRoman { choose(.ascii) }
            bytes.append(UInt8(truncatingIfNeeded: scalar))
            return true
        }
        if scalar == 0xA5 || scalar == 0x203E {
            choose(.roman)
            bytes.append(scalar == 0xA5 ? 0x5C : 0x7E)
            return true
        }
        let isHalfWidth = (0xFF61...0xFF9F).contains(scalar)
        let wide = isHalfWidth ? Self.katakana[Int(scalar) - 0xFF61] : fullWidthMinus(scalar)
        guard let pointer = ReverseIndex.jis0208.pointer(wide), pointer < 94 * 94 else { return false }
        choose(.jis0208)
        bytes.append(UInt8(truncatingIfNeeded: pointer / 94 + 0x21))
        bytes.append(UInt8(truncatingIfNeeded: pointer % 94 + 0x21))
        return true
    }
}
