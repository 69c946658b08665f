/// The named fields of a record's header in their order (ISO 28500:2017 §4, §5).
///
/// They are kept as the bytes of the header; a name or a value becomes a string when it is asked for. Names are
/// compared without regard to case. Values keep their bytes, whatever their encoding; as strings, invalid UTF-8 is
/// replaced.
package struct WARCFields: Sendable, Hashable {
    /// Where a field lies in `bytes`.
    private struct Line: Sendable, Hashable {
        let nameStart: Int, nameEnd: Int, valueStart: Int, valueEnd: Int
    }

    /// What in a header was not as the standard wants it but could be read all the same.
    struct Forgiven: Sendable, Hashable {
        var foldedLine = false
        var bareLineFeed = false
        /// A line without a colon; it is left out.
        var lineWithoutColon: String?
    }

    /// Lines `Name: value`, each with CRLF where they were written by us, and as they came where they were read.
    package private(set) var bytes: [UInt8]
    private var lines: [Line]

    package init() {
        bytes = []
        lines = []
    }

    package init(_ fields: [(name: String, value: String)]) {
        self.init()
        for field in fields { append(field.name, field.value) }
    }

    /// Reads the lines behind the version line, without the empty line that ends them.
    init(parsing header: ArraySlice<UInt8>, forgiven: inout Forgiven) {
        let own = Array(header)
        if let lines = Self.lines(own.span, &forgiven) {
            self.lines = lines
            bytes = own
        } else {
            let unfolded = Self.unfolded(own)
            forgiven = Forgiven(foldedLine: true)
            lines = Self.lines(unfolded.span, &forgiven) ?? []
            bytes = unfolded
        }
    }

    /// Nil if a line is folded.
    private static func lines(_ header: Span<UInt8>, _ forgiven: inout Forgiven) -> [Line]? {
        var lines: [Line] = []
        lines.reserveCapacity(usualCount)
        var start = 0
        while start < header.count {
            if start > 0, header[start].isBlank { return nil }
            var end = header.lineFeed(from: start, to: header.count) ?? header.count
            var colon = start
            while colon < end, header[colon] != 0x3A { colon += 1 }
            let hasColon = colon < end
            let next = end + 1
            if end > start, end < header.count, header[end - 1] == 0x0D {
                end -= 1
            } else if end < header.count {
                forgiven.bareLineFeed = true
            }
            if hasColon {
                lines.append(line(header, from: start, colon: colon, to: end))
            } else if end > start {
                let text = (start..<min(end, start + 80)).map { header[$0] }
                forgiven.lineWithoutColon = String(decoding: text, as: UTF8.self)
            }
            start = next
        }
        return lines
    }

    /// Fields that most records have.
    private static let usualCount = 12

    private static func line(_ header: Span<UInt8>, from start: Int, colon: Int, to end: Int) -> Line {
        var nameEnd = colon
        while nameEnd > start, header[nameEnd - 1].isBlank { nameEnd -= 1 }
        var valueStart = colon + 1
        while valueStart < end, header[valueStart].isBlank { valueStart += 1 }
        var valueEnd = end
        while valueEnd > valueStart, header[valueEnd - 1].isBlank { valueEnd -= 1 }
        return Line(nameStart: start, nameEnd: nameEnd, valueStart: valueStart, valueEnd: valueEnd)
    }

    package var count: Int { lines.count }

    /// Names and values in order.
    package var all: [(name: String, value: String)] { lines.map { (name($0), value($0)) } }

    /// The value of the first field of that name; nil if there is none.
    package subscript(_ name: String) -> String? { line(named: name).map(value) }

    /// The values of all fields of that name, in order.
    package func all(_ name: String) -> [String] { lines.filter { has($0, name) }.map(value) }

    /// The bytes of the first field's value; nil if there is none.
    package func valueBytes(_ name: String) -> ArraySlice<UInt8>? {
        line(named: name).map { bytes[$0.valueStart..<$0.valueEnd] }
    }

    package func contains(_ name: String) -> Bool { line(named: name) != nil }

    /// Adds a field at the end. Line ends in `value` become spaces, so that no value can make a field of its own.
    package mutating func append(_ name: String, _ value: String) {
        let nameStart = bytes.count
        bytes.append(contentsOf: name.utf8)
        let nameEnd = bytes.count
        bytes.append(0x3A)
        bytes.append(0x20)
        let valueStart = bytes.count
        for byte in value.utf8 { bytes.append(byte.isLineEnd || byte == 0 ? 0x20 : byte) }
        lines.append(
            Line(nameStart: nameStart, nameEnd: nameEnd, valueStart: valueStart, valueEnd: bytes.count))
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// Replaces all fields of that name by one at the end; with nil removes them.
    package mutating func set(_ name: String, _ value: String?) {
        var kept = WARCFields(all.filter { !Self.same($0.name, name) })
        if let value { kept.append(name, value) }
        self = kept
    }

    private func line(named name: String) -> Line? {
        for line in lines where has(line, name) { return line }
        return nil
    }

    private func has(_ line: Line, _ name: String) -> Bool {
        let utf8 = name.utf8
        guard line.nameEnd - line.nameStart == utf8.count else { return false }
        var index = line.nameStart
        for byte in utf8 {
            if bytes[index].lowercased != byte.lowercased { return false }
            index += 1
        }
        return true
    }

    private func name(_ line: Line) -> String {
        String(decoding: bytes[line.nameStart..<line.nameEnd], as: UTF8.self)
    }

    private func value(_ line: Line) -> String {
        String(decoding: bytes[line.valueStart..<line.valueEnd], as: UTF8.self)
    }

    /// Whether two names are the same without regard to case.
    static func same(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count
            && zip(one.utf8, other.utf8).allSatisfy { $0.lowercased == $1.lowercased }
    }

    /// The header with each continuation line joined to the one before by one space (ISO 28500:2017 §4).
    private static func unfolded(_ header: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(header.count)
        var index = 0
        while index < header.count {
            let byte = header[index]
            if byte == 0x0A, index + 1 < header.count, header[index + 1].isBlank {
                if result.last == 0x0D { result.removeLast() }
                while index + 1 < header.count, header[index + 1].isBlank { index += 1 }
                result.append(0x20)
            } else {
                result.append(byte)
            }
            index += 1
        }
        return result
    }
}

extension WARCFields {
    /// How many fields have that name.
    package func count(of name: String) -> Int { all(name).count }
}
