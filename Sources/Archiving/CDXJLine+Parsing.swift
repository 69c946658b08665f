/// Lines of any indexer, read back.
extension CDXJLine {
    /// Reads a line, with or without its line end. Nil if it is none, or lacks its URL, offset or file name.
    ///
    /// The members of the JSON object may stand in any order; numbers may be strings or not. A digest without an
    /// algorithm is SHA-1, as some indexers strip it.
    package init?(parsing line: ArraySlice<UInt8>) {
        let words = line.split(separator: 0x20, maxSplits: 2)
        guard words.count == 3, let members = FlatJSON(words[2])?.members,
            let url = members["url"], let offset = members["offset"].flatMap({ Int64($0) }),
            let fileName = members["filename"], offset >= 0
        else { return nil }
        self.init(
            key: String(decoding: words[0], as: UTF8.self), time: String(decoding: words[1], as: UTF8.self),
            url: url,
            mediaType: members["mime"] ?? "unk", status: members["status"].flatMap { Int($0) },
            digest: members["digest"].map { $0.utf8.contains(0x3A) ? $0 : "sha1:" + $0 },
            length: members["length"].flatMap { Int64($0) }, offset: offset, fileName: fileName)
    }
}

/// A JSON object whose members are strings, numbers and words (RFC 8259): what a line of an index has.
private struct FlatJSON {
    private(set) var members: [String: String] = [:]
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// Nil if the bytes are no such object.
    init?(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        guard take(0x7B) else { return nil }
        if take(0x7D) { return }
        repeat {
            guard let name = string(), take(0x3A), let value = string() ?? word() else { return nil }
            members[name] = value
        } while take(0x2C)
        guard take(0x7D) else { return nil }
    }

    /// Passes over white space and, if it is the next, over that byte.
    private mutating func take(_ byte: UInt8) -> Bool {
        while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
        guard position < bytes.endIndex, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func word() -> String? {
        let start = position
        while position < bytes.endIndex, ![0x2C, 0x7D, 0x20, 0x7B, 0x5B].contains(bytes[position]) {
            position += 1
        }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private mutating func string() -> String? {
        guard take(0x22) else { return nil }
        var text: [UInt16] = []
        var plain: [UInt8] = []
        var result = ""
        func flushed() -> String { String(decoding: plain, as: UTF8.self) }
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == 0x5C, position < bytes.endIndex {
                let escape = bytes[position]
                position += 1
                result += flushed()
                plain = []
                if escape == 0x75 {
                    guard let unit = unit() else { return nil }
                    text.append(unit)
                    continue
                }
                result += String(decoding: text, as: UTF16.self)
                text = []
                plain.append(Self.escapes[escape] ?? escape)
                continue
            }
            if !text.isEmpty {
                result += String(decoding: text, as: UTF16.self)
                text = []
            }
            if byte == 0x22 { return result + flushed() }
            plain.append(byte)
        }
        return nil
    }

    private static let escapes: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C]

    private mutating func unit() -> UInt16? {
        guard bytes.endIndex - position >= 4 else { return nil }
        defer { position += 4 }
        return UInt16(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    }
}
