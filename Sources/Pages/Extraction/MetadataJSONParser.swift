import HTMLTree

/// Reads the JSON of pages, which is often not quite JSON: raw line ends and quotes in strings, commas too many or too
/// few, comments around it, an end that is missing. What can be read is read; it never gives up and never traps.
struct MetadataJSONParser {
    /// Longer data is cut there.
    static let maximumBytes = 4 << 20
    /// Values nested deeper are null.
    static let maximumDepth = 48
    /// Further values are left out.
    static let maximumValues = 200_000

    private let bytes: ArraySlice<UInt8>
    private var place: Int
    private var values = 0

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes.prefix(Self.maximumBytes)
        place = bytes.startIndex
    }

    /// The values of a text, one after the other; usually one.
    static func parse(_ text: ArraySlice<UInt8>) -> [MetadataJSON] {
        var parser = MetadataJSONParser(text)
        var found: [MetadataJSON] = []
        while parser.seekValue(), parser.values < maximumValues {
            found.append(parser.value(depth: 0))
        }
        return found
    }

    private var byte: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    /// Moves on to the next object or array at the top; what lies between is comments or rubbish.
    private mutating func seekValue() -> Bool {
        while let byte, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") {
            // `<![CDATA[` has brackets that open nothing.
            if byte == UInt8(ascii: "<"), bytes[place...].starts(with: "<![CDATA[".utf8) { place += 8 }
            place += 1
        }
        return byte != nil
    }

    private mutating func skipSpace() {
        while let byte, byte.isHTMLWhitespace || byte < 0x20 { place += 1 }
    }

    /// One value; moves on by a byte at least, unless it is at the end.
    private mutating func value(depth: Int) -> MetadataJSON {
        values += 1
        skipSpace()
        guard let first = byte else { return .null }
        switch first {
        case UInt8(ascii: "{"): return depth < Self.maximumDepth ? object(depth: depth) : skipNested()
        case UInt8(ascii: "["): return depth < Self.maximumDepth ? array(depth: depth) : skipNested()
        case UInt8(ascii: "\""): return .string(string())
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> MetadataJSON {
        place += 1
        var members: [MetadataJSON.Member] = []
        while values < Self.maximumValues {
            skipSpace()
            guard let next = byte else { break }
            if next == UInt8(ascii: "}") {
                place += 1
                break
            }
            if next == UInt8(ascii: "]") { break }
            guard next == UInt8(ascii: "\"") else {
                place += 1
                continue
            }
            let name = string()
            skipSpace()
            guard byte == UInt8(ascii: ":") else { continue }
            place += 1
            members.append(MetadataJSON.Member(name: name, value: value(depth: depth + 1)))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> MetadataJSON {
        place += 1
        var elements: [MetadataJSON] = []
        while values < Self.maximumValues {
            skipSpace()
            guard let next = byte else { break }
            if next == UInt8(ascii: "]") {
                place += 1
                break
            }
            if next == UInt8(ascii: "}") { break }
            if next == UInt8(ascii: ",") || next == UInt8(ascii: ":") {
                place += 1
                continue
            }
            elements.append(value(depth: depth + 1))
        }
        return .array(elements)
    }

    /// Passes over a value nested too deep, without recursion.
    private mutating func skipNested() -> MetadataJSON {
        var depth = 0
        while let next = byte {
            if next == UInt8(ascii: "\"") {
                _ = string()
                continue
            }
            place += 1
            if next == UInt8(ascii: "{") || next == UInt8(ascii: "[") { depth += 1 }
            if next == UInt8(ascii: "}") || next == UInt8(ascii: "]") {
                depth -= 1
                if depth <= 0 { break }
            }
        }
        return .null
    }

    /// A number, true, false, null, or rubbish, which counts as null.
    private mutating func word() -> MetadataJSON {
        let start = place
        place += 1
        while let next = byte, !next.isHTMLWhitespace, !Self.isDelimiter(next) { place += 1 }
        let word = bytes[start..<place]
        if word.elementsEqual("true".utf8) { return .bool(true) }
        if word.elementsEqual("false".utf8) { return .bool(false) }
        guard let first = word.first, first == UInt8(ascii: "-") || first &- 0x30 < 10, word.count <= 64
        else {
            return .null
        }
        return .number(String(decoding: word, as: UTF8.self))
    }

    /// A string; the place is at its quote.
    private mutating func string() -> String {
        place += 1
        let start = place
        var text: [UInt8]?
        while let next = byte {
            if next == UInt8(ascii: "\"") {
                if endsString() { break }
                text?.append(next)
                place += 1
            } else if next == UInt8(ascii: "\\") {
                if text == nil { text = Array(bytes[start..<place]) }
                text?.append(contentsOf: escape())
            } else {
                text?.append(next)
                place += 1
            }
        }
        let raw = bytes[start..<place]
        if place < bytes.endIndex { place += 1 }
        return text.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: raw, as: UTF8.self)
    }

    /// Whether the quote at the place ends the string: in JSON a delimiter follows, behind a raw quote a word does.
    private func endsString() -> Bool {
        var next = place + 1
        let limit = min(bytes.endIndex, next + 256)
        while next < limit, bytes[next].isHTMLWhitespace { next += 1 }
        guard next < limit else { return true }
        let byte = bytes[next]
        return Self.isDelimiter(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<")
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: ";"):
            true
        default: false
        }
    }

    /// What an escape stands for; the place is at its backslash.
    private mutating func escape() -> [UInt8] {
        place += 1
        guard let letter = byte else { return [] }
        place += 1
        switch letter {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"), UInt8(ascii: "f"): return [0x20]
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal() else { return [] }
            return Array(String(scalar(unit)).utf8)
        default: return [letter]
        }
    }

    /// The scalar of an escaped UTF-16 unit and of the one behind it, if it is half a character.
    private mutating func scalar(_ unit: UInt32) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? replacement }
        guard byte == UInt8(ascii: "\\"), place + 1 < bytes.endIndex, bytes[place + 1] == UInt8(ascii: "u")
        else {
            return replacement
        }
        place += 2
        guard let low = hexadecimal(), low & 0xFC00 == 0xDC00 else { return replacement }
        return Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF)) ?? replacement
    }

    /// Four hexadecimal digits; nil, and nothing passed over, if they are not there.
    private mutating func hexadecimal() -> UInt32? {
        guard bytes.endIndex - place >= 4 else { return nil }
        var unit: UInt32 = 0
        for digit in bytes[place..<place + 4] {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(value)
        }
        place += 4
        return unit
    }
}
