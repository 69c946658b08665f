/// The header of a record as it was read: version line, named fields, empty line (ISO 28500:2017 §4).
struct RecordHeader {
    /// Most bytes of a header; the longest seen in archives are some kilobytes.
    static let maximumBytes = 1 << 20

    let version: WARCVersion
    let fields: WARCFields
    /// `Content-Length`.
    let blockLength: Int64
    let oddities: [WARCOddity]

    /// Reads a header from its version line to its empty line, both included.
    init(_ header: ArraySlice<UInt8>) throws(BadHeader) {
        var lineEnd = header.startIndex
        while lineEnd < header.endIndex, header[lineEnd] != 0x0A { lineEnd += 1 }
        var versionEnd = lineEnd
        while versionEnd > header.startIndex, header[versionEnd - 1].isLineEnd { versionEnd -= 1 }
        let line = header[..<versionEnd]
        guard let version = WARCVersion(line: line.span) else {
            throw BadHeader(reason: .noRecord(beginning: Self.beginning(line.span, at: 0)))
        }
        self.version = version
        var forgiven = WARCFields.Forgiven()
        let fieldsStart = min(lineEnd + 1, header.endIndex)
        fields = WARCFields(
            parsing: header[fieldsStart..<Self.fieldsEnd(header, from: fieldsStart)], forgiven: &forgiven)
        guard let length = fields.valueBytes(WARCField.contentLength) else {
            throw BadHeader(reason: .noContentLength)
        }
        guard let blockLength = Self.number(length) else {
            throw BadHeader(reason: .badContentLength(Self.beginning(length.span, at: 0)))
        }
        self.blockLength = blockLength
        var oddities: [WARCOddity] = []
        if !version.isKnown { oddities.append(.unknownVersion) }
        if forgiven.foldedLine { oddities.append(.foldedLine) }
        if forgiven.bareLineFeed { oddities.append(.bareLineFeed) }
        if let line = forgiven.lineWithoutColon { oddities.append(.lineWithoutColon(line)) }
        self.oddities = oddities
    }

    struct BadHeader: Error {
        let reason: WARCDamage.Reason
    }

    /// Looks for the end of a header of which more and more comes.
    struct EndSearch {
        /// Bytes of the header that were looked through.
        private var searched = 0
        /// Of these, those up to the start of the last line that has begun; nil in the first.
        private var lineStart: Int?

        /// The length of the header that begins at `start`, its empty line included; nil if it has none before `end`.
        mutating func length(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
            while start + searched < end {
                guard let next = bytes.lineFeed(from: start + searched, to: end) else {
                    searched = end - start
                    return nil
                }
                searched = next + 1 - start
                if let lineStart {
                    var index = start + lineStart
                    while index < next, bytes[index] == 0x0D { index += 1 }
                    if index == next { return searched }
                }
                lineStart = searched
            }
            return nil
        }
    }

    /// How the bytes at `start` begin, for messages: printable ASCII, the rest as `\xNN`.
    static func beginning(_ bytes: Span<UInt8>, at start: Int) -> String {
        let hex = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for index in start..<min(bytes.count, start + 24) {
            let byte = bytes[index]
            if byte.isLineEnd, index > start { break }
            if 0x20...0x7E ~= byte {
                text.append(byte)
            } else {
                text += [0x5C, 0x78, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where the fields end: before the empty line.
    private static func fieldsEnd(_ header: ArraySlice<UInt8>, from start: Int) -> Int {
        var end = header.endIndex
        if end > start, header[end - 1] == 0x0A { end -= 1 }
        if end > start, header[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// Digits alone; nil for anything else and past 2⁶³.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard !digits.isEmpty else { return nil }
        var value: Int64 = 0
        for byte in digits {
            guard byte.isDigit else { return nil }
            let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tenfold.addingReportingOverflow(Int64(byte &- 0x30))
            guard !isTooLarge, !overflow else { return nil }
            value = sum
        }
        return value
    }
}
