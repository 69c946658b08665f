import HTMLTree

/// Collects the text of links with white space collapsed; links may stand inside one another.
struct LinkText {
    private var bytes: [UInt8] = []
    /// Where the links begun and not ended begin.
    private var starts: [Int] = []
    private var spacePending = false
    private let maximumBytes: Int

    init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        spacePending = false
    }

    mutating func begin() { starts.append(bytes.count) }

    /// The text since the last `begin`; what is inside counts for the links around it too.
    mutating func end() -> String {
        var text = bytes[(starts.popLast() ?? 0)...]
        if text.first == 0x20 { text.removeFirst() }
        if text.count > maximumBytes { text = Self.cut(text, to: maximumBytes) }
        return String(decoding: text, as: UTF8.self)
    }

    /// A boundary between words, without any if there was no text yet.
    mutating func space() { spacePending = true }

    mutating func append(_ text: ArraySlice<UInt8>) {
        guard bytes.count - (starts.first ?? 0) <= maximumBytes else { return }
        var place = text.startIndex
        let end = min(text.endIndex, place + 4 * maximumBytes)
        while place < end {
            let byte = text[place]
            if byte <= 0x20 {
                spacePending = true
            } else if byte == 0xC2, place + 1 < end, text[place + 1] == 0xA0 {
                spacePending = true
                place += 1
            } else {
                if spacePending, !bytes.isEmpty { bytes.append(0x20) }
                spacePending = false
                bytes.append(byte)
            }
            place += 1
        }
    }

    /// One text with its white space (no-break spaces included) collapsed and trimmed.
    static func collapse(_ text: ArraySlice<UInt8>, maximumBytes: Int) -> String {
        var one = LinkText(maximumBytes: maximumBytes)
        one.begin()
        one.append(text)
        return one.end()
    }

    /// The start of a text, without half a character at its end.
    static func cut(_ text: ArraySlice<UInt8>, to count: Int) -> ArraySlice<UInt8> {
        var end = text.startIndex + min(count, text.count)
        guard end < text.endIndex else { return text }
        while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text[..<end]
    }

    /// Whether text on both sides of such an element belongs to different words.
    static func isBoundary(_ tag: HTMLTag) -> Bool {
        tag.rawValue < 256 && boundaries[Int(tag.rawValue)]
    }

    private static let boundaries: [Bool] = {
        let tags: [HTMLTag] = [
            .address, .article, .aside, .blockquote, .body, .br, .button, .caption, .center, .dd, .details,
            .div, .dl,
            .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr,
            .html,
            .li, .main, .nav, .ol, .option, .p, .pre, .section, .select, .summary, .table, .tbody, .td,
            .tfoot, .th,
            .thead, .tr, .ul, .head, .label, .legend, .hgroup, .menu, .noscript, .dialog, .search,
        ]
        var table = [Bool](repeating: false, count: 256)
        for tag in tags { table[Int(tag.rawValue)] = true }
        return table
    }()
}
