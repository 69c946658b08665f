extension Selector {
    /// Longer texts are no selectors of a person's making.
    private static let maximumBytes = 4_096

    /// Reads a selector as it stands in a style sheet (Selectors Level 4 §17, CSS Syntax §4.3.11 for names).
    package init(parsing text: String) throws(SelectorError) {
        var reader = SelectorReader(text)
        guard text.utf8.count <= Self.maximumBytes else {
            throw reader.error("has more than \(Self.maximumBytes) bytes")
        }
        chains = try reader.list()
    }
}

/// Reads the text of one selector from its beginning.
private struct SelectorReader {
    private let text: String
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    func error(_ reason: String) -> SelectorError {
        SelectorError(selector: text, offset: place, reason: reason)
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func list() throws(SelectorError) -> [[Selector.Compound]] {
        var chains = [try chain()]
        while next == UInt8(ascii: ",") {
            place += 1
            chains.append(try chain())
        }
        return chains
    }

    /// Up to a comma or the end.
    private mutating func chain() throws(SelectorError) -> [Selector.Compound] {
        skipSpace()
        var chain = [try compound()]
        while true {
            let hadSpace = skipSpace()
            guard let byte = next, byte != UInt8(ascii: ",") else { return chain }
            switch byte {
            case UInt8(ascii: ">"):
                place += 1
                skipSpace()
                chain[chain.count - 1].isParentOfNext = true
            case UInt8(ascii: "+"), UInt8(ascii: "~"):
                throw error(
                    "'\(Character(UnicodeScalar(byte)))' is not understood; only 'a b' and 'a > b' join elements"
                )
            default: guard hadSpace else { throw expected("a space, '>', ',' or the end") }
            }
            chain.append(try compound())
        }
    }

    private mutating func compound() throws(SelectorError) -> Selector.Compound {
        var compound = Selector.Compound()
        let start = place
        if next == UInt8(ascii: "*") {
            place += 1
        } else if startsName {
            compound.name = String(
                decoding: try name("an element's name").map(\.lowercasedLetter), as: UTF8.self)
        }
        while let byte = next {
            switch byte {
            case UInt8(ascii: "."):
                place += 1
                compound.classes.append(try name("the name of a class after '.'"))
            case UInt8(ascii: "#"):
                place += 1
                compound.ids.append(try name("an ID after '#'"))
            case UInt8(ascii: "["):
                place += 1
                compound.attributes.append(try attribute())
            case UInt8(ascii: ":"):
                throw error(
                    "pseudo-classes are not understood; name the element by class, ID, attribute or the elements around it"
                )
            default:
                guard place > start else {
                    throw expected("an element's name, '.class', '#id' or '[attribute]'")
                }
                return compound
            }
        }
        guard place > start else { throw expected("an element's name, '.class', '#id' or '[attribute]'") }
        return compound
    }

    /// Behind the opening bracket.
    private mutating func attribute() throws(SelectorError) -> Selector.AttributeTest {
        skipSpace()
        let name = String(
            decoding: try name("an attribute's name after '['").map(\.lowercasedLetter), as: UTF8.self)
        skipSpace()
        if next == UInt8(ascii: "]") {
            place += 1
            return Selector.AttributeTest(name: name, relation: .present, value: [])
        }
        let relation = try relation()
        skipSpace()
        let value = try value()
        skipSpace()
        guard next == UInt8(ascii: "]") else { throw expected("']' after the value") }
        place += 1
        return Selector.AttributeTest(name: name, relation: relation, value: value)
    }

    private mutating func relation() throws(SelectorError) -> Selector.AttributeTest.Relation {
        let relation: Selector.AttributeTest.Relation
        switch next {
        case UInt8(ascii: "="):
            place += 1
            return .equal
        case UInt8(ascii: "~"): relation = .word
        case UInt8(ascii: "^"): relation = .prefix
        case UInt8(ascii: "$"): relation = .suffix
        case UInt8(ascii: "*"): relation = .substring
        default: throw expected("'=', '~=', '^=', '$=', '*=' or ']'")
        }
        place += 1
        guard next == UInt8(ascii: "=") else { throw expected("'='") }
        place += 1
        return relation
    }

    /// A name, or anything between quotes.
    private mutating func value() throws(SelectorError) -> [UInt8] {
        guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return try name("a value; quote one that is not a plain word")
        }
        place += 1
        var value: [UInt8] = []
        while let byte = next {
            place += 1
            if byte == quote { return value }
            if byte == UInt8(ascii: "\\") { value += try escape() } else { value.append(byte) }
        }
        throw error("the quote is not closed")
    }

    private var startsName: Bool {
        guard let byte = next else { return false }
        return byte.isNameStart || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\\")
    }

    private mutating func name(_ what: String) throws(SelectorError) -> [UInt8] {
        guard startsName else { throw expected(what) }
        var name: [UInt8] = []
        while let byte = next {
            if byte == UInt8(ascii: "\\") {
                place += 1
                name += try escape()
            } else if byte.isNameStart || byte == UInt8(ascii: "-") || byte &- 0x30 < 10 {
                place += 1
                name.append(byte)
            } else {
                break
            }
        }
        return name
    }

    /// Behind a backslash: up to six hexadecimal digits and one space, or any character as it is (CSS Syntax §4.3.7).
    private mutating func escape() throws(SelectorError) -> [UInt8] {
        var number: UInt32 = 0
        var digits = 0
        while digits < 6, let digit = next?.hexadecimalValue {
            number = number << 4 | digit
            digits += 1
            place += 1
        }
        if digits > 0 {
            if next?.isHTMLWhitespace == true { place += 1 }
            let scalar = number == 0 ? nil : UnicodeScalar(number)
            return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
        }
        guard let byte = next else { throw error("nothing follows the backslash") }
        place += 1
        return [byte]
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = place
        while let byte = next, byte.isHTMLWhitespace { place += 1 }
        return place > start
    }

    private func expected(_ what: String) -> SelectorError {
        guard place < bytes.count else { return error("ends where \(what) is expected") }
        let character = String(decoding: bytes[place...], as: UTF8.self).first ?? "?"
        return error("'\(character)' stands where \(what) is expected")
    }
}

extension UInt8 {
    /// A letter, `_`, or part of a character beyond ASCII (CSS Syntax §4.2).
    fileprivate var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F || self >= 0x80 }

    fileprivate var lowercasedLetter: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self) - 0x30
        case 0x41...0x46: UInt32(self) - 0x37
        case 0x61...0x66: UInt32(self) - 0x57
        default: nil
        }
    }
}
