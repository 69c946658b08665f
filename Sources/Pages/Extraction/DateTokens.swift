import HTMLTree

/// A short text cut into numbers, words and the marks between them, as dates are read.
struct DateTokens {
    enum Token: Sendable, Equatable {
        /// A number and how many digits it has; numbers of more than 14 digits are words.
        case number(Int, digits: Int)
        /// Letters of any script, in lower case.
        case word([UInt8])
        /// One ASCII mark.
        case mark(UInt8)
        /// White space, any amount.
        case space
    }

    /// Text beyond this many bytes is not read.
    static let maximumBytes = 400

    private(set) var tokens: [Token] = []
    /// Where each token begins, in bytes from the start of the text.
    private(set) var offsets: [Int] = []

    init(_ text: ArraySlice<UInt8>) {
        let bytes = Self.simplified(text.prefix(Self.maximumBytes))
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let start = place
            offsets.append(start)
            if byte.isHTMLWhitespace {
                while place < bytes.count, bytes[place].isHTMLWhitespace { place += 1 }
                tokens.append(.space)
            } else if byte &- 0x30 < 10 {
                var value = 0
                while place < bytes.count, bytes[place] &- 0x30 < 10 {
                    if place - start < 14 { value = value * 10 + Int(bytes[place] - 0x30) }
                    place += 1
                }
                let digits = place - start
                tokens.append(
                    digits <= 14 ? .number(value, digits: digits) : .word(Array(bytes[start..<place])))
            } else if Self.isLetter(byte) {
                while place < bytes.count, Self.isLetter(bytes[place]) { place += 1 }
                tokens.append(.word(CaseFolding.fold(bytes[start..<place])))
            } else {
                tokens.append(.mark(byte))
                place += 1
            }
        }
    }

    /// The token at a place; nil beyond the end.
    subscript(place: Int) -> Token? { tokens.indices.contains(place) ? tokens[place] : nil }

    /// The first place at or behind `place` that is not white space.
    func skippingSpace(_ place: Int) -> Int { self[place] == .space ? place + 1 : place }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

    /// Digits of other scripts as ASCII digits, typographic spaces and dashes as ASCII ones, marks of direction left out.
    private static func simplified(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var place = text.startIndex
        func next(_ distance: Int) -> UInt8 { place + distance < text.endIndex ? text[place + distance] : 0 }
        while place < text.endIndex {
            let byte = text[place]
            switch (byte, next(1), next(2)) {
            case (0xC2, 0xA0, _):
                bytes.append(0x20)
                place += 2
            case (0xD9, 0xA0...0xA9, _), (0xDB, 0xB0...0xB9, _):
                bytes.append(0x30 + (next(1) & 0x0F))
                place += 2
            case (0xE0, 0xA5, 0xA6...0xAF):
                bytes.append(0x30 + next(2) - 0xA6)
                place += 3
            case (0xEF, 0xBC, 0x90...0x99):
                bytes.append(0x30 + next(2) - 0x90)
                place += 3
            case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE): place += 3
            case (0xE2, 0x80, 0x90...0x95):
                bytes.append(UInt8(ascii: "-"))
                place += 3
            case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80):
                bytes.append(0x20)
                place += 3
            case (0xE2, 0x80, 0xA2), (0xEF, 0xBC, 0x9A), (0xE2, 0x80, 0x99), (0xD8, 0x8C, _), (0xC2, 0xB7, _):
                // A bullet, a wide colon, an apostrophe, an Arabic comma, a middle dot: a mark, no letter.
                bytes.append(UInt8(ascii: "|"))
                place += byte < 0xE0 ? 2 : 3
            case (0xC2, 0xBA, _), (0xC2, 0xAA, _):
                place += 2
            default:
                bytes.append(byte)
                place += 1
            }
        }
        return bytes
    }
}
