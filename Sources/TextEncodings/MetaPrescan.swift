/// Looks for a declared encoding at the start of a page without parsing it (HTML §13.2.3.2, "prescan a byte
/// stream to determine its encoding").
struct MetaPrescan {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The encoding that a meta element or an XML declaration in these bytes declares; nil if none does.
    static func run(_ bytes: [UInt8]) -> DetectedEncoding? {
        if let found = utf16Declaration(bytes) { return found }
        var scan = MetaPrescan(bytes)
        if let encoding = scan.findMeta() { return DetectedEncoding(encoding, by: .meta) }
        return xmlDeclaration(bytes).map { DetectedEncoding($0, by: .xmlDeclaration) }
    }

    private mutating func findMeta() -> TextEncoding? {
        while position < bytes.count {
            if bytes[position] == 0x3C {
                if starts(with: "<!--") {
                    skipComment()
                } else if starts(with: "<meta"), let next = byte(at: 5), next.isSpace || next == 0x2F {
                    position += 5
                    if let encoding = readMeta() { return encoding }
                } else if isTag {
                    position = index { $0.isSpace || $0 == 0x3E }
                    while attribute() != nil {}
                } else if let next = byte(at: 1), next == 0x21 || next == 0x2F || next == 0x3F {
                    position = index { $0 == 0x3E }
                }
            }
            position += 1
        }
        return nil
    }

    /// Reads the attributes of a meta element; what it declares, nil if nothing that can be used.
    private mutating func readMeta() -> TextEncoding? {
        var names: Set<String> = []
        var isPragma = false
        var needsPragma: Bool?
        var encoding: TextEncoding?
        while let (name, value) = attribute() {
            guard names.insert(name).inserted else { continue }
            switch name {
            case "http-equiv": isPragma = isPragma || value == "content-type"
            case "content":
                guard encoding == nil, let found = Self.encoding(inContent: value) else { continue }
                // A charset attribute that names no encoding stays in force, as the standard has it.
                guard needsPragma != false else { continue }
                encoding = found
                needsPragma = true
            case "charset":
                encoding = TextEncoding(label: value)
                needsPragma = false
            default: break
            }
        }
        guard position < bytes.count, let needsPragma, !needsPragma || isPragma, let encoding else {
            return nil
        }
        return Self.corrected(encoding)
    }

    /// A page that could be read so far is not UTF-16, and x-user-defined means windows-1252.
    private static func corrected(_ encoding: TextEncoding) -> TextEncoding {
        if encoding.isUTF16 { return .utf8 }
        return encoding.name == "x-user-defined" ? .windows1252 : encoding
    }

    /// HTML §2.5.6, "extracting a character encoding from a meta element"; the text is in lower case.
    private static func encoding(inContent content: String) -> TextEncoding? {
        let text = Array(content.utf8)
        let word = Array("charset".utf8)
        var position = 0
        while position + word.count <= text.count {
            guard text[position...].starts(with: word) else {
                position += 1
                continue
            }
            position += word.count
            var rest = text[position...].drop(while: \.isSpace)
            guard rest.first == 0x3D else { continue }
            rest = rest.dropFirst().drop(while: \.isSpace)
            guard let first = rest.first else { return nil }
            if first == 0x22 || first == 0x27 {
                guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
                return TextEncoding(label: String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
            }
            return TextEncoding(
                label: String(decoding: rest.prefix { !$0.isSpace && $0 != 0x3B }, as: UTF8.self))
        }
        return nil
    }

    // MARK: Bytes

    private func byte(at offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private func starts(with text: StaticString) -> Bool {
        var offset = 0
        for expected in text.description.utf8 {
            guard let found = byte(at: offset), found.lowercased == expected else { return false }
            offset += 1
        }
        return true
    }

    /// Whether a start or end tag begins here.
    private var isTag: Bool {
        let offset = byte(at: 1) == 0x2F ? 2 : 1
        guard let letter = byte(at: offset)?.lowercased else { return false }
        return letter >= 0x61 && letter <= 0x7A
    }

    /// The index of the first byte from here on that fits; the count if there is none.
    private func index(where fits: (UInt8) -> Bool) -> Int {
        var index = position
        while index < bytes.count, !fits(bytes[index]) { index += 1 }
        return index
    }

    /// To the ">" that ends a comment; the hyphens that open it may be those that close it.
    private mutating func skipComment() {
        position += 4
        while position < bytes.count {
            if bytes[position] == 0x3E, bytes[position - 1] == 0x2D, bytes[position - 2] == 0x2D { return }
            position += 1
        }
    }

    /// The next attribute of a tag, both parts in lower case (HTML §13.2.3.2, "get an attribute"); nil at the
    /// end of the tag or of the bytes.
    private mutating func attribute() -> (name: String, value: String)? {
        position = index { !$0.isSpace && $0 != 0x2F }
        guard position < bytes.count, bytes[position] != 0x3E else { return nil }
        var name: [UInt8] = []
        while let next = byte(at: 0), !next.isSpace, next != 0x2F, next != 0x3E, next != 0x3D || name.isEmpty
        {
            name.append(next.lowercased)
            position += 1
        }
        var value: [UInt8] = []
        position = index { !$0.isSpace }
        if byte(at: 0) == 0x3D {
            position += 1
            position = index { !$0.isSpace }
            value = attributeValue()
        }
        guard position < bytes.count else { return nil }
        return (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }

    private mutating func attributeValue() -> [UInt8] {
        var value: [UInt8] = []
        if let quote = byte(at: 0), quote == 0x22 || quote == 0x27 {
            position += 1
            while let next = byte(at: 0) {
                position += 1
                if next == quote { break }
                value.append(next.lowercased)
            }
            return value
        }
        while let next = byte(at: 0), !next.isSpace, next != 0x3E {
            value.append(next.lowercased)
            position += 1
        }
        return value
    }
}

extension MetaPrescan {
    /// "<?x" in UTF-16: an XML declaration that shows its own encoding.
    private static func utf16Declaration(_ bytes: [UInt8]) -> DetectedEncoding? {
        let little: [UInt8] = [0x3C, 0, 0x3F, 0, 0x78, 0]
        if bytes.starts(with: little) { return DetectedEncoding(.utf16LE, by: .xmlDeclaration) }
        // The other byte order begins with the zero and lacks the last one.
        if bytes.starts(with: [0] + little.dropLast()) {
            return DetectedEncoding(.utf16BE, by: .xmlDeclaration)
        }
        return nil
    }

    /// HTML §13.2.3.2, "get an XML encoding"; nil if the bytes do not begin with a declaration that names
    /// one.
    private static func xmlDeclaration(_ text: [UInt8]) -> TextEncoding? {
        guard text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: 0x3E) else { return nil }
        let word = Array("encoding".utf8)
        guard let start = text[..<end].indices.first(where: { text[$0..<end].starts(with: word) }) else {
            return nil
        }
        var rest = text[(start + word.count)...].drop { $0 <= 0x20 }
        guard rest.first == 0x3D else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
        rest = rest.dropFirst()
        guard let close = rest.firstIndex(of: quote) else { return nil }
        let label = rest[..<close]
        guard label.allSatisfy({ $0 > 0x20 }) else { return nil }
        return TextEncoding(label: String(decoding: label, as: UTF8.self)).map { $0.isUTF16 ? .utf8 : $0 }
    }
}

extension UInt8 {
    /// ASCII whitespace of HTML.
    fileprivate var isSpace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
    }

    fileprivate var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
